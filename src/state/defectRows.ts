/** Defects as the table lists them: numbered, with their state, then filtered and sorted. */
import type { Defect, DefectClass, Severity } from '../core/coverage/defect.ts';
import type { UnitSummary } from '../worker/protocol.ts';
import { applyAcceptances, type Acceptance } from '../core/coverage/accept.ts';
import type { DefectColumn, DefectFilter } from './defectFilter.ts';
import type { Bounds } from './view.ts';

/** `information` needs no decision: an exclave, for instance. */
export type DefectState = 'open' | 'accepted' | 'declared' | 'information';

export interface DefectRow {
  defect: Defect;
  /** From 1, gravest and largest first; the number on the map. Stays while one sorts and filters. */
  number: number;
  state: DefectState;
  acceptance: Acceptance | null;
  /** The two sides, as unit index; -1 is the parent's line. */
  unitA: number | null;
  unitB: number | null;
  /** Who would take it by the longest border. */
  taker: number | null;
}

/** Words that a search may match. Given from outside: state knows no language. */
export interface RowWords {
  unit: (index: number | null) => string;
  class: (one: DefectClass) => string;
}

const SEVERITY_RANK: Record<Severity, number> = { error: 2, warning: 1, information: 0 };
const STATE_RANK: Record<DefectState, number> = { open: 0, accepted: 1, declared: 2, information: 3 };

export function defectRows(defects: readonly Defect[], acceptances: readonly Acceptance[]): DefectRow[] {
  const { decided } = applyAcceptances(defects, acceptances);
  return decided.sort((a, b) => byWeight(a.defect, b.defect)).map(({ defect, state, acceptance }, index) => {
    const [unitA, unitB] = sides(defect);
    return {
      defect,
      number: index + 1,
      state: state === 'open' && defect.severity === 'information' ? 'information' : state,
      acceptance,
      unitA,
      unitB,
      taker: taker(defect),
    };
  });
}

export function filterRows(
  rows: readonly DefectRow[],
  filter: DefectFilter,
  mapBounds: Bounds | null,
  words: RowWords,
): DefectRow[] {
  const needle = filter.search.trim().toLowerCase();
  const kept = rows.filter((row) => {
    const { defect } = row;
    return inPill(row, filter.pill)
      && !filter.hiddenClasses.has(defect.class)
      && (filter.minAreaSquareMetres <= 0 || (defect.areaSquareMetres ?? 0) >= filter.minAreaSquareMetres)
      && (filter.minWidthMetres <= 0 || (defect.widthMetres ?? 0) >= filter.minWidthMetres)
      && (filter.unit === null || defect.units.includes(filter.unit))
      && (!filter.inViewOnly || mapBounds === null || isInside(defect.location, mapBounds))
      && (needle === '' || matches(row, needle, words));
  });
  return sortRows(kept, filter.sort, words);
}

export function inPill(row: DefectRow, pill: DefectFilter['pill']): boolean {
  if (pill === 'all') return true;
  if (pill === 'open') return row.state === 'open';
  return row.state === 'accepted' || row.state === 'declared';
}

/** Found and still open, by class. */
export function countByClass(rows: readonly DefectRow[]): Map<DefectClass, { open: number; found: number }> {
  const counts = new Map<DefectClass, { open: number; found: number }>();
  for (const { defect, state } of rows) {
    const count = counts.get(defect.class) ?? { open: 0, found: 0 };
    count.found++;
    if (state === 'open') count.open++;
    counts.set(defect.class, count);
  }
  return counts;
}

function sides(defect: Defect): [number | null, number | null] {
  const bordering = defect.borders.map((border) => border.unit);
  const all = [...new Set([...bordering, ...defect.units])];
  const units = all.filter((unit) => unit >= 0);
  const beyond = defect.class === 'O4' || defect.class === 'G2';
  return [units[0] ?? null, beyond ? -1 : units[1] ?? (all.includes(-1) ? -1 : null)];
}

function taker(defect: Defect): number | null {
  const takes = defect.class === 'G1' || defect.class === 'G2' || defect.class === 'O1' || defect.class === 'N1';
  return takes ? defect.borders.find((border) => border.unit >= 0)?.unit ?? null : null;
}

function byWeight(a: Defect, b: Defect): number {
  return SEVERITY_RANK[b.severity] - SEVERITY_RANK[a.severity]
    || (b.areaSquareMetres ?? 0) - (a.areaSquareMetres ?? 0)
    || (a.id < b.id ? -1 : 1);
}

function matches(row: DefectRow, needle: string, words: RowWords): boolean {
  return String(row.number) === needle
    || words.class(row.defect.class).toLowerCase().includes(needle)
    || row.defect.class.toLowerCase() === needle
    || row.defect.units.some((unit) => words.unit(unit).toLowerCase().includes(needle));
}

export function isInside([lng, lat]: readonly [number, number], [west, south, east, north]: Bounds): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function sortRows(rows: DefectRow[], sort: DefectFilter['sort'], words: RowWords): DefectRow[] {
  const sign = sort.descending ? -1 : 1;
  const key = sortKey(sort.column, words);
  return rows
    .map((row) => ({ row, value: key(row) }))
    .sort((a, b) => compare(a.value, b.value, sign) || a.row.number - b.row.number)
    .map(({ row }) => row);
}

/** Rows without a value go last whichever way one sorts. */
function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'string' && typeof b === 'string') return sign * a.localeCompare(b, 'zh');
  return sign * (Number(a) - Number(b));
}

function sortKey(column: DefectColumn, words: RowWords): (row: DefectRow) => string | number | null {
  switch (column) {
    case 'number': return (row) => row.number;
    case 'class': return (row) => row.defect.class;
    case 'severity': return (row) => SEVERITY_RANK[row.defect.severity];
    case 'unitA': return (row) => words.unit(row.unitA);
    case 'unitB': return (row) => (row.unitB === null ? null : words.unit(row.unitB));
    case 'width': return (row) => row.defect.widthMetres;
    case 'area': return (row) => row.defect.areaSquareMetres;
    case 'length': return (row) => row.defect.lengthMetres;
    case 'taker': return (row) => (row.taker === null ? null : words.unit(row.taker));
    case 'state': return (row) => STATE_RANK[row.state];
  }
}

/** Short name for tables and the map: 听澜社区 → 听澜. */
export function shortName(unit: UnitSummary): string {
  return stem(unit.name ?? unit.label);
}

export function stem(name: string): string {
  const short = name.replace(/(社区居民委员会|社区居委会|社区)$/u, '');
  return short === '' ? name : short;
}
