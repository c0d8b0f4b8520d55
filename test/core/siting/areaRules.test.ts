/** Areas that the shipped rules ask of a facility: those they have, and none for what they say nothing of. */
import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../../src/core/rules/resolveProfile.ts';
import { areaRulesOf } from '../../../src/core/siting/areaRules.ts';
import { shippedProfiles } from '../../../src/io/profiles/shipped.ts';

function rulesOf(id: string, references: readonly string[] = []) {
  const resolution = resolveProfile(id, shippedProfiles(), references);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.profile.rules;
}

describe('areaRulesOf', () => {
  it('a plaza has 1,000 m² in Xi’an; most categories have no figure, nor have names that only look like one', () => {
    const rules = rulesOf('xian');
    expect(areaRulesOf('plaza', rules)[0]).toEqual({ rule: 'plaza.area', squareMetres: 1000 });
    expect(areaRulesOf('sports|plaza', rules)[0]?.squareMetres).toBe(1000);
    for (const category of ['foodMarket', 'children', '', '__proto__', 'constructor']) expect(areaRulesOf(category, rules)).toEqual([]);
  });

  it('rooms: the fixed figures, the largest first; what grows with households is not among them', () => {
    const found = areaRulesOf('governmentService', rulesOf('weihai'));
    expect(found.map(({ squareMetres }) => squareMetres)).toEqual([1000, 500, 500]);
    expect(found.map(({ rule }) => rule)).not.toContain('rooms.per100');
  });

  it('rules that are switched off, or stand beside for reference, ask nothing', () => {
    const rules = rulesOf('xian');
    expect(areaRulesOf('plaza', rules.map((rule) => ({ ...rule, off: true })))).toEqual([]);
    expect(areaRulesOf('plaza', rules.map((rule) => ({ ...rule, reference: true })))).toEqual([]);
  });
});
