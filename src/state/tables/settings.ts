/**
 * Which tables the project uses, in the order in which they lie over one another, with what a person said of each. It stands in the
 * project's `profile` record beside the rules; from outside it is read member by member, and what does not read is left out.
 */
import { isPlainObject } from '../../core/plan/readMember.ts';
import { readDay } from '../../core/rules/dates.ts';
import type { JoinDecisions } from '../../io/tables/join.ts';
import { TABLE_KINDS, type TableKind } from '../../io/tables/kindFields.ts';
import type { TableSetting } from '../../worker/tableProtocol.ts';

export const MOST_TABLES = 50;
const MOST_COLUMNS = 200;
const MOST_DECISIONS = 100_000;
const LONGEST = 255;
const FIELD = /^[A-Za-z][A-Za-z0-9]{0,59}$/;
const ROW = /^[1-9]\d{0,6}$/;

/** Two tables of one name: the first stands. */
export function readTableSettings(record: unknown): TableSetting[] {
  const written = isPlainObject(record) ? record.tables : null;
  if (!Array.isArray(written)) return [];
  const settings = written.slice(0, MOST_TABLES).flatMap((each) => readSetting(each) ?? []);
  return settings.filter(({ name }, k) => settings.findIndex((each) => each.name === name) === k);
}

/** Put beside whatever else the record holds. */
export function withTables(record: unknown, tables: readonly TableSetting[]): Record<string, unknown> {
  return { ...(isPlainObject(record) ? record : {}), tables: [...tables] };
}

function readSetting(value: unknown): TableSetting | null {
  if (!isPlainObject(value)) return null;
  const { name, kind, columns, key, decisions, asOf } = value;
  if (!isText(name) || !isKind(kind)) return null;
  return {
    name, kind, columns: readColumns(columns), key: isText(key) ? key : null, decisions: readDecisions(decisions),
    asOf: typeof asOf === 'string' && readDay(asOf) !== null ? asOf : null,
  };
}

function readColumns(value: unknown): Record<string, string> {
  if (!isPlainObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => FIELD.test(entry[0]) && isText(entry[1])).slice(0, MOST_COLUMNS));
}

function readDecisions(value: unknown): JoinDecisions {
  if (!isPlainObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string | null] => ROW.test(entry[0]) && (entry[1] === null || isText(entry[1]))).slice(0, MOST_DECISIONS));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}

function isKind(value: unknown): value is TableKind {
  return TABLE_KINDS.some((kind) => kind === value);
}
