/**
 * Lines drawn by hand made a network: ends that miss each other by a hair are one vertex; on request lines that cross, or end on one
 * another, are joined there. Lines on different levels (bridges, tunnels) cross without meeting.
 */
import Flatbush from 'flatbush';
import { PointTable } from '../coverage/pointTable.ts';
import type { StreetSource } from './buildGraph.ts';
import { METRES_PER_STEP, metresPerStepEast } from './edgeLength.ts';
import { Growing } from './growing.ts';
import type { Work } from '../progress.ts';

export interface StreetLine {
  /** Steps, interleaved. */
  readonly coordinates: Int32Array;
  /** Lines of different levels do not meet where they cross. */
  readonly level: string;
}

export interface WeldOptions {
  /** Ends nearer than this to a vertex, or to a line when crossings are split, are taken to meet it. */
  readonly weldMetres?: number;
  readonly splitAtCrossings?: boolean;
}

export interface WeldReport {
  /** Ends moved on to a vertex. */
  readonly welded: number;
  /** Places where lines were split. */
  readonly splits: number;
}

export const DEFAULT_WELD_METRES = 0.5;
const SEGMENTS_PER_STEP = 20_000;

export function* weldLines(lines: readonly StreetLine[], options: WeldOptions = {}): Work<{ source: StreetSource; report: WeldReport }> {
  const weldMetres = options.weldMetres ?? DEFAULT_WELD_METRES;
  const points = new PointTable(1 + lines.reduce((sum, { coordinates }) => sum + coordinates.length / 2, 0));
  const segments = new Growing(Uint32Array);
  const lineOf = new Growing(Uint32Array);
  const ends = new Set<number>();
  lines.forEach(({ coordinates }, line) => {
    let before = -1;
    for (let i = 0; i < coordinates.length; i += 2) {
      const point = points.add(coordinates[i]!, coordinates[i + 1]!);
      if (i === 0 || i === coordinates.length - 2) ends.add(point);
      if (before >= 0 && before !== point) {
        segments.push(before);
        segments.push(point);
        lineOf.push(line);
      }
      before = point;
    }
  });
  yield { phase: 'weld', fraction: null };
  const levels = Array.from(lineOf.view(), (line) => lines[line]!.level);
  const given = points.count;
  const splits = options.splitAtCrossings ? yield* findSplits(points, segments.view(), levels, ends, weldMetres) : new Map<number, Split[]>();
  const target = weldTargets(points, ends, given, weldMetres);
  const pairs = pairsOf(segments.view(), splits, target);
  let welded = 0;
  for (const end of ends) if (target[end] !== end) welded++;
  return {
    source: { nodeIds: Float64Array.from({ length: points.count }, (_, k) => k + 1), coordinates: interleaved(points), pairs, barred: new Uint32Array(0) },
    report: { welded, splits: points.count - given + countOnLines(splits, given) },
  };
}

interface Split {
  readonly share: number;
  readonly point: number;
}

/** Where each segment is to be split. */
function* findSplits(points: PointTable, segments: Uint32Array, levels: readonly string[], ends: ReadonlySet<number>, weldMetres: number): Work<Map<number, Split[]>> {
  const splits = new Map<number, Split[]>();
  const count = segments.length / 2;
  if (count === 0) return splits;
  const tree = new Flatbush(count);
  for (let k = 0; k < count; k++) {
    const [a, b] = [segments[2 * k]!, segments[2 * k + 1]!];
    tree.add(Math.min(points.x[a]!, points.x[b]!), Math.min(points.y[a]!, points.y[b]!), Math.max(points.x[a]!, points.x[b]!), Math.max(points.y[a]!, points.y[b]!));
  }
  tree.finish();
  const split = (segment: number, share: number, point: number) => {
    const list = splits.get(segment);
    if (list) list.push({ share, point });
    else splits.set(segment, [{ share, point }]);
  };
  for (let k = 0; k < count; k++) {
    if (k % SEGMENTS_PER_STEP === 0) yield { phase: 'weld', fraction: k / count };
    const [a, b] = [segments[2 * k]!, segments[2 * k + 1]!];
    const [ax, ay, bx, by] = [points.x[a]!, points.y[a]!, points.x[b]!, points.y[b]!];
    for (const other of tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))) {
      if (other <= k || levels[k] !== levels[other]) continue;
      const [c, d] = [segments[2 * other]!, segments[2 * other + 1]!];
      if (a === c || a === d || b === c || b === d) continue;
      const shares = crossing(ax, ay, bx, by, points.x[c]!, points.y[c]!, points.x[d]!, points.y[d]!);
      if (shares === null) continue;
      const point = points.add(Math.round(ax + shares[0] * (bx - ax)), Math.round(ay + shares[0] * (by - ay)));
      split(k, shares[0], point);
      split(other, shares[1], point);
    }
  }
  for (const end of ends) {
    const [x, y] = [points.x[end]!, points.y[end]!];
    const [stepsEast, stepsNorth] = [weldMetres / metresPerStepEast(y), weldMetres / METRES_PER_STEP];
    for (const segment of tree.search(x - stepsEast, y - stepsNorth, x + stepsEast, y + stepsNorth)) {
      const [a, b] = [segments[2 * segment]!, segments[2 * segment + 1]!];
      if (a === end || b === end) continue;
      const share = footShare(points, a, b, x, y, weldMetres);
      if (share !== null) split(segment, share, end);
    }
  }
  return splits;
}

