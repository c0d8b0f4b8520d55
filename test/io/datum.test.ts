import { describe, expect, test } from 'vitest';
import { generateCity } from '../../data/generator/city.ts';
import { collectionBytes } from '../../data/generator/stringify.ts';
import { STEPS_PER_DEGREE } from '../../src/core/geo/coordinates.ts';
import { fromCgcs2000, layerToCgcs2000, suspectDatum, toCgcs2000 } from '../../src/core/geo/datum.ts';
import type { PolygonLayer } from '../../src/core/coverage/layer.ts';
import { datumProblems } from '../../src/io/datumCheck.ts';
import { read } from './reading.ts';

const city = generateCity({ communities: 40, verticesPerCommunity: 60, seed: 5 });
const layerOf = (collection: Parameters<typeof collectionBytes>[0]): PolygonLayer => read(collectionBytes(collection)).source!.layer;
const communities = layerOf(city.communities);
const parent = layerOf(city.parent);
const subdistricts = layerOf(city.subdistricts);

function moved(layer: PolygonLayer, move: (lngLat: [number, number]) => [number, number]): PolygonLayer {
  const coordinates = new Int32Array(layer.coordinates.length);
  for (let i = 0; i < coordinates.length; i += 2) {
    const [lng, lat] = move([layer.coordinates[i]! / STEPS_PER_DEGREE, layer.coordinates[i + 1]! / STEPS_PER_DEGREE]);
    coordinates[i] = Math.round(lng * STEPS_PER_DEGREE);
    coordinates[i + 1] = Math.round(lat * STEPS_PER_DEGREE);
  }
  return { ...layer, coordinates };
}

describe('suspectDatum', () => {
  test('layers that fit are let be', () => {
    expect(suspectDatum(communities, parent)).toBeNull();
    expect(suspectDatum(communities, subdistricts)).toBeNull();
  });

  test.each(['GCJ-02', 'BD-09'] as const)('%s on either side is named', (datum) => {
    expect(suspectDatum(moved(communities, (p) => fromCgcs2000(p, datum)), parent)).toMatchObject({ layer: 'child', datum });
    expect(suspectDatum(communities, moved(subdistricts, (p) => fromCgcs2000(p, datum)))).toMatchObject({ layer: 'parent', datum });
  });

  test('both alike fit each other', () => {
    expect(suspectDatum(moved(communities, (p) => fromCgcs2000(p, 'GCJ-02')), moved(parent, (p) => fromCgcs2000(p, 'GCJ-02')))).toBeNull();
  });

  test('another digitising of the line, a shift of our own, another place: no datum', () => {
    const wobble = moved(parent, ([lng, lat]) => [lng + 2e-5 * Math.sin(lat * 1e5), lat + 2e-5 * Math.cos(lng * 1e5)]);
    expect(suspectDatum(communities, wobble)).toBeNull();
    expect(suspectDatum(moved(communities, (p) => fromCgcs2000(p, 'GCJ-02')), wobble)).toMatchObject({ layer: 'child', datum: 'GCJ-02' });
    expect(suspectDatum(communities, moved(parent, ([lng, lat]) => [lng + 0.0008, lat - 0.0003]))).toBeNull();
    expect(suspectDatum(communities, moved(parent, ([lng, lat]) => [lng + 2, lat]))).toBeNull();
    expect(suspectDatum({ ...communities, vertexCount: 0, coordinates: new Int32Array(0), ringStart: Uint32Array.of(0) }, parent)).toBeNull();
  });

  test('is told as a problem of the file concerned', () => {
    const source = read(collectionBytes(city.communities)).source!;
    const gcj = { ...source, fileName: '高德.geojson', layer: moved(communities, (p) => fromCgcs2000(p, 'GCJ-02')) };
    expect(datumProblems(gcj, { ...source, layer: parent })).toMatchObject([{ code: 'suspectedDatum', file: '高德.geojson', found: 'GCJ-02' }]);
  });
});

describe('conversion', () => {
  test('there and back: GCJ-02 to 2 cm, BD-09 to 20 cm', () => {
    const place: [number, number] = [108.95, 34.27];
    for (const [datum, metres] of [['GCJ-02', 0.02], ['BD-09', 0.2]] as const) {
      const [lng, lat] = toCgcs2000(fromCgcs2000(place, datum), datum);
      expect(Math.hypot((lng - place[0]) * 91_800, (lat - place[1]) * 111_000)).toBeLessThan(metres);
    }
  });

  test('a layer keeps its shape, and shared positions stay shared', () => {
    const back = layerToCgcs2000(moved(communities, (p) => fromCgcs2000(p, 'GCJ-02')), 'GCJ-02');
    expect(back.ringStart).toBe(communities.ringStart);
    expect(Math.max(...back.coordinates.map((value, k) => Math.abs(value - communities.coordinates[k]!)))).toBeLessThan(4);
    const distinct = (layer: PolygonLayer): number => new Set(Array.from({ length: layer.vertexCount }, (_, k) => `${layer.coordinates[2 * k]!},${layer.coordinates[2 * k + 1]!}`)).size;
    expect(distinct(back)).toBe(distinct(communities));
  });
});
