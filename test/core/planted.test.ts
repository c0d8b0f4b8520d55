/** A city of 1,200 communities with planted defects: all found, in class and area, and nothing else reported. */
import { beforeAll, describe, expect, test } from 'vitest';
import { generateCity } from '../../data/generator/city.ts';
import type { City } from '../../data/generator/city.ts';
import { plantDefects } from '../../data/generator/plant.ts';
import type { Planted, PlantedCity } from '../../data/generator/plant.ts';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import type { CheckResult, Defect } from '../../src/core/coverage/defect.ts';
import { summariseCheck } from '../../src/core/coverage/summary.ts';
import { finish } from '../../src/core/progress.ts';
import { layerOfGeoJson } from '../builders/coverage.ts';

const AREA_SHARE = 0.02;
/** Truth and report may name different places of one defect; defects stand farther apart than this, degrees. */
const NEAR = 0.02;

let city: City;
let dirty: PlantedCity;
let codes: string[];

beforeAll(() => {
  city = generateCity({ communities: 1200, verticesPerCommunity: 60, seed: 20261122 });
  dirty = plantDefects(city, { seed: 7, perKind: 2 });
  codes = dirty.communities.features.map((feature) => String(feature.properties['code']));
});

function check(communities: PlantedCity['communities'], withParent: boolean): CheckResult {
  return finish(checkCoverage({ units: layerOfGeoJson(communities), parent: withParent ? layerOfGeoJson(city.parent) : null }));
}

function unitsOf(defect: Defect): string[] {
  return defect.units.map((unit) => codes[unit]!);
}

function isNear(defect: Defect, planted: Planted): boolean {
  return Math.abs(defect.location[0] - planted.location[0]) < NEAR && Math.abs(defect.location[1] - planted.location[1]) < NEAR;
}

function isAbout(defect: Defect, planted: Planted): boolean {
  return isNear(defect, planted) && unitsOf(defect).some((code) => planted.units.includes(code));
}

describe('a clean city', () => {
  test.each([true, false])('has no defect (with its parent: %s)', (withParent) => {
    const result = check(city.communities, withParent);
    expect(result.defects).toEqual([]);
    expect(Math.abs(summariseCheck(result, [], null).areas.unexplainedSquareMetres ?? 0)).toBeLessThan(0.01);
  });
});

describe.each([true, false])('planted defects (with the parent: %s)', (withParent) => {
  /** Inlets and ground beyond the line can't be seen without the line. */
  const visible = (planted: Planted): boolean => withParent || !['inlet', 'beyond'].includes(planted.kind);
  let result: CheckResult;
  beforeAll(() => {
    result = check(dirty.communities, withParent);
  });

  test('are all found, in their class', () => {
    const lost = dirty.planted.filter(visible).filter((planted) =>
      !result.defects.some((defect) => defect.class === planted.class && isAbout(defect, planted)));
    expect(lost.map(({ kind, units }) => `${kind} ${units.join()}`)).toEqual([]);
  });

  test('have their area within 2 %', () => {
    const wrong = dirty.planted.filter(visible).flatMap((planted) => {
      if (planted.areaSquareMetres === null) return [];
      const found = result.defects.filter((defect) => defect.class === planted.class && isAbout(defect, planted));
      const best = Math.min(...found.map((defect) => Math.abs((defect.areaSquareMetres ?? 0) / planted.areaSquareMetres! - 1)));
      return best <= AREA_SHARE ? [] : [`${planted.kind} ${best}`];
    });
    expect(wrong).toEqual([]);
  });

  test('name their units', () => {
    const wrong = dirty.planted.filter(visible).filter((planted) => planted.class !== 'G3').filter((planted) =>
      !result.defects.some((defect) => defect.class === planted.class && isNear(defect, planted) && unitsOf(defect).includes(planted.units[0]!)));
    expect(wrong.map(({ kind }) => kind)).toEqual([]);
  });

  test('are all that is reported', () => {
    const invented = result.defects.filter((defect) => !dirty.planted.some((planted) =>
      [planted.class, ...planted.also].includes(defect.class) && isAbout(defect, planted)));
    expect(invented.map((defect) => `${defect.id} ${unitsOf(defect).join()} ${defect.location.join()}`)).toEqual([]);
  });

  test('have ids that differ', () => {
    expect(new Set(result.defects.map(({ id }) => id)).size).toBe(result.defects.length);
  });
});

test('with the parent the areas add up to the parent’s', () => {
  const { areas } = summariseCheck(check(dirty.communities, true), [], null);
  expect(Math.abs(areas.unexplainedSquareMetres!)).toBeLessThan(0.5);
});
