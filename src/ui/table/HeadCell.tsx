/** A column's head: its word, its unit, and the arrow when the table is sorted by it. */
import type { Column, Sort } from './columns.ts';

interface Props<Row> {
  column: Column<Row>;
  sort?: Sort;
  onSort?: (column: string) => void;
}

export function HeadCell<Row>({ column, sort, onSort }: Props<Row>) {
  const sorted = sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const words = (
    <>
      {column.head}
      {column.unit !== undefined && <span className="unit"> {column.unit}</span>}
      {sorted !== 'none' && (sorted === 'descending' ? ' ↓' : ' ↑')}
    </>
  );
  return (
    <div role="columnheader" title={column.help ?? [column.head, column.unit].filter(Boolean).join(' ')} aria-sort={onSort ? sorted : undefined} className={[column.numeric ? 'num' : '', sorted === 'none' ? '' : 'sorted'].join(' ').trim()}>
      {onSort ? <button type="button" onClick={() => { onSort(column.id); }}>{words}</button> : words}
    </div>
  );
}
