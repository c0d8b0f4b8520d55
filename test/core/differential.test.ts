/**
 * The check against two engines that share nothing with it: GEOS (overlays in
 * doubles, and its coverage validator) and Clipper2 (sweep line on integers).
 * Same gaps, overlaps and ground beyond the parent, in number and area; and
 * every unit that GEOS rejects is named by some defect.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { generateCity } from '../../data/generator/city.ts';
import { plantDefects } from '../../data/generator/plant.ts';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import type { CheckResult } from '../../src/core/coverage/defect.ts';
import { STEPS_PER_DEGREE } from '../../src/core/geo/coordinates.ts';
import { finish } from '../../src/core/progress.ts';
import { aCoverage, layerOfGeoJson } from '../builders/coverage.ts';
import { aDamagedCity } from '../builders/damage.ts';
import { clipper2 } from '../oracles/clipper2.ts';
import { disagreements } from '../oracles/compare.ts';
import { startGeos } from '../oracles/geos.ts';
import type { GeosOracle } from '../oracles/geos.ts';
import { taskOf } from '../oracles/oracle.ts';
import type { Task } from '../oracles/oracle.ts';

let geos: GeosOracle;
beforeAll(async () => {
  geos = await startGeos();
});

/**
 * Units that GEOS rejects and no defect names. A shifted unit is one finding,
 * without its neighbours; and next to a unit that crosses itself GEOS rejects
 * the sound side too, for it takes every polygon to be valid.
 */
function unnamed(result: CheckResult, task: Task): number[] {
  const named = new Set(result.defects.flatMap(({ units }) => units));
  const places = (unit: number): string[] => task.units[unit]!.flat(2).map((point) => point.join());
  const besideOdd = new Set(result.defects.flatMap((defect) => {
    if (defect.class === 'S1') return defect.units.flatMap(places);
    if (defect.class !== 'D1' || defect.geometry.type !== 'MultiPolygon') return [];
    return defect.geometry.coordinates.flat(2).map((at) => at.map((value, k) => Math.round(value * STEPS_PER_DEGREE) - task.origin[k]!).join());
  }));
  return geos.invalidUnits(task).filter((unit) => !named.has(unit) && !places(unit).some((place) => besideOdd.has(place)));
}

describe('cities with planted defects', () => {
  test.each([
    { communities: 40, seed: 3 }, { communities: 60, seed: 1 }, { communities: 60, seed: 5 }, { communities: 90, seed: 6 }, { communities: 200, seed: 8 },
  ])('$communities communities, seed $seed', ({ communities, seed }) => {
    const city = generateCity({ communities, verticesPerCommunity: 30, seed });
    const dirty = layerOfGeoJson(plantDefects(city, { seed, perKind: 1, spacingMetres: 20 }).communities);
    for (const parent of [layerOfGeoJson(city.parent), null]) {
      const result = finish(checkCoverage({ units: dirty, parent }));
      const task = taskOf(dirty, parent);
      expect(result.defects.length).toBeGreaterThan(25);
      expect(disagreements(result, task, geos)).toEqual([]);
      expect(disagreements(result, task, clipper2)).toEqual([]);
      expect(unnamed(result, task)).toEqual([]);
    }
  });
});

describe('cities damaged at random', () => {
  // Crossed units at the outer line enclose ground at a point: open or closed is rounding, so only with the parent.
  test.each(Array.from({ length: 16 }, (_, i) => 500 + i))('seed %i', (seed) => {
    const size = seed % 2 === 0 ? { communities: 25, verticesPerCommunity: 18, hits: 30 } : { communities: 7, verticesPerCommunity: 12, hits: 25 };
    const { units, parent } = aDamagedCity({ seed, ...size });
    const result = finish(checkCoverage({ units, parent }));
    const task = taskOf(units, parent);
    expect(disagreements(result, task, clipper2)).toEqual([]);
    expect(disagreements(result, task, geos)).toEqual([]);
    expect(unnamed(result, task)).toEqual([]);
  });
});

test('the other engines do see: a defect left out of the list is missed, one made up is noticed', () => {
  const { layer } = aCoverage('aaabbb / aa(ab)bbb / aaabbb / cccddd / ccc.dd / cccddd');
  const parent = aCoverage(Array(6).fill('pppppp').join('/')).layer;
  const task = taskOf(layer, parent);
  const result = finish(checkCoverage({ units: layer, parent }));
  expect(result.defects.map((defect) => defect.class).sort()).toEqual(['G1', 'O1']);
  for (const oracle of [geos, clipper2]) {
    expect(disagreements(result, task, oracle)).toEqual([]);
    expect(disagreements({ ...result, defects: result.defects.slice(1) }, task, oracle)).toMatchObject([{ what: 'missing' }]);
    const moved = result.defects.map((defect) => ({ ...defect, class: defect.class === 'G1' ? 'O1' as const : 'G1' as const }));
    expect(disagreements({ ...result, defects: moved }, task, oracle).map(({ what }) => what).sort()).toEqual(['invented', 'invented', 'missing', 'missing']);
  }
  expect(geos.invalidUnits(task)).toEqual([0, 1]);
});
