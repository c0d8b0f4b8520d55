/** The list of rules: entries in words, what a typed number amounts to, what is wrong with a profile said in either language. */
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/core/rules/readProfile.ts';
import { resolveChanged } from '../../src/core/rules/changedProfile.ts';
import { METRICS_OF_COMMUNITY, METRICS_OF_COMPOUND } from '../../src/core/rules/metrics/index.ts';
import type { RuleChange } from '../../src/core/plan/plan.ts';
import { translator, type Language } from '../../src/i18n/index.ts';
import { shippedProfiles } from '../../src/io/profiles/shipped.ts';
import { askedNumbers, askedText, conditionsText, type Words } from '../../src/ui/rules/editor/askedWords.ts';
import { draftCommand, draftProblems } from '../../src/ui/rules/editor/draft.ts';
import { entryRows, groupOf, GROUPS, isFound, isShown, rowKey, type EntryOf, type EntryRow } from '../../src/ui/rules/editor/entryRow.ts';
import { problemWords } from '../../src/ui/rules/editor/problemWords.ts';

const units = Object.fromEntries([...METRICS_OF_COMMUNITY, ...METRICS_OF_COMPOUND].map(([id, { unit }]) => [id, unit]));

function profileOf(id: string, changes: RuleChange[] = [], references: string[] = []) {
  const { resolution } = resolveChanged(id, shippedProfiles(), references, changes);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { rules, indicators, money, parameters, documents } = resolution.profile;
  return { rules: [...rules], indicators: [...indicators], money: [...money], parameters: [...parameters], documents: [...documents.values()] };
}

function words(language: Language): Words {
  return { t: translator(language), units, ruleName: (id) => id };
}

function rowOf(id: string, of: EntryRow['of'] = 'rule', view = profileOf('xian')): EntryRow {
  const row = entryRows(view).find((each) => each.of === of && each.entry.id === id);
  if (!row) throw new Error(`${id} is missing.`);
  return row;
}

describe('entries in words', () => {
  it.each<[EntryRow, string, string]>([
    [rowOf('size.households'), '1,000–5,000 户', '1,000–5,000 households'],
    [rowOf('size.suitableHouseholds'), '3,500 户 左右', 'about 3,500 households'],
    [rowOf('rooms.per100'), '每 100 户 30 m²', '30 m² for each 100 households'],
    [rowOf('committee.seats'), '≤ 2,000 户 → 5 人；2,000–4,000 户 → 7 人；≥ 4,000 户 → 9 人', '≤ 2,000 households → 5 persons; 2,000–4,000 households → 7 persons; ≥ 4,000 households → 9 persons'],
    [rowOf('party.members'), '党支部 3 人；党总支 5 人；党委 5 人', 'branch 3 persons; general branch 5 persons; committee 5 persons'],
    [rowOf('election'), '批复日期后 3 个月内', 'within 3 months of: approved'],
    [rowOf('grids.rural'), '与村民小组数相同', 'as many as: villagers’ groups'],
    [rowOf('rooms.handover'), '应有、应做到', 'to be there, or done'],
    [rowOf('size.occupancy'), '只列数，不作判断', 'shown, not judged'],
    [rowOf('row17', 'indicator'), '≥ 4.80 个/千人', '≥ 4.80 per 1,000 people'],
    [rowOf('workFunds.city', 'money'), '13 万元/年', '13 × 10,000 yuan/year'],
    [rowOf('workFunds.xixianLater', 'money'), '文件未定数', 'no figure in the document'],
    [rowOf('circle.speeds', 'parameter'), '1.2、1、0.8 米/秒', '1.2; 1; 0.8 m/s'],
  ])('%#', (row, zh, en) => {
    expect([askedText(words('zh'), row), askedText(words('en'), row)]).toEqual([zh, en]);
  });

  it('shows a masked side as unknown', () => {
    const [below] = rowOf('size.people').entry.overrides;
    expect(askedText(words('zh'), { of: 'rule', entry: below } as EntryOf)).toBe('3,000–? 人');
  });

  it('every entry of every profile has words without a Latin identifier in Chinese, and a named field with a unit for every number', () => {
    for (const id of shippedProfiles().keys()) {
      for (const row of entryRows(profileOf(id))) {
        const text = askedText({ ...words('zh'), ruleName: () => '规则' }, row);
        expect(text, row.entry.id).not.toBe('');
        expect(text.replace(/m²/g, ''), row.entry.id).not.toMatch(/[A-Za-z]/);
        for (const language of ['zh', 'en'] as const) {
          const numbers = askedNumbers(words(language), row);
          expect(new Set(numbers.map(({ label }) => label)).size, row.entry.id).toBe(numbers.length);
          for (const { unit, label, member } of numbers) {
            expect(unit, `${row.entry.id} ${member}`).not.toBe('');
            if (language === 'zh') expect(label, `${row.entry.id} ${member}`).toMatch(/[\u4e00-\u9fff]/u);
          }
        }
        const conditions = [...('applies' in row.entry && row.entry.applies ? row.entry.applies : []), ...(row.of === 'money' ? row.entry.unless ?? [] : []), ...(row.of === 'rule' && row.entry.waivedBy ? [row.entry.waivedBy] : [])];
        expect(conditionsText(words('zh'), conditions).replace(/m²/g, ''), row.entry.id).not.toMatch(/[A-Za-z]/);
      }
    }
  });
});

