/** Communities beside what they were: those of the head, and those that are no more. */
import type { Need } from '../../core/rules/vocabulary.ts';
import type { AssessedRow } from '../../worker/assessProtocol.ts';
import type { CommunityRow } from '../../worker/planProtocol.ts';

export interface ChangedRow {
  unit: number;
  /** Null: abolished. */
  now: CommunityRow | null;
  base: CommunityRow | null;
  /** Before the last step. */
  before: CommunityRow | null;
  /** Null: abolished, or no rules are open. */
  assessed: AssessedRow | null;
}

type Rows = ReadonlyMap<number, CommunityRow> | null;

export function changedRows(now: readonly CommunityRow[], base: Rows, before: Rows, assessed: ReadonlyMap<number, AssessedRow>): ChangedRow[] {
  const standing = new Set(now.map((row) => row.unit));
  const gone = [...(base?.values() ?? [])].filter((row) => !standing.has(row.unit));
  return [
    ...now.map((row): ChangedRow => ({ unit: row.unit, now: row, base: base?.get(row.unit) ?? null, before: before?.get(row.unit) ?? null, assessed: assessed.get(row.unit) ?? null })),
    ...gone.map((row): ChangedRow => ({ unit: row.unit, now: null, base: row, before: before?.get(row.unit) ?? null, assessed: null })),
  ];
}

/** Its ground, its name or its kind. */
export function hasChanged({ now, base }: Pick<ChangedRow, 'now' | 'base'>): boolean {
  return now?.fate !== 'unchanged' || (base !== null && (now.name !== base.name || now.kind !== base.kind));
}

export type ChangedColumn = 'name' | 'id' | 'subdistrict' | 'base' | 'step' | 'households' | 'people' | 'area' | 'pieces' | 'fate' | 'class' | 'rooms' | 'seats' | 'workers' | 'fails';

export function sortChanged(rows: readonly ChangedRow[], column: ChangedColumn, descending: boolean): ChangedRow[] {
  const sign = descending ? -1 : 1;
  const key = KEYS[column];
  return rows.map((row) => ({ row, value: key(row) })).sort((one, other) => {
    const [a, b] = [one.value, other.value];
    // What has no value goes last whichever way one sorts.
    if (a === null || b === null) return a === b ? one.row.unit - other.row.unit : a === null ? 1 : -1;
    const order = typeof a === 'string' ? a.localeCompare(String(b), 'zh') : a - Number(b);
    return sign * order || one.row.unit - other.row.unit;
  }).map(({ row }) => row);
}

/** Null where either is unknown. */
export function stepChange({ now, before }: ChangedRow): number | null {
  if (!now?.households.known || !before?.households.known) return null;
  return now.households.value - before.households.value;
}

/** What there is beyond what is owed; null where either is unknown. */
export function over(assessed: AssessedRow | null, need: Need): number | null {
  const figure = assessed?.needs[need];
  return figure?.owed == null || figure.have === null ? null : figure.have - figure.owed;
}

const any = ({ now, base }: ChangedRow) => now ?? base;
const KEYS: Record<ChangedColumn, (row: ChangedRow) => string | number | null> = {
  name: (row) => any(row)?.name ?? null,
  id: (row) => any(row)?.code ?? any(row)?.id ?? null,
  subdistrict: (row) => any(row)?.subdistrict ?? null,
  base: ({ base }) => (base?.households.known ? base.households.value : null),
  step: (row) => stepChange(row),
  households: ({ now }) => (now?.households.known ? now.households.value : null),
  people: ({ now }) => (now?.people.known ? now.people.value : null),
  area: (row) => row.now?.areaSquareMetres ?? null,
  pieces: (row) => row.now?.pieces ?? null,
  fate: ({ now }) => now?.fate ?? 'abolished',
  class: ({ assessed }) => assessed?.sizeOut ?? null,
  rooms: ({ assessed }) => over(assessed, 'rooms'),
  seats: ({ assessed }) => over(assessed, 'committeeSeats'),
  workers: ({ assessed }) => over(assessed, 'workers'),
  fails: ({ assessed }) => assessed?.verdicts.fail ?? null,
};
