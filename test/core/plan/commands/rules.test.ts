/** Commands that leave the ground alone: rules tried, figures given, approval dates, proposed facilities. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../src/core/plan/command.ts';
import { after, aDrawnPlan, refused } from '../../../builders/drawnPlan.ts';

const CITY = aDrawnPlan('abcd', { declared: 'd' });
const change = (value: number, more: Partial<Extract<Command, { type: 'changeRule' }>> = {}): Command => (
  { type: 'changeRule', of: 'rule', entry: 'size.households', values: [{ member: 'bound.max', value }], role: ' 基层政权科 ', reason: '试算', ...more }
);
const give = (fact: string, value: number | boolean | string | null, community = 'a', source = '花名册'): Command => ({ type: 'giveFact', community, fact, value, source });
const byHand: Extract<Command, { type: 'giveFact' }> = { type: 'giveFact', community: 'a', fact: 'workers', value: 12, source: '花名册', role: ' 民政科 ', asOf: '2026-03' };
const date = (mark: 'approved' | 'planned' | 'done' | 'met', key: string, day: string | null, community = 'a'): Command => ({ type: 'setApproval', community, mark, key, date: day });
const place = (name: string): Command => ({ type: 'placeFacility', category: 'school', name, at: [109.06000004, 34.28] });

describe('rules tried', () => {
  test('the last change of an entry stands alone; the profile’s own comes back', () => {
    const city = after(CITY, change(4500), change(4000), change(900, { entry: 'plaza.area' }));
    expect(city.plan.ruleChanges.map(({ entry, values, role }) => [entry, values[0]!.value, role])).toEqual([['size.households', 4000, '基层政权科'], ['plaza.area', 900, '基层政权科']]);
    expect(after(city, { type: 'restoreRule', of: 'rule', entry: 'size.households' }).plan.ruleChanges).toHaveLength(1);
  });

  test('a rule and a parameter of one id are two', () => {
    expect(after(CITY, change(1), change(2, { of: 'parameter' })).plan.ruleChanges).toHaveLength(2);
  });

  test('refused', () => {
    expect(refused(CITY, change(1, { role: ' ' }))).toBe('noRole');
    expect(refused(CITY, change(1, { reason: '' }))).toBe('noReason');
    expect(refused(CITY, change(1, { values: [] }))).toBe('unknownRule');
    expect(refused(after(CITY, change(1)), change(1))).toBe('nothingChanges');
    expect(refused(CITY, { type: 'restoreRule', of: 'rule', entry: 'size.households' })).toBe('unknownRule');
  });
});

describe('figures given', () => {
  test('one of a fact and community; null takes it back', () => {
    const city = after(CITY, give('workers', 12), give('workers', 14), give('newBuild', true), give('established', '2026-03'));
    expect(city.plan.given.map(({ fact, value }) => [fact, value])).toEqual([['workers', 14], ['newBuild', true], ['established', '2026-03']]);
    expect(after(city, give('workers', null)).plan.given).toHaveLength(2);
  });

  test('with who gave it and of which day, to be withdrawn without either', () => {
    const city = after(CITY, byHand);
    expect(city.plan.given).toEqual([{ unit: 0, fact: 'workers', value: 12, source: '花名册', role: '民政科', asOf: '2026-03' }]);
    expect(after(city, give('workers', null, 'a', '')).plan.given).toEqual([]);
  });

  test('refused', () => {
    expect(refused(CITY, give('workers', -1))).toBe('figureOutside');
    expect(refused(CITY, give('workers', 12.5))).toBe('figureOutside');
    expect(refused(CITY, give('workers', 1000))).toBe('figureOutside');
    expect(refused(CITY, give('tenure', '自有'))).toBe('figureOutside');
    expect(refused(CITY, give('workers', '12'))).toBe('badFigure');
    expect(refused(CITY, give('newBuild', 1))).toBe('badFigure');
    expect(refused(CITY, give('__proto__', 1))).toBe('unknownFact');
    expect(refused(CITY, give('households', 1))).toBe('unknownFact');
    expect(refused(CITY, give('established', '三月'))).toBe('badDate');
    expect(refused(CITY, give('workers', 12, 'a', ' '))).toBe('noSource');
    expect(refused(CITY, { ...byHand, role: ' ' })).toBe('noRole');
    expect(refused(CITY, { ...byHand, asOf: '三月' })).toBe('badDate');
    expect(refused(after(CITY, byHand), byHand)).toBe('nothingChanges');
    expect(refused(CITY, give('workers', null))).toBe('nothingChanges');
    expect(refused(CITY, give('workers', 12, 'd'))).toBe('notACommunity');
    expect(refused(after(CITY, { type: 'merge', communities: ['a', 'b'], into: 'b' }), give('workers', 12))).toBe('abolished');
  });
});

describe('approval dates', () => {
  test('the same dates are the same record in whatever order they were typed', () => {
    const one = after(CITY, date('planned', '2', '2026-03-01'), date('planned', '1', '2026-02-01'), date('approved', '', '2026-01-05'));
    const other = after(CITY, date('approved', '', '2026-01-05'), date('planned', '1', '2026-02-01'), date('planned', '2', '2026-03-01'));
    expect(JSON.stringify(one.plan.approvals)).toBe(JSON.stringify(other.plan.approvals));
  });

  test('all taken back: no record is left', () => {
    const city = after(CITY, date('done', '3', '2026-03-01'));
    expect(city.plan.approvals).toEqual([{ unit: 0, approved: null, planned: {}, done: { 3: '2026-03-01' }, met: {} }]);
    expect(after(city, date('done', '3', null)).plan.approvals).toEqual([]);
  });

  test('a key that objects have by nature is a key like others', () => {
    expect(Object.keys(after(CITY, date('met', '__proto__', '2026-03-01')).plan.approvals[0]!.met)).toEqual(['__proto__']);
  });

  test('refused', () => {
    expect(refused(CITY, date('planned', '1', '2026-03'))).toBe('badDate');
    expect(refused(CITY, date('planned', '1', null))).toBe('nothingChanges');
    expect(refused(CITY, date('planned', '1', '2026-03-01', 'x'))).toBe('unknownCommunity');
  });
});

describe('proposed facilities', () => {
  test('placed on the grid of 1e-7 degrees, moved, taken back; numbers are not used twice in a row', () => {
    const city = after(CITY, place('甲校'), place('乙校'), { type: 'moveFacility', facility: '拟建-1', to: [109.07, 34.29] });
    expect(city.plan.facilities.map(({ id, name, at }) => [id, name, at])).toEqual([['拟建-1', '甲校', [109.07, 34.29]], ['拟建-2', '乙校', [109.06, 34.28]]]);
    const fewer = after(city, { type: 'removeFacility', facility: '拟建-1' }, place('丙校'));
    expect(fewer.plan.facilities.map(({ id }) => id)).toEqual(['拟建-2', '拟建-3']);
  });

  test('refused', () => {
    expect(refused(CITY, place(' '))).toBe('noName');
    expect(refused(CITY, { type: 'placeFacility', category: '', name: '校', at: [109, 34] })).toBe('noCategory');
    expect(refused(CITY, { type: 'removeFacility', facility: '拟建-1' })).toBe('unknownFacility');
    expect(refused(after(CITY, place('甲校')), { type: 'moveFacility', facility: '拟建-1', to: [109.06, 34.28] })).toBe('nothingChanges');
  });
});
