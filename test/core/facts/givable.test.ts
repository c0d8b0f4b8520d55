/** What may be given by hand, within which limits; which facts a finding stands on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsBehind } from '../../../src/core/facts/factsBehind.ts';
import { GIVABLE, misfit, type Givable } from '../../../src/core/facts/givable.ts';
import { communityFacts, NUMBER_FACTS, PLAN_FACTS } from '../../../src/core/rules/facts.ts';
import { resolveProfile } from '../../../src/core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../../src/io/profiles/shipped.ts';

const of = (fact: string): Givable => {
  const givable = GIVABLE.get(fact);
  if (givable === undefined) throw new Error(`Nobody gives ${fact} by hand.`);
  return givable;
};

describe('givable figures', () => {
  test('are all that the plan itself does not say', () => {
    expect([...GIVABLE.keys()].filter((fact) => PLAN_FACTS.has(fact))).toEqual([]);
    expect(NUMBER_FACTS.filter((fact) => !GIVABLE.has(fact) && !PLAN_FACTS.has(fact))).toEqual([]);
    expect(GIVABLE.has('__proto__')).toBe(false);
  });

  test('numbers lie within their range, both ends included; what is counted is whole', () => {
    expect(misfit(of('workers'), 0)).toBeNull();
    expect(misfit(of('workers'), 999)).toBeNull();
    expect(misfit(of('workers'), 1000)).toEqual({ code: 'figureOutside', expected: '0, 1 … 999' });
    expect(misfit(of('workers'), 12.5)?.code).toBe('figureOutside');
    expect(misfit(of('floorAreaSquareMetres'), 1179.5)).toBeNull();
    expect(misfit(of('floorAreaSquareMetres'), -1)?.expected).toBe('0 … 100000');
    expect(misfit(of('floorAreaSquareMetres'), NaN)?.code).toBe('badFigure');
    expect(misfit(of('floorAreaSquareMetres'), true)?.code).toBe('badFigure');
  });

  test('words are those that rules ask for; dates may be a year or a month', () => {
    expect(misfit(of('tenure'), 'owned')).toBeNull();
    expect(misfit(of('tenure'), '自有')).toEqual({ code: 'figureOutside', expected: 'owned rented lent' });
    expect(misfit(of('fourLimits'), ' ')?.code).toBe('badFigure');
    expect(misfit(of('completed'), '2016-02')).toBeNull();
    expect(misfit(of('completed'), '2016-13')?.code).toBe('badDate');
    expect(misfit(of('handedOver'), 1)?.code).toBe('badFigure');
  });

  test('a number that fits is a fact that is known', () => {
    const numbers = [...GIVABLE.values()].flatMap((each) => (each.type === 'number' ? [each] : []));
    fc.assert(fc.property(fc.constantFrom(...numbers), fc.double({ noNaN: true, min: -10, max: 2e8 }), (givable, value) => {
      const facts = communityFacts('a', '甲', { [givable.fact]: value });
      if (misfit(givable, value) === null) expect(facts[givable.fact]).toEqual({ known: true, value });
    }), { seed: 20261122, numRuns: 200 });
  });
});

describe('facts behind a finding', () => {
  const resolution = resolveProfile('xian', shippedProfiles(), []);
  if (!resolution.ok) throw new Error('The shipped profile does not resolve.');
  const { profile } = resolution;
  const behind = (id: string, given: Parameters<typeof communityFacts>[2]) => {
    const rule = profile.rules.find((each) => each.id === id);
    if (rule === undefined) throw new Error(`No rule ${id}.`);
    return factsBehind(rule, communityFacts('a', '甲', given), profile);
  };

  test('value first, then what its bound is formed with: as far as was read', () => {
    expect(behind('rooms.per100', { households: 1000, state: 'normal' }).slice(0, 3)).toEqual(['floorAreaSquareMetres', 'state', 'households']);
    expect(behind('rooms.per100', {})).toEqual(expect.arrayContaining(['households', 'householdsRegistered']));
  });

  test('all parts of a share', () => {
    expect(behind('both.share', {})).toEqual(expect.arrayContaining(['bothRoles', 'partyMembers']));
    expect(behind('rooms.activityShare', {}).slice(0, 2)).toEqual(['activityAreaSquareMetres', 'floorAreaSquareMetres']);
  });
});
