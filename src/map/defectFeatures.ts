/** Defects as map features: a line or point to be seen from afar, the true polygon close up, a number. */
import type { DefectGeometry } from '../core/coverage/defect.ts';
import { DEFECT_GROUP, type MapDefect } from './mapView.ts';
import { markerCorners } from './markerDirection.ts';
import type { LngLat } from '../core/geo/coordinates.ts';
import { zoomWhere } from './scale.ts';
import { spine } from './spine.ts';

/** From this width on screen a defect is drawn as it is. */
export const TRUE_WIDTH_PIXELS = 9;

export function shapeFeatures(defects: readonly MapDefect[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: defects.flatMap(shapesOf) };
}

export function markerFeatures(
  defects: readonly MapDefect[],
  names: readonly LngLat[],
  degreesPerPixel: number,
): GeoJSON.FeatureCollection {
  const corners = markerCorners(defects.map((defect) => defect.location), names, degreesPerPixel);
  return {
    type: 'FeatureCollection',
    features: defects.map((defect, index) => ({
      type: 'Feature',
      properties: {
        id: defect.id,
        number: String(defect.number),
        rank: defect.number,
        corner: corners[index],
        digits: Math.min(4, String(defect.number).length),
        open: defect.open,
      },
      geometry: { type: 'Point', coordinates: [...defect.location] },
    })),
  };
}

function shapesOf(defect: MapDefect): GeoJSON.Feature[] {
  const group = DEFECT_GROUP[defect.class];
  const trueFrom = defect.widthMetres === null || defect.widthMetres <= 0
    ? 24
    : Math.max(0, zoomWhere(defect.widthMetres, TRUE_WIDTH_PIXELS, defect.location[1]));
  const properties = { id: defect.id, group, open: defect.open, rank: defect.number, trueFrom };
  const feature = (shape: string, geometry: GeoJSON.Geometry): GeoJSON.Feature =>
    ({ type: 'Feature', properties: { ...properties, shape }, geometry });
  const point = feature('point', { type: 'Point', coordinates: [...defect.location] });

  if (group === 'point') return [point];
  if (group === 'part') return [point, ...polygons(defect.geometry).map((rings) => feature('area', { type: 'Polygon', coordinates: rings }))];
  const lines = linesOf(defect.geometry);
  if (lines.length === 0) return [point];
  return [
    ...polygons(defect.geometry).map((rings) => feature('area', { type: 'Polygon', coordinates: rings })),
    feature('spine', { type: 'MultiLineString', coordinates: lines }),
  ];
}

function polygons(geometry: DefectGeometry): number[][][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function linesOf(geometry: DefectGeometry): number[][][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return polygons(geometry).map((rings) => spine(rings[0]!));
}
