/** What a table needs to know of a column. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  head: string;
  /** Shown small behind the head. */
  unit?: string;
  /** On hover of the head: what it counts, by which article. */
  help?: string;
  /** CSS width of the grid track. */
  width: string;
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface Sort<Id extends string = string> {
  column: Id;
  descending: boolean;
}
