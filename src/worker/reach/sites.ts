/** The best sites for a category's facilities, beside what no choice can exceed, and what shows that. */
import { selectAnchors } from '../../core/network/place.ts';
import type { Work } from '../../core/progress.ts';
import { networkDistances, NO_LIMIT } from '../../core/siting/distances.ts';
import { solveJunctions } from '../../core/siting/junctions.ts';
import { objectiveDistances } from '../../core/siting/objectiveDistances.ts';
import { solveSiting, type SitingBudget, type SitingResult } from '../../core/siting/solve.ts';
import { remoteSolver } from '../solver/remoteSolver.ts';
import type { ProofBy, ReachSite, ReachSites, SitesQuestion } from '../sitingProtocol.ts';
import { junctionCandidates, offStreetMetres, type Candidates } from './candidates.ts';
import type { GainMemory } from './gainMemory.ts';
import { Coverage, demandOf, type Demand, type SitingGround } from './sitingGround.ts';

const SEED = 1;
const MILLISECONDS = 1000;
const MILLIMETRES = 1000;
/** Of candidates and homes; with more a page runs out of memory or patience. The mean takes every pair of the network, and longer for each. */
const MOST_PAIRS = { coverage: 6_000_000, coverAll: 3_000_000, median: 600_000 } as const;

interface Answer {
  readonly result: SitingResult;
  /** The result's candidates are indices into these. */
  readonly searched: Candidates;
  readonly candidates: number;
  readonly searchedCount: number;
  readonly boundForAll: boolean;
  readonly proofBy: ProofBy;
  readonly cutoffMetres: number | null;
}

/** `places`: null where any junction will do. */
export function* sitesOf(ground: SitingGround, question: SitesQuestion, places: Candidates | null, memory: GainMemory): Work<ReachSites> {
  const started = performance.now();
  const { objective, solver, seconds, from } = question;
  const demand = demandOf(ground, question.category);
  const secondsLeft = () => seconds - (performance.now() - started) / MILLISECONDS;
  const budget: SitingBudget = { seed: SEED, secondsLeft, solverSeconds: seconds, confirm: true, exact: solver === null ? null : remoteSolver(solver) };
  const isAnywhere = places === null && objective === 'coverage';
  const answer = isAnywhere ? yield* anywhere(ground, question, demand, budget, memory) : yield* among(ground, question, demand, places ?? junctionCandidates(ground.reading.engine), budget);
  const { result: { value, bound, gap, isProved, solver: outcome, figures, chargeMetres }, searched, searchedCount, candidates, boundForAll, cutoffMetres, proofBy } = answer;
  return {
    objective, limitMetres: ground.limitMillimetres / MILLIMETRES, from, sites: listed(ground, demand, answer, objective === 'median'),
    candidates, searched: searchedCount, leftOut: searched.leftOut, value, bound, boundForAll, gap, isProved, proofBy, solver: outcome,
    coveredBefore: figures.coveredBefore, coveredAfter: figures.coveredAfter, total: figures.total, cannotBeCovered: figures.cannotBeCovered, notReached: figures.notReached,
    meanMetresBefore: figures.meanMetresBefore, meanMetresAfter: figures.meanMetresAfter, cutoffMetres, chargeMetres, milliseconds: performance.now() - started,
  };
}

function* anywhere(ground: SitingGround, { count }: SitesQuestion, demand: Demand, budget: SitingBudget, memory: GainMemory): Work<Answer> {
  const { reading: { engine }, limitMillimetres } = ground;
  const { anchors, weight, existing } = demand;
  const { gain: known } = yield* memory.of(ground, demand);
  const { result, junctions, gain, isAllSearched } = yield* solveJunctions(engine.search, { demand: anchors, weight, existing, limitMillimetres, count, gain: known }, budget);
  const useful = gain.reduce((sum, each) => sum + Number(each > 0), 0);
  return {
    result: isAllSearched ? result : { ...result, solver: 'tooLarge' }, candidates: useful, boundForAll: true, cutoffMetres: limitMillimetres / MILLIMETRES, searchedCount: isAllSearched ? useful : junctions.length,
    // One site needs no search: all junctions were measured.
    proofBy: count === 1 ? 'allMeasured' : result.boundBy, searched: junctionCandidates(engine, junctions),
  };
}

function* among({ reading: { engine }, limitMillimetres }: SitingGround, { objective, count }: SitesQuestion, { anchors, weight, existing }: Demand, candidates: Candidates, budget: SitingBudget): Work<Answer> {
  const all = candidates.anchors;
  const { distances, kept } = yield* objectiveDistances(
    (some, limit, most) => networkDistances(engine.search, selectAnchors(all, some), anchors, limit, most), all.count, objective, limitMillimetres, MOST_PAIRS[objective],
  );
  const result = yield* solveSiting({ objective, weight, distances, existing, count, limitMillimetres, eligible: null }, budget);
  const isWhole = kept.length === all.count;
  return {
    result, candidates: all.count, searchedCount: kept.length, boundForAll: isWhole, proofBy: result.boundBy, cutoffMetres: distances.limitMillimetres === NO_LIMIT ? null : distances.limitMillimetres / MILLIMETRES,
    searched: { ...candidates, anchors: selectAnchors(all, kept), at: (k) => candidates.at(kept[k]!), place: (k) => candidates.place(kept[k]!) },
  };
}

function listed(ground: SitingGround, demand: Demand, { result, searched: { anchors, at, place } }: Answer, isMedian: boolean): ReachSite[] {
  const coverage = new Coverage(ground, demand);
  return result.sites.map(({ candidate, gain, nearestOf }): ReachSite => {
    const own = place(candidate);
    return {
      at: at(candidate), id: own?.id ?? null, areaSquareMetres: own?.areaSquareMetres ?? null, offStreetMetres: own === null ? null : offStreetMetres(anchors, candidate),
      ...coverage.of(anchors, candidate, true), metres: isMedian ? gain : null, nearestOf,
    };
  });
}
