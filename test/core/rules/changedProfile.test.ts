/** Other numbers tried in a profile: every kind of entry, what does not fit is told and left out, who answers stays visible. */
import { describe, expect, it } from 'vitest';
import type { RuleChange } from '../../../src/core/plan/plan.ts';
import { changeableNumbers, entriesOf, profileOfChanges, resolveChanged, TRIED } from '../../../src/core/rules/changedProfile.ts';
import type { Profile } from '../../../src/core/rules/profile.ts';
import { readProfile } from '../../../src/core/rules/readProfile.ts';
import type { ResolvedProfile } from '../../../src/core/rules/resolveProfile.ts';
import { resolved, shippedProfiles } from './golden.ts';

const shipped = shippedProfiles();
const xian = resolved('xian');
const weihai = resolved('weihai');

const by = { role: '区划科', reason: '试点' };
const change = (of: RuleChange['of'], entry: string, ...values: [string, number][]): RuleChange =>
  ({ of, entry, values: values.map(([member, value]) => ({ member, value })), ...by });

function tried(changes: readonly RuleChange[], id = 'xian', references: readonly string[] = []): { profile: ResolvedProfile; problems: string[] } {
  const { resolution, problems } = resolveChanged(id, shipped, references, changes);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return { profile: resolution.profile, problems: problems.map(({ member, found, expected }) => `${member}: ${found}, ${expected}`) };
}

const entryOf = (profile: ResolvedProfile, of: RuleChange['of'], id: string) => {
  const entry = entriesOf(profile, of).find((each) => each.id === id);
  if (!entry) throw new Error(`${id} is missing.`);
  return entry;
};

describe('the numbers that may be changed', () => {
  it.each<[RuleChange['of'], string, ResolvedProfile, Record<string, number>]>([
    ['rule', 'size.households', xian, { 'bound.min': 1000, 'bound.max': 5000 }],
    ['rule', 'size.suitableHouseholds', xian, { 'bound.value': 3500 }],
    ['rule', 'rooms.per100', xian, { 'bound.amount': 30, 'bound.per': 100 }],
    ['rule', 'committee.seats', xian, { 'bound.brackets.0.to': 2000, 'bound.brackets.0.value': 5, 'bound.brackets.1.from': 2000, 'bound.brackets.1.to': 4000, 'bound.brackets.1.value': 7, 'bound.brackets.2.from': 4000, 'bound.brackets.2.value': 9 }],
    ['rule', 'party.members', xian, { 'bound.values.branch': 3, 'bound.values.generalBranch': 5, 'bound.values.committee': 5 }],
    ['rule', 'election', xian, { 'bound.months': 3 }],
    ['rule', 'rooms.handover', xian, {}],
    ['rule', 'rooms.stricter', xian, {}],
    ['rule', 'workers.need', weihai, { 'bound.most': 400, 'bound.fewest': 300 }],
    // The years of a target are the document's.
    ['indicator', 'row26', xian, { 'target.min': 5, 'target.max': 9 }],
    ['parameter', 'start.superLarge', xian, { value: 34 }],
    ['parameter', 'circle.speeds', xian, { 'value.0': 1.2, 'value.1': 1, 'value.2': 0.8 }],
    ['parameter', 'circle.basic', xian, {}],
    ['money', 'workFunds.city', xian, { 'amount.yuan': 130000 }],
    ['money', 'workFunds.xixianLater', xian, {}],
    ['money', 'workFunds', weihai, { 'amount.yuan': 36000, 'amount.per': 1000, 'amount.least': 60000 }],
    ['money', 'pay.city', weihai, { 'amount.persons': 5, 'amount.sharePercent': 50 }],
  ])('%s %s', (of, id, profile, expected) => {
    expect(Object.fromEntries(changeableNumbers(of, entryOf(profile, of, id)).map(({ member, value }) => [member, value]))).toEqual(expected);
  });

  it('a figure that our copy masks is none', () => {
    const plan = resolved('xian-plan');
    expect(changeableNumbers('rule', entryOf(plan, 'rule', 'size.people'))).toEqual([{ member: 'bound.min', value: 3000 }]);
  });
});

