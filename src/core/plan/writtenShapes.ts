/**
 * Which communities are written as they were read, and what the others look like. A community is written anew only where its
 * ground or its outline differs from the file's: other vertices, other rings, a ring that the file left open.
 */
import { faceOf, OUTSIDE_FACE, type Arc, type Coverage, type Face } from '../coverage/coverage.ts';
import type { PolygonLayer } from '../coverage/layer.ts';
import { PointTable } from '../coverage/pointTable.ts';
import { lowestVertex } from '../coverage/ringMeasure.ts';
import { shapeOfFaces, type ShapePolygon } from '../coverage/shape.ts';
import { PagedArray } from '../pagedArray.ts';
import type { Plan } from './plan.ts';
import { straighten, type RawShape } from './straighten.ts';

export interface WrittenShape {
  unit: number;
  /** Empty for a community without ground. */
  polygons: ShapePolygon[];
  /** Vertices put into edges that the community had, interleaved steps. */
  inserted: number[];
}

/** A vertex is put into an edge when it lies no farther from it than rounding moves it, steps. */
const ON_EDGE = 1;

/** Units that are not written as they were read, ascending; created ones too, abolished ones not. `layer`: the units of the files, by `source`. */
export function writtenShapes({ coverage, units }: Plan, base: Coverage, layer: PolygonLayer, parent: PolygonLayer | null): WrittenShape[] {
  const touched = touchedUnits(coverage, base);
  const unclosed = unitsOfRings(layer, layer.unclosedRings);
  const contested = contestedFaces(coverage, touched);
  const raw: RawShape[] = [];
  let unit = -1;
  for (const { source, abolished } of units) {
    unit++;
    if (abolished || (source !== null && !touched.has(unit))) continue;
    const faces = [...(unit < coverage.facesOf.length ? coverage.facesOf.get(unit) : []), ...(contested.get(unit) ?? [])];
    raw.push({ unit, faces, polygons: shapeOfFaces(coverage, faces) });
  }
  return straighten(coverage, raw, layer, parent).flatMap(({ unit: index, polygons }): WrittenShape[] => {
    const { source } = units.get(index);
    if (source === null) return [{ unit: index, polygons, inserted: [] }];
    // A unit that never had ground has nothing that could be written better.
    if (polygons.length === 0 || (!unclosed.has(source) && isAsRead(polygons, layer, source))) return [];
    return [{ unit: index, polygons, inserted: insertedVertices(polygons, ringsOf(layer, source)) }];
  });
}

/** Claimants of all faces that changed, and of faces beside arcs that changed. */
function touchedUnits(coverage: Coverage, base: Coverage): Set<number> {
  const touched = new Set<number>();
  if (coverage === base) return touched;
  const add = (from: Coverage, face: number) => {
    if (face !== OUTSIDE_FACE && face < from.faces.length) for (const unit of from.faces.get(face)?.claimants ?? []) touched.add(unit);
  };
  const at = <T>(list: PagedArray<T | null>, id: number): T | null => (id < list.length ? list.get(id) : null);
  for (const face of PagedArray.differences(base.faces, coverage.faces)) {
    if (sameClaims(at(base.faces, face), at(coverage.faces, face))) continue;
    for (const from of [base, coverage]) add(from, face);
  }
  for (const id of PagedArray.differences(base.arcs, coverage.arcs)) {
    if (sameArc(at(base.arcs, id), at(coverage.arcs, id))) continue;
    for (const from of [base, coverage]) {
      const arc = at(from.arcs, id);
      if (arc) for (const face of [arc.left, arc.right]) add(from, face);
    }
  }
  return touched;
}

/** What was cut and joined again is as it was, though made anew. */
function sameClaims(a: Face | null, b: Face | null): boolean {
  return a?.claimants.join() === b?.claimants.join();
}

function sameArc(a: Arc | null, b: Arc | null): boolean {
  if (a === null || b === null) return a === b;
  return a.left === b.left && a.right === b.right && a.matched === b.matched && a.xy.length === b.xy.length && a.xy.every((value, k) => value === b.xy[k]);
}

/** Contested faces that each unit still claims. */
function contestedFaces(coverage: Coverage, units: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const face of coverage.unsettled) {
    for (const unit of faceOf(coverage, face).claimants) {
      if (!units.has(unit)) continue;
      const list = found.get(unit);
      if (list) list.push(face);
      else found.set(unit, [face]);
    }
  }
  return found;
}

/** The same rings, wherever they begin and whichever way they go. */
function isAsRead(polygons: readonly ShapePolygon[], layer: PolygonLayer, source: number): boolean {
  const now = polygons.flat();
  const before = ringsOf(layer, source);
  if (now.length !== before.length || now.reduce((sum, ring) => sum + ring.length, 0) !== before.reduce((sum, ring) => sum + ring.length, 0)) return false;
  const left = new Set(before);
  return now.every((ring) => {
    for (const old of left) if (sameRing(ring, old)) return left.delete(old);
    return false;
  });
}

/** Whichever vertex they begin with, and either way round. */
function sameRing(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  const count = a.length / 2;
  const i = lowestVertex(a);
  const j = lowestVertex(b);
  const runs = (way: 1 | -1): boolean => {
    for (let k = 0; k < count; k++) {
      const p = 2 * ((i + k) % count);
      const q = 2 * ((j + way * k + count) % count);
      if (a[p] !== b[q] || a[p + 1] !== b[q + 1]) return false;
    }
    return true;
  };
  return runs(1) || runs(-1);
}

function ringsOf({ coordinates, ringStart, polygonStart, unitStart }: PolygonLayer, unit: number): Int32Array[] {
  const rings: Int32Array[] = [];
  for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
    rings.push(coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!));
  }
  return rings;
}

function unitsOfRings({ polygonStart, unitStart, unitCount }: PolygonLayer, rings: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const ring of rings) {
    let low = 0;
    let high = unitCount;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (polygonStart[unitStart[middle]!]! <= ring) low = middle;
      else high = middle;
    }
    found.add(low);
  }
  return found;
}

function insertedVertices(polygons: readonly ShapePolygon[], before: readonly Int32Array[]): number[] {
  const own = new PointTable(before.reduce((sum, ring) => sum + ring.length / 2, 0));
  for (const ring of before) for (let i = 0; i < ring.length; i += 2) own.add(ring[i]!, ring[i + 1]!);
  const inserted: number[] = [];
  for (const ring of polygons.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i]!;
      const y = ring[i + 1]!;
      if (own.find(x, y) < 0 && before.some((old) => liesOn(old, x, y))) inserted.push(x, y);
    }
  }
  return inserted;
}

function liesOn(ring: Int32Array, x: number, y: number): boolean {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ax = ring[j]!;
    const ay = ring[j + 1]!;
    const bx = ring[i]!;
    const by = ring[i + 1]!;
    if (x < Math.min(ax, bx) - ON_EDGE || x > Math.max(ax, bx) + ON_EDGE || y < Math.min(ay, by) - ON_EDGE || y > Math.max(ay, by) + ON_EDGE) continue;
    const length = Math.hypot(bx - ax, by - ay);
    if (length > 0 && Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) <= ON_EDGE * length) return true;
  }
  return false;
}
