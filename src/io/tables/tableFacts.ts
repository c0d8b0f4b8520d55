/** How the readers of each kind ask a row for its fields. */
import type { GivenFacts } from '../../core/rules/facts.ts';
import type { TableColumns } from './guessKind.ts';
import type { TableProblems } from './problem.ts';
import { cellOf, type Table, type TableRow } from './table.ts';
import type { CellReading } from './values.ts';

export interface TableFacts {
  readonly facts: ReadonlyMap<string, GivenFacts>;
}

export interface ColumnReader {
  readonly place: { readonly table: string; readonly asOf: string | null };
  /** Heading of the column that holds a field. */
  column(field: string): string | undefined;
  /** As it stands; the empty text where there is no such column. */
  text(row: TableRow, field: string): string;
  /** The figure; null and told where it does not read. */
  number(row: TableRow, field: string, reading: CellReading<number>): number | null;
}

export function columnReader(table: Table, columns: TableColumns, asOf: string | null, problems: TableProblems): ColumnReader {
  const index = new Map(Object.entries(columns).map(([field, column]) => [field, column === undefined ? -1 : table.columns.indexOf(column)]));
  return {
    place: { table: table.name, asOf },
    column: (field) => columns[field],
    text(row, field) {
      const at = index.get(field) ?? -1;
      return at < 0 ? '' : cellOf(row, at);
    },
    number(row, field, reading) {
      if (reading.state === 'read') return reading.value;
      if (reading.state === 'bad') problems.add({ code: reading.code, row: row.row, column: columns[field] ?? null, found: this.text(row, field).trim(), expected: reading.expected });
      return null;
    },
  };
}
