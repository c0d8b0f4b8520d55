/** Rows of facilities: what each is, where it is, how large. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { pointOf } from './point.ts';
import type { TableProblems } from './problem.ts';
import type { TableRow } from './table.ts';
import type { ColumnReader } from './tableFacts.ts';
import { cellNumber, cellText } from './values.ts';

export interface FacilityRow {
  readonly row: number;
  readonly name: string;
  /** As written. */
  readonly category: string | null;
  /** Null: the table does not place it. In the table's own datum. */
  readonly at: LngLat | null;
  readonly areaSquareMetres: number | null;
  readonly capacity: number | null;
  /** Id of its community; null where the row names none that is there. */
  readonly community: string | null;
}

export function facilityRows(rows: readonly TableRow[], communityOf: ReadonlyMap<number, string>, read: ColumnReader, problems: TableProblems): FacilityRow[] {
  return rows.flatMap((row) => {
    const name = cellText(read.text(row, 'name'));
    const category = cellText(read.text(row, 'category'));
    if (name === null && category === null) {
      problems.add({ code: 'noName', row: row.row, column: read.column('name') ?? null, expected: '设施名称' });
      return [];
    }
    return [{
      row: row.row, name: name ?? category!, category, at: pointOf(read, row, problems),
      areaSquareMetres: read.number(row, 'areaSquareMetres', cellNumber(read.text(row, 'areaSquareMetres'), false)),
      capacity: read.number(row, 'capacity', cellNumber(read.text(row, 'capacity'), true)), community: communityOf.get(row.row) ?? null,
    }];
  });
}
