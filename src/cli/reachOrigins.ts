/** The reached sets of `sizhi reach`: a place, a node, or every facility; with the drawn areas and the lists of nodes where asked for. */
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { STEPS_PER_DEGREE } from '../core/geo/coordinates.ts';
import { UNKNOWN_COUNT } from '../core/network/homes.ts';
import type { Origin, ReachEngine } from '../core/network/reachEngine.ts';
import { reachedVertices, type ReachedSet } from '../core/network/reachedSet.ts';
import { SNAP_METRES, type SnappedPoints } from '../core/network/snap.ts';
import { vertexOfNode } from '../core/network/streetGraph.ts';
import type { Translate } from '../i18n/index.ts';
import { UsageError } from './exit.ts';
import { driven, type ReachInput } from './reachInput.ts';
import type { ReachCall } from './reachOptions.ts';

/** More facilities than these are counted in the coverage, but not listed one by one. */
const MOST_ORIGINS = 20_000;
/** Rows of a CSV that a spreadsheet still opens. */
const MOST_NODE_ROWS = 1_000_000;

export interface OriginRow extends ReachedSet {
  readonly id: string;
  readonly minutes: number | null;
  readonly metres: number;
  readonly name?: string | null;
  readonly category?: string | null;
  /** Of the homes within, counted one by one; absent without homes. */
  readonly households?: number;
  readonly people?: number;
}

export interface ReachOrigins {
  readonly rows: readonly OriginRow[];
  readonly leftOut: number;
  readonly nodeRows: readonly string[];
  readonly collection: FeatureCollection<MultiPolygon>;
}

interface Named {
  readonly id: string;
  readonly origin: Origin;
  readonly more: Pick<OriginRow, 'name' | 'category'>;
}

export function originsOf(call: ReachCall, engine: ReachEngine, input: ReachInput, t: Translate, notes: string[]): ReachOrigins {
  const all = namedOrigins(call, engine, input, t);
  const origins = all.slice(0, MOST_ORIGINS);
  const leftOut = all.length - origins.length;
  if (leftOut > 0) notes.push(t('reach.originsLeftOut', { count: leftOut }));
  const homes = input.homes === null || origins.length > 1 ? null : { ...input.homes, points: driven(engine.snap(input.homes.places), t) };
  if (call.out !== null) driven(engine.prepareRaster(), t);
  const rows: OriginRow[] = [];
  const nodeRows: string[] = [];
  const features: Feature<MultiPolygon>[] = [];
  const longest = Math.max(...call.limits.map(({ millimetres }) => millimetres));
  for (const { id, origin, more } of origins) {
    for (const { minutes, millimetres } of call.limits) {
      engine.reach(origin, millimetres);
      const row: OriginRow = { id, minutes, metres: millimetres / 1000, ...more, ...engine.reachedSet(), ...(homes === null ? {} : within(engine, homes)) };
      rows.push(row);
      if (call.nodesOut !== null && millimetres === longest) addNodes(nodeRows, id, engine);
      const geometry = call.out === null ? null : engine.polygon();
      if (geometry !== null) features.push({ type: 'Feature', properties: { origin: id, ...more, minutes, metres: row.metres, drawn: 'sketch; counts are looked up home by home' }, geometry });
    }
  }
  return { rows, leftOut, nodeRows, collection: { type: 'FeatureCollection', features } };
}

function namedOrigins(call: ReachCall, engine: ReachEngine, { facilities }: ReachInput, t: Translate): Named[] {
  if (call.node !== null) {
    const vertex = vertexOfNode(engine.network.graph, call.node);
    if (vertex < 0) throw new UsageError(t('reach.nodeMissing', { found: call.node }));
    return [{ id: String(call.node), origin: { vertex }, more: {} }];
  }
  if (call.from !== null) {
    const [lng, lat] = call.from;
    const points = engine.snapPoint(Math.round(lng * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE));
    if (points.report.unsnapped > 0) throw new UsageError(t('reach.fromOffStreet', { found: call.from.join(','), expected: SNAP_METRES }));
    return [{ id: call.from.join(','), origin: { points, point: 0, asResident: true }, more: {} }];
  }
  if (facilities.length === 0) return [];
  const points = driven(engine.snap(facilities.flatMap(({ x, y }) => [x, y])), t);
  return facilities.map(({ name, category, written }, point) => ({ id: name ?? `#${point}`, origin: { points, point }, more: { name, category: category ?? written } }));
}

function within(engine: ReachEngine, { households, people, points }: { households: Int32Array; people: Int32Array; points: SnappedPoints }): { households: number; people: number } {
  const members = engine.membersOf(points.anchors);
  const sum = (list: Int32Array) => members.reduce((total, home) => total + (list[home] === UNKNOWN_COUNT ? 0 : list[home]!), 0);
  return { households: sum(households), people: sum(people) };
}

function addNodes(rows: string[], id: string, engine: ReachEngine): void {
  const { graph } = engine.network;
  const { vertices, millimetres } = reachedVertices(engine.search, graph);
  const order = Uint32Array.from(vertices.keys()).sort((a, b) => graph.nodeIds[vertices[a]!]! - graph.nodeIds[vertices[b]!]!);
  // A formula in a name must not run in the spreadsheet that opens the list.
  const name = `"${(/^[=+\-@\t\r]/.test(id) && !/^-?\d/.test(id) ? `'${id}` : id).replaceAll('"', '""')}"`;
  for (const k of order) if (rows.length < MOST_NODE_ROWS) rows.push(`${name},${graph.nodeIds[vertices[k]!]!},${millimetres[k]!}`);
}