/** Shares of both segments where they cross inside; null where they do not. */
function crossing(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): [number, number] | null {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = ux * vy - uy * vx;
  if (cross === 0) return null;
  const s = ((cx - ax) * vy - (cy - ay) * vx) / cross;
  const t = ((cx - ax) * uy - (cy - ay) * ux) / cross;
  return s > 0 && s < 1 && t > 0 && t < 1 ? [s, t] : null;
}

/** Share at which a point stands beside a segment, away from its ends; null where it is too far off. */
function footShare(points: PointTable, a: number, b: number, x: number, y: number, mostMetres: number): number | null {
  const east = metresPerStepEast(y);
  const [ax, ay] = [(points.x[a]! - x) * east, (points.y[a]! - y) * METRES_PER_STEP];
  const [dx, dy] = [(points.x[b]! - x) * east - ax, (points.y[b]! - y) * METRES_PER_STEP - ay];
  const share = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
  if (!(share > 0 && share < 1) || Math.hypot(ax + share * dx, ay + share * dy) > mostMetres) return null;
  return share;
}

/** For each point the one it becomes: an end takes the nearest other vertex, the lower of two, both ends of a pair the same. */
function weldTargets(points: PointTable, ends: ReadonlySet<number>, given: number, weldMetres: number): Uint32Array {
  const target = Uint32Array.from({ length: points.count }, (_, k) => k);
  const root = (point: number): number => {
    while (target[point] !== point) point = target[point] = target[target[point]!]!;
    return point;
  };
  if (given > 0 && weldMetres > 0) {
    const tree = new Flatbush(given);
    for (let k = 0; k < given; k++) tree.add(points.x[k]!, points.y[k]!);
    tree.finish();
    for (const end of ends) {
      const near = nearestOther(tree, points, end, weldMetres);
      if (near < 0) continue;
      const [p, q] = [root(end), root(near)];
      target[Math.max(p, q)] = Math.min(p, q);
    }
  }
  return target.map((_, point) => root(point));
}

function nearestOther(tree: Flatbush, points: PointTable, end: number, mostMetres: number): number {
  const [x, y] = [points.x[end]!, points.y[end]!];
  const east = metresPerStepEast(y);
  let found = -1;
  let best = mostMetres;
  for (const other of tree.search(x - mostMetres / east, y - mostMetres / METRES_PER_STEP, x + mostMetres / east, y + mostMetres / METRES_PER_STEP)) {
    const metres = Math.hypot((points.x[other]! - x) * east, (points.y[other]! - y) * METRES_PER_STEP);
    if (other === end || metres > best || (metres === best && found >= 0 && other > found)) continue;
    best = metres;
    found = other;
  }
  return found;
}

function pairsOf(segments: Uint32Array, splits: ReadonlyMap<number, Split[]>, target: Uint32Array): Uint32Array {
  const pairs = new Growing(Uint32Array, segments.length + 16);
  for (let k = 0; k < segments.length / 2; k++) {
    let before = target[segments[2 * k]!]!;
    const stops = [...(splits.get(k) ?? [])].sort((p, q) => p.share - q.share).map(({ point }) => point);
    for (const stop of [...stops, segments[2 * k + 1]!]) {
      const point = target[stop]!;
      if (point === before) continue;
      pairs.push(before);
      pairs.push(point);
      before = point;
    }
  }
  return pairs.taken();
}

/** Ends that lie on a line and split it: they were points before. */
function countOnLines(splits: ReadonlyMap<number, Split[]>, given: number): number {
  let count = 0;
  for (const list of splits.values()) for (const { point } of list) if (point < given) count++;
  return count;
}

function interleaved(points: PointTable): Int32Array {
  const coordinates = new Int32Array(2 * points.count);
  for (let k = 0; k < points.count; k++) {
    coordinates[2 * k] = points.x[k]!;
    coordinates[2 * k + 1] = points.y[k]!;
  }
  return coordinates;
}
