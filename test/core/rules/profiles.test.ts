/** Profiles as data: each number with its source, each rule in both languages, overrides visible, bad ones refused at the door. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS_OF_COMMUNITY, METRICS_OF_COMPOUND } from '../../../src/core/rules/metrics/index.ts';
import { readProfile } from '../../../src/core/rules/readProfile.ts';
import { resolveProfile } from '../../../src/core/rules/resolveProfile.ts';
import { ASPECTS, BASES, CLASSES, FAMILIES, LEVELS, NEEDS, PAYERS, STATES, STRENGTHS, UNITS } from '../../../src/core/rules/vocabulary.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { isMessageKey } from '../../../src/i18n/index.ts';
import { PROFILE_FOLDER, resolved, shippedProfiles } from './golden.ts';

const profiles = shippedProfiles();

/** Entries of a profile's JSON with the path to each number in it. */
function numbersOf(value: unknown, path: string): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersOf(each, `${path}.${key}`));
}

describe.each([...profiles])('profile %s', (id, profile) => {
  const entries = [...profile.rules, ...profile.indicators, ...profile.money, ...profile.parameters, ...(profile.approval?.deadlines ?? [])];
  const documents = new Set(resolved(id).documents.keys());

  it('every number stands in an entry with document, article, strength and level', () => {
    const { rules: _rules, indicators: _indicators, money: _money, parameters: _parameters, approval, ...rest } = profile;
    expect(numbersOf(rest, id)).toEqual([]);
    // Steps are numbered; the numbers of the deadlines stand in entries.
    expect(numbersOf(approval?.routes, id).every((path) => path.endsWith('.step'))).toBe(true);
    for (const entry of entries) {
      expect(documents.has(entry.source.document), entry.id).toBe(true);
      expect(entry.source.article.trim(), entry.id).not.toBe('');
      expect(STRENGTHS, entry.id).toContain(entry.strength);
      for (const level of 'levels' in entry ? entry.levels : [entry.level]) expect(LEVELS, entry.id).toContain(level);
    }
  });

  it('every entry speaks Chinese and English', () => {
    for (const { id: entry, wording, reading } of entries) {
      for (const words of reading ? [wording, reading] : [wording]) {
        expect(words.zh, entry).toMatch(/[\u4e00-\u9fff]/);
        expect(words.en, entry).toMatch(/[A-Za-z]{3}/);
        expect(words.en, entry).not.toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });
});

describe('words', () => {
  it('every metric has a unit and words in both languages', () => {
    for (const [name, { unit }] of [...METRICS_OF_COMMUNITY, ...METRICS_OF_COMPOUND]) {
      expect(UNITS).toContain(unit);
      expectWords(`rules.metric.${name}`);
    }
  });

  it('every fixed word has words in both languages', () => {
    const groups: Record<string, readonly string[]> = { strength: STRENGTHS, level: LEVELS, family: FAMILIES, aspect: ASPECTS, unit: UNITS, need: NEEDS, basis: BASES, class: CLASSES, state: STATES, payer: PAYERS };
    for (const [group, words] of Object.entries(groups)) for (const word of words) expectWords(`rules.${group}.${word}`);
  });

  function expectWords(key: string): void {
    expect(isMessageKey(key), key).toBe(true);
    if (isMessageKey(key)) expect(en[key]).not.toBe('');
  }
});

describe('what a profile overrides stays visible', () => {
  const rule = (id: string): ReturnType<typeof resolved>['rules'][number] => resolved('xian').rules.find((each) => each.id === id)!;

  it('the later document wins, the earlier ones stand beside it', () => {
    expect(rule('size.people')).toMatchObject({ from: 'xian', source: { document: 'XA23' }, bound: { min: 5000, max: 15000 }, overrides: [{ from: 'xian-plan', source: { document: 'XA145' }, bound: { min: 3000, max: 'unknown' } }] });
    expect(rule('environmentCommittee').overrides).toMatchObject([{ from: 'shaanxi', strength: 'target', year: 2021 }]);
    expect(rule('workers.need').overrides).toMatchObject([{ from: 'xian-plan', strength: 'target', level: 'city' }]);
  });

  it('a bureau’s copy changes one value, switches one off, and says who and why', () => {
    const own = readProfile({
      id: 'own', role: 'profile', title: { zh: '本局', en: 'Bureau' }, extends: 'xian', documents: [], parameters: [], indicators: [], money: [], off: ['size.suitablePeople'],
      rules: [{ ...JSON.parse(JSON.stringify(profiles.get('xian')!.rules.find(({ id }) => id === 'size.households'))) as object, bound: { type: 'range', min: 800, max: 5000 }, changed: { role: '区划科', reason: '试点' } }],
    });
    expect(own.ok).toBe(true);
    if (!own.ok) return;
    const profile = resolved('own', [], [own.profile]);
    const changed = profile.rules.find(({ id }) => id === 'size.households')!;
    expect([changed.from, changed.changed?.role, ...changed.overrides.map(({ from }) => from)]).toEqual(['own', '区划科', 'xian', 'xian-plan']);
    expect(profile.classification.households).toEqual({ min: 800, max: 5000 });
    expect(profile.rules.find(({ id }) => id === 'size.suitablePeople')?.off).toBe(true);
  });

  it('a reference layer adds its rules and decides nothing', () => {
    const beside = resolved('xian', ['national']);
    expect(beside.rules.filter(({ reference }) => reference).map(({ id }) => id)).toEqual(['national.households']);
    expect(beside.classification).toEqual(resolved('xian').classification);
    expect(resolved('xian').rules.some(({ id }) => id.startsWith('national'))).toBe(false);
  });
});

describe('the door', () => {
  const rule = { id: 'a', family: 'size', metric: 'households', bound: { type: 'range', min: 1 }, source: { document: 'D', article: '1' }, strength: 'firm', level: 'community', wording: { zh: '甲', en: 'one' } };
  const whole = { id: 'p', role: 'profile', title: { zh: '甲', en: 'One' }, documents: [{ id: 'D', title: { zh: '甲', en: 'one' }, date: '2024' }], parameters: [], rules: [rule], indicators: [], money: [] };
  const problems = (value: unknown): string[] => {
    const reading = readProfile(value);
    return reading.ok ? [] : reading.problems.map(({ member, found }) => `${member}: ${found}`);
  };

  it.each<[string, unknown, string[]]>([
    ['sound', whole, []],
    ['no object', 7, [': number']],
    ['an unknown metric', { ...whole, rules: [{ ...rule, metric: 'nonsense' }] }, ['rules[0].metric: nonsense']],
    ['an unknown bound', { ...whole, rules: [{ ...rule, bound: { type: 'magic' } }] }, ['rules[0].bound.type: magic']],
    ['no strength', { ...whole, rules: [{ ...rule, strength: undefined }] }, ['rules[0].strength: undefined']],
    ['an unknown document', { ...whole, rules: [{ ...rule, source: { document: 'X', article: '1' } }] }, ['rules[0].source.document: X']],
    ['one language', { ...whole, rules: [{ ...rule, wording: { zh: '甲', en: ' ' } }] }, ['rules[0].wording.en:  ']],
    ['a side above the other', { ...whole, rules: [{ ...rule, bound: { type: 'range', min: 5, max: 1 } }] }, ['rules[0].bound.min: 5']],
    ['no side', { ...whole, rules: [{ ...rule, bound: { type: 'range' } }] }, ['rules[0].bound: no side']],
    ['not a number', { ...whole, rules: [{ ...rule, bound: { type: 'range', min: '1000' } }] }, ['rules[0].bound.min: string']],
    ['not finite', { ...whole, rules: [{ ...rule, bound: { type: 'range', min: NaN } }] }, ['rules[0].bound.min: NaN']],
    ['an id twice', { ...whole, rules: [rule, rule] }, ['rules[1].id: a']],
    ['a target without a year', { ...whole, rules: [{ ...rule, strength: 'target' }] }, ['rules[0].year: undefined']],
    ['a truth asked to be a number', { ...whole, rules: [{ ...rule, metric: 'newBuild' }] }, ['rules[0].bound: truth']],
    ['a condition of two kinds', { ...whole, rules: [{ ...rule, applies: [{ metric: 'households', atLeast: 1, atMost: 2 }] }] }, ['rules[0].applies[0]: metric atLeast atMost']],
    ['an unknown member', { ...whole, surprise: 1 }, ['surprise: surprise']],
    ['two problems at once', { ...whole, id: '', rules: [{ ...rule, level: 'street' }] }, ['id: ""', 'rules[0].level: street']],
  ])('%s', (_name, value, expected) => {
    expect(problems(value)).toEqual(expected);
  });

  it('circular and missing extensions are refused', () => {
    const [a, b] = [{ ...profiles.get('national')!, id: 'a', extends: 'b' }, { ...profiles.get('national')!, id: 'b', extends: 'a' }];
    expect(resolveProfile('a', new Map([['a', a], ['b', b]]))).toMatchObject({ ok: false, problems: [{ found: 'a → b → a' }] });
    expect(resolveProfile('a', new Map([['a', a]]))).toMatchObject({ ok: false, problems: [{ member: 'extends', found: 'b' }] });
  });

  it('switching off what is not there, and a band that is no range, are refused', () => {
    expect(resolveProfile('p', new Map([...profiles, ['p', { ...profiles.get('national')!, id: 'p', extends: 'xian', off: ['nothing'] }]]))).toMatchObject({ ok: false, problems: [{ member: 'off', found: 'nothing' }] });
    const xian = profiles.get('xian')!;
    expect(resolveProfile('p', new Map([...profiles, ['p', { ...xian, id: 'p', classification: { ...xian.classification!, households: 'plaza.none' } }]]))).toMatchObject({ ok: false, problems: [{ member: 'classification' }] });
  });
});

describe('the schema', () => {
  interface Schema { readonly properties: Record<string, unknown>; readonly $defs: Record<string, { enum?: unknown }> }
  const schema = JSON.parse(readFileSync(`${PROFILE_FOLDER}/profile.schema.json`, 'utf8')) as Schema;

  it('knows the same words as the door', () => {
    const words: Record<string, readonly string[]> = { strength: STRENGTHS, level: LEVELS, unit: UNITS, family: FAMILIES, aspect: ASPECTS, need: NEEDS, metricOfCommunity: [...METRICS_OF_COMMUNITY.keys()], metricOfCompound: [...METRICS_OF_COMPOUND.keys()] };
    for (const [name, list] of Object.entries(words)) expect(schema.$defs[name]?.enum, name).toEqual(list);
    for (const profile of profiles.values()) for (const member of Object.keys(profile)) expect(Object.keys(schema.properties)).toContain(member);
  });
});

describe('the code', () => {
  /** Figures of the documents. Smaller ones cannot be told from counters. */
  const POLICY = /(?<![\w.#])(?:[135]_?000|5_?001|15_?000|3_?500|[24]_?000|10_?000|600|250|500|300|400|36_?000|60_?000|1[23]0_?000|70_?000|200_?000|60|18|11|13|4\.8|1\.2|0\.8|34|103|15|30)(?![\w.])/;

  it('holds no policy number', () => {
    const found: string[] = [];
    for (const name of [...readdirSync('src/core/rules', { recursive: true, encoding: 'utf8' }).map((each) => `src/core/rules/${each}`), 'src/core/assess.ts'].filter((each) => each.endsWith('.ts'))) {
      readFileSync(name, 'utf8').split('\n').forEach((line, i) => {
        const code = line.replace(/\/\/.*$|\/?\*.*$/, '').replace(/'[^']*'|`[^`]*`/g, '');
        if (POLICY.test(code) && !code.includes('MOST_')) found.push(`${name}:${i + 1} ${line.trim()}`);
      });
    }
    expect(found).toEqual([]);
  });
});
