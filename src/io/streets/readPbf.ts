/**
 * The door for OSM PBF: bytes in, nodes and pairs of a street network out. Yields from block to block.
 * What can be read is read even when the file is refused; then the reading says that it is partial.
 */
import { Growing } from '../../core/network/growing.ts';
import type { StreetSource } from '../../core/network/buildGraph.ts';
import { acceptsWay, barsNode, keysOf, WALK_V1, type WalkFilter } from '../../core/network/walkFilter.ts';
import type { Work } from '../../core/progress.ts';
import { readBlock } from './block.ts';
import { blobAt, inflateInScript, unpack, type Blob, type Inflate } from './blobs.ts';
import { StreetFailure } from './failure.ts';
import { readHeader, type PbfHeader } from './header.ts';
import { NodeTable } from './nodeTable.ts';
import type { StreetProblem, StreetProblemCode } from './problem.ts';
import { streetFileKind } from './streetFileKind.ts';

export interface PbfOptions {
  readonly filter?: WalkFilter;
  /** A faster inflate where the platform has one. */
  readonly inflate?: Inflate;
  /** Largest file and most nodes that are held in memory. */
  readonly maxBytes?: number;
  readonly maxNodes?: number;
  /** Widest ground that the header may announce. */
  readonly maxDegrees?: number;
  /** Also gather the middles of buildings. */
  readonly buildings?: boolean;
}

export const DEFAULT_MAX_PBF_BYTES = 300_000_000;
export const DEFAULT_MAX_NODES = 20_000_000;

export interface StreetReading {
  /** Null when nothing was read. It may be there although the file is refused: then it is partial. */
  readonly source: StreetSource | null;
  readonly partial: boolean;
  readonly problems: readonly StreetProblem[];
  readonly facts: StreetFacts;
  /** Middles of the bounding boxes of buildings in steps, interleaved; empty unless asked for. */
  readonly buildings: Int32Array;
}

export interface StreetFacts {
  /** In the file, used or not. */
  readonly nodes: number;
  readonly ways: number;
  readonly acceptedWays: number;
  readonly header: PbfHeader | null;
}

interface Gathered {
  readonly nodes: NodeTable;
  readonly barred: Growing<Float64ArrayConstructor>;
  /** Refs of accepted ways one after another, NaN behind each. */
  readonly streets: Growing<Float64ArrayConstructor>;
  readonly buildings: Growing<Float64ArrayConstructor>;
  header: PbfHeader | null;
  ways: number;
  acceptedWays: number;
  misplaced: number;
}

export function* readPbf(file: string, given: Uint8Array, options: PbfOptions = {}): Work<StreetReading> {
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const gathered: Gathered = {
    nodes: new NodeTable(), barred: new Growing(Float64Array), streets: new Growing(Float64Array), buildings: new Growing(Float64Array),
    header: null, ways: 0, acceptedWays: 0, misplaced: 0,
  };
  const problems: StreetProblem[] = [];
  let at = 0;
  try {
    refuseUnread(file, bytes, options.maxBytes ?? DEFAULT_MAX_PBF_BYTES);
    while (at < bytes.length) {
      yield { phase: 'streets', fraction: at / bytes.length };
      const blob = blobAt(bytes, at);
      takeBlob(blob, gathered, options);
      at = blob.end;
    }
  } catch (error) {
    if (!(error instanceof StreetFailure)) throw error;
    problems.push({ code: error.code, severity: 'refused', file, found: error.found, expected: error.expected, ...(at > 0 && { byte: at }) });
  }
  yield { phase: 'streetGraph', fraction: null };
  return assemble(file, gathered, problems);
}

function refuseUnread(file: string, bytes: Uint8Array, maxBytes: number): void {
  if (bytes.length === 0) throw new StreetFailure('empty', '0', 'OSM PBF');
  const kind = streetFileKind(file, bytes);
  if (kind !== 'OSM PBF') throw new StreetFailure('notStreets', kind, 'OSM PBF');
  // The header of a file that is too large still tells of what ground it is.
  const blob = blobAt(bytes, 0);
  if (blob.type === 'OSMHeader') readHeader(unpack(blob.body, inflateInScript));
  if (bytes.length > maxBytes) throw new StreetFailure('tooLarge', String(bytes.length), String(maxBytes));
}

