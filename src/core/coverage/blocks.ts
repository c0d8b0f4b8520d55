/**
 * Street blocks: the ground between streets and the boundaries of a coverage. They are not faces; a block that is painted is
 * cut out then, where it is needed.
 */
import { OUTSIDE_FACE, type Coverage } from './coverage.ts';
import { emptySoup, graphOf, nodedSoup, type EdgeSoup } from './edgeSoup.ts';
import { cycle, origin, OUTSIDE, traceFaces } from './faces.ts';
import type { PlaneGraph } from './noding.ts';

/** Rings in steps, not closed, the shell first. */
export type Block = readonly (readonly number[])[];

export function streetBlocks(coverage: Coverage, streets: readonly (readonly number[])[]): Block[] {
  const lines: ArrayLike<number>[] = [...streets];
  for (const arc of coverage.arcs) if (arc) lines.push(arc.xy);
  const noding = nodedSoup(soupOf(lines));
  let step = noding.next();
  while (!step.done) step = noding.next();
  const graph = withoutDeadEnds(graphOf(step.value));
  const faces = traceFaces(graph);
  const ring = (half: number) => cycle(faces, half).flatMap((h) => [graph.nodeX[origin(graph, h)]!, graph.nodeY[origin(graph, h)]!]);
  const blocks: Block[] = [];
  for (let face = 0; face < faces.faceCount; face++) {
    if (face === OUTSIDE || faces.outline[face]! < 0) continue;
    blocks.push([ring(faces.outline[face]!), ...faces.holes[face]!.map(ring)]);
  }
  return blocks.filter(([shell]) => liesInside(coverage, shell!));
}

/** Every edge has a label of its own: none cancels. */
function soupOf(lines: readonly ArrayLike<number>[]): EdgeSoup {
  const count = lines.reduce((sum, line) => sum + Math.max(0, line.length / 2 - 1), 0);
  const soup = emptySoup(count);
  let e = 0;
  for (const line of lines) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      soup.x0[e] = line[i]!;
      soup.y0[e] = line[i + 1]!;
      soup.x1[e] = line[i + 2]!;
      soup.y1[e] = line[i + 3]!;
      soup.labelStart[++e] = e;
    }
  }
  return { ...soup, labels: Int32Array.from({ length: count }, (_, k) => k) };
}

function withoutDeadEnds(graph: PlaneGraph): PlaneGraph {
  const degree = new Int32Array(graph.nodeCount);
  const at: number[][] = Array.from({ length: graph.nodeCount }, () => []);
  for (let e = 0; e < graph.edgeCount; e++) {
    for (const n of [graph.edgeFrom[e]!, graph.edgeTo[e]!]) {
      degree[n]!++;
      at[n]!.push(e);
    }
  }
  const gone = new Uint8Array(graph.edgeCount);
  const queue = [...degree.keys()].filter((n) => degree[n] === 1);
  for (let n = queue.pop(); n !== undefined; n = queue.pop()) {
    const edge = at[n]!.find((e) => gone[e] === 0);
    if (edge === undefined) continue;
    gone[edge] = 1;
    const other = graph.edgeFrom[edge] === n ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!;
    degree[n]!--;
    if (--degree[other]! === 1) queue.push(other);
  }
  const kept = [...gone.keys()].filter((e) => gone[e] === 0);
  const pick = (from: Int32Array) => Int32Array.from(kept, (e) => from[e]!);
  return { ...graph, edgeCount: kept.length, edgeFrom: pick(graph.edgeFrom), edgeTo: pick(graph.edgeTo) };
}

/** Streets run on beyond the district: what they enclose there is no ground of it. */
function liesInside(coverage: Coverage, shell: readonly number[]): boolean {
  let x = 0;
  let y = 0;
  for (let i = 0; i < shell.length; i += 2) {
    x += shell[i]!;
    y += shell[i + 1]!;
  }
  const [cx, cy] = [(2 * x) / shell.length, (2 * y) / shell.length];
  const { index } = coverage;
  const column = Math.floor((cx - index.west) / index.cell);
  const row = Math.floor((cy - index.south) / index.cell);
  if (column < 0 || row < 0 || column >= index.columns || row >= index.rows) return false;
  return index.cells.get(row * index.columns + column).some((face) => face !== OUTSIDE_FACE);
}
