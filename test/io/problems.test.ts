/** The catalogue says every problem code, in both languages, with what was found and what was expected. */
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { zh } from '../../src/i18n/zh/index.ts';
import { ALL_FIELDS } from '../../src/io/fields.ts';
import { PROBLEM_CODES } from '../../src/io/problem.ts';
import { LISTED_PER_CODE, ProblemList } from '../../src/io/problemList.ts';

const catalogues: Record<string, Record<string, string>> = { zh, en };
const parameters = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe('catalogue', () => {
  for (const [language, words] of Object.entries(catalogues)) {
    test(`${language} has every code, field and phase`, () => {
      for (const code of PROBLEM_CODES) expect(words[`problem.${code}`], code).toBeTruthy();
      for (const field of ALL_FIELDS) expect(words[`field.${field}`], field).toBeTruthy();
      for (const phase of ['read', 'readShape']) expect(words[`phase.${phase}`], phase).toBeTruthy();
    });
  }

  test('every sentence says what was found; both languages use the same parameters', () => {
    for (const code of PROBLEM_CODES) {
      const key = `problem.${code}`;
      expect(parameters(catalogues.zh![key]!), code).toContain('found');
      expect(new Set(parameters(catalogues.en![key]!)), code).toEqual(new Set(parameters(catalogues.zh![key]!)));
      expect(['found', 'expected', 'field'], code).toEqual(expect.arrayContaining(parameters(catalogues.zh![key]!)));
    }
  });
});

describe('ProblemList', () => {
  test('lists the first, counts the rest, refusals first', () => {
    const list = new ProblemList('x');
    for (let k = 0; k < 100; k++) list.add(k, { code: 'ringUnclosed', severity: 'warning' });
    list.add(7, { code: 'notANumber', severity: 'refused' });
    const problems = list.all();
    expect(problems[0]).toMatchObject({ code: 'notANumber', file: 'x', feature: 7 });
    expect(problems).toHaveLength(1 + LISTED_PER_CODE);
    expect(problems.reduce((sum, { more }) => sum + 1 + (more ?? 0), 0)).toBe(101);
    list.drop('ringUnclosed');
    expect(list.all()).toHaveLength(1);
  });
});
