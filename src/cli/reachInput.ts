/** What `sizhi reach` is given: streets, facilities, homes, communities, compounds and gates. */
import { inflateSync } from 'node:zlib';
import { innerPoint } from '../core/households/innerPoint.ts';
import type { CategoryTree } from '../core/network/categoryTree.ts';
import { CompoundIndex, type Compound } from '../core/network/compound.ts';
import { UNKNOWN_COUNT } from '../core/network/homes.ts';
import { allGates, ownGate } from '../core/network/ownGates.ts';
import { walkFilterOf } from '../core/network/walkChoices.ts';
import type { Gate } from '../core/network/walls.ts';
import { finish, type Work } from '../core/progress.ts';
import type { Translate } from '../i18n/index.ts';
import { guessAtomColumns, guessAtomKind } from '../io/atomColumns.ts';
import { communityFinder, readAtoms } from '../io/atoms.ts';
import { columnsOf } from '../io/columns.ts';
import { guessFields } from '../io/fields.ts';
import { fieldText } from '../io/fieldValues.ts';
import { readGeoJson } from '../io/geojson/readGeoJson.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { readFacilities, type Facility } from '../io/streets/readFacilities.ts';
import { readGates } from '../io/streets/readGates.ts';
import { readStreets } from '../io/streets/readStreets.ts';
import type { StreetReading } from '../io/streets/readPbf.ts';
import { cell } from '../io/unitLabel.ts';
import { describeProblem } from './describe.ts';
import { InputProblems, UsageError } from './exit.ts';
import { readBytes } from './files.ts';
import { planUnits } from './planUnits.ts';
import type { ReachCall } from './reachOptions.ts';
import { describeReachProject, type ReachProject } from './reachProject.ts';
import { describeTableProblem, TableRefusals } from './tableOptions.ts';
import { StreetRefusal } from './reachProblems.ts';

/** Each takes a few words of memory; more is no list of facilities. */
const MOST_FACILITIES = 500_000;

export interface ReachHomes {
  /** Steps, interleaved. */
  readonly places: Int32Array;
  readonly households: Int32Array;
  readonly people: Int32Array;
  readonly community: Int32Array;
}

export interface ReachCommunity {
  readonly label: string;
  readonly kind: 'urban' | 'rural' | null;
}

export interface ReachInput {
  readonly streets: StreetReading;
  readonly facilities: readonly Facility[];
  readonly unmapped: ReadonlyMap<string, number>;
  readonly homes: ReachHomes | null;
  readonly communities: readonly ReachCommunity[];
  readonly compounds: readonly Compound[];
  readonly gates: readonly Gate[];
  /** Sentences for a person. */
  readonly notes: readonly string[];
}

/** `tree`: the project's categories, or the shipped ones, with those that the rules name. */
export function reachInput(call: ReachCall, project: ReachProject | null, tree: CategoryTree, t: Translate): ReachInput {
  const notes: string[] = project === null ? [] : [describeReachProject(project, t)];
  const streets = streetsOf(call, project, t);
  const { facilities, unmapped } = facilitiesOf(call, project, tree, t, notes);
  const communityLayer = call.communities === null ? null : layerOf(call.communities);
  const units = communityLayer === null ? [] : planUnits(communityLayer, guessFields(columnsOf(communityLayer.properties)), 'community');
  const compoundLayer = call.compounds === null ? null : layerOf(call.compounds);
  const compounds = compoundLayer === null ? [] : compoundsOf(compoundLayer);
  const known = call.gates === null || call.gates === 'osm' ? [] : gatesOf(call.gates, compounds, t, notes);
  const gates = allGates((project?.gates ?? []).map(ownGate), known);
  if (project !== null && project.gates.length > 0 && (call.compounds === null || call.gates === 'osm')) notes.push(t('reach.projectGatesUnused', { count: project.gates.length }));
  const homeLayer = call.homes === null ? compoundLayer : layerOf(call.homes);
  const homes = homeLayer === null ? null : homesOf(homeLayer, communityLayer, units, t, notes);
  return { streets, facilities, unmapped, homes, communities: units.map(({ label, kind }) => ({ label, kind })), compounds, gates, notes };
}

function streetsOf(call: ReachCall, project: ReachProject | null, t: Translate): StreetReading {
  const inflate = (packed: Uint8Array, size: number) => inflateSync(packed, { maxOutputLength: Math.max(1, size) });
  const streets = driven(readStreets(call.streets, readBytes(call.streets), {
    inflate, maxBytes: 2_000_000_000, maxNodes: 60_000_000, ...(project === null ? {} : { filter: walkFilterOf(project.walk) }), splitAtCrossings: call.splitAtCrossings, ...(call.weldMetres === null ? {} : { weldMetres: call.weldMetres }),
  }), t);
  if (streets.source === null || streets.problems.some(({ severity }) => severity === 'refused')) throw new StreetRefusal(streets.problems);
  return streets;
}

