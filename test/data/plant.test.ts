import { describe, expect, it } from 'vitest';
import { generateCity } from '../../data/generator/city.ts';
import { PLANT_KINDS, plantDefects, plantOne, type Planted, type PlantKind } from '../../data/generator/plant.ts';
import { codeOf } from '../../data/generator/plant/apply.ts';
import { Ground } from '../../data/generator/plant/ground.ts';
import { isSimple } from '../../data/generator/ring.ts';
import { openSteps } from '../../data/generator/steps.ts';
import { DEFECT_CLASSES } from '../../src/core/coverage/defect.ts';
import { ringsOf, shapeArea, unpairedEdges } from './edgeUses.ts';

const city = generateCity({ communities: 40, verticesPerCommunity: 120, seed: 11 });
const totalArea = (features: Parameters<typeof shapeArea>[0][]): number => features.reduce((sum, f) => sum + shapeArea(f), 0);
const before = totalArea(city.communities.features);

/** How the sum of all units' areas changes when ground is lost or taken twice. */
const SIGN: Partial<Record<PlantKind, number>> = { inlet: -1, hole: -1, deletedVertexGap: -1, missing: -1, beyond: 1, contained: 1, deletedVertexOverlap: 1, duplicate: 1 };
const signOf = (kind: PlantKind): number => SIGN[kind] ?? (kind.startsWith('gap') ? -1 : kind.startsWith('overlap') ? 1 : 0);

describe.each(PLANT_KINDS)('%s', (kind) => {
  const { communities, one } = plantOne(city, kind, 3);
  const untouched = new Set(city.communities.features.map(codeOf));
  for (const feature of communities.features) {
    if (!city.communities.features.includes(feature as (typeof city.communities.features)[number])) untouched.delete(codeOf(feature));
  }

  it('changes no unit but those it names or takes ground from', () => {
    expect(untouched.size).toBeGreaterThanOrEqual(38);
    expect(city.communities.features).toHaveLength(40);
  });

  it('states its area as the units themselves show it', () => {
    const sign = signOf(kind);
    if (sign === 0) return;
    const change = totalArea(communities.features) - before;
    expect(change / (sign * one.areaSquareMetres!)).toBeCloseTo(1, 4);
  });

  it('leaves rings simple unless the ring itself is the fault', () => {
    if (['selfCrossing', 'spike', 'collapsedRing', 'selfTouch', 'unclosed'].includes(kind)) return;
    for (const ring of communities.features.flatMap(ringsOf)) expect(isSimple(openSteps(ring))).toBe(true);
  });
});

describe('single kinds', () => {
  it('an exclave leaves the coverage clean: every edge still has its partner', () => {
    const { communities, one } = plantOne(city, 'exclave', 3);
    expect(unpairedEdges(communities.features)).toEqual(unpairedEdges(city.parent.features));
    const owner = communities.features.find((f) => codeOf(f) === one.units[0])!;
    expect(owner.geometry.type).toBe('MultiPolygon');
  });

  it('a self-touch leaves the coverage clean and passes one vertex twice', () => {
    const { communities, one } = plantOne(city, 'selfTouch', 3);
    expect(unpairedEdges(communities.features)).toEqual(unpairedEdges(city.parent.features));
    const ring = ringsOf(communities.features.find((f) => codeOf(f) === one.units[0])!)[0]!.slice(1).map(String);
    expect(ring.length - new Set(ring).size).toBe(1);
  });

  it('a shift moves each vertex of the unit by the same 5.8 m', () => {
    const { communities, one } = plantOne(city, 'shifted', 3);
    const index = city.communities.features.findIndex((f) => codeOf(f) === one.units[0]);
    const from = ringsOf(city.communities.features[index]!)[0]!;
    const to = ringsOf(communities.features[index]!)[0]!;
    const steps = new Set(from.map((p, i) => `${Math.round((to[i]![0]! - p[0]!) * 1e7)} ${Math.round((to[i]![1]! - p[1]!) * 1e7)}`));
    expect(steps.size).toBe(1);
    const [dx, dy] = [...steps][0]!.split(' ').map(Number) as [number, number];
    expect(Math.hypot(dx * 0.0092, dy * 0.0111)).toBeCloseTo(5.8, 1);
  });

  it('an unclosed ring lacks its last position, a collapsed ring has no area', () => {
    const open = plantOne(city, 'unclosed', 3);
    const ring = ringsOf(open.communities.features.find((f) => codeOf(f) === open.one.units[0])!)[0]!;
    expect(ring.at(-1)).not.toEqual(ring[0]);
    const flat = plantOne(city, 'collapsedRing', 3);
    const [, hole] = ringsOf(flat.communities.features.find((f) => codeOf(f) === flat.one.units[0])!);
    expect(shapeArea({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [hole!] } })).toBeCloseTo(0, 3);
  });
});

describe('a whole planting', () => {
  const large = generateCity({ communities: 1200, verticesPerCommunity: 60, seed: 21 });
  const { communities, planted } = plantDefects(large, { seed: 5 });

  it('has two of each kind and every class', () => {
    expect(planted).toHaveLength(2 * PLANT_KINDS.length);
    expect([...new Set(planted.map((p) => p.class))].sort()).toEqual([...DEFECT_CLASSES].sort());
  });

  it('never plants two in the same or neighbouring communities', () => {
    const ground = new Ground(large.communities);
    const indexOf = new Map(large.communities.features.map((f, i) => [codeOf(f), i]));
    const unitsOf = (p: Planted): number[] => p.units.map((code) => indexOf.get(code)).filter((i) => i !== undefined);
    const seen = new Map<number, number>();
    planted.forEach((p, n) => { for (const unit of unitsOf(p)) { expect(seen.has(unit)).toBe(false); seen.set(unit, n); } });
    for (const [unit, n] of seen) {
      for (const other of ground.neighbours(unit)) expect(seen.get(other) ?? n).toBe(n);
    }
  });

  it('keeps untouched features as they were and says the same for the same seed', () => {
    const same = communities.features.filter((f) => large.communities.features.includes(f as (typeof large.communities.features)[number]));
    expect(same.length).toBeGreaterThan(1200 - 3 * planted.length);
    expect(plantDefects(large, { seed: 5 }).planted).toEqual(planted);
    expect(plantDefects(large, { seed: 6 }).planted).not.toEqual(planted);
  });

  it('says so when there is no room', () => {
    expect(() => plantDefects(city, { seed: 1, perKind: 3 })).toThrow(/no room/);
  });
});
