/** Sorting of tables: what is unknown comes last whichever way. */
export type Key = number | string | null;

export function sortedBy<Row>(rows: readonly Row[], key: (row: Row) => Key, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows.map((row, index) => ({ row, index, key: key(row) })).sort((a, b) => compare(a.key, b.key, sign) || a.index - b.index).map(({ row }) => row);
}

function compare(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), 'zh-CN');
}
