/** Rows of a table that did not join, and those that a person settled: one by one, or together where they are written alike. */
import type { UnjoinedRow } from '../../io/tables/join.ts';
import type { WrittenKey } from '../../state/tables/tables.ts';
import type { TableSetting } from '../../worker/tableProtocol.ts';

export interface UnjoinedGroup {
  first: UnjoinedRow;
  rows: number[];
}

/** In the order of the first row of each. */
export function unjoinedGroups(unjoined: readonly UnjoinedRow[], alike: boolean): UnjoinedGroup[] {
  if (!alike) return unjoined.map((first) => ({ first, rows: [first.row] }));
  const groups = new Map<string, UnjoinedGroup>();
  for (const each of unjoined) {
    const key = JSON.stringify([each.code, each.name, each.subdistrict]);
    const group = groups.get(key);
    if (group) group.rows.push(each.row);
    else groups.set(key, { first: each, rows: [each.row] });
  }
  return [...groups.values()];
}

export interface DecidedGroup {
  rows: number[];
  /** As it was written, where that is still known. */
  written: WrittenKey | null;
  /** Null: left out. */
  community: string | null;
}

export function decidedGroups(decisions: TableSetting['decisions'], written: ReadonlyMap<number, WrittenKey> | undefined): DecidedGroup[] {
  const groups = new Map<string, DecidedGroup>();
  for (const [row, community] of Object.entries(decisions)) {
    const known = written?.get(Number(row)) ?? null;
    const key = JSON.stringify([community, known?.name, known?.code, known?.subdistrict]);
    const group = groups.get(key);
    if (group) group.rows.push(Number(row));
    else groups.set(key, { rows: [Number(row)], written: known, community });
  }
  return [...groups.values()];
}

const LISTED_ROWS = 5;

/** 3、5、9…: the first few. */
export function rowNumbers(rows: readonly number[], separator: string): string {
  return rows.slice(0, LISTED_ROWS).join(separator) + (rows.length > LISTED_ROWS ? '…' : '');
}
