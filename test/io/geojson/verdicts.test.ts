/** Each file under test/fixtures/read lies in a folder that is its verdict: the code of the problem that reading must name, or `clean`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { translate, type MessageKey } from '../../../src/i18n/index.ts';
import { PROBLEM_CODES, type ReadProblem } from '../../../src/io/problem.ts';
import { assertLayer, read } from '../reading.ts';

const FIXTURES = new URL('../../fixtures/read/', import.meta.url);

for (const verdict of readdirSync(FIXTURES)) {
  describe(verdict, () => {
    for (const name of readdirSync(new URL(`${verdict}/`, FIXTURES))) {
      test(name, () => {
        const { source, problems } = read(readFileSync(new URL(`${verdict}/${name}`, FIXTURES)), {}, name);
        if (source) assertLayer(source);
        if (verdict === 'clean') {
          expect(problems).toEqual([]);
          expect(source!.layer.unitCount).toBeGreaterThan(0);
          return;
        }
        expect(PROBLEM_CODES).toContain(verdict);
        expect(problems.map(({ code }) => code)).toContain(verdict);
        for (const problem of problems) assertTold(problem, name);
      });
    }
  });
}

/** What, where, what was expected: never a sentence with a hole in it. */
function assertTold(problem: ReadProblem, file: string): void {
  expect(problem.file).toBe(file);
  if (['notJson', 'truncated', 'nestingTooDeep'].includes(problem.code)) {
    expect(problem.byte).toBeGreaterThanOrEqual(0);
    expect(problem.line).toBeGreaterThanOrEqual(1);
  }
  for (const language of ['zh', 'en'] as const) {
    const sentence = translate(language, `problem.${problem.code}` as MessageKey);
    for (const [, name] of sentence.matchAll(/\{(\w+)\}/g)) {
      expect(problem[name as 'found' | 'expected' | 'field'], `${problem.code} has no ${name!}`).toBeTruthy();
    }
  }
}
