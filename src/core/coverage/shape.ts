/**
 * The shape of a set of faces: its outer arcs, walked to rings. Parts that touch at a point only are parts of their own;
 * a hole that touches its shell at a point is a hole.
 */
import { faceOf, leftFace, nodeOf, ringOf, startNode, type Coverage } from './coverage.ts';
import { PointTable } from './pointTable.ts';
import { fromLowest, inRing, stepArea } from './ringMeasure.ts';

/** Rings interleaved in steps, not closed, each from its lowest vertex; the shell first, counter-clockwise; holes clockwise. */
export type ShapePolygon = readonly (readonly number[])[];

export function shapeOfFaces(coverage: Coverage, faces: Iterable<number>): ShapePolygon[] {
  const own = new Set(faces);
  const border = new Set<number>();
  for (const face of own) {
    for (const loop of faceOf(coverage, face).loops) walk(coverage, loop, (half) => { if (!own.has(leftFace(coverage, half ^ 1))) border.add(half); });
  }
  const rings: number[][] = [];
  const left = new Set(border);
  for (const first of [...border].sort((p, q) => p - q)) {
    if (!left.has(first)) continue;
    const halves: number[] = [];
    let half = first;
    do {
      halves.push(half);
      left.delete(half);
      half = nextBorder(coverage, half, border);
    } while (half !== first);
    rings.push(...simpleRings(ringOf(coverage, halves)).map(fromLowest));
  }
  return polygonsOf(rings);
}

/** From the end of a half-arc, turning clockwise from where it came: the first border half-arc, so walks keep to one part. */
function nextBorder(coverage: Coverage, half: number, border: ReadonlySet<number>): number {
  const { out } = nodeOf(coverage, startNode(coverage, half ^ 1));
  const at = out.indexOf(half ^ 1);
  for (let k = 1; k <= out.length; k++) {
    const next = out[(at + out.length - k) % out.length]!;
    if (border.has(next)) return next;
  }
  throw new Error(`The border ends at half-arc ${half}.`);
}

function walk(coverage: Coverage, loop: number, visit: (half: number) => void): void {
  let half = loop;
  do {
    visit(half);
    const { out } = nodeOf(coverage, startNode(coverage, half ^ 1));
    half = out[(out.indexOf(half ^ 1) + out.length - 1) % out.length]!;
  } while (half !== loop);
}

/** Cuts a ring at vertices that it visits twice. */
function simpleRings(ring: number[]): number[][] {
  const points = new PointTable(ring.length / 2);
  const ids = new Int32Array(ring.length / 2);
  for (let i = 0; i < ids.length; i++) ids[i] = points.add(ring[2 * i]!, ring[2 * i + 1]!);
  if (points.count === ids.length) return ring.length > 4 ? [ring] : [];
  /** Where on the path each point stands, -1 where it does not. */
  const seen = new Int32Array(points.count).fill(-1);
  const rings: number[][] = [];
  const path: number[] = [];
  for (const id of ids) {
    const from = seen[id]!;
    if (from >= 0) {
      const closed = path.splice(from);
      for (const each of closed) seen[each] = -1;
      if (closed.length > 2) rings.push(placesOf(closed));
    }
    seen[id] = path.length;
    path.push(id);
  }
  if (path.length > 2) rings.push(placesOf(path));
  return rings;

  function placesOf(part: readonly number[]): number[] {
    return part.flatMap((id) => [points.x[id]!, points.y[id]!]);
  }
}

function polygonsOf(rings: readonly number[][]): ShapePolygon[] {
  const byPlace = (p: readonly number[], q: readonly number[]) => p[0]! - q[0]! || p[1]! - q[1]! || p.length - q.length;
  const measured = rings.map((ring) => ({ ring, area: stepArea(ring) })).sort((p, q) => byPlace(p.ring, q.ring));
  const polygons = measured.filter(({ area }) => area > 0).map(({ ring, area }) => ({ shell: ring, area, holes: [] as number[][] }));
  const holes = measured.filter(({ area }) => area < 0).map(({ ring }) => ring);
  const bySize = [...polygons].sort((p, q) => p.area - q.area);
  for (const hole of holes) {
    // Two tries: a corner of the hole may lie on the shell.
    const home = bySize.find(({ shell }) => liesIn(hole, shell));
    if (home) home.holes.push(hole);
  }
  return polygons.map(({ shell, holes: own }) => [shell, ...own]);
}

function liesIn(hole: readonly number[], shell: readonly number[]): boolean {
  const corners = new Set<string>();
  for (let i = 0; i < shell.length; i += 2) corners.add(`${shell[i]!},${shell[i + 1]!}`);
  for (let i = 0; i < hole.length; i += 2) {
    if (!corners.has(`${hole[i]!},${hole[i + 1]!}`)) return inRing(shell, hole[i]!, hole[i + 1]!);
  }
  return inRing(shell, (hole[0]! + hole[2]!) / 2, (hole[1]! + hole[3]!) / 2);
}

/** Connected parts of a set of faces: joined across arcs, a point does not join. Each ascending; the largest first. */
export function partsOf(coverage: Coverage, faces: Iterable<number>): number[][] {
  const left = new Set(faces);
  const parts: { faces: number[]; area: number }[] = [];
  for (const first of [...left].sort((p, q) => p - q)) {
    if (!left.delete(first)) continue;
    const part = [first];
    let area = 0;
    for (let k = 0; k < part.length; k++) {
      const face = faceOf(coverage, part[k]!);
      area += face.areaSquareMetres;
      for (const loop of face.loops) {
        walk(coverage, loop, (half) => {
          const beyond = leftFace(coverage, half ^ 1);
          if (left.delete(beyond)) part.push(beyond);
        });
      }
    }
    parts.push({ faces: part.sort((p, q) => p - q), area });
  }
  return parts.sort((p, q) => q.area - p.area || p.faces[0]! - q.faces[0]!).map((part) => part.faces);
}
