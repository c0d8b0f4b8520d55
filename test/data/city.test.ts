import { describe, expect, it } from 'vitest';
import { generateCity } from '../../data/generator/city.ts';
import { isSimple } from '../../data/generator/ring.ts';
import { openSteps } from '../../data/generator/steps.ts';
import { cityBytes } from '../../data/generator/stringify.ts';
import { ringsOf, shapeArea, unpairedEdges } from './edgeUses.ts';

describe.each([
  { communities: 1, verticesPerCommunity: 30, seed: 1 },
  { communities: 2, verticesPerCommunity: 6, seed: 2 },
  { communities: 37, verticesPerCommunity: 12, seed: 3 },
  { communities: 120, verticesPerCommunity: 150, seed: 4 },
  { communities: 300, verticesPerCommunity: 40, seed: 5 },
])('a city of $communities communities, seed $seed', (options) => {
  const city = generateCity(options);
  const { communities, subdistricts, parent } = city;

  it('has the communities asked for, each a simple ring that closes, counter-clockwise', () => {
    expect(communities.features).toHaveLength(options.communities);
    for (const feature of communities.features) {
      const [ring] = feature.geometry.coordinates;
      expect(ring!.at(-1)).toEqual(ring![0]);
      expect(isSimple(openSteps(ring!))).toBe(true);
      expect(shapeArea(feature)).toBeGreaterThan(0);
    }
  });

  it('uses each inner edge once each way; what is left is the parent, and so it is for the subdistricts', () => {
    const outline = unpairedEdges(parent.features);
    expect(unpairedEdges(communities.features)).toEqual(outline);
    expect(unpairedEdges(subdistricts.features)).toEqual(outline);
    expect(isSimple(openSteps(parent.features[0]!.geometry.coordinates[0]!))).toBe(true);
  });

  it('covers the parent exactly', () => {
    const sum = communities.features.reduce((total, feature) => total + shapeArea(feature), 0);
    expect(sum / shapeArea(parent.features[0]!)).toBeCloseTo(1, 9);
  });

  it('has coordinates of seven decimals at most, and codes that are unique and lead to their parents', () => {
    for (const ring of communities.features.flatMap(ringsOf)) {
      for (const value of ring.flat()) expect(Number(value.toFixed(7))).toBe(value);
    }
    const divisions = new Map(subdistricts.features.map((f) => [f.properties.code, f.properties.name]));
    const codes = communities.features.map((f) => f.properties.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(communities.features.map((f) => f.properties.name)).size).toBe(codes.length);
    for (const { properties } of communities.features) {
      expect(properties.code).toMatch(/^990117\d{6}$/);
      expect(divisions.get(properties.code.slice(0, 9))).toBe(properties.subdistrict);
      expect(Number(properties.code.slice(9)) >= 200).toBe(properties.kind === 'rural');
    }
  });
});

describe('the generator', () => {
  it('gives the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number): string => new TextDecoder().decode(cityBytes(generateCity({ communities: 20, verticesPerCommunity: 30, seed })));
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
    expect((JSON.parse(bytes(1)) as { features: unknown[] }).features).toHaveLength(20);
  });

  it('makes communities of the size that cities have, with the vertices asked for', () => {
    const { communities, parent } = generateCity({ communities: 1200, seed: 9 });
    const mean = shapeArea(parent.features[0]!) / 1200;
    expect(mean).toBeGreaterThan(500_000);
    expect(mean).toBeLessThan(1_000_000);
    const vertices = communities.features.reduce((sum, f) => sum + f.geometry.coordinates[0]!.length - 1, 0);
    expect(vertices / 1200).toBeCloseTo(150, 6);
    expect(unpairedEdges(communities.features)).toEqual(unpairedEdges(parent.features));
  });
});