function facilitiesOf({ facilities: path, datum }: ReachCall, project: ReachProject | null, tree: CategoryTree, t: Translate, notes: string[]): { facilities: readonly Facility[]; unmapped: ReadonlyMap<string, number> } {
  if (path === null) return { facilities: [], unmapped: new Map() };
  const { facilities, problems, tableProblems, unplaced, unmapped } = readFacilities(path, readBytes(path), { datum: datum ?? project?.datum ?? 'CGCS2000', tree, ...(project === null ? {} : { mapping: project.mapping }) });
  if (problems.some(({ severity, feature }) => severity === 'refused' && feature === null)) throw new InputProblems([...problems]);
  if (tableProblems.some(({ severity }) => severity === 'refused')) throw new TableRefusals(tableProblems);
  if (facilities.length === 0) {
    if (problems.length > 0) throw new InputProblems([...problems]);
    throw new UsageError(`${path}: found no point, expected facilities`);
  }
  if (facilities.length > MOST_FACILITIES) throw new UsageError(`${path}: ${t('reach.tooManyFacilities', { found: facilities.length, expected: MOST_FACILITIES })}`);
  notes.push(...problems.map((problem) => describeProblem(problem, t)), ...tableProblems.map((problem) => describeTableProblem(problem, t)));
  if (unplaced > 0) notes.push(t('reach.unplaced', { count: unplaced }));
  for (const [word, count] of unmapped) notes.push(t('reach.unmapped', { found: word, count }));
  return { facilities, unmapped };
}

/** Points are homes too: a file without polygons is none of boundaries, but here it is not refused. */
function layerOf(path: string): SourceLayer {
  const { source, problems } = finish(readGeoJson(path, readBytes(path), { maxBytes: 2_000_000_000 }));
  const refused = problems.filter(({ severity, code }) => severity === 'refused' && code !== 'noPolygons');
  if (source === null || refused.length > 0) throw new InputProblems(refused.length > 0 ? refused : [...problems]);
  return source;
}

function compoundsOf(source: SourceLayer): Compound[] {
  const { name } = guessAtomColumns(columnsOf(source.properties));
  return source.properties.map((row, unit) => ({ name: fieldText(cell(row, name)).value, rings: ringsOf(source, unit) }));
}

function ringsOf({ layer: { coordinates, ringStart, polygonStart, unitStart } }: SourceLayer, unit: number): Int32Array[] {
  const rings: Int32Array[] = [];
  for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
    const ring = coordinates.slice(2 * ringStart[r]!, 2 * ringStart[r + 1]!);
    if (ring.length >= 6) rings.push(ring);
  }
  return rings;
}

function gatesOf(path: string, compounds: readonly Compound[], t: Translate, notes: string[]): readonly Gate[] {
  const { gates, problems, accessUnknown } = readGates(path, readBytes(path), compounds);
  if (gates.length === 0) {
    if (problems.length > 0) throw new InputProblems([...problems]);
    throw new UsageError(`${path}: found no point, expected gates`);
  }
  notes.push(...problems.map((problem) => describeProblem(problem, t)));
  if (accessUnknown > 0) notes.push(t('reach.gateAccessUnknown', { count: accessUnknown }));
  return gates;
}

function homesOf(source: SourceLayer, communityLayer: SourceLayer | null, units: readonly { code: string | null; name: string | null }[], t: Translate, notes: string[]): ReachHomes {
  const { atoms, problems } = readAtoms(source, { kind: guessAtomKind(source.fileName, columnsOf(source.properties)) ?? 'compound', communityOf: communityFinder(units) });
  if (units.length > 0) notes.push(...problems.map((problem) => describeProblem(problem, t)));
  const ground = communityLayer === null ? null : new CompoundIndex(units.map((_, unit) => ({ name: null, rings: ringsOf(communityLayer, unit) })));
  // A row without a place can't be walked from.
  const placed = atoms.flatMap((atom) => (atom.shape === null ? [] : [{ atom, ...middleOf(atom.shape) }]));
  const community = Int32Array.from(placed, ({ atom, x, y }) => atom.community ?? ground?.at(x, y) ?? -1);
  const without = placed.filter(({ atom }) => atom.households === null).length;
  if (without > 0) notes.push(t('reach.homesWithoutCount', { count: without }));
  const astray = units.length === 0 ? 0 : community.filter((index) => index < 0).length;
  if (astray > 0) notes.push(t('reach.homesWithoutCommunity', { count: astray }));
  return {
    places: Int32Array.from(placed.flatMap(({ x, y }) => [x, y])), community,
    households: Int32Array.from(placed, ({ atom }) => atom.households ?? UNKNOWN_COUNT), people: Int32Array.from(placed, ({ atom }) => atom.people ?? UNKNOWN_COUNT),
  };
}

type AtomShape = NonNullable<ReturnType<typeof readAtoms>['atoms'][number]['shape']>;

/** Integer middle of the bounding box (walk-v1); a point inside where the shape bends round its middle. */
function middleOf(shape: AtomShape): { x: number; y: number } {
  if (shape.type === 'point') return { x: shape.x, y: shape.y };
  const [west, south, east, north] = shape.box;
  const [x, y] = [Math.floor((west + east) / 2), Math.floor((south + north) / 2)];
  if (new CompoundIndex([{ name: null, rings: shape.rings }]).at(x, y) === 0) return { x, y };
  const [innerX, innerY] = innerPoint(shape.rings) ?? [x, y];
  return { x: Math.round(innerX), y: Math.round(innerY) };
}

/** Drives work to its end and tells each new phase on stderr, if anyone watches. */
export function driven<T>(work: Work<T>, t: Translate): T {
  let phase = '';
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (step.value.phase === phase || !process.stderr.isTTY) continue;
    phase = step.value.phase;
    process.stderr.write(`${t(`phase.${phase}` as Parameters<Translate>[0])}\n`);
  }
}