function takeBlob(blob: Blob, gathered: Gathered, options: PbfOptions): void {
  const inflate = options.inflate ?? inflateInScript;
  if (blob.type === 'OSMHeader') {
    gathered.header ??= readHeader(unpack(blob.body, inflate), options.maxDegrees);
    return;
  }
  if (gathered.header === null) throw new StreetFailure('damaged', blob.type === '' ? '—' : blob.type, 'OSMHeader');
  if (blob.type !== 'OSMData') return;
  const filter = options.filter ?? WALK_V1;
  const maxNodes = options.maxNodes ?? DEFAULT_MAX_NODES;
  const wayKeys = keysOf(filter.ways);
  if (options.buildings) wayKeys.add('building');
  readBlock(unpack(blob.body, inflate), {
    nodeKeys: keysOf(filter.gates), wayKeys,
    node(id, x, y, tags) {
      if (!(Math.abs(x) <= 1.8e9 && Math.abs(y) <= 0.9e9 && Number.isSafeInteger(id))) {
        gathered.misplaced++;
        return;
      }
      if (gathered.nodes.length === maxNodes) throw new StreetFailure('tooManyNodes', `> ${maxNodes}`, `≤ ${maxNodes}`);
      gathered.nodes.add(id, x, y);
      if (tags !== null && barsNode(filter, tags)) gathered.barred.push(id);
    },
    way(_id, tags, refs) {
      gathered.ways++;
      if (tags === null) return;
      if (acceptsWay(filter, tags)) {
        gathered.acceptedWays++;
        gathered.streets.pushAll(refs());
        gathered.streets.push(NaN);
      }
      const building = options.buildings ? tags('building') : undefined;
      if (building !== undefined && building !== 'no') {
        gathered.buildings.pushAll(refs());
        gathered.buildings.push(NaN);
      }
    },
  });
}

function assemble(file: string, gathered: Gathered, problems: StreetProblem[]): StreetReading {
  const say = (code: StreetProblemCode, severity: StreetProblem['severity'], found: string, expected: string) => problems.push({ code, severity, file, found, expected });
  const partial = problems.length > 0;
  const { nodes, streets } = gathered;
  nodes.settle();
  if (nodes.repeated > 0) say('repeatedNodes', 'warning', String(nodes.repeated), '0');
  if (gathered.misplaced > 0) say('misplacedNodes', 'warning', String(gathered.misplaced), '±180, ±90');
  const { pairs, missing } = pairsOf(streets.view(), nodes);
  if (missing > 0) say('missingNodes', partial ? 'warning' : 'information', String(missing), '0');
  if (pairs.length === 0 && !partial) say('noStreets', 'refused', String(gathered.ways), 'highway=*');
  const facts: StreetFacts = { nodes: nodes.length, ways: gathered.ways, acceptedWays: gathered.acceptedWays, header: gathered.header };
  const barred = Uint32Array.from(gathered.barred.view(), (id) => nodes.indexOf(id)).sort();
  return {
    source: pairs.length === 0 ? null : { nodeIds: nodes.ids(), coordinates: nodes.coordinates(), pairs, barred },
    partial, problems, facts, buildings: middles(gathered.buildings.view(), nodes),
  };
}

/** Consecutive nodes that are both there. */
function pairsOf(refs: Float64Array, nodes: NodeTable): { pairs: Uint32Array; missing: number } {
  const pairs = new Uint32Array(2 * refs.length);
  let count = 0;
  let missing = 0;
  let before = -1;
  for (const ref of refs) {
    // NaN, the end of a way, is no number's equal.
    const isEnd = ref !== ref;
    const node = isEnd ? -1 : nodes.indexOf(ref);
    if (node < 0 && !isEnd) missing++;
    if (node >= 0 && before >= 0 && node !== before) {
      pairs[count++] = before;
      pairs[count++] = node;
    }
    before = node;
  }
  return { pairs: pairs.slice(0, count), missing };
}

/** Integer middle of the bounding box of each ring that has a node. */
function middles(refs: Float64Array, nodes: NodeTable): Int32Array {
  const points = new Growing(Int32Array);
  let box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const ref of refs) {
    if (Number.isNaN(ref)) {
      if (box[0] <= box[2]) {
        points.push(Math.floor((box[0] + box[2]) / 2));
        points.push(Math.floor((box[1] + box[3]) / 2));
      }
      box = [Infinity, Infinity, -Infinity, -Infinity];
      continue;
    }
    const node = nodes.indexOf(ref);
    if (node < 0) continue;
    const [x, y] = nodes.position(node);
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return points.taken();
}
