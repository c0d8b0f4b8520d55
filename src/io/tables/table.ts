/** A table as it was read: its header found below titles, its rows as text with the numbers a spreadsheet shows. Nothing is interpreted yet. */
import { readDay } from '../../core/rules/dates.ts';
import { normalColumn, withoutUnit } from '../columnName.ts';
import { readCells, type Separator } from './cells.ts';
import { decodeTable, type TableEncoding } from './decode.ts';
import { aliasesOf, TABLE_FIELDS } from './factFields.ts';
import { KIND_FIELDS, TASK_WORDS } from './kindFields.ts';
import { TableProblems, type TableProblem } from './problem.ts';

export interface TableRow {
  /** From 1, titles and header counted. */
  readonly row: number;
  /** By index of the column; the empty text where a short row has none. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly name: string;
  /** Null: pasted. */
  readonly encoding: TableEncoding | null;
  readonly separator: Separator;
  /** Row of the header, its last where it spans two. */
  readonly headerRow: number;
  /** Unique; a column without a heading has its letter. */
  readonly columns: readonly string[];
  /** Without blank rows and rows of totals. */
  readonly rows: readonly TableRow[];
  /** All cells from the header on, as they stood. */
  readonly cells: readonly (readonly string[])[];
  /** A date in the titles above the header, `YYYY-MM-DD` or less. */
  readonly asOf: string | null;
}

export type TableReading = { readonly table: Table | null; readonly problems: readonly TableProblem[] };

export interface TableOptions {
  /** Row of the header, from 1, where the guess was wrong. */
  readonly headerRow?: number;
  readonly separator?: Separator;
}

export const MOST_ROWS = 300_000;
export const MOST_COLUMNS = 500;
/** Cells beyond this are cut: no figure and no name is as long. */
const LONGEST_CELL = 5_000;
/** Titles take a few rows. */
const HEADER_WITHIN = 30;
const LETTERS = 26;

export function readTable(name: string, bytes: Uint8Array, options: TableOptions = {}): TableReading {
  const problems = new TableProblems(name);
  const decoded = decodeTable(name, bytes, problems);
  return decoded === null ? { table: null, problems: problems.all() } : tableOf(name, decoded.text, decoded.encoding, options, problems);
}

/** Cells copied from a spreadsheet. */
export function pasteTable(name: string, text: string, options: TableOptions = {}): TableReading {
  const problems = new TableProblems(name);
  if (text.trim() !== '') return tableOf(name, text, null, options, problems);
  problems.add({ code: 'empty', severity: 'refused', found: '0', expected: '2' });
  return { table: null, problems: problems.all() };
}

function tableOf(name: string, text: string, encoding: TableEncoding | null, options: TableOptions, problems: TableProblems): TableReading {
  const grid = readCells(text, MOST_ROWS + HEADER_WITHIN, options.separator);
  const refuse = (code: 'tooManyRows' | 'noHeader' | 'noRows', found: string, expected: string): TableReading => {
    problems.add({ code, severity: 'refused', found, expected });
    return { table: null, problems: problems.all() };
  };
  if (grid.cutShort) return refuse('tooManyRows', `> ${MOST_ROWS}`, String(MOST_ROWS));
  if (grid.unclosedAt !== null) problems.add({ code: 'unclosedQuote', row: grid.unclosedAt, found: '"', expected: '""' });
  const header = options.headerRow === undefined ? findHeader(grid.rows) : options.headerRow - 1;
  const top = grid.rows[header];
  if (header < 0 || top === undefined) return refuse('noHeader', (grid.rows[0] ?? []).join(' ').slice(0, 60), '社区代码, 社区名称, 户数 …');
  const below = grid.rows[header + 1];
  const isDouble = below !== undefined && isSecondHeader(top, below);
  const columns = uniqueColumns(isDouble ? joined(top, below) : top.map(clean), grid.rows, header);
  if (top.length > MOST_COLUMNS) problems.add({ code: 'columnsLeftOut', row: header + 1, found: String(top.length), expected: `≤ ${MOST_COLUMNS}` });
  const last = header + (isDouble ? 1 : 0);
  const rows: TableRow[] = [];
  for (let i = last + 1; i < grid.rows.length; i++) {
    const cells = grid.rows[i]!;
    if (isUnitRow(cells, i === last + 1) || cells.every((cell) => cell.trim() === '')) continue;
    const row = i + 1;
    if (isTotal(cells)) problems.add({ code: 'totalRow', severity: 'information', row, found: cells.find((cell) => cell.trim() !== '') ?? '' });
    else if (isNote(cells)) continue;
    else {
      if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) problems.add({ code: 'unevenRow', row, found: String(cells.length), expected: String(columns.length) });
      rows.push({ row, cells: cells.some((cell) => cell.length > LONGEST_CELL) ? shortened(cells, row, columns, problems) : cells });
    }
  }
  if (rows.length === 0) return refuse('noRows', '0', '≥ 1');
  return {
    table: { name, encoding, separator: grid.separator, headerRow: last + 1, columns, rows, cells: grid.rows.slice(header), asOf: dateIn(grid.rows.slice(0, header)) },
    problems: problems.all(),
  };
}

export function cellOf(row: TableRow, column: number): string {
  return row.cells[column] ?? '';
}

const WORDS = new Set([
  ...TABLE_FIELDS.flatMap(aliasesOf), ...Object.values(KIND_FIELDS).flatMap((fields) => Object.values(fields).flat()), ...TASK_WORDS,
].flatMap((word) => [normalColumn(word), withoutUnit(word)]));

