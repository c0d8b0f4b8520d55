/** Streets that can't be used: one line each, like other problems of files. */
import { isMessageKey, type Translate } from '../i18n/index.ts';
import type { StreetProblem } from '../io/streets/problem.ts';
import { ExitCode } from './exit.ts';

export class StreetRefusal extends Error {
  constructor(readonly problems: readonly StreetProblem[]) {
    super('streets refused');
  }
}

export function describeStreetProblem({ code, file, feature, found, expected, byte }: StreetProblem, t: Translate): string {
  const key = `streets.${code}`;
  const place = [file, feature === undefined ? '' : `#${feature}`, byte === undefined ? '' : `@ ${byte}`].filter((part) => part !== '').join(' · ');
  // Control characters in a hostile file must not reach the terminal.
  return `${place}: ${isMessageKey(key) ? t(key, { found, expected }) : code}`.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}

export function tellStreets({ problems }: StreetRefusal, json: boolean, t: Translate): ExitCode {
  for (const problem of problems) process.stderr.write(`${describeStreetProblem(problem, t)}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ problems })}\n`);
  return ExitCode.refused;
}
