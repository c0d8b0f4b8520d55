/** Builders for reading tests: GeoJSON text in, a reading out. */
import { finish } from '../../src/core/progress.ts';
import { readGeoJson, type GeoJsonReading, type ReadOptions } from '../../src/io/geojson/readGeoJson.ts';
import type { SourceLayer } from '../../src/io/sourceLayer.ts';

export function read(content: string | Uint8Array, options?: ReadOptions, fileName = 'test.geojson'): GeoJsonReading {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return finish(readGeoJson(fileName, bytes, options));
}

export const SQUARE = '[[108.9,34.2],[108.91,34.2],[108.91,34.21],[108.9,34.21],[108.9,34.2]]';

export function polygon(...rings: string[]): string {
  return `{"type":"Polygon","coordinates":[${rings.join(',')}]}`;
}

export function feature(geometry: string = polygon(SQUARE), properties = '{"name":"甲社区"}', members = ''): string {
  return `{"type":"Feature",${members}"properties":${properties},"geometry":${geometry}}`;
}

export function collection(...features: string[]): string {
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}

/** Units → polygons → rings → positions in steps, closing vertex left out. */
export function ringsOf({ layer }: SourceLayer): [number, number][][][][] {
  const { unitStart, polygonStart, ringStart, coordinates } = layer;
  const span = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);
  return span(0, layer.unitCount).map((unit) =>
    span(unitStart[unit]!, unitStart[unit + 1]!).map((polygonIndex) =>
      span(polygonStart[polygonIndex]!, polygonStart[polygonIndex + 1]!).map((ring) =>
        span(ringStart[ring]!, ringStart[ring + 1]!).map((vertex): [number, number] => [coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!]))));
}

/** The invariants of a layer, asserted by hand after every reading. */
export function assertLayer({ layer, properties, featureIndex, featureRange }: SourceLayer): void {
  const ascends = (starts: Uint32Array, below: number): boolean => starts.every((start, k) => k === 0 || start >= starts[k - 1]!) && starts[0] === 0 && starts.at(-1) === below;
  const facts = {
    rings: ascends(layer.ringStart, layer.vertexCount),
    polygons: ascends(layer.polygonStart, layer.ringStart.length - 1),
    units: ascends(layer.unitStart, layer.polygonStart.length - 1) && layer.unitStart.length === layer.unitCount + 1,
    coordinates: layer.coordinates.length === 2 * layer.vertexCount,
    noEmptyRing: layer.ringStart.every((start, k) => k === 0 || start > layer.ringStart[k - 1]!),
    noEmptyPolygon: layer.polygonStart.every((start, k) => k === 0 || start > layer.polygonStart[k - 1]!),
    attributes: properties.length === layer.unitCount && featureIndex.length === layer.unitCount && featureRange.length === 2 * layer.unitCount,
  };
  const broken = Object.entries(facts).filter(([, holds]) => !holds).map(([name]) => name);
  if (broken.length > 0) throw new Error(`Broken invariants: ${broken.join(', ')}.`);
}
