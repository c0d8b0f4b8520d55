/**
 * Which faces each defect stands for. The check rounds crossings sixteen times finer than the coverage, so a defect's outline
 * and its faces agree to half a step only, and a defect thinner than that may have no face. Every bad face comes into one
 * group: its defect's, or one of its own.
 */
import { STEPS_PER_DEGREE } from '../../geo/coordinates.ts';
import { faceOf, loopOf, ringOf, type Coverage } from '../../coverage/coverage.ts';
import type { Defect, DefectClass } from '../../coverage/defect.ts';
import { defectKind } from '../../coverage/defectKind.ts';
import { insidePoint } from '../../coverage/insidePoint.ts';
import { boxOf, inRing } from '../../coverage/ringMeasure.ts';
import { localScale } from '../../geo/ellipsoid.ts';
import type { BadFace, BadKind } from './badFaces.ts';

export interface RepairGroup {
  /** The defect's id; of a group of its own `F-` and its place. */
  id: string;
  /** Null: faces that no defect stands for. */
  defect: Defect | null;
  class: DefectClass;
  widthMetres: number | null;
  faces: PlacedFace[];
}

export interface PlacedFace extends BadFace {
  /** Strictly inside, steps. */
  place: readonly [number, number];
}

/** Vertices of a face and of its defect lie no farther apart, steps. */
const NEAR = 1.5;
/** Ground narrower than this that no defect stands for is a crumb of rounding, metres. */
const CRUMB_METRES = 0.1;

export function groupFaces(coverage: Coverage, defects: readonly Defect[], faces: readonly BadFace[]): RepairGroup[] {
  const outlines = defects.map(outlineOf);
  const groups: RepairGroup[] = defects.map((defect) => ({ id: defect.id, defect, class: defect.class, widthMetres: defect.widthMetres, faces: [] }));
  const own: RepairGroup[] = [];
  for (const bad of faces) {
    const ring = ringOf(coverage, loopOf(coverage, faceOf(coverage, bad.face).loops[0]!));
    const place = insidePoint(coverage, bad.face);
    const box = boxOf(ring);
    const near = outlines.filter((outline) => outline.box[0] <= box[2] + NEAR && outline.box[2] >= box[0] - NEAR && outline.box[1] <= box[3] + NEAR && outline.box[3] >= box[1] - NEAR);
    const fitting = near.filter(({ defect }) => fits(defect, bad.kind));
    const found = fitting.find((outline) => holds(outline, place)) ?? mostShared(fitting, ring)
      ?? (bad.kind === 'foreign' ? undefined : mostShared(near.filter(({ rings }) => rings.length === 0), ring) ?? crossedUnit(near, coverage, bad));
    if (found) groups[found.index]!.faces.push({ ...bad, place });
    // Ground in another subdistrict is a defect only where the check says so.
    else if (bad.kind !== 'foreign') own.push(ownGroup(coverage, { ...bad, place }, ring));
  }
  own.sort((p, q) => (p.id < q.id ? -1 : 1));
  return [...groups, ...own];
}

interface Outline {
  index: number;
  defect: Defect;
  /** Closed rings of all its polygons; a point is inside when an odd number hold it. */
  rings: number[][];
  /** All positions, interleaved steps. */
  points: number[];
  box: readonly [number, number, number, number];
}

type Nested = number | readonly Nested[];

function outlineOf(defect: Defect, index: number): Outline {
  const lists: number[][] = [];
  const collect = (part: Nested): void => {
    if (typeof part === 'number') return;
    if (typeof part[0] === 'number') {
      lists.push([part[0] * STEPS_PER_DEGREE, (part[1] as number) * STEPS_PER_DEGREE]);
    } else for (const inner of part) collect(inner);
  };
  collect(defect.geometry.coordinates);
  const points = lists.flat();
  const polygons = defect.geometry.type === 'Polygon' ? [defect.geometry.coordinates] : defect.geometry.type === 'MultiPolygon' ? defect.geometry.coordinates : [];
  const rings = defect.class === 'P1' ? [] : polygons.flatMap((polygon) => polygon.map((ring) => ring.flatMap(([lng, lat]) => [lng! * STEPS_PER_DEGREE, lat! * STEPS_PER_DEGREE])));
  return { index, defect, rings, points, box: boxOf(points) };
}

function fits(defect: Defect, kind: BadKind): boolean {
  if (defect.class === 'P1') return false;
  // What the parts of one unit cover twice is claimed by an even number of rings: here a gap.
  if (defect.class === 'S1') return defect.geometry.type.endsWith('Polygon');
  const said = defectKind(defect);

  if (said === 'shift' || said === 'near') return kind !== 'foreign';
  return said === kind || (said === 'foreign' && kind === 'overlap');
}

function holds({ rings }: Outline, [x, y]: readonly [number, number]): boolean {
  return rings.reduce((inside, ring) => inside !== inRing(ring, x, y), false);
}

/** The defect that has most of the face's vertices, if it has any. */
function mostShared(outlines: readonly Outline[], ring: readonly number[]): Outline | undefined {
  let best: { outline: Outline; shared: number } | undefined;
  for (const outline of outlines) {
    let shared = 0;
    for (let i = 0; i < ring.length; i += 2) if (hasNear(outline.points, ring[i]!, ring[i + 1]!)) shared++;
    if (shared > (best?.shared ?? 0)) best = { outline, shared };
  }
  return best?.outline;
}

function hasNear(points: readonly number[], x: number, y: number): boolean {
  for (let i = 0; i < points.length; i += 2) if (Math.abs(points[i]! - x) <= NEAR && Math.abs(points[i + 1]! - y) <= NEAR) return true;
  return false;
}

/** A unit that crosses itself: what its rings cover twice is its own doing. */
function crossedUnit(near: readonly Outline[], coverage: Coverage, { face, kind }: BadFace): Outline | undefined {
  if (kind !== 'gap') return undefined;
  const around = new Set<number>();
  for (const loop of faceOf(coverage, face).loops) {
    for (const half of loopOf(coverage, loop)) {
      const arc = coverage.arcs.get(half >> 1)!;
      for (const unit of faceOf(coverage, (half & 1) === 0 ? arc.right : arc.left).claimants) around.add(unit);
    }
  }
  return near.find(({ defect }) => defect.class === 'S1' && defect.units.every((unit) => around.has(unit)));
}

function ownGroup(coverage: Coverage, bad: PlacedFace, ring: readonly number[]): RepairGroup {
  const [x, y] = bad.place;
  const { areaSquareMetres } = faceOf(coverage, bad.face);
  const { east, north } = localScale(ring[1]!);
  let outline = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) outline += Math.hypot((ring[i]! - ring[j]!) * east, (ring[i + 1]! - ring[j + 1]!) * north);
  const widthMetres = (2 * areaSquareMetres) / Math.max(outline, 1e-9);
  const name: DefectClass = widthMetres <= CRUMB_METRES ? 'N2' : bad.kind === 'gap' ? 'G1' : bad.kind === 'overlap' ? 'O1' : 'O4';
  return { id: `F-${Math.round(x * 100).toString(36)}-${Math.round(y * 100).toString(36)}`, defect: null, class: name, widthMetres, faces: [bad] };
}
