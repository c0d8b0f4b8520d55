/**
 * Takes out of outlines the vertices that noding put where lines crossed, once nothing meets there any more: an edge is then
 * again the one that stood in the file, of a neighbour or of the parent, and both agree to the last digit. The coverage keeps
 * these vertices, for the faces as read still meet in them.
 */
import { faceOf, leftFace, nodeOf, OUTSIDE_FACE, startNode, type Coverage } from '../coverage/coverage.ts';
import type { PolygonLayer } from '../coverage/layer.ts';
import { PointTable } from '../coverage/pointTable.ts';
import type { ShapePolygon } from '../coverage/shape.ts';

/** How far rounding moves a vertex off an edge that was split again and again, steps. */
const NEAR = 2;

export interface RawShape {
  unit: number;
  faces: readonly number[];
  polygons: ShapePolygon[];
}

/** `parent`: whose lines outlines may run along; null where none was loaded. */
export function straighten(coverage: Coverage, shapes: readonly RawShape[], layer: PolygonLayer, parent: PolygonLayer | null): RawShape[] {
  const around = surroundings(coverage, shapes);
  const made = new Places();
  for (const { unit, polygons } of shapes) {
    const own = placesOf(layer, unit);
    for (const ring of polygons.flat()) {
      for (let i = 0; i < ring.length; i += 2) if (!own.has(ring[i]!, ring[i + 1]!) && !around.junctions.has(ring[i]!, ring[i + 1]!)) made.add(ring[i]!, ring[i + 1]!);
    }
  }
  // What stands in any file near was not made by noding.
  const files: { from: PolygonLayer; units: number[] }[] = [{ from: layer, units: [...around.units].filter((unit) => unit < layer.unitCount) }];
  if (parent) files.push({ from: parent, units: Array.from({ length: parent.unitCount }, (_, unit) => unit) });
  for (const { from, units } of files) for (const unit of units) deleteVertices(made, from, unit);
  if (made.size === 0) return [...shapes];
  const wanted = new Edges();
  for (const { polygons } of shapes) for (const ring of polygons.flat()) for (const { from, to } of runs(ring, made)) wanted.want(ring, from, to);
  for (const { from, units } of files) for (const unit of units) markEdges(from, unit, wanted);
  return shapes.map((shape) => ({ ...shape, polygons: shape.polygons.map((polygon) => polygon.map((ring) => withoutRuns(ring, made, wanted))) }));
}

/** Units whose files can have drawn lines near these shapes, and nodes where more than two sides meet. */
function surroundings(coverage: Coverage, shapes: readonly RawShape[]): { units: Set<number>; junctions: Places } {
  const units = new Set<number>();
  const junctions = new Places();
  const seen = new Set<number>();
  for (const { faces } of shapes) {
    for (const face of faces) {
      for (const first of faceOf(coverage, face).loops) {
        let half = first;
        do {
          const across = leftFace(coverage, half ^ 1);
          for (const side of [face, across]) if (side !== OUTSIDE_FACE) for (const unit of faceOf(coverage, side).base) units.add(unit);
          const id = startNode(coverage, half ^ 1);
          const node = nodeOf(coverage, id);
          if (!seen.has(id)) {
            seen.add(id);
            const borders = node.out.filter((each) => !sameClaims(coverage, leftFace(coverage, each), leftFace(coverage, each ^ 1)));
            if (borders.length !== 2) junctions.add(node.x, node.y);
            for (const each of node.out) {
              const side = leftFace(coverage, each);
              if (side !== OUTSIDE_FACE) for (const unit of faceOf(coverage, side).base) units.add(unit);
            }
          }
          half = node.out[(node.out.indexOf(half ^ 1) + node.out.length - 1) % node.out.length]!;
        } while (half !== first);
      }
    }
  }
  return { units, junctions };
}

function sameClaims(coverage: Coverage, a: number, b: number): boolean {
  const p = faceOf(coverage, a).claimants;
  const q = faceOf(coverage, b).claimants;
  return p.length === q.length && p.every((unit, k) => unit === q[k]);
}

/** Stretches of made vertices: the indices of the vertices before and behind each. A ring of nothing else has none. */
function runs(ring: readonly number[], made: Places): { from: number; to: number }[] {
  const count = ring.length / 2;
  const isMade = (i: number) => made.has(ring[2 * (i % count)]!, ring[2 * (i % count) + 1]!);
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < count; i++) {
    if (isMade(i) || !isMade(i + 1)) continue;
    let to = i + 2;
    while (to < i + count && isMade(to)) to++;
    if (to % count !== i) found.push({ from: i, to: to % count });
  }
  return found;
}

