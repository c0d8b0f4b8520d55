/**
 * Departures from what a community should be: in one piece, not wholly inside another, within one subdistrict and on one side
 * of a zone's line. They never block; a command is judged by what it adds.
 */
import { halvesOf, leftFace, OUTSIDE_FACE, type Coverage } from '../coverage/coverage.ts';
import { facePoint } from '../coverage/facePoint.ts';
import { boxesMeet, type Box } from '../coverage/faceIndex.ts';
import { boxOf, inRing } from '../coverage/ringMeasure.ts';
import { partsOf, shapeOfFaces, type ShapePolygon } from '../coverage/shape.ts';
import { localScale } from '../geo/ellipsoid.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { degreesOf } from './edit.ts';
import type { ExceptionKind, Plan } from './plan.ts';

export interface Zone {
  name: string;
  /** Interleaved steps, not closed. */
  rings: readonly (readonly number[])[];
}

/** Lines that the plan does not hold itself. */
export interface Surroundings {
  zones: readonly Zone[];
  /** Names of the parent's polygons where it has several: subdistricts. */
  parents: readonly string[];
}

export interface Departure {
  kind: ExceptionKind;
  unit: number;
  /** Another unit that it is about: what an enclave lies in. */
  other: number | null;
  /** Subdistrict, zone or compound. */
  subject: string | null;
  at: LngLat | null;
  /** Of pieces: the faces of each that lies apart from the largest, larger ones first. */
  apart: readonly (readonly number[])[];
}

/** A zone's line runs inside a community when it lies farther than this from the community's own line: lines are digitised apart. */
const ZONE_CLEARANCE_METRES = 5;
/** Of a community's ground, less than this in another subdistrict is digitising, not a crossing. */
const CROSSING_SHARE = 0.001;

export function departuresOf(plan: Plan, unit: number, { zones, parents }: Surroundings): Departure[] {
  const { coverage, units } = plan;
  const record = units.get(unit);
  const faces = coverage.facesOf.get(unit);
  if (record.role !== 'community' || record.abolished || faces.length === 0) return [];
  const found: Departure[] = [];
  const parts = partsOf(coverage, faces);
  if (parts.length > 1) {
    found.push({ kind: 'pieces', unit, other: null, subject: null, at: placeOf(coverage, parts[1]![0]!), apart: parts.slice(1) });
  }
  const round = neighbours(coverage, faces);
  if (round.size === 1) {
    const [other] = round as unknown as [number];
    if (other >= 0) found.push({ kind: 'enclave', unit, other, subject: null, at: placeOf(coverage, faces[0]!), apart: [] });
  }
  const elsewhere = otherSubdistrict(plan, unit, parents);
  if (elsewhere) found.push({ kind: 'crossesSubdistrict', unit, other: null, subject: elsewhere.name, at: placeOf(coverage, elsewhere.face), apart: [] });
  for (const zone of zones) {
    const at = crossesZone(coverage, faces, zone);
    if (at) found.push({ kind: 'crossesZone', unit, other: null, subject: zone.name, at, apart: [] });
  }
  return found;
}

/** Departures of `after` that are not among those of `before`; a community in more pieces than before is one, in fewer it is none. */
export function addedDepartures(before: readonly Departure[], after: readonly Departure[]): Departure[] {
  const key = ({ kind, unit, other, subject }: Departure) => `${kind} ${unit} ${other ?? ''} ${subject ?? ''}`;
  const was = new Map(before.map((departure) => [key(departure), departure]));
  return after.filter((departure) => departure.apart.length > (was.get(key(departure))?.apart.length ?? -1));
}

export function placeOf(coverage: Coverage, face: number): LngLat {
  return degreesOf(...facePoint(coverage, face));
}

/** Units across the outer line; -1 for the outside, for nobody's ground and for contested ground. */
function neighbours(coverage: Coverage, faces: readonly number[]): Set<number> {
  const own = new Set(faces);
  const round = new Set<number>();
  for (const face of faces) {
    for (const half of halvesOf(coverage, face)) {
      const across = leftFace(coverage, half ^ 1);
      if (own.has(across)) continue;
      const { claimants } = coverage.faces.get(across)!;
      round.add(across !== OUTSIDE_FACE && claimants.length === 1 ? claimants[0]! : -1);
    }
  }
  return round;
}

function otherSubdistrict(plan: Plan, unit: number, parents: readonly string[]): { name: string; face: number } | null {
  const { coverage, units } = plan;
  const faces = coverage.facesOf.get(unit);
  const areaIn = new Map<string, { area: number; face: number }>();
  let total = 0;
  for (const id of faces) {
    const face = coverage.faces.get(id)!;
    const named = parents.length > 1 ? parents[face.parent] : units.get(face.base[0] ?? unit).subdistrict;
    if (named === undefined || named === null) continue;
    const sum = areaIn.get(named) ?? { area: 0, face: id };
    sum.area += face.areaSquareMetres;
    areaIn.set(named, sum);
    total += face.areaSquareMetres;
  }
  if (areaIn.size < 2) return null;
  const [, second] = [...areaIn].sort(([, p], [, q]) => q.area - p.area);
  return second && second[1].area > CROSSING_SHARE * total ? { name: second[0], face: second[1].face } : null;
}

/** A place where the zone's line runs through the community's inside; null where it keeps out or along its line. */
function crossesZone(coverage: Coverage, faces: readonly number[], zone: Zone): LngLat | null {
  const boxes = faces.map((face) => coverage.faces.get(face)!.box);
  const box: Box = [Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])), Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))];
  let shape: ShapePolygon[] | null = null;
  for (const ring of zone.rings) {
    if (!boxesMeet(boxOf(ring), box)) continue;
    shape ??= shapeOfFaces(coverage, faces);
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      for (const t of [0, 0.25, 0.5, 0.75]) {
        const x = ring[i]! + t * (ring[j]! - ring[i]!);
        const y = ring[i + 1]! + t * (ring[j + 1]! - ring[i + 1]!);
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
        if (isInside(shape, x, y) && distanceToLine(shape, x, y) > ZONE_CLEARANCE_METRES) return degreesOf(x, y);
      }
    }
  }
  return null;
}

function isInside(shape: readonly ShapePolygon[], x: number, y: number): boolean {
  return shape.some(([shell, ...holes]) => inRing(shell!, x, y) && !holes.some((hole) => inRing(hole, x, y)));
}

function distanceToLine(shape: readonly ShapePolygon[], x: number, y: number): number {
  const { east, north } = localScale(y);
  let nearest = Infinity;
  for (const ring of shape.flat()) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const ax = (ring[j]! - x) * east;
      const ay = (ring[j + 1]! - y) * north;
      const dx = (ring[i]! - ring[j]!) * east;
      const dy = (ring[i + 1]! - ring[j + 1]!) * north;
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
      nearest = Math.min(nearest, Math.hypot(ax + t * dx, ay + t * dy));
    }
  }
  return nearest;
}
