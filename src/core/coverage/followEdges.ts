/**
 * A line drawn along edges that other lines have split follows them: the vertices that rounding put beside an edge are put into
 * the line too. So a boundary led back to where it was lies on it again, to the step.
 */
import { arcOf, halvesOf, nodeOf, type Coverage, type SplitEdge } from './coverage.ts';
import { boxesMeet, facesNear, type Box } from './faceIndex.ts';

export function followEdges(coverage: Coverage, line: readonly number[]): readonly number[] {
  const places = placesOn(coverage, line);
  if (places.size === 0) return line;
  const followed: number[] = [line[0]!, line[1]!];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x0, y0, x1, y1] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const along = ([x, y]: readonly [number, number]) => (x - x0) * (x1 - x0) + (y - y0) * (y1 - y0);
    const between = [...(places.get(edgeKey([x0, y0, x1, y1])) ?? new Map<string, [number, number]>()).values()];
    for (const [x, y] of between.sort((p, q) => along(p) - along(q))) followed.push(x, y);
    followed.push(x1, y1);
  }
  return followed;
}

/** Vertices put into edges near the line, by edge. */
function placesOn(coverage: Coverage, line: readonly number[]): Map<string, Map<string, [number, number]>> {
  const wanted = new Set<string>();
  const arcs = new Set<number>();
  for (let i = 0; i + 3 < line.length; i += 2) {
    const segment: SplitEdge = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    wanted.add(edgeKey(segment));
    const box: Box = [Math.min(segment[0], segment[2]), Math.min(segment[1], segment[3]), Math.max(segment[0], segment[2]), Math.max(segment[1], segment[3])];
    for (const face of facesNear(coverage.index, box)) {
      if (boxesMeet(box, coverage.faces.get(face)!.box)) for (const half of halvesOf(coverage, face)) arcs.add(half >> 1);
    }
  }
  const places = new Map<string, Map<string, [number, number]>>();
  const add = (edge: SplitEdge, x: number, y: number) => {
    const key = edgeKey(edge);
    if (wanted.has(key)) places.set(key, (places.get(key) ?? new Map<string, [number, number]>()).set(`${x},${y}`, [x, y]));
  };
  for (const id of arcs) {
    const { from, to, made } = arcOf(coverage, id);
    for (const { x, y, edge } of made) add(edge, x, y);
    for (const node of [nodeOf(coverage, from), nodeOf(coverage, to)]) for (const edge of node.splits) add(edge, node.x, node.y);
  }
  return places;
}

/** The same for both directions. */
function edgeKey([x0, y0, x1, y1]: SplitEdge): string {
  return x0 < x1 || (x0 === x1 && y0 < y1) ? `${x0},${y0} ${x1},${y1}` : `${x1},${y1} ${x0},${y0}`;
}
