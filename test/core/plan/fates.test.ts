/** What became of communities: only who gained or lost ground is said to have another boundary. */
import { describe, expect, test } from 'vitest';
import { faceOf, type Coverage } from '../../../src/core/coverage/coverage.ts';
import { facePoint } from '../../../src/core/coverage/facePoint.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../../../src/core/geo/coordinates.ts';
import { applyCommand } from '../../../src/core/plan/apply.ts';
import type { Command } from '../../../src/core/plan/command.ts';
import { changedUnits, fateOf, type Fate } from '../../../src/core/plan/fates.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { holdsSameGround } from '../../../src/core/plan/sameGround.ts';
import { aCityPlan } from '../../builders/cityPlan.ts';
import { after, aDrawnPlan, groundAt, line, place, unitOf } from '../../builders/drawnPlan.ts';

/** Boundaries at a slant: a vertex put into one is rounded and bends it. */
const SLANTED = after(aDrawnPlan('aab / aab / ccb'), { type: 'reshape', communities: ['a', 'b'], path: line([2, 3], [1.37, 2.21], [2, 1]) });
const CUT: Command = { type: 'cut', line: line([0.21, 3.1], [1.9, 2.43]), within: ['a'] };

describe('ground', () => {
  test('is the same on both sides of a line that only cuts', () => {
    const cut = after(SLANTED, CUT);
    expect(fates(SLANTED.plan, cut.plan)).toEqual({});
    expect(changedUnits(SLANTED.plan, cut.plan).size).toBeGreaterThan(0);
    expect(bent(SLANTED.plan.coverage, cut.plan.coverage, unitOf(cut, 'b'))).toBeGreaterThan(0);
  });

  test('is another once a piece is given away, for those two alone', () => {
    const given = after(SLANTED, CUT, { type: 'assign', ground: [groundAt(1.3, 2.9)], to: 'c' });
    expect(fates(SLANTED.plan, given.plan)).toEqual({ a: 'boundaryChanged', c: 'boundaryChanged' });
    const back = after(given, { type: 'assign', ground: [groundAt(1.3, 2.9)], to: 'a' });
    expect(fates(SLANTED.plan, back.plan)).toEqual({});
  });

  test('is another where a vertex was moved by three centimetres', () => {
    const [x, y] = place(1.37, 2.21);
    const moved = after(SLANTED, { type: 'moveVertex', from: [x, y], to: [x + 3 / STEPS_PER_DEGREE, y] });
    expect(fates(SLANTED.plan, moved.plan)).toEqual({ a: 'boundaryChanged', b: 'boundaryChanged' });
  });

  test('of whoever beside it was merged or declared is not: he stays as he was', () => {
    const merged = after(SLANTED, CUT, { type: 'merge', communities: ['a', 'c'], into: 'a' });
    expect(fates(SLANTED.plan, merged.plan)).toEqual({ a: 'boundaryChanged', c: 'merged' });
    expect(holdsSameGround(SLANTED.plan, merged.plan, unitOf(merged, 'b'))).toBe(true);
    expect(holdsSameGround(SLANTED.plan, merged.plan, 99)).toBe(true);
  });
});

describe.each([false, true])('a city, dirty: %s', (dirty) => {
  const { base } = aCityPlan({ seed: 11, communities: 24, verticesPerCommunity: 24, dirty, parent: 'district' });

  test('no cut changes any fate; a piece given away changes two', () => {
    let cuts = 0;
    let gifts = 0;
    for (let unit = 0; unit < 16; unit++) {
      const { id } = base.units.get(unit);
      const [face] = base.coverage.facesOf.get(unit);
      if (face === undefined) continue;
      const [x, y] = facePoint(base.coverage, face);
      const { box } = faceOf(base.coverage, face);
      const reach = box[2] - box[0] + box[3] - box[1];
      const cut = applyCommand(base, { type: 'cut', line: [degrees(x - reach, y - 0.37 * reach), degrees(x + reach, y + 0.37 * reach)], within: [id] });
      if (!cut.ok) continue;
      cuts++;
      expect(fates(base, cut.value)).toEqual({});
      const piece = cut.value.coverage.facesOf.get(unit).at(-1)!;
      const taker = base.units.get((unit + 1) % 16).id;
      const given = applyCommand(cut.value, { type: 'assign', ground: [{ at: degrees(...facePoint(cut.value.coverage, piece)) }], to: taker });
      if (!given.ok) continue;
      gifts++;
      expect(fates(base, given.value)).toEqual({ [id]: 'boundaryChanged', [taker]: 'boundaryChanged' });
    }
    expect(Math.min(cuts, gifts)).toBeGreaterThan(10);
  });
});

/** Of every unit that is not unchanged. */
function fates(base: Plan, plan: Plan): Record<string, Fate> {
  const changed = changedUnits(base, plan);
  const told: Record<string, Fate> = {};
  [...plan.units].forEach(({ id }, unit) => {
    const fate = fateOf(base, plan, unit, changed);
    if (fate !== 'unchanged') told[id] = fate;
  });
  return told;
}

function bent(before: Coverage, now: Coverage, unit: number): number {
  const area = (coverage: Coverage) => coverage.facesOf.get(unit).reduce((sum, face) => sum + faceOf(coverage, face).areaSquareMetres, 0);
  return Math.abs(area(now) - area(before));
}

function degrees(x: number, y: number): LngLat {
  return [Math.round(x) / STEPS_PER_DEGREE, Math.round(y) / STEPS_PER_DEGREE];
}
