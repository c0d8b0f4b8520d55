/** From places to sites: distances along the streets or straight, the search, and the sites in words of the files. */
import { STEPS_PER_DEGREE } from '../core/geo/coordinates.ts';
import type { Anchors } from '../core/network/place.ts';
import type { ReachEngine } from '../core/network/reachEngine.ts';
import type { Work } from '../core/progress.ts';
import { networkDistances, networkNearest, NO_LIMIT, straightDistances, straightNearest, TooManyPairs, type Distances } from '../core/siting/distances.ts';
import { GainMap } from '../core/siting/gainMap.ts';
import { junctionAnchors, solveJunctions } from '../core/siting/junctions.ts';
import { largeEnough } from '../core/siting/problem.ts';
import { solveSiting, type SitingBudget, type SitingResult } from '../core/siting/solve.ts';
import type { Translate } from '../i18n/index.ts';
import type { Place } from '../io/siting/readPlaces.ts';
import { UsageError } from './exit.ts';
import { driven } from './reachInput.ts';
import { snapped, type SiteInput } from './siteInput.ts';
import type { SiteCall } from './siteOptions.ts';
import { solverOfProgram } from './siteSolver.ts';

export interface SiteChoice {
  readonly id: string;
  /** Index among the candidates read; null where it is a junction. */
  readonly candidate: number | null;
  readonly lng: number;
  readonly lat: number;
  readonly gain: number;
  readonly nearestOf: number;
  readonly areaSquareMetres: number | null;
}

export type ExclusionReason = 'named' | 'tooSmall' | 'areaUnknown' | 'offStreet';

export interface SiteAnswer {
  readonly result: SitingResult;
  readonly sites: readonly SiteChoice[];
  readonly excluded: readonly { readonly id: string; readonly reason: ExclusionReason }[];
  /** Distances beyond it were not taken; null: all were. */
  readonly cutoffMetres: number | null;
  /** False: only the best junctions were searched; the bound is for all. */
  readonly isAllSearched: boolean;
  /** By junction, where asked for. */
  readonly gains: Float64Array | null;
  readonly notes: readonly string[];
}

/** A matrix of more pairs than this is cut off at a shorter distance. */
const MOST_PAIRS = 12_000_000;
/** Multiples of the limit that are tried then. */
const CUTOFFS = [16, 8, 4, 2, 1];

export async function answerSite(call: SiteCall, input: SiteInput, t: Translate): Promise<SiteAnswer> {
  const exact = call.seconds > 0 ? await solverOfProgram() : null;
  const end = performance.now() + call.seconds * 1000;
  const budget: SitingBudget = { seed: call.seed, exact, ...(call.steps === null ? {} : { steps: call.steps }), ...(call.seconds > 0 ? { secondsLeft: () => (end - performance.now()) / 1000 } : {}) };
  const notes: string[] = [];
  const ground = input.streets === null ? straightGround(input) : streetGround(call, input, input.streets.engine, t, notes);
  if (call.candidates === null && input.streets !== null && ground.homes !== null && call.objective === 'coverage') return junctionAnswer(call, input, input.streets.engine, ground.homes, ground.existing, budget, notes, t);
  const excluded = exclusionsOf(call, ground.candidates, ground.isHung);
  const { distances, cutoffMetres } = matrix(call, ground, t);
  const eligible = Uint8Array.from(ground.candidates, () => 1);
  for (const { index } of excluded) eligible[index] = 0;
  const result = driven(solveSiting({ objective: call.objective, weight: input.weight, distances, existing: ground.existing, count: call.count, limitMillimetres: call.limitMillimetres, eligible }, budget), t);
  return {
    result, sites: result.sites.map(({ candidate, gain, nearestOf }) => choice(ground.candidates[candidate]!, call.candidates === null ? null : candidate, gain, nearestOf)),
    excluded: excluded.map(({ index, reason }) => ({ id: ground.candidates[index]!.id, reason })), cutoffMetres, isAllSearched: true, notes,
    gains: call.gains === null || ground.homes === null || input.streets === null ? null : driven(new GainMap(input.streets.engine.search, ground.homes, input.weight, ground.existing, call.limitMillimetres).measure(), t).gain,
  };
}

/** What the distances are taken between, one way or the other. */
interface Ground {
  readonly candidates: readonly Place[];
  readonly isHung: (candidate: number) => boolean;
  readonly existing: Uint32Array | null;
  /** On the streets; null as the crow flies. */
  readonly homes: Anchors | null;
  readonly distances: (limitMillimetres: number, mostPairs: number) => Work<Distances>;
}