describe('numbers tried', () => {
  it('stand on top of the profile, with who answers for them, and move the band', () => {
    const { profile, problems } = tried([change('rule', 'size.households', ['bound.max', 4200])]);
    expect(problems).toEqual([]);
    expect(entryOf(profile, 'rule', 'size.households')).toMatchObject({ from: TRIED, changed: by, bound: { min: 1000, max: 4200 }, overrides: [{ from: 'xian', bound: { max: 5000 } }, { from: 'xian-plan' }] });
    expect(profile.classification.households).toEqual({ min: 1000, max: 4200 });
    expect(profile.chain).toEqual([TRIED, 'xian', 'xian-plan', 'shaanxi']);
  });

  it.each<[RuleChange, unknown]>([
    [change('rule', 'committee.seats', ['bound.brackets.1.value', 6]), { bound: { brackets: [{ to: 2000, value: 5 }, { from: 2000, to: 4000, value: 6, preferred: true }, { from: 4000, value: 9 }] } }],
    [change('rule', 'party.members', ['bound.values.committee', 7]), { bound: { values: { branch: 3, generalBranch: 5, committee: 7 } } }],
    [change('rule', 'rooms.per100', ['bound.amount', 35], ['bound.per', 120]), { bound: { of: 'roomsHouseholds', amount: 35, per: 120 } }],
    [change('indicator', 'row17', ['target.min', 5.5]), { target: { type: 'range', min: 5.5 } }],
    [change('parameter', 'circle.speeds', ['value.2', 0.9]), { value: [1.2, 1, 0.9] }],
    [change('money', 'workFunds.district', ['amount.yuan', 150_000]), { amount: { type: 'fixed', yuan: 150_000 } }],
  ])('in a %j', (one, expected) => {
    const { profile, problems } = tried([one]);
    expect(problems).toEqual([]);
    expect(entryOf(profile, one.of, one.entry)).toMatchObject({ ...expected as object, changed: by, from: TRIED });
  });

  it('leave the profile itself and every other entry as they were', () => {
    const before = JSON.stringify(shipped.get('xian'));
    const { profile } = tried([change('rule', 'plaza.area', ['bound.min', 900])]);
    expect(JSON.stringify(shipped.get('xian'))).toBe(before);
    expect(profile.rules.filter(({ from }) => from === TRIED).map(({ id }) => id)).toEqual(['plaza.area']);
    expect(profile.rules.filter(({ id }) => id !== 'plaza.area')).toEqual(xian.rules.filter(({ id }) => id !== 'plaza.area'));
    expect(profile.rules.map(({ id }) => id)).toEqual(xian.rules.map(({ id }) => id));
  });

  it('without any, the profile is the plain one', () => {
    expect(tried([]).profile).toEqual(xian);
  });

  it('of one entry twice: the later wins, also in an export; a later one that does not fit leaves the earlier', () => {
    const twice = [change('rule', 'both.total', ['bound.max', 12]), change('rule', 'both.total', ['bound.max', 13])];
    const { profile, problems } = tried(twice);
    expect(problems).toEqual([]);
    expect(entryOf(profile, 'rule', 'both.total')).toMatchObject({ bound: { max: 13 }, overrides: [{ from: 'xian', bound: { max: 11 } }] });
    expect(profileOfChanges('own', { zh: '甲', en: 'One' }, xian, twice).profile?.rules.map(({ bound }) => bound)).toEqual([{ type: 'range', max: 13 }]);
    const bad = tried([change('rule', 'size.households', ['bound.max', 4200]), change('rule', 'size.households', ['bound.max', 1])]);
    expect(bad.profile.classification.households?.max).toBe(4200);
    expect(bad.problems).toEqual(['size.households.bound.min: 1000, ≤ 1']);
  });

  it('leave a reference layer untouched', () => {
    const { profile, problems } = tried([change('rule', 'national.households', ['bound.max', 4000])], 'xian', ['national']);
    expect(problems).toEqual(['rule: national.households, an entry of the profile']);
    expect(entryOf(profile, 'rule', 'national.households')).toMatchObject({ reference: true, bound: { min: 1000, max: 3000 } });
    const beside = tried([change('rule', 'size.households', ['bound.max', 4000])], 'xian', ['national']).profile;
    expect(entryOf(beside, 'rule', 'national.households')).toEqual(entryOf(resolved('xian', ['national']), 'rule', 'national.households'));
  });
});

