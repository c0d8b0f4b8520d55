/** `--table FILE[:key]`, repeatable: a table to join, by its guessed key, by `code` or `name` alone, or by a column of that heading. */
import { existsSync } from 'node:fs';
import { isMessageKey, type Translate } from '../i18n/index.ts';
import type { TableProblem } from '../io/tables/problem.ts';
import type { TableChoice } from '../io/tables/readTables.ts';
import { readTable } from '../io/tables/table.ts';
import { ExitCode } from './exit.ts';
import { readBytes } from './files.ts';

/** Tables that can't be used: told one by one, like problems of files. */
export class TableRefusals extends Error {
  constructor(readonly problems: readonly TableProblem[]) {
    super('tables refused');
  }
}

export interface TableCall {
  readonly path: string;
  readonly key?: string;
}

/** A file may have a colon in its name, and on Windows has one behind the drive. */
export function tableCall(text: string): TableCall {
  const at = text.lastIndexOf(':');
  if (at <= 1 || existsSync(text) || /[\\/]/.test(text.slice(at))) return { path: text };
  return { path: text.slice(0, at), key: text.slice(at + 1) };
}

/** Refused together, so that one run shows all that is wrong. */
export function tablesOf(calls: readonly string[], asOf: string | undefined): TableChoice[] {
  const refused: TableProblem[] = [];
  const choices = calls.map(tableCall).flatMap(({ path, key }): TableChoice[] => {
    const bytes = readBytes(path);
    const { table, problems } = readTable(path.split(/[\\/]/).at(-1)!, bytes);
    refused.push(...problems.filter(({ severity }) => severity === 'refused'));
    return table === null ? [] : [{ table, ...(key === undefined ? {} : { key }), ...(asOf === undefined ? {} : { asOf }) }];
  });
  if (refused.length > 0) throw new TableRefusals(refused);
  return choices;
}

/** A table without a key is refused, whatever else it holds. */
export function refuseUnjoined(problems: readonly TableProblem[]): void {
  const refused = problems.filter(({ severity }) => severity === 'refused');
  if (refused.length > 0) throw new TableRefusals(refused);
}

export function describeTableProblem({ code, table, row, column, found, expected, more }: TableProblem, t: Translate): string {
  const key = `tableProblem.${code}`;
  const place = [table, row === null ? '' : t('cli.row', { row }), column ?? ''].filter((part) => part !== '').join(' · ');
  const facts = [found === '' ? '' : t('cli.found', { found }), expected === '' ? '' : t('cli.expected', { expected }), more ? t('cli.more', { count: more }) : ''].filter((part) => part !== '');
  // Control characters in a hostile file must not reach the terminal.
  return [`${place}: ${isMessageKey(key) ? t(key) : code}`, ...facts].join('; ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}

export function tellRefusals(error: TableRefusals, json: boolean, t: Translate): ExitCode {
  for (const problem of error.problems) process.stderr.write(`${describeTableProblem(problem, t)}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ problems: error.problems })}\n`);
  return ExitCode.refused;
}