describe('the list', () => {
  it('has every entry in one group, under a key of its own, also beside a reference', () => {
    const rows = entryRows(profileOf('xian', [], ['national']));
    expect(new Set(rows.map(rowKey)).size).toBe(rows.length);
    expect(rows.every((row) => GROUPS.includes(groupOf(row)))).toBe(true);
  });

  it('finds by wording, article and document, every word of what is typed', () => {
    const view = profileOf('xian');
    const found = (typed: string, language: Language = 'zh') => entryRows(view).filter((row) => isFound(row, typed, language, view.documents)).map(({ entry }) => entry.id);
    expect(found('size.households')).toEqual(['size.households']);
    expect(found('社区 户数 两端 常住户')).toEqual(['size.households']);
    expect(found('stairwell HEADS', 'en')).toEqual(['heads.community', 'heads.compound']);
    expect(found('枫桥').length).toBeGreaterThan(3);
    expect(found('').length).toBe(entryRows(view).length);
    expect(found('没有这样的规则')).toEqual([]);
  });

  it('shows what is tried, and what overrides', () => {
    const change: RuleChange = { of: 'rule', entry: 'plaza.area', values: [{ member: 'bound.min', value: 900 }], role: '科', reason: '试' };
    const rows = entryRows(profileOf('xian', [change]));
    expect(rows.filter((row) => isShown(row, 'tried')).map(({ entry }) => entry.id)).toEqual(['plaza.area']);
    expect(rows.filter((row) => isShown(row, 'overriding')).map(({ entry }) => entry.id)).toContain('size.people');
    expect(rows.filter((row) => isShown(row, 'off'))).toEqual([]);
  });
});

describe('a typed number', () => {
  const households = rowOf('size.households');
  const triedView = profileOf('xian', [{ of: 'rule', entry: 'size.households', values: [{ member: 'bound.max', value: 4000 }], role: '科', reason: '试' }]);
  const tried = rowOf('size.households', 'rule', triedView);

  it('is a change of what differs from the profile', () => {
    expect(draftCommand(households, { 'bound.max': 4000 }, ' 区划科 ', ' 试点 ')).toEqual({ type: 'changeRule', of: 'rule', entry: 'size.households', values: [{ member: 'bound.max', value: 4000 }], role: '区划科', reason: '试点' });
    expect(draftCommand(households, {}, '科', '试')).toBeNull();
    expect(draftCommand(households, { 'bound.max': 5000 }, '科', '试')).toBeNull();
  });

  it('over one that is tried keeps the other number tried', () => {
    expect(draftCommand(tried, { 'bound.min': 900 }, '科', '试')).toMatchObject({ type: 'changeRule', values: [{ member: 'bound.min', value: 900 }, { member: 'bound.max', value: 4000 }] });
  });

  it('that is the profile’s own again restores it', () => {
    expect(draftCommand(tried, { 'bound.max': 5000 }, '', '')).toEqual({ type: 'restoreRule', of: 'rule', entry: 'size.households' });
  });

  it('that contradicts another is told before it is tried', () => {
    const view = profileOf('xian');
    expect(draftProblems(view, households, { 'bound.min': 6000 })).toMatchObject([{ member: 'size.households.bound.min', found: '6000', expected: '≤ 5000' }]);
    expect(draftProblems(view, households, { 'bound.min': 6000, 'bound.max': 7000 })).toEqual([]);
    expect(draftProblems(triedView, tried, { 'bound.min': 4500 })).toMatchObject([{ expected: '≤ 4000' }]);
  });
});

describe('what is wrong with a profile', () => {
  const source = { document: 'D', article: '1' };
  const rule = { id: 'a', family: 'size', metric: 'households', bound: { type: 'range', min: 1 }, source, strength: 'firm', level: 'community', wording: { zh: '甲', en: 'one' } };
  const whole = { id: 'p', role: 'profile', title: { zh: '甲', en: 'One' }, documents: [{ id: 'D', title: { zh: '甲', en: 'one' }, date: '2024' }], parameters: [], rules: [rule], indicators: [], money: [] };
  const bad: [string, unknown][] = [
    ['no object', 7], ['a list instead', { ...whole, rules: {} }], ['an unknown metric', { ...whole, rules: [{ ...rule, metric: 'nonsense' }] }], ['a number as text', { ...whole, rules: [{ ...rule, bound: { type: 'range', min: '1' } }] }],
    ['no side', { ...whole, rules: [{ ...rule, bound: { type: 'range' } }] }], ['no year', { ...whole, rules: [{ ...rule, strength: 'target' }] }], ['an id twice', { ...whole, rules: [rule, rule] }],
    ['a truth asked to be a number', { ...whole, rules: [{ ...rule, metric: 'newBuild' }] }], ['a condition of two kinds', { ...whole, rules: [{ ...rule, applies: [{ metric: 'households', atLeast: 1, atMost: 2 }] }] }],
    ['itself extended', { ...whole, extends: 'p' }], ['a bad id', { ...whole, id: '../p' }], ['half a row', { ...whole, indicators: [{ id: 'i', row: 1.5 }] }],
  ];

  it.each(bad)('%s: no English sentence is left in the Chinese words', (_name, value) => {
    const reading = readProfile(value);
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    for (const problem of reading.problems) {
      // Names of members and metrics, lists of them, and signs stand as they are.
      expect(problemWords(translator('zh'), problem).expected).not.toMatch(/\b(?:a|an|the|of|that|is|must)\b (?!atLeast)[a-z]+/);
    }
  });

  it('names the whole file where no place is', () => {
    expect(problemWords(translator('zh'), { member: '', found: 'number', expected: 'object' })).toEqual({ place: '整个文件', found: '数', expected: '一组带名字的值（对象）' });
  });
});