describe('what does not fit is told with its place and left out', () => {
  it.each<[string, RuleChange, string]>([
    ['an unknown entry', change('rule', 'size.nothing', ['bound.max', 1]), 'rule: size.nothing, an entry of the profile'],
    ['an entry of another kind', change('money', 'size.households', ['bound.max', 1]), 'money: size.households, an entry of the profile'],
    ['an unknown member', change('rule', 'size.households', ['bound.middle', 1]), 'size.households.bound.middle: bound.middle, bound.min bound.max'],
    ['a member beside the numbers asked', change('rule', 'size.households', ['year', 2030]), 'size.households.year: year, bound.min bound.max'],
    ['a prototype key', change('rule', 'size.households', ['bound.__proto__.max', 1]), 'size.households.bound.__proto__.max: bound.__proto__.max, bound.min bound.max'],
    ['min above max', change('rule', 'size.households', ['bound.min', 6000]), 'size.households.bound.min: 6000, ≤ 5000'],
    ['max below min, of an indicator', change('indicator', 'row26', ['target.max', 4]), 'row26.target.min: 5, ≤ 4'],
    ['a bracket that ends before it begins', change('rule', 'committee.seats', ['bound.brackets.1.to', 1999]), 'committee.seats.bound.brackets[1].from: 2000, ≤ 1999'],
    ['a part of nothing', change('rule', 'rooms.per100', ['bound.per', 0]), 'rooms.per100.bound.per: 0, > 0'],
    ['part of a month', change('rule', 'election', ['bound.months', 2.5]), 'election.bound.months: 2.5, integer'],
    ['a share over the whole', change('money', 'pay.city', ['amount.sharePercent', 101]), 'pay.city.amount.sharePercent: 101, 0…100'],
    ['less than nothing', change('parameter', 'start.micro', ['value', -1]), 'start.micro.value: -1, 0…1000000000000'],
  ])('%s', (_name, bad, problem) => {
    const good = change('rule', 'plaza.area', ['bound.min', 900]);
    for (const changes of [[bad, good], [good, bad]]) {
      const { profile, problems } = tried(changes);
      expect(problems).toEqual([problem]);
      expect(profile.rules.filter(({ from }) => from === TRIED).map(({ id }) => id)).toEqual(['plaza.area']);
      expect(profile.classification.households).toEqual({ min: 1000, max: 5000 });
    }
  });

  it('a range moved as a whole is no contradiction on the way', () => {
    expect(tried([change('rule', 'size.households', ['bound.min', 6000], ['bound.max', 9000])])).toMatchObject({ problems: [], profile: { classification: { households: { min: 6000, max: 9000 } } } });
  });

  it('an unknown profile, and a circle of profiles, resolve to their problem', () => {
    expect(resolveChanged('nothing', shipped, [], [change('rule', 'plaza.area', ['bound.min', 1])]).resolution).toMatchObject({ ok: false, problems: [{ member: 'extends', found: 'nothing' }] });
    const bare = { ...profileOf('national'), role: 'profile' as const };
    const circle = new Map<string, Profile>([['a', { ...bare, id: 'a', extends: 'b' }], ['b', { ...bare, id: 'b', extends: 'a' }]]);
    expect(resolveChanged('a', circle, [], [])).toMatchObject({ resolution: { ok: false, problems: [{ found: 'a → b → a' }] }, problems: [] });
  });
});

describe('changes as a profile of their own', () => {
  const title = { zh: '本单位', en: 'Our own' };
  const changes = [change('rule', 'size.households', ['bound.max', 4200]), change('indicator', 'row26', ['target.max', 8]), change('parameter', 'circle.minutes', ['value', 10]), change('money', 'workFunds.zone', ['amount.yuan', 110_000])];

  it('holds them alone, reads again from its text, and resolves to the same numbers', () => {
    const { profile, problems } = profileOfChanges('own', title, xian, changes);
    expect(problems).toEqual([]);
    expect(profile).toMatchObject({ id: 'own', extends: 'xian', title });
    const reading = readProfile(JSON.parse(JSON.stringify(profile)));
    expect(reading).toEqual({ ok: true, profile });
    if (!reading.ok) return;
    const own = resolved('own', [], [reading.profile]);
    for (const { of, entry } of changes) {
      const { from: _own, overrides: _a, ...alone } = entryOf(own, of, entry);
      const { from: _tried, overrides: _b, ...inScenario } = entryOf(tried(changes).profile, of, entry);
      expect(alone).toEqual(inScenario);
    }
    expect([own.rules.length, own.indicators.length]).toEqual([xian.rules.length, xian.indicators.length]);
  });

  it('without changes is a copy that says nothing of its own', () => {
    expect(profileOfChanges('own', title, xian, [])).toMatchObject({ profile: { rules: [], indicators: [], money: [], parameters: [], extends: 'xian' }, problems: [] });
  });

  it('is none where an unknown metric stands in what it changes', () => {
    const broken = { ...xian, rules: xian.rules.map((rule) => (rule.id === 'plaza.area' ? { ...rule, metric: 'nonsense' } : rule)) };
    expect(profileOfChanges('own', title, broken, [change('rule', 'plaza.area', ['bound.min', 900])])).toMatchObject({ profile: null, problems: [{ member: 'plaza.area.metric', found: 'nonsense' }] });
  });

  it('is none under an id that is no id', () => {
    expect(profileOfChanges('../own', title, xian, [])).toMatchObject({ profile: null, problems: [{ member: 'id', found: '../own' }] });
  });
});

function profileOf(id: string): Profile {
  const profile = shipped.get(id);
  if (!profile) throw new Error(`${id} is not shipped.`);
  return profile;
}
