/**
 * Dirty cities of all kinds of planted defects, repaired, written and read again: no error by our check but what is left to a
 * person, none by GEOS, most communities the same to the byte, and nothing to do the second time.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { generateCity } from '../../../data/generator/city.ts';
import { plantDefects, PLANT_KINDS } from '../../../data/generator/plant.ts';
import { collectionBytes } from '../../../data/generator/stringify.ts';
import { faceOf } from '../../../src/core/coverage/coverage.ts';
import { faceAt } from '../../../src/core/coverage/faceAt.ts';
import { insidePoint, placeOf, stepsOfPlace } from '../../../src/core/coverage/insidePoint.ts';
import { validateCoverage } from '../../../src/core/coverage/validate.ts';
import { layerOfGeoJson } from '../../builders/coverage.ts';
import { startGeos, type GeosOracle } from '../../oracles/geos.ts';
import { squareMetres, taskOf } from '../../oracles/oracle.ts';
import { errorsLeft, repairBytes, repairCollection } from './repairing.ts';

let geos: GeosOracle;
beforeAll(async () => {
  geos = await startGeos();
});

const CITIES = [{ communities: 60, seed: 1 }, { communities: 90, seed: 6 }, { communities: 200, seed: 8 }];
const PARENTS = ['none', 'parent', 'subdistricts'] as const;

describe.each(CITIES.flatMap((each) => PARENTS.map((parents) => ({ ...each, parents }))))('$communities communities, seed $seed, parent: $parents', ({ communities, seed, parents }) => {
  const city = generateCity({ communities, verticesPerCommunity: 30, seed });
  const dirty = plantDefects(city, { seed, perKind: 1, spacingMetres: 20 });
  const parent = parents === 'none' ? null : layerOfGeoJson(parents === 'parent' ? city.parent : city.subdistricts);
  const subdistrictOf = (unit: number) => dirty.communities.features[unit]!.properties.subdistrict as string;
  const options = parents === 'parent' ? { parent, subdistrictOf } : { parent };
  const repaired = repairCollection(dirty.communities, options);

  test('leaves no error but the duplicate', () => {
    expect(repaired.before.defects.length).toBeGreaterThan(25);
    expect(errorsLeft(repaired)).toEqual([]);
    expect(repaired.proposals.left.map(({ defect, reason }) => `${defect.slice(0, 2)} ${reason}`)).toEqual(expect.arrayContaining(['O3 duplicate']));
    expect(new Set(repaired.proposals.left.map(({ reason }) => reason))).toEqual(new Set(['duplicate', 'information']));
  });

  test('GEOS finds no more than the duplicate', () => {
    const duplicates = new Set(repaired.after.defects.filter((defect) => defect.class === 'O3').flatMap(({ units }) => units));
    expect(geos.invalidUnits(taskOf(repaired.layer, null)).filter((unit) => !duplicates.has(unit))).toEqual([]);
    // The subdistricts together are the district.
    const task = taskOf(repaired.layer, parent && layerOfGeoJson(city.parent));
    const area = (polygons: ReturnType<GeosOracle['heldTwice']>) => polygons.reduce((sum, polygon) => sum + squareMetres(polygon, task.origin), 0);
    expect(area(geos.heldByNone(task)) + area(geos.beyond(task))).toBeLessThan(0.5);
  });

  test('the ground adds up to the parent', () => {
    const { totals } = repaired.after;
    const twice = repaired.after.defects.filter((defect) => defect.class === 'O3').reduce((sum, defect) => sum + defect.areaSquareMetres!, 0);
    expect(totals.gapSquareMetres).toBeLessThan(0.001);
    expect(Math.abs(totals.overlapSquareMetres - twice)).toBeLessThan(0.001);
    if (totals.parentSquareMetres !== null) expect(Math.abs(totals.unitsSquareMetres - twice - totals.parentSquareMetres)).toBeLessThan(0.01);
  });

  test('every bad face is in a group, and in one', () => {
    const { gifts } = repaired.proposals;
    const faces = gifts.map(({ face }) => face.face);
    expect(new Set(faces).size).toBe(faces.length);
    const grouped = repaired.proposals.proposals.reduce((sum, proposal) => sum + proposal.faces, 0);
    const bad = [...repaired.base.faces].filter((face, id) => face && id > 0 && (face.inParent ? face.claimants.length !== 1 : face.claimants.length > 0)).length;
    expect(grouped - gifts.filter(({ face }) => face.kind === 'foreign').length).toBe(bad);
  });

  test('no community is lost, and the coverage is sound', () => {
    expect(repaired.layer.unitCount).toBe(repaired.source.layer.unitCount);
    expect(repaired.after.unitAreas.every((area) => area > 0)).toBe(true);
    expect(validateCoverage(repaired.result.coverage)).toEqual([]);
  });

  test('most communities are the same to the byte', () => {
    const { untouched } = repaired.written;
    const total = repaired.layer.unitCount;
    console.log(`  ${communities} communities, ${parents}: ${untouched} of ${total} as read`);
    expect(untouched).toBeGreaterThanOrEqual(total - 3 * PLANT_KINDS.length);
    const again = repaired.source.featureRange;
    const text = new TextDecoder().decode(repaired.bytes);
    const kept = Array.from({ length: total }, (_, unit) => new TextDecoder().decode(repaired.source.bytes.subarray(again[2 * unit], again[2 * unit + 1]))).filter((feature) => text.includes(feature));
    expect(kept.length).toBe(untouched);
  });

  test('there is nothing to do the second time', () => {
    const second = repairBytes(repaired.bytes, options);
    expect(second.written.changed).toBe(0);
    expect(second.bytes).toEqual(repaired.bytes);
  });

  test('a place inside names its face, also faces thinner than a step', () => {
    const { base } = repaired;
    for (let face = 1; face < base.faces.length; face++) expect([face, faceAt(base, ...stepsOfPlace(placeOf(insidePoint(base, face))))]).toEqual([face, face]);
    expect(faceOf(base, 1).areaSquareMetres).toBeGreaterThan(0);
  });
});

test('a clean file comes out as it went in', () => {
  const city = generateCity({ communities: 120, verticesPerCommunity: 40, seed: 3 });
  const bytes = collectionBytes(city.communities, { name: '社区' });
  for (const parent of [null, layerOfGeoJson(city.parent), layerOfGeoJson(city.subdistricts)]) {
    const { command, bytes: out } = repairBytes(bytes, { parent });
    expect(command).toBeNull();
    expect(out).toEqual(bytes);
  }
});

test('numbering and order of the features do not matter', () => {
  const city = generateCity({ communities: 60, verticesPerCommunity: 30, seed: 5 });
  const dirty = plantDefects(city, { seed: 5, perKind: 1, spacingMetres: 20 }).communities;
  const parent = layerOfGeoJson(city.parent);
  const shapes = (features: typeof dirty.features) => {
    const { bytes } = repairCollection({ ...dirty, features }, { parent });
    return new TextDecoder().decode(bytes).split('\n').map((line) => line.replace(/,$/, '')).sort();
  };
  expect(shapes([...dirty.features].reverse())).toEqual(shapes(dirty.features));
});