function isHeading(cell: string): boolean {
  const text = cell.slice(0, 40);
  return WORDS.has(normalColumn(text)) || WORDS.has(withoutUnit(text));
}

/** The row with the most known headings; where none is known, the first row of words. */
function findHeader(rows: readonly (readonly string[])[]): number {
  let [best, most] = [-1, 0];
  rows.slice(0, HEADER_WITHIN).forEach((row, i) => {
    const count = row.filter((cell) => cell.trim() !== '' && isHeading(cell)).length;
    if (count > most) [best, most] = [i, count];
  });
  const width = Math.max(0, ...rows.slice(0, HEADER_WITHIN).map((row) => row.length));
  if (most >= 2 || (most === 1 && width <= 2)) return parentRow(rows, best);
  return rows.slice(0, HEADER_WITHIN).findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 2 && row.every((cell) => !/\d/.test(cell)));
}

/** Of two header rows the upper one, where the lower holds more of the names. */
function parentRow(rows: readonly (readonly string[])[], best: number): number {
  const above = rows[best - 1];
  return above !== undefined && isSecondHeader(above, rows[best]!) ? best - 1 : best;
}

/** A row of words that fills gaps of the row above it and leaves some of what stands there alone: merged cells. */
function isSecondHeader(top: readonly string[], below: readonly string[]): boolean {
  const filled = (row: readonly string[]) => row.flatMap((cell, k) => (cell.trim() === '' ? [] : [k]));
  const [above, under] = [filled(top), filled(below)];
  if (above.length < 2 || under.length < 2 || under.some((k) => /^[\d\s.,%-]+$/.test(below[k]!.trim()))) return false;
  const gaps = under.filter((k) => (top[k] ?? '').trim() === '' && above.some((each) => each < k));
  const alone = above.filter((k) => (below[k] ?? '').trim() === '');
  return gaps.length > 0 && alone.length > 0 && (under.some((k) => isHeading(below[k]!)) || joined(top, below).filter(isHeading).length > above.filter((k) => isHeading(top[k]!)).length);
}

/** `户数` over `常住` and `户籍`: 常住户数, 户籍户数. */
function joined(top: readonly string[], below: readonly string[]): string[] {
  let parent = '';
  return Array.from({ length: Math.max(top.length, below.length) }, (_, k) => {
    const [upper, lower] = [clean(top[k] ?? ''), clean(below[k] ?? '')];
    if (upper !== '') parent = upper;
    if (lower === '') return upper;
    const choices = [lower + parent, parent + lower, lower];
    return choices.find((choice) => WORDS.has(normalColumn(choice))) ?? choices.find(isHeading) ?? (parent === '' ? lower : `${parent}·${lower}`);
  });
}

function clean(cell: string): string {
  return cell.replace(/\s+/g, '').slice(0, 80);
}

function uniqueColumns(names: readonly string[], rows: readonly (readonly string[])[], header: number): string[] {
  let width = names.length;
  while (width > 0 && names[width - 1] === '' && rows.slice(header + 1, header + 200).every((row) => (row[width - 1] ?? '').trim() === '')) width--;
  const taken = new Map<string, number>();
  return names.slice(0, Math.min(width, MOST_COLUMNS)).map((name, k) => {
    const own = name === '' ? letterOf(k) : name;
    const times = (taken.get(own) ?? 0) + 1;
    taken.set(own, times);
    return times === 1 ? own : `${own} (${times})`;
  });
}

/** As a spreadsheet names it: A … Z, AA … */
function letterOf(column: number): string {
  const rest = Math.floor(column / LETTERS);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode('A'.charCodeAt(0) + (column % LETTERS));
}

/** `（户）` `（人）` right below the header. */
function isUnitRow(cells: readonly string[], isFirst: boolean): boolean {
  if (!isFirst) return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => /^[(（[]?(?:户|人|名|个|套|㎡|m2|m²|平方米|万元|元|%|是\/否|有\/无)[)）\]]?$/.test(cell));
}

const KEY_COLUMNS = 3;

function isTotal(cells: readonly string[]): boolean {
  return cells.slice(0, KEY_COLUMNS).some((cell) => /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|全(?:区|县|市|街道|镇)(?:合计|总计)?)[:：]?$/.test(cell.trim()));
}

function isNote(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && /^(?:注|备注|说明|填表人|填报人|制表|审核|联系人|单位负责人|\*)[\s:：\d]?/.test(filled[0]!.trim());
}

function shortened(cells: readonly string[], row: number, columns: readonly string[], problems: TableProblems): string[] {
  return cells.map((cell, k) => {
    if (cell.length <= LONGEST_CELL) return cell;
    problems.add({ code: 'cellTooLong', row, column: columns[k] ?? letterOf(k), found: String(cell.length), expected: `≤ ${LONGEST_CELL}` });
    return cell.slice(0, LONGEST_CELL);
  });
}

/** `截至2026年6月30日`. */
function dateIn(titles: readonly (readonly string[])[]): string | null {
  for (const title of titles.flat()) {
    const match = /(\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?|\d{4}年\d{1,2}月)/.exec(title.normalize('NFKC').replace(/\s/g, ''));
    if (match === null || readDay(match[1]!) === null) continue;
    const parts = match[1]!.split(/[年月日\-/.]/).filter((part) => part !== '');
    return parts.map((part) => part.padStart(2, '0')).join('-');
  }
  return null;
}
