/** Joining communities: into one of them or into a new one; what becomes of names, kinds, claims and attachments. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../src/core/plan/command.ts';
import { provisionalId } from '../../../../src/core/plan/plan.ts';
import { after, aDrawnPlan, drawn, groundAt, refusal, refused, unitOf } from '../../../builders/drawnPlan.ts';

const CITY = aDrawnPlan('aab / aab / ccd', { rural: 'cd', subdistricts: { a: '甲街道', b: '乙街道' } });

function merge(communities: string[], more: Partial<Extract<Command, { type: 'merge' }>> = {}): Command {
  return { type: 'merge', communities, ...more };
}

describe('merge', () => {
  test('into one of them: its id and attributes stay, the others are no more', () => {
    const city = after(CITY, merge(['a', 'b'], { into: 'b' }));
    expect(drawn(city)).toBe('bbb / bbb / ccd');
    expect(city.plan.units.get(unitOf(city, 'b'))).toMatchObject({ name: 'b社区', subdistrict: '乙街道', abolished: false });
    expect(city.plan.units.get(unitOf(city, 'a'))).toMatchObject({ name: 'a社区', abolished: true });
    expect(city.plan.lineage).toEqual([{ kind: 'merged', from: [0, 1], to: [1], asFiled: [0, 1] }]);
  });

  test('into a new one: a mark, the kind and subdistrict of the largest', () => {
    const city = after(CITY, merge(['b', 'a', 'c'], { name: '合并社区' }));
    expect(drawn(city)).toBe('111 / 111 / 11d');
    expect(city.plan.units.get(4)).toMatchObject({ id: provisionalId(1), name: '合并社区', code: null, kind: 'urban', subdistrict: '甲街道' });
    expect([0, 1, 2].map((unit) => city.plan.units.get(unit).abolished)).toEqual([true, true, true]);
  });

  test('may take the name of one that ends, or keep its own', () => {
    expect(after(CITY, merge(['a', 'b'], { name: 'b社区' })).plan.units.get(4).name).toBe('b社区');
    expect(after(CITY, merge(['a', 'b'], { into: 'a', name: ' 新名 ', kind: 'rural' })).plan.units.get(0)).toMatchObject({ name: '新名', kind: 'rural' });
  });

  test('through one another: not each must touch each', () => {
    expect(drawn(after(aDrawnPlan('abc'), merge(['a', 'c', 'b'], { into: 'c' })))).toBe('ccc');
  });

  test('villages to one community', () => {
    expect(drawn(after(CITY, merge(['c', 'd'], { name: '联村', joinVillages: true })))).toBe('aab / aab / 111');
    expect(refusal(CITY, merge(['a', 'c'], { name: '联村', joinVillages: true }))).toEqual({ code: 'notRural', subjects: ['a'] });
  });

  test('attachments go over to who takes the ground', () => {
    const city = after(CITY, { type: 'attach', compound: '某院', to: 'a' }, merge(['a', 'b'], { into: 'b' }));
    expect(city.plan.attachments).toMatchObject([{ compound: '某院', community: 1 }]);
  });

  test('claims go over too: what two contested is theirs once they are one', () => {
    const contested = aDrawnPlan('a(ab)b / a(ac)c');
    expect(drawn(after(contested, merge(['a', 'b'], { into: 'a' })))).toBe('aaa / a(ac)c');
    expect(drawn(after(contested, merge(['a', 'b'], { name: '新' })))).toBe('111 / 1(c1)c');
    const settled = after(contested, { type: 'assign', ground: [groundAt(1.5, 0.5)], to: 'c' });
    expect(drawn(after(settled, merge(['b', 'c'], { into: 'b' })))).toBe('a(ab)b / abb');
  });

  test('those that do not touch, or at a point only', () => {
    expect(refusal(aDrawnPlan('acb'), merge(['a', 'b'], { into: 'a' }))).toEqual({ code: 'notAdjacent', subjects: ['b'] });
    expect(refused(aDrawnPlan('ac / db'), merge(['a', 'b'], { into: 'a' }))).toBe('notAdjacent');
    expect(refused(aDrawnPlan('a.b'), merge(['a', 'b'], { into: 'a' }))).toBe('notAdjacent');
  });

  test('ids and names that cannot be', () => {
    expect(refused(CITY, merge(['a'], { into: 'a' }))).toBe('sameCommunity');
    expect(refused(CITY, merge(['a', 'a'], { into: 'a' }))).toBe('sameCommunity');
    expect(refused(CITY, merge(['a', 'x'], { into: 'a' }))).toBe('unknownCommunity');
    expect(refusal(CITY, merge(['a', 'b'], { into: 'c' }))).toEqual({ code: 'unknownCommunity', subjects: ['c'] });
    expect(refused(CITY, merge(['a', 'b']))).toBe('noName');
    expect(refused(CITY, merge(['a', 'b'], { name: ' ' }))).toBe('noName');
    expect(refused(CITY, merge(['a', 'b'], { name: 'c社区' }))).toBe('nameTaken');
    expect(refused(CITY, merge(['a', 'b'], { into: 'a', name: 'c社区' }))).toBe('nameTaken');
  });

  test('whom it cannot be done to', () => {
    expect(refusal(after(CITY, { type: 'lock', communities: ['b'], locked: true }), merge(['a', 'b'], { into: 'a' }))).toEqual({ code: 'locked', subjects: ['b'] });
    expect(refused(after(CITY, merge(['a', 'b'], { into: 'a' })), merge(['b', 'd'], { into: 'd' }))).toBe('abolished');
    expect(refused(aDrawnPlan('ab', { declared: 'b' }), merge(['a', 'b'], { into: 'a' }))).toBe('notACommunity');
  });
});
