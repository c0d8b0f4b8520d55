/**
 * Turf's overlays for the second opinion. Each throws what Turf throws; who asks lists it.
 *
 * Turf's time grows with the positions, and all but a few of a long line are of
 * no concern to the place that is looked at: grounds are cut to it first.
 */
import { bboxClip, difference, featureCollection, intersect, union } from '@turf/turf';
import { asGround, boxOf } from './opinionGround.ts';
import type { Box, Ground } from './opinionGround.ts';
import { grown } from './opinionMeasure.ts';

/** Beyond the place itself; what lies along the cut's rim is the cut's doing. */
const CROP_METRES = 20;

/** Ground that both hold. */
export function shared(a: Ground, b: Ground): Ground | null {
  const common = commonBox(boxOf(a), boxOf(b));
  const [near, far] = [common && croppedTo(a, common), common && croppedTo(b, common)];
  return near && far && intersect(featureCollection([near, far]));
}

/** What is left of a ground without others. */
export function without(ground: Ground, others: readonly Ground[]): Ground | null {
  return others.length === 0 ? ground : difference(featureCollection([ground, ...others]));
}

/** Ground that any of them holds. */
export function together(grounds: readonly Ground[]): Ground | null {
  if (grounds.length < 2) return grounds[0] ?? null;
  return union(featureCollection([...grounds]));
}

function commonBox(a: Box, b: Box): Box | null {
  const common = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])] as const;
  return common[0] <= common[2] && common[1] <= common[3] ? common : null;
}

/** What of a ground lies in a somewhat larger box. */
export function croppedTo(ground: Ground, box: Box): Ground | null {
  const { geometry } = bboxClip(ground, [...grown(box, CROP_METRES)]) as Ground;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return asGround(polygons.filter((rings) => rings.length > 0));
}
