/** What a table is, by its columns and its name; and which of its columns holds what. Both can be corrected. */
import { normalColumn } from '../columnName.ts';
import { readTaskTable } from '../../core/rules/workplan/tasks.ts';
import { aliasesOf, guessColumns, TABLE_FIELDS } from './factFields.ts';
import { KIND_FIELDS, TABLE_KINDS, type ListKind, type TableKind } from './kindFields.ts';
import type { Table } from './table.ts';

/** Which column holds which field; a field without a column is absent. */
export type TableColumns = Readonly<Partial<Record<string, string>>>;

const NAMED: readonly (readonly [TableKind, RegExp])[] = [
  ['tasks', /任务|分工|台账任务|tasks?/i],
  ['rooms', /用房|阵地|房屋|rooms?/i],
  ['staff', /人员|花名册|队伍|工作者|staff/i],
  ['indicators', /指标|indicators?/i],
  ['facilities', /设施|网点|facilit/i],
  ['compounds', /小区|院落|楼盘|compounds?/i],
  ['communities', /社区|communit/i],
];

/** Columns without which a table is not of the kind; the first that has all of one list is it. */
const NEEDED: Readonly<Record<ListKind, readonly (readonly string[])[]>> = {
  rooms: [['area', 'use'], ['area', 'tenure']],
  staff: [['role', 'person'], ['role', 'count']],
  indicators: [['indicator', 'value']],
  facilities: [['lng', 'lat', 'category'], ['name', 'category']],
  compounds: [['name', 'community', 'households'], ['name', 'community', 'dwellings'], ['name', 'code', 'households'], ['name', 'code', 'dwellings'], ['name', 'community', 'people'], ['name', 'households', 'lng']],
};

export function guessKind(table: Table): TableKind {
  if (readTaskTable(table.cells.slice(0, 40)).tasks.length > 0) return 'tasks';
  const fitting = TABLE_KINDS.filter((kind) => {
    if (kind === 'communities' || kind === 'tasks') return false;
    const columns = guessTableColumns(table.columns, kind);
    return NEEDED[kind].some((fields) => fields.every((field) => columns[field] !== undefined));
  }).filter((kind) => kind !== 'compounds' || isCompounds(table.columns));
  const named = NAMED.find(([kind, words]) => words.test(table.name) && (fitting as readonly TableKind[]).includes(kind));
  return named?.[0] ?? fitting.find((kind) => kind !== 'facilities' || !hasFacts(table.columns)) ?? 'communities';
}

/** A column that names the compound, beside one for the community. */
function isCompounds(columns: readonly string[]): boolean {
  const names = new Set(KIND_FIELDS.compounds.name.filter((alias) => !['name', '名称'].includes(alias)).map(normalColumn));
  return columns.some((column) => names.has(normalColumn(column))) || columns.some((column) => /^community$/i.test(column));
}

function hasFacts(columns: readonly string[]): boolean {
  return Object.keys(guessTableColumns(columns, 'communities')).filter((field) => !['code', 'name', 'subdistrict', 'kind'].includes(field)).length > 1;
}

export function guessTableColumns(columns: readonly string[], kind: TableKind): TableColumns {
  if (kind === 'tasks') return {};
  if (kind === 'communities') return guessColumns(columns, TABLE_FIELDS, aliasesOf);
  const fields = KIND_FIELDS[kind] as Readonly<Record<string, readonly string[]>>;
  const found = guessColumns(columns, Object.keys(fields), (field) => fields[field]!);
  // A wide table of staff or indicators has the columns of a table of communities beside.
  return kind === 'staff' || kind === 'indicators' ? { ...guessWide(columns, found), ...found } : found;
}

function guessWide(columns: readonly string[], taken: TableColumns): TableColumns {
  const left = columns.filter((column) => !Object.values(taken).includes(column));
  return guessColumns(left, TABLE_FIELDS.filter((field) => !['code', 'name', 'subdistrict', 'certified', 'fullTime'].includes(field)), aliasesOf);
}

/** What a column of this kind of table may be chosen as. */
export function fieldsOfKind(kind: TableKind): readonly string[] {
  return kind === 'tasks' ? [] : kind === 'communities' ? TABLE_FIELDS : Object.keys(KIND_FIELDS[kind]);
}
