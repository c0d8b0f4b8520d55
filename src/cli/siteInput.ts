/** What `sizhi site` is given: demand points, candidates, facilities that stand, streets. */
import { inflateSync } from 'node:zlib';
import { buildStreetGraph } from '../core/network/buildGraph.ts';
import { ReachEngine } from '../core/network/reachEngine.ts';
import { SNAP_METRES, type SnappedPoints } from '../core/network/snap.ts';
import { openNetwork } from '../core/network/streetNetwork.ts';
import { changedFromWalkV1, walkFilterOf } from '../core/network/walkChoices.ts';
import type { Translate } from '../i18n/index.ts';
import { readPlaces, type Place } from '../io/siting/readPlaces.ts';
import { readStreets } from '../io/streets/readStreets.ts';
import { describeProblem } from './describe.ts';
import { InputProblems, UsageError } from './exit.ts';
import { readBytes } from './files.ts';
import { driven } from './reachInput.ts';
import { reachProject, type ReachProject } from './reachProject.ts';
import { describeStreetProblem, StreetRefusal } from './reachProblems.ts';
import type { SiteCall } from './siteOptions.ts';
import { describeTableProblem, TableRefusals } from './tableOptions.ts';

export interface SiteInput {
  readonly demand: readonly Place[];
  readonly weight: Uint32Array;
  readonly candidates: readonly Place[];
  readonly existing: readonly Place[];
  readonly streets: { readonly engine: ReachEngine; readonly partial: boolean } | null;
  readonly project: ReachProject | null;
  readonly notes: readonly string[];
}

const MOST_PLACES = 2_000_000;
const MOST_WEIGHT = 0xffffffff;

export function siteInput(call: SiteCall, t: Translate): SiteInput {
  const notes: string[] = [];
  const project = call.project === null ? null : reachProject(call.project);
  if (project !== null) notes.push(t('reach.siteProject', { file: project.file, name: project.name, walk: changedFromWalkV1(project.walk).join('、') || 'walk-v1' }));
  const demand = demandOf(call, t, notes);
  const candidates = call.candidates === null ? [] : placesOf(call.candidates, call, null, t, notes).places;
  const existing = call.existing === null ? [] : placesOf(call.existing, call, null, t, notes).places;
  const unknown = call.excluded.filter((id) => !candidates.some((place) => place.id === id));
  if (unknown.length > 0) throw new UsageError(`--exclude: found ${unknown.join(', ')}, expected ids in ${call.candidates ?? '--candidates'}`);
  return { demand, weight: Uint32Array.from(demand, ({ weight }) => weight!), candidates, existing, streets: call.streets === null ? null : streetsOf(call, call.streets, project, t, notes), project, notes };
}

function demandOf(call: SiteCall, t: Translate, notes: string[]): readonly Place[] {
  const { places, weightColumn, columns } = placesOf(call.demand, call, call.weightColumn, t, notes);
  if (weightColumn === null) throw new UsageError(`${call.demand}: ${t('site.noWeight', { found: columns.join(', ').slice(0, 200), expected: call.weightColumn ?? 'weight, people, households' })}`);
  const large = places.find(({ weight }) => weight !== null && weight > MOST_WEIGHT);
  if (large !== undefined) throw new UsageError(`${call.demand}: ${large.id} · ${weightColumn}: found ${large.weight!}, expected up to ${MOST_WEIGHT}`);
  const known = places.filter(({ weight }) => weight !== null);
  if (known.length < places.length) notes.push(t('site.weightUnknown', { count: places.length - known.length, file: call.demand }));
  return known;
}

function placesOf(path: string, { datum }: SiteCall, weightColumn: string | null | undefined, t: Translate, notes: string[]) {
  const reading = readPlaces(path, readBytes(path), { datum, weightColumn });
  const { places, problems, tableProblems, unplaced } = reading;
  if (problems.some(({ severity }) => severity === 'refused')) throw new InputProblems([...problems]);
  if (tableProblems.some(({ severity }) => severity === 'refused')) throw new TableRefusals(tableProblems);
  if (places.length === 0) throw new UsageError(`${path}: ${t('site.noPlaces')}`);
  if (places.length > MOST_PLACES) throw new UsageError(`${path}: found ${places.length} points, expected up to ${MOST_PLACES}`);
  notes.push(...problems.map((problem) => describeProblem(problem, t)), ...tableProblems.map((problem) => describeTableProblem(problem, t)));
  if (unplaced > 0) notes.push(t('site.unplaced', { count: unplaced, file: path }));
  return reading;
}

function streetsOf(call: SiteCall, path: string, project: ReachProject | null, t: Translate, notes: string[]): { engine: ReachEngine; partial: boolean } {
  const inflate = (packed: Uint8Array, size: number) => inflateSync(packed, { maxOutputLength: Math.max(1, size) });
  const { source, problems, partial, facts } = driven(readStreets(path, readBytes(path), { inflate, maxBytes: 2_000_000_000, maxNodes: 60_000_000, ...(project === null ? {} : { filter: walkFilterOf(project.walk) }) }), t);
  if (source === null || problems.some(({ severity }) => severity === 'refused')) throw new StreetRefusal(problems);
  const graph = buildStreetGraph(source, { gates: call.osmGates || project?.walk.barriers === true });
  if (graph.vertexCount === 0) throw new StreetRefusal([{ code: 'noStreets', severity: 'refused', file: path, found: String(facts.ways), expected: 'highway=*' }]);
  notes.push(...problems.map((problem) => describeStreetProblem(problem, t)));
  if (partial) notes.push(t('reach.partial'));
  return { engine: new ReachEngine(openNetwork(graph)), partial };
}

/** Hangs places on the streets and tells of those that are too far off. */
export function snapped(engine: ReachEngine, places: readonly Place[], what: string, t: Translate, notes: string[]): SnappedPoints {
  const points = driven(engine.snap(Float64Array.from(places.flatMap(({ x, y }) => [x, y]))), t);
  const { unsnapped, medianMetres, datumSuspected } = points.report;
  if (unsnapped > 0) notes.push(t('reach.unsnapped', { found: unsnapped, expected: SNAP_METRES, what }));
  if (datumSuspected) notes.push(t('reach.datumSuspected', { what, found: medianMetres ?? 0, expected: 60 }));
  return points;
}
