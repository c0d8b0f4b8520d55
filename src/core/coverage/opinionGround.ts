/** Ground in Turf's terms, for the second opinion: features in degrees, and the boxes they lie in. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { DefectGeometry } from './defect.ts';

/** Ground with an area, in degrees. */
export type Ground = Feature<Polygon | MultiPolygon>;

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export function groundOfGeometry(geometry: DefectGeometry): Ground | null {
  if (geometry.type === 'Polygon') return asGround([geometry.coordinates]);
  if (geometry.type === 'MultiPolygon') return asGround(geometry.coordinates);
  return null;
}

export function groundOfBox([west, south, east, north]: Box): Ground {
  return asGround([[[[west, south], [east, south], [east, north], [west, north], [west, south]]]])!;
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

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
