/** Consequences of one district or subdistrict: its own communities, totals and scorecard, before and after. */
import { describe, expect, test } from 'vitest';
import { assessPlan, type Assessment } from '../../src/core/assess.ts';
import { consequences } from '../../src/core/rules/consequences.ts';
import { communityFacts, withFacts } from '../../src/core/rules/facts.ts';
import { resolveProfile } from '../../src/core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../src/io/profiles/shipped.ts';
import { withinArea } from '../../src/worker/assess/withinArea.ts';

const resolution = resolveProfile('xian', shippedProfiles(), []);
if (!resolution.ok) throw new Error('The shipped profile does not resolve.');
const { profile } = resolution;
const community = (id: string, district: string, subdistrict: string, households: number) => communityFacts(id, id, { district, subdistrict, households, kind: 'urban', state: 'normal', floorAreaSquareMetres: 300, elderlyAreaSquareMetres: 0 });
const before = [community('a', '东区', '一街', 2000), community('b', '东区', '二街', 6000), community('c', '西区', '一街', 3000)];
const assess = (facts: typeof before): Assessment => assessPlan(facts, profile, { asOf: '2026-01-01' });
const of = (after: typeof before, area: { district: string; subdistrict: string | null }) => {
  const [was, is] = [assess(before), assess(after)];
  return consequences(withinArea(was, is, area, profile), withinArea(is, was, area, profile), profile);
};

describe('consequences of an area', () => {
  const split = [before[0]!, withFacts(before[1]!, { households: 3500 }), community('n', '东区', '二街', 2500), before[2]!];

  test('are those of its communities and totals alone', () => {
    const east = of(split, { district: '东区', subdistrict: null });
    expect(east.communities.map(({ id, change }) => [id, change])).toEqual([['b', 'changed'], ['n', 'created']]);
    expect([east.totals.before.superLarge, east.totals.after.superLarge, east.totals.after.communities, east.totals.after.households]).toEqual([1, 0, 3, 8000]);
    expect(of(split, { district: '西区', subdistrict: null })).toMatchObject({ communities: [], indicators: [], yuanPerYear: 0 });
  });

  test('two subdistricts of one name in two districts are two', () => {
    const street = of(split, { district: '西区', subdistrict: '一街' });
    expect([street.totals.after.communities, street.totals.after.households]).toEqual([1, 3000]);
    expect(of(split, { district: '东区', subdistrict: '二街' }).totals.after.households).toBe(6000);
  });

  test('a district has a scorecard that moves, a subdistrict has none', () => {
    const better = [withFacts(before[0]!, { floorAreaSquareMetres: 700 }), before[1]!, before[2]!];
    expect(of(better, { district: '东区', subdistrict: null }).indicators.length).toBeGreaterThan(0);
    expect(of(better, { district: '东区', subdistrict: '一街' }).indicators).toEqual([]);
  });

  test('who goes to another subdistrict is changed in both; totals follow', () => {
    const moved = [withFacts(before[0]!, { subdistrict: '二街' }), before[1]!, before[2]!];
    for (const [subdistrict, count] of [['一街', [1, 0]], ['二街', [1, 2]]] as const) {
      const street = of(moved, { district: '东区', subdistrict });
      expect(street.communities.map(({ id, change }) => [id, change])).toEqual([['a', 'changed']]);
      expect([street.totals.before.communities, street.totals.after.communities]).toEqual(count);
    }
  });

  test('an area that nobody knows is empty on both sides', () => {
    expect(of(split, { district: '__proto__', subdistrict: 'x' })).toMatchObject({ communities: [], totals: { before: { communities: 0 }, after: { communities: 0 } } });
  });
});
