/**
 * The layer in Turf's terms, for the second opinion: features in degrees,
 * areas from Turf's own `area`. Nothing here shares code or arithmetic with
 * the check, not even the measure: that is the point of asking a second time.
 *
 * Turf measures on a sphere. A small piece of the ellipsoid has M·N/R² times
 * the area of the same piece of the sphere, M and N being the radii of
 * curvature in the meridian and the prime vertical (Snyder 1987, Map
 * Projections: A Working Manual, USGS Professional Paper 1395, eq. 4-18 and
 * 4-20). The factor is taken at the middle latitude of the piece: over a
 * district of 20 km its change is below 1e-7 of the area.
 */
import { area, bboxClip, difference, earthRadius, featureCollection, intersect, union } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { DefectGeometry } from './defect.ts';
import type { PolygonLayer } from './layer.ts';
import { GRS80_A, GRS80_F } from '../geo/ellipsoid.ts';
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';

/** Ground with an area, in degrees. */
export type Ground = Feature<Polygon | MultiPolygon>;

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const CROP_METRES = 20;

/** The units of a layer as grounds, found by place. */
export interface GroundIndex {
  readonly count: number;
  /** Null for a unit without any ring of three vertices. Throws what Turf throws, for a unit that has to be mended. */
  ground(unit: number): Ground | null;
  /** Null with the ground. */
  box(unit: number): Box | null;
  /** Units with ground whose box meets this one, ascending. */
  near(box: Box): number[];
}

/** `mend` makes a unit that Turf would read otherwise than the check readable; it is called once a unit, when the unit is asked for. */
export function indexGrounds(layer: PolygonLayer, mend: (unit: number, ground: Ground) => Ground | null = (_, ground) => ground): GroundIndex {
  const grounds: (Ground | null)[] = [];
  for (let unit = 0; unit < layer.unitCount; unit++) grounds.push(groundOfUnit(layer, unit));
  const mended = new Map<number, Ground | null>();
  const boxes = grounds.map((ground) => ground && boxOf(ground));
  const held = boxes.flatMap((box, unit) => (box ? [{ unit, box }] : []));
  const search = held.length > 0 ? new Flatbush(held.length) : null;
  for (const { box } of held) search?.add(...box);
  search?.finish();
  return {
    count: layer.unitCount,
    ground(unit) {
      const ground = grounds[unit];
      if (!ground) return null;
      if (!mended.has(unit)) mended.set(unit, mend(unit, ground));
      return mended.get(unit)!;
    },
    box: (unit) => boxes[unit] ?? null,
    near: (box) => search?.search(...box).map((at) => held[at]!.unit).sort((a, b) => a - b) ?? [],
  };
}

/** Grounds that meet a box, cut to a somewhat larger one. */
export function groundsAbout(index: GroundIndex, box: Box): Ground[] {
  return index.near(box).flatMap((unit) => {
    const ground = index.ground(unit);
    return (ground && croppedTo(ground, box)) ?? [];
  });
}

export function groundOfGeometry(geometry: DefectGeometry): Ground | null {
  if (geometry.type === 'Polygon') return asGround([geometry.coordinates]);
  if (geometry.type === 'MultiPolygon') return asGround(geometry.coordinates);
  return null;
}

export function groundOfBox([west, south, east, north]: Box): Ground {
  return asGround([[[[west, south], [east, south], [east, north], [west, north], [west, south]]]])!;
}

/** Square metres on GRS80. */
export function squareMetres(ground: Ground | null): number {
  if (!ground) return 0;
  const [, south, , north] = boxOf(ground);
  return area(ground) * ellipsoidFactor((south + north) / 2);
}

/** Ground that both hold. Throws what Turf throws. */
export function shared(a: Ground, b: Ground): Ground | null {
  const common = commonBox(boxOf(a), boxOf(b));
  const [near, far] = [common && croppedTo(a, common), common && croppedTo(b, common)];
  return near && far && intersect(featureCollection([near, far]));
}

/** What is left of a ground without others. Throws what Turf throws. */
export function without(ground: Ground, others: readonly Ground[]): Ground | null {
  return others.length === 0 ? ground : difference(featureCollection([ground, ...others]));
}

/** Throws what Turf throws. */
export function together(grounds: readonly Ground[]): Ground | null {
  if (grounds.length < 2) return grounds[0] ?? null;
  return union(featureCollection([...grounds]));
}

/** The polygons of a ground, each by itself. */
export function piecesOf(ground: Ground | null): Ground[] {
  if (!ground) return [];
  return polygonsOf(ground).map((polygon) => asGround([polygon])!);
}

export function polygonsOf(ground: Ground): Position[][][] {
  return ground.geometry.type === 'Polygon' ? [ground.geometry.coordinates] : ground.geometry.coordinates;
}

export function asGround(polygons: Position[][][]): Ground | null {
  const [first] = polygons;
  if (!first) return null;
  const geometry: Polygon | MultiPolygon =
    polygons.length === 1 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: polygons };
  return { type: 'Feature', properties: {}, geometry };
}

export function boxOf(ground: Ground): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygonsOf(ground)) {
    for (const [lng, lat] of polygon[0] ?? []) {
      west = Math.min(west, lng!);
      east = Math.max(east, lng!);
      south = Math.min(south, lat!);
      north = Math.max(north, lat!);
    }
  }
  return [west, south, east, north];
}

function commonBox(a: Box, b: Box): Box | null {
  const common = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])] as const;
  return common[0] <= common[2] && common[1] <= common[3] ? common : null;
}

/**
 * What of a ground lies in a box CROP_METRES larger. Turf's time grows with the
 * positions, and all but a few of a long line are of no concern to the place
 * that is looked at. What lies along the larger box's rim is the cut's doing.
 */
function croppedTo(ground: Ground, box: Box): Ground | null {
  const { geometry } = bboxClip(ground, [...grown(box, CROP_METRES)]) as Ground;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return asGround(polygons.filter((rings) => rings.length > 0));
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
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
  const [, south, , north] = boxOf(piece);
  const { lng, lat } = degreesPerMetre((south + north) / 2);
  let outline = 0;
  for (const polygon of polygonsOf(piece)) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        outline += Math.hypot((ring[i]![0]! - ring[i - 1]![0]!) / lng, (ring[i]![1]! - ring[i - 1]![1]!) / lat);
      }
    }
  }
  return outline > 0 ? (2 * squareMetres(piece)) / outline : 0;
}

function groundOfUnit(layer: PolygonLayer, unit: number): Ground | null {
  const polygons: Position[][][] = [];
  for (let polygon = layer.unitStart[unit]!; polygon < layer.unitStart[unit + 1]!; polygon++) {
    const rings: Position[][] = [];
    for (let ring = layer.polygonStart[polygon]!; ring < layer.polygonStart[polygon + 1]!; ring++) {
      const positions: Position[] = [];
      for (let v = layer.ringStart[ring]!; v < layer.ringStart[ring + 1]!; v++) {
        positions.push([layer.coordinates[2 * v]! / STEPS_PER_DEGREE, layer.coordinates[2 * v + 1]! / STEPS_PER_DEGREE]);
      }
      // A ring of fewer than three vertices holds no ground; a polygon without its shell holds none either.
      if (positions.length >= 3) rings.push([...positions, positions[0]!]);
      else if (rings.length === 0) break;
    }
    if (rings.length > 0) polygons.push(rings);
  }
  return asGround(polygons);
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
