/** One problem on one line: file, feature, field, what was found, what was expected. */
import type { Translate } from '../i18n/index.ts';
import { isMessageKey } from '../i18n/index.ts';
import type { ReadProblem } from '../io/problem.ts';

export function describeProblem(problem: ReadProblem, t: Translate): string {
  const key = `problem.${problem.code}`;
  const found = problem.found ?? '';
  const expected = problem.expected ?? '';
  const template = isMessageKey(key) ? t(key) : problem.code;
  const sentence = isMessageKey(key) ? t(key, { found, expected, field: problem.field ?? '' }) : problem.code;
  const says = (name: string) => template.includes(`{${name}}`);
  const place = [
    problem.file,
    problem.feature === null ? '' : `#${problem.feature}${problem.unit ? ` ${problem.unit}` : ''}`,
    problem.field ?? '',
    problem.lngLat ? problem.lngLat.join(',') : '',
    problem.line === undefined ? '' : t('cli.line', { line: problem.line, byte: problem.byte ?? 0 }),
  ].filter((part) => part !== '');
  const facts = [
    found === '' || says('found') ? '' : t('cli.found', { found }),
    expected === '' || says('expected') ? '' : t('cli.expected', { expected }),
    problem.more ? t('cli.more', { count: problem.more }) : '',
  ].filter((part) => part !== '');
  // Control characters in a hostile file must not reach the terminal.
   
  return [`${place.join(' · ')}: ${sentence}`, ...facts].join('; ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}
