/** The ground outside the parent, and the parent's outer line with its inside on a known side. */
import { outline, type Ring } from './ringOutline.ts';

const WORLD: Ring = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]];

/** Empty bytes, or a parent without polygons: nothing to veil. */
export function veilFeatures(parentGeoJson: ArrayBuffer): GeoJSON.FeatureCollection {
  const rings = parentGeoJson.byteLength === 0
    ? []
    : outline(JSON.parse(new TextDecoder().decode(parentGeoJson)) as Parameters<typeof outline>[0]);
  if (rings.length === 0) return { type: 'FeatureCollection', features: [] };
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { part: 'veil' }, geometry: { type: 'Polygon', coordinates: [WORLD, ...rings] } },
      ...rings.map((ring): GeoJSON.Feature => ({
        type: 'Feature',
        properties: { part: 'band' },
        geometry: { type: 'LineString', coordinates: isClockwise(ring) ? [...ring].reverse() : ring },
      })),
    ],
  };
}

function isClockwise(ring: Ring): boolean {
  let twiceArea = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    twiceArea += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  }
  return twiceArea < 0;
}
