/** Every problem of a table, and every kind, has its words. */
import { expect, it } from 'vitest';
import { isMessageKey } from '../../../src/i18n/index.ts';
import { TABLE_KINDS } from '../../../src/io/tables/kindFields.ts';
import { TABLE_PROBLEM_CODES, TableProblems } from '../../../src/io/tables/problem.ts';

it.each([...TABLE_PROBLEM_CODES.map((code) => `tableProblem.${code}`), ...TABLE_KINDS.map((kind) => `table.kind.${kind}`)])('%s', (key) => { expect(isMessageKey(key)).toBe(true); });

it('the same problem thousands of times is listed twenty times and counted', () => {
  const problems = new TableProblems('表');
  for (let row = 1; row <= 5000; row++) problems.add({ code: 'negative', row, column: '户数', found: '-1' });
  const all = problems.all();
  expect(all).toHaveLength(20);
  expect(all.at(-1)!.more).toBe(4980);
});
