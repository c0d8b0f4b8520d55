/** Which face holds a point, and how much of a shape lies in which face. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTSIDE_FACE } from '../../../src/core/coverage/coverage.ts';
import { ringArea } from '../../../src/core/coverage/ringMeasure.ts';
import { boxOfRings } from '../../../src/core/households/atom.ts';
import { clipAreas, linesNear } from '../../../src/core/households/clip.ts';
import { crossingAreas } from '../../../src/core/households/crossings.ts';
import { locate, openGround } from '../../../src/core/households/ground.ts';
import { placeOf } from '../../../src/core/households/place.ts';
import { aBox, aPlan, aPolygon, at, cut, cutOrNull, withCoverage, type DrawnPlan } from './plans.ts';

const faceAt = (plan: DrawnPlan, x: number, y: number) => locate(openGround(plan.coverage), ...at(plan, x, y));
const ringsOf = (atom: ReturnType<typeof aBox>) => (atom.shape?.type === 'polygon' ? atom.shape.rings : []);
const areaOf = (atom: ReturnType<typeof aBox>) => ringsOf(atom).reduce((sum, ring) => sum + Math.abs(ringArea([...ring])), 0);

describe('locate', () => {
  const plan = aPlan('aab / a.b / acb');

  test('inside, in a gap, outside', () => {
    expect(plan.coverage.faces.get(faceAt(plan, 0.5, 0.5))!.claimants).toEqual([0]);
    expect(plan.coverage.faces.get(faceAt(plan, 1.5, 0.5))!.claimants).toEqual([2]);
    expect(plan.coverage.faces.get(faceAt(plan, 1.5, 1.5))!.claimants).toEqual([]);
    expect(faceAt(plan, 9, 9)).toBe(OUTSIDE_FACE);
    expect(faceAt(plan, -0.0001, 1)).toBe(OUTSIDE_FACE);
  });

  test('on lines and corners exactly one, and never outside while ground is beside', () => {
    const around = plan.coverage;
    for (let x = 0; x <= 3; x += 0.5) {
      for (let y = 0; y <= 3; y += 0.5) expect(faceAt(plan, x, y), `${x} ${y}`).not.toBe(OUTSIDE_FACE);
    }
    // East and north of a line, but for the rim.
    expect(around.faces.get(faceAt(plan, 1, 0.5))!.claimants).toEqual([2]);
    expect(around.faces.get(faceAt(plan, 2, 0.5))!.claimants).toEqual([1]);
    expect(around.faces.get(faceAt(plan, 3, 0.5))!.claimants).toEqual([1]);
    expect(around.faces.get(faceAt(plan, 1.5, 1))!.claimants).toEqual([]);
  });

  test('a point on a slanting line belongs to one side, whichever way the line was drawn', () => {
    const one = cut(aPlan('aa / aa'), [[0, 0], [2, 2]]);
    const two = cut(aPlan('aa / aa'), [[2, 2], [0, 0]]);
    for (const k of [0.1, 0.5, 1, 1.9]) {
      const box = (p: DrawnPlan) => p.coverage.faces.get(faceAt(p, k, k))!;
      const below = (p: DrawnPlan) => p.coverage.faces.get(faceAt(p, 1.9, 0.1))!;
      expect(box(one)).toBe(below(one));
      expect(box(two)).toBe(below(two));
    }
  });
});

describe('clipAreas', () => {
  const plan = aPlan('ab / ab');

  test('a shape within one face', () => {
    const atom = aBox(plan, 'x', [0.2, 0.2, 0.7, 0.7], 1);
    const areas = clipAreas(plan.coverage, ringsOf(atom));
    expect([...areas.keys()]).toEqual([faceAt(plan, 0.5, 0.5)]);
    expect([...areas.values()][0]).toBeCloseTo(areaOf(atom), 4);
    expect(placeOf(openGround(plan.coverage), atom.shape!)).toBe(faceAt(plan, 0.5, 0.5));
  });

  test('a shape over a line, and over the rim', () => {
    const areas = clipAreas(plan.coverage, ringsOf(aBox(plan, 'x', [0.75, 0.5, 1.75, 1], 1)));
    expect(areas.get(faceAt(plan, 0.5, 0.5))).toBeCloseTo(areaOf(aBox(plan, 'x', [0.75, 0.5, 1, 1], 1)), 2);
    expect(areas.get(faceAt(plan, 1.5, 0.5))).toBeCloseTo(areaOf(aBox(plan, 'x', [1, 0.5, 1.75, 1], 1)), 2);
    const rim = clipAreas(plan.coverage, ringsOf(aBox(plan, 'x', [1.5, 0.5, 2.5, 1], 1)));
    expect(rim.get(OUTSIDE_FACE)).toBeCloseTo(areaOf(aBox(plan, 'x', [2, 0.5, 2.5, 1], 1)), 2);
  });

  test('a shape whose edges run along lines, corner to corner', () => {
    const atom = aBox(plan, 'x', [0, 0, 1, 2], 1);
    const areas = clipAreas(plan.coverage, ringsOf(atom));
    expect([...areas.keys()]).toEqual([faceAt(plan, 0.5, 0.5)]);
    expect(placeOf(openGround(plan.coverage), atom.shape!)).toBe(faceAt(plan, 0.5, 0.5));
  });

  test('a hole, a part of its own, a ring that crosses itself', () => {
    const holed = aPolygon(plan, 'x', [[[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5]], [[0.75, 0.75], [1.25, 0.75], [1.25, 1.25], [0.75, 1.25]]], 1);
    const quarter = areaOf(aBox(plan, 'x', [0.5, 0.5, 1, 1.5], 1)) - areaOf(aBox(plan, 'x', [0.75, 0.75, 1, 1.25], 1));
    for (const area of clipAreas(plan.coverage, ringsOf(holed)).values()) expect(area).toBeCloseTo(quarter, 2);
    // Two parts on two sides, no line touches either.
    const parts = aPolygon(plan, 'x', [[[0.2, 0.2], [0.4, 0.2], [0.4, 0.4]], [[1.2, 0.2], [1.4, 0.2], [1.4, 0.4]]], 1);
    expect(placeOf(openGround(plan.coverage), parts.shape!)).toMatchObject({ faces: [faceAt(plan, 0.5, 0.5), faceAt(plan, 1.5, 0.5)].sort((p, q) => p - q) });
    const bow = aPolygon(plan, 'x', [[[0.5, 0.5], [1.5, 1.5], [1.5, 0.5], [0.5, 1.5]]], 1);
    const [west, east] = [...clipAreas(plan.coverage, ringsOf(bow)).values()];
    expect(west).toBeCloseTo(east!, 1);
    expect(west! + east!).toBeCloseTo(areaOf(aBox(plan, 'x', [0.5, 0.5, 1.5, 1.5], 1)) / 2, 0);
  });

  test('a face that lies wholly in the shape', () => {
    const island = aPlan('aaaaa / aaaaa / aabaa / aaaaa / aaaaa');
    const atom = aBox(island, 'x', [1, 1, 4, 4], 1);
    const areas = clipAreas(island.coverage, ringsOf(atom));
    expect(areas.get(faceAt(island, 2.5, 2.5))).toBeCloseTo(areaOf(aBox(island, 'x', [2, 2, 3, 3], 1)), 2);
    expect([...areas.values()].reduce((p, q) => p + q)).toBeCloseTo(areaOf(atom), 2);
  });

  test('parts sum to the shape, and are what the faces say, under random cuts', () => {
    const drawn = aPlan('aabb / aabb / ccdd / ccdd');
    let walks = 0;
    const where = fc.record({ x: fc.integer({ min: -2000, max: 42000 }), y: fc.integer({ min: -2000, max: 42000 }) });
    fc.assert(fc.property(fc.array(fc.tuple(where, where), { maxLength: 3 }), fc.tuple(where, where, where), (lines, triangle) => {
      let plan = drawn;
      for (const [p, q] of lines) {
        const next = cutOrNull(plan, [[plan.x0 + p.x, plan.y0 + p.y, plan.x0 + q.x, plan.y0 + q.y]]);
        if (next) plan = withCoverage(plan, next);
      }
      const ring = Int32Array.from(triangle.flatMap(({ x, y }) => [plan.x0 + x, plan.y0 + y]));
      const area = Math.abs(ringArea([...ring]));
      const areas = clipAreas(plan.coverage, [ring]);
      const ground = openGround(plan.coverage);
      const walked = crossingAreas(ring, linesNear(ground, boxOfRings([ring])), (x, y) => locate(ground, x, y));
      for (const [face, each] of walked ?? []) expect(Math.abs(each - (areas.get(face) ?? 0))).toBeLessThan(0.5 + 1e-6 * area);
      if (walked) walks++;
      const sum = [...areas.values()].reduce((before, each) => before + each, 0);
      expect(Math.abs(sum - area)).toBeLessThan(0.5 + 1e-6 * area);
      for (const [face, each] of areas) if (face !== OUTSIDE_FACE) expect(each).toBeLessThan(plan.coverage.faces.get(face)!.areaSquareMetres + 1);
    }), { seed: 7, numRuns: 150 });
    expect(walks).toBeGreaterThan(100);
  });
});