function withoutRuns(ring: readonly number[], made: Places, edges: Edges): readonly number[] {
  const count = ring.length / 2;
  const gone = new Set<number>();
  for (const { from, to } of runs(ring, made)) {
    if (edges.found(ring, from, to) && liesAlong(ring, from, to)) for (let i = (from + 1) % count; i !== to; i = (i + 1) % count) gone.add(i);
  }
  return gone.size === 0 || count - gone.size < 3 ? ring : ring.filter((_, i) => !gone.has(i >> 1));
}

/** Whether a run was rounded off the edge between its ends; a vertex farther from it was drawn. */
function liesAlong(ring: readonly number[], from: number, to: number): boolean {
  const count = ring.length / 2;
  const [x, y] = [ring[2 * from]!, ring[2 * from + 1]!];
  const [dx, dy] = [ring[2 * to]! - x, ring[2 * to + 1]! - y];
  const reach = NEAR * Math.hypot(dx, dy);
  for (let i = (from + 1) % count; i !== to; i = (i + 1) % count) {
    if (Math.abs(dx * (ring[2 * i + 1]! - y) - dy * (ring[2 * i]! - x)) > reach) return false;
  }
  return true;
}

function markEdges(layer: PolygonLayer, unit: number, edges: Edges): void {
  const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
  for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
    const end = ringStart[r + 1]!;
    for (let i = ringStart[r]!; i < end; i++) {
      const j = i + 1 < end ? i + 1 : ringStart[r]!;
      edges.mark(xy[2 * i]!, xy[2 * i + 1]!, xy[2 * j]!, xy[2 * j + 1]!);
    }
  }
}

function placesOf(layer: PolygonLayer, unit: number): Places {
  if (unit >= layer.unitCount) return new Places();
  const [first, end] = verticesOf(layer, unit);
  const places = new Places(end - first);
  for (let i = first; i < end; i++) places.add(layer.coordinates[2 * i]!, layer.coordinates[2 * i + 1]!);
  return places;
}

function deleteVertices(places: Places, layer: PolygonLayer, unit: number): void {
  const [first, end] = verticesOf(layer, unit);
  for (let i = first; i < end && places.size > 0; i++) places.delete(layer.coordinates[2 * i]!, layer.coordinates[2 * i + 1]!);
}

function verticesOf({ ringStart, polygonStart, unitStart }: PolygonLayer, unit: number): [first: number, end: number] {
  return [ringStart[polygonStart[unitStart[unit]!]!]!, ringStart[polygonStart[unitStart[unit + 1]!]!]!];
}

class Places {
  private readonly points: PointTable;
  private readonly gone = new Set<number>();

  constructor(expected = 16) {
    this.points = new PointTable(expected);
  }

  get size(): number {
    return this.points.count - this.gone.size;
  }

  add(x: number, y: number): void {
    const point = this.points.add(x, y);
    if (this.gone.size > 0) this.gone.delete(point);
  }

  has(x: number, y: number): boolean {
    const point = this.points.find(x, y);
    return point >= 0 && !this.gone.has(point);
  }

  delete(x: number, y: number): void {
    const point = this.points.find(x, y);
    if (point >= 0) this.gone.add(point);
  }
}

/** Edges that would stand again, and whether a file has them. */
class Edges {
  private readonly ends = new Places();
  private readonly known = new Map<string, boolean>();

  want(ring: readonly number[], from: number, to: number): void {
    this.ends.add(ring[2 * from]!, ring[2 * from + 1]!);
    this.known.set(key(ring[2 * from]!, ring[2 * from + 1]!, ring[2 * to]!, ring[2 * to + 1]!), false);
    this.ends.add(ring[2 * to]!, ring[2 * to + 1]!);
  }

  mark(x0: number, y0: number, x1: number, y1: number): void {
    if (!this.ends.has(x0, y0) || !this.ends.has(x1, y1)) return;
    const k = key(x0, y0, x1, y1);
    if (this.known.has(k)) this.known.set(k, true);
  }

  found(ring: readonly number[], from: number, to: number): boolean {
    return this.known.get(key(ring[2 * from]!, ring[2 * from + 1]!, ring[2 * to]!, ring[2 * to + 1]!)) === true;
  }
}

function key(x0: number, y0: number, x1: number, y1: number): string {
  return x0 < x1 || (x0 === x1 && y0 < y1) ? `${x0},${y0} ${x1},${y1}` : `${x1},${y1} ${x0},${y0}`;
}
