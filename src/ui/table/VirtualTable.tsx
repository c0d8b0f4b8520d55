/**
 * A table of which only the rows on screen exist: thousands stay smooth.
 * Arrows select, Enter or a click goes there; heads sort.
 */
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useIsLow } from '../controls/useMedia.ts';
import type { Column, Sort } from './columns.ts';
import { HeadCell } from './HeadCell.tsx';

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  selected: string | null;
  /** Keys of rows selected beside it. */
  also?: ReadonlySet<string>;
  sort?: Sort;
  onSort?: (column: string) => void;
  onSelect?: (row: Row) => void;
  /** `add`: with Shift or Ctrl, beside what is selected. */
  onActivate?: (row: Row, add: boolean) => void;
  isDone?: (row: Row) => boolean;
  empty: ReactNode;
}

export function VirtualTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, selected, also, sort, onSort, onSelect, onActivate, isDone, empty } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useIsLow() ? 22 : 24;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is read while drawing and handed to nobody
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(rows[index]!),
    scrollMargin: 24,
    scrollPaddingStart: 24,
    overscan: 12,
  });
  const current = selected === null ? -1 : rows.findIndex((row) => keyOf(row) === selected);

  useEffect(() => { virtualizer.measure(); }, [virtualizer, rowHeight]);
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [virtualizer, current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    if (event.key === 'Enter' && event.target === scroller.current && row !== undefined) {
      onActivate?.(row, event.shiftKey || event.ctrlKey || event.metaKey);
      return;
    }
    const target = nextIndex(event.key, current, rows.length, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2));
    if (target === null) return;
    event.preventDefault();
    onSelect?.(rows[target]!);
  };

  const template = columns.map((column) => column.width).join(' ');
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable={also === undefined ? undefined : true}
      aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
      onMouseOver={({ target }) => { tellIfCut(target); }}
      data-table=""
    >
      <div role="rowgroup" className="grid-head-group">
        <div className="grid-row grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />)}
        </div>
      </div>
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              className={isDone?.(row) === true ? 'grid-row done' : 'grid-row'}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === current || also?.has(keyOf(row)) === true}
              style={{ gridTemplateColumns: template, transform: `translateY(${item.start - 24}px)` }}
              // With Shift the click selects rows, not text.
              onMouseDown={(event) => { if (event.shiftKey) event.preventDefault(); }}
              onClick={(event) => { (onActivate ?? onSelect)?.(row, event.shiftKey || event.ctrlKey || event.metaKey); }}
            >
              {columns.map((column) => (
                <div key={column.id} role="gridcell" className={column.numeric ? 'num' : undefined}>{column.cell(row)}</div>
              ))}
            </div>
          );
        })}
      </div>
      {rows.length === 0 && <div className="grid-empty">{empty}</div>}
    </div>
  );
}

/** What does not fit its cell is read whole on hover. */
function tellIfCut(target: EventTarget): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
  if (!cell) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent;
  else cell.removeAttribute('title');
}

function nextIndex(key: string, current: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const steps: Record<string, number> = {
    ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: count - 1,
  };
  const wanted = Object.hasOwn(steps, key) ? steps[key]! : null;
  return wanted === null ? null : Math.min(count - 1, Math.max(0, wanted));
}