function straightGround({ demand, candidates, existing }: SiteInput): Ground {
  const flat = (places: readonly Place[]) => Float64Array.from(places.flatMap(({ x, y }) => [x, y]));
  const [from, to] = [flat(candidates), flat(demand)];
  return {
    candidates, isHung: () => true, homes: null, existing: existing.length === 0 ? null : straightNearest(flat(existing), to),
    distances: (limit, most) => straightDistances(from, to, limit, most),
  };
}

function streetGround({ candidates: path }: SiteCall, { demand, candidates, existing }: SiteInput, engine: ReachEngine, t: Translate, notes: string[]): Ground {
  const homes = snapped(engine, demand, t('site.demand'), t, notes).anchors;
  const standing = existing.length === 0 ? null : snapped(engine, existing, t('site.existing'), t, notes).anchors;
  const junctions = path === null ? junctionPlaces(engine) : null;
  const anchors = junctions?.anchors ?? snapped(engine, candidates, t('site.candidates'), t, notes).anchors;
  return {
    candidates: junctions?.places ?? candidates, isHung: (k) => anchors.start[k + 1]! > anchors.start[k]!, homes,
    existing: standing === null ? null : networkNearest(engine.search, standing, homes), distances: (limit, most) => networkDistances(engine.search, anchors, homes, limit, most),
  };
}

function junctionPlaces(engine: ReachEngine): { places: readonly Place[]; anchors: Anchors } {
  const { graph, net } = engine.network;
  // Nobody hangs on an island.
  const junctions = Uint32Array.from([...net.junctionVertex.keys()].filter((junction) => graph.component[net.junctionVertex[junction]!] === 0));
  return { places: Array.from(junctions, (junction) => junctionPlace(engine, junction)), anchors: junctionAnchors(engine.search, junctions) };
}

function junctionPlace({ network: { graph, net } }: ReachEngine, junction: number): Place {
  const vertex = net.junctionVertex[junction]!;
  return { id: String(graph.nodeIds[vertex]!), x: graph.coordinates[2 * vertex]!, y: graph.coordinates[2 * vertex + 1]!, weight: null, areaSquareMetres: null };
}

function junctionAnswer(call: SiteCall, { weight }: SiteInput, engine: ReachEngine, homes: Anchors, existing: Uint32Array | null, budget: SitingBudget, notes: string[], t: Translate): SiteAnswer {
  const { result, junctions, gain, isAllSearched } = driven(solveJunctions(engine.search, { demand: homes, weight, existing, limitMillimetres: call.limitMillimetres, count: call.count }, budget), t);
  if (!isAllSearched) notes.push(t('site.peaksOnly', { count: junctions.length }));
  return {
    result, sites: result.sites.map(({ candidate, gain: own, nearestOf }) => choice(junctionPlace(engine, junctions[candidate]!), null, own, nearestOf)),
    excluded: [], cutoffMetres: call.limitMillimetres / 1000, isAllSearched, gains: call.gains === null ? null : gain, notes,
  };
}

/** The mean needs all distances; where there are too many pairs, those within a multiple of the limit. */
function matrix({ objective, limitMillimetres }: SiteCall, ground: Ground, t: Translate): { distances: Distances; cutoffMetres: number | null } {
  const limits = objective === 'median' ? [NO_LIMIT, ...CUTOFFS.map((times) => times * limitMillimetres).filter((limit) => limit < NO_LIMIT)] : [limitMillimetres];
  for (const limit of limits) {
    try {
      return { distances: driven(ground.distances(limit, MOST_PAIRS), t), cutoffMetres: limit === NO_LIMIT ? null : limit / 1000 };
    } catch (error) {
      if (!(error instanceof TooManyPairs)) throw error;
    }
  }
  throw new UsageError(t('site.tooManyPairs', { expected: MOST_PAIRS, candidates: ground.candidates.length }));
}

function exclusionsOf({ excluded, areaSquareMetres }: SiteCall, candidates: readonly Place[], isHung: Ground['isHung']): { index: number; reason: ExclusionReason }[] {
  const area = areaSquareMetres === null ? null : largeEnough(candidates.map((place) => place.areaSquareMetres), areaSquareMetres);
  const [named, tooSmall, unknown] = [new Set(excluded), new Set(area?.tooSmall), new Set(area?.unknown)];
  return candidates.flatMap(({ id }, index): { index: number; reason: ExclusionReason }[] => {
    if (named.has(id)) return [{ index, reason: 'named' }];
    if (tooSmall.has(index)) return [{ index, reason: 'tooSmall' }];
    if (unknown.has(index)) return [{ index, reason: 'areaUnknown' }];
    return isHung(index) ? [] : [{ index, reason: 'offStreet' }];
  });
}

function choice({ id, x, y, areaSquareMetres }: Place, candidate: number | null, gain: number, nearestOf: number): SiteChoice {
  return { id, candidate, lng: x / STEPS_PER_DEGREE, lat: y / STEPS_PER_DEGREE, gain, nearestOf, areaSquareMetres };
}
