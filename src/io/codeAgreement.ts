/**
 * Whether the codes of a layer agree with one another and with what stands beside them (rules.md §11).
 * Codes are issued elsewhere: nothing here changes one, it only says which do not fit the others.
 */
import { readCode, type CodeReading, type OfficialCode } from './codes.ts';
import { normalSubdistrict } from './subdistrictName.ts';
import { ProblemList } from './problemList.ts';
import type { ReadProblem } from './problem.ts';

/** What is known of one unit, as its columns say it. */
export interface CodeUnit {
  /** Index of the feature in the file. */
  feature: number;
  code: unknown;
  name: string | null;
  subdistrict: string | null;
  district: string | null;
  /** What the file says it is; null when it does not. */
  kind: 'urban' | 'rural' | null;
}

interface Row extends CodeUnit {
  reading: CodeReading;
}

export interface CodeColumns {
  code: string;
  subdistrict?: string;
  district?: string;
  kind?: string;
}

/** A minority is told from a majority only where the majority is clear. */
const CLEAR_MAJORITY = 0.6;

export function compareCodes(units: readonly CodeUnit[], file: string, columns: CodeColumns = { code: 'code' }): ReadProblem[] {
  const problems = new ProblemList(file);
  const rows = units.map((unit): Row => ({ ...unit, reading: readCode(unit.code) }));
  const report = (row: Row, code: ReadProblem['code'], severity: ReadProblem['severity'], column: string | undefined, found: string, expected?: string): void => {
    problems.add(row.feature, { code, severity, field: column && `properties.${column}`, found, expected, unit: row.reading.code ?? row.name ?? undefined });
  };

  const lost = rowsOfLostDigits(rows);
  for (const row of lost) report(row, 'codeLostDigits', 'warning', columns.code, String(row.code), '12');
  const whole = rows.filter((row) => row.reading.code !== null && !lost.has(row));

  const written = whole.filter(({ reading }) => reading.note === 'number' && reading.official !== null);
  if (written[0]) {
    const first = written[0];
    problems.add(first.feature, {
      code: 'codeAsNumber', severity: 'information', field: `properties.${columns.code}`,
      found: String(first.code), expected: first.reading.code ?? undefined, unit: first.reading.code ?? undefined, more: written.length - 1 || undefined,
    });
  }

  for (const [row, first] of duplicates(whole)) report(row, 'duplicateId', 'warning', columns.code, row.reading.code!, `#${first.feature}`);
  for (const { row, usual } of oddShapes(whole)) report(row, 'codeShape', 'warning', columns.code, row.reading.code!, `${usual.slice(0, 6)}${'·'.repeat(usual.length - 6)}`);

  const official = whole.filter((row): row is Row & { reading: { official: OfficialCode } } => row.reading.official !== null);
  const communities = official.filter(({ reading }) => reading.official.level === 'community');
  for (const { row, majority } of minorities(communities, (row) => row.subdistrict && normalSubdistrict(row.subdistrict), (row) => row.reading.official.subdistrict)) {
    report(row, 'codeParent', 'warning', columns.code, row.reading.code!, `${majority}… (${row.subdistrict!})`);
  }
  for (const { row, majority } of minorities(communities, (row) => row.reading.official.subdistrict, (row) => row.subdistrict && normalSubdistrict(row.subdistrict))) {
    report(row, 'subdistrictMixed', 'warning', columns.subdistrict ?? 'subdistrict', row.subdistrict!, `${writtenMajority(communities, majority)} (${row.reading.official.subdistrict!})`);
  }
  for (const { row, majority } of minorities(official, (row) => row.district?.trim() ?? null, (row) => row.reading.official.district)) {
    report(row, 'codeParent', 'warning', columns.code, row.reading.code!, `${majority}… (${row.district!})`);
  }
  for (const row of communities) {
    const { kind } = row.reading.official;
    if (row.kind !== null && kind !== null && kind !== row.kind) report(row, 'codeKind', 'warning', columns.code, row.reading.code!, row.kind === 'urban' ? '001–199' : '200–399');
  }
  return problems.all();
}

/** Digits certainly lost; and 6.1E+11 stored as a number: whole, ending in zeros, but shared by several units or standing among communities. */
function rowsOfLostDigits(rows: readonly Row[]): Set<Row> {
  const lost = new Set(rows.filter(({ reading }) => reading.note === 'lostDigits'));
  const rounded = rows.filter(({ reading }) => reading.note === 'number' && reading.code!.length === 12 && reading.code!.endsWith('00000'));
  const communities = rows.filter(({ reading }) => reading.official?.level === 'community').length;
  for (const group of groupBy(rounded, ({ reading }) => reading.code!).values()) {
    if (group.length > 1 || communities > rows.length / 2) for (const row of group) lost.add(row);
  }
  return lost;
}

function duplicates(rows: readonly Row[]): [Row, Row][] {
  const found: [Row, Row][] = [];
  for (const group of groupBy(rows, ({ reading }) => reading.code!).values()) {
    for (const row of group.slice(1)) found.push([row, group[0]!]);
  }
  return found;
}

/** Codes that are not official where most are, or of another length or level than most. */
function oddShapes(rows: readonly Row[]): { row: Row; usual: string }[] {
  const shape = ({ reading }: Row): string => (reading.official ? `${reading.code!.length} ${reading.official.level}` : 'own');
  const [usual, ...others] = [...groupBy(rows, shape)].sort((a, b) => b[1].length - a[1].length);
  if (!usual || usual[0] === 'own' || usual[1].length < rows.length * CLEAR_MAJORITY) return [];
  const code = usual[1][0]!.reading.code!;
  return others.flatMap(([, group]) => group.map((row) => ({ row, usual: code }))).sort((a, b) => a.row.feature - b.row.feature);
}

/** Rows whose value differs from the clear majority's within their group. Rows without group or value take no part. */
function minorities<R extends Row>(rows: readonly R[], groupOf: (row: R) => string | null, valueOf: (row: R) => string | null): { row: R; majority: string }[] {
  const found: { row: R; majority: string }[] = [];
  const complete = rows.filter((row) => groupOf(row) !== null && valueOf(row) !== null);
  for (const group of groupBy(complete, (row) => groupOf(row)!).values()) {
    const values = [...groupBy(group, (row) => valueOf(row)!)].sort((a, b) => b[1].length - a[1].length);
    const [majority, ...others] = values;
    if (!majority || others.length === 0 || majority[1].length < group.length * CLEAR_MAJORITY) continue;
    for (const [, odd] of others) for (const row of odd) found.push({ row, majority: majority[0] });
  }
  return found.sort((a, b) => a.row.feature - b.row.feature);
}

/** A subdistrict's name as the file writes it. */
function writtenMajority(rows: readonly Row[], normal: string): string {
  return rows.find(({ subdistrict }) => subdistrict !== null && normalSubdistrict(subdistrict) === normal)?.subdistrict ?? normal;
}

function groupBy<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
