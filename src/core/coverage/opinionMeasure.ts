/**
 * Measures for the second opinion: areas are Turf's own, made ellipsoidal.
 * Nothing is shared with the check's measures; that is the point of asking twice.
 *
 * Turf measures on a sphere. A small piece of the ellipsoid has M·N/R² times
 * the area of the same piece of the sphere, M and N being the radii of
 * curvature in the meridian and the prime vertical (Snyder 1987, Map
 * Projections: A Working Manual, USGS Professional Paper 1395, eq. 4-18 and
 * 4-20). The factor is taken at the middle latitude of the piece: over a
 * district of 20 km its change is below 1e-7 of the area.
 */
import { area, earthRadius } from '@turf/turf';
import { GRS80_A, GRS80_F } from '../geo/ellipsoid.ts';
import { asGround, boxOf, polygonsOf } from './opinionGround.ts';
import type { Box, Ground } from './opinionGround.ts';

/** Square metres on GRS80. */
export function squareMetres(ground: Ground | null): number {
  if (!ground) return 0;
  const [, south, , north] = boxOf(ground);
  return area(ground) * ellipsoidFactor((south + north) / 2);
}

/** A box grown by metres on every side. */
export function grown([west, south, east, north]: Box, metres: number): Box {
  const { lng, lat } = degreesPerMetre((south + north) / 2);
  return [west - metres * lng, south - metres * lat, east + metres * lng, north + metres * lat];
}

/** A ground moved by metres, along the local parallel and meridian. */
export function moved(ground: Ground, eastMetres: number, northMetres: number): Ground {
  const [, south, , north] = boxOf(ground);
  const { lng, lat } = degreesPerMetre((south + north) / 2);
  return asGround(polygonsOf(ground).map((polygon) => polygon.map((ring) =>
    ring.map(([x, y]) => [x! + eastMetres * lng, y! + northMetres * lat]))))!;
}

/** Area by half the outline: the width of a piece that is long and thin, at most half the width of a round one. */
export function meanWidthMetres(piece: Ground): number {
  const outline = outlineMetres(piece);
  return outline > 0 ? (2 * squareMetres(piece)) / outline : 0;
}

export function outlineMetres(ground: Ground): number {
  const [, south, , north] = boxOf(ground);
  const { lng, lat } = degreesPerMetre((south + north) / 2);
  return polygonsOf(ground).flat().reduce((sum, ring) => sum + ring.slice(1).reduce((length, [x, y], i) =>
    length + Math.hypot((x! - ring[i]![0]!) / lng, (y! - ring[i]![1]!) / lat), 0), 0);
}

interface Curvature {
  /** Metres per radian along the meridian. */
  meridian: number;
  /** The same along the prime vertical; times cos φ for longitude. */
  primeVertical: number;
}

function curvature(latitude: number): Curvature {
  const e2 = GRS80_F * (2 - GRS80_F);
  const w2 = 1 - e2 * Math.sin(radians(latitude)) ** 2;
  return { meridian: (GRS80_A * (1 - e2)) / w2 ** 1.5, primeVertical: GRS80_A / Math.sqrt(w2) };
}

function ellipsoidFactor(latitude: number): number {
  const { meridian, primeVertical } = curvature(latitude);
  return (meridian * primeVertical) / earthRadius ** 2;
}

export function degreesPerMetre(latitude: number): { lng: number; lat: number } {
  const { meridian, primeVertical } = curvature(latitude);
  return { lng: 1 / radians(primeVertical * Math.cos(radians(latitude))), lat: 1 / radians(meridian) };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
