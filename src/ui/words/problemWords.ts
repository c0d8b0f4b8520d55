/** A sentence for what reading a file found; the code itself while the catalogue lacks it. */
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { ReadProblem } from '../../io/problem.ts';

export function problemSentence(t: Translate, problem: ReadProblem): string {
  const key = `problem.${problem.code}`;
  if (!isMessageKey(key)) return problem.code;
  return t(key, {
    file: problem.file,
    feature: problem.feature === null ? '' : problem.feature + 1,
    unit: problem.unit ?? '',
    field: problem.field ?? '',
    found: problem.found ?? '',
    expected: problem.expected ?? '',
    line: problem.line ?? '',
    byte: problem.byte ?? '',
    more: problem.more ?? 0,
  });
}
