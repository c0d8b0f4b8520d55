/** The tree 街道 → 社区 with its search box. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { flyToUnit, selectUnit } from '../../state/operations/select.ts';
import { useView } from '../../state/view.ts';
import type { UnitSummary } from '../../worker/protocol.ts';
import { SearchBox } from '../controls/SearchBox.tsx';
import { useIsLow } from '../controls/useMedia.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { TreeItem } from './TreeItem.tsx';
import { treeRows } from './treeRows.ts';

export function UnitTree({ units }: { units: readonly UnitSummary[] }) {
  const t = useTranslate();
  const id = useId();
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const selection = useView((state) => state.selection);
  const rows = useMemo(() => treeRows(units, closed, search), [units, closed, search]);
  const selected = selection?.kind === 'unit' ? selection.index : null;
  const rowHeight = useIsLow() ? 22 : 24;
  // eslint-disable-next-line react-hooks/incompatible-library -- read while drawing, handed to nobody
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const active = Math.min(cursor, rows.length - 1);
  const found = rows.filter((row) => row.kind === 'unit').length;

  useEffect(() => { virtualizer.measure(); }, [virtualizer, rowHeight]);
  useEffect(() => {
    const index = selected === null ? -1 : rows.findIndex((row) => row.kind === 'unit' && row.unit.index === selected);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, rows, selected]);

  const toggle = (name: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(name);
    else next.add(name);
    setClosed(next);
  };
  const goTo = (index: number) => {
    if (rows.length === 0) return;
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setCursor(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    const row = rows[next]!;
    if (row.kind === 'unit') selectUnit(row.unit.index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    if (event.key === 'ArrowDown') goTo(active + 1);
    else if (event.key === 'ArrowUp') goTo(active - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows.length - 1);
    else if (row?.kind === 'subdistrict' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Enter')) {
      toggle(row.name, event.key === 'Enter' ? !row.open : event.key === 'ArrowRight');
    } else if (row?.kind === 'unit' && event.key === 'Enter') selectUnit(row.unit.index, true);
    else return;
    event.preventDefault();
  };
  const enter = () => {
    const first = rows.findIndex((row) => row.kind === 'unit');
    if (first < 0) return;
    goTo(first);
    const row = rows[first]!;
    if (row.kind === 'unit') flyToUnit(row.unit.index);
  };

  return (
    <div className="section fill tree-section">
      <SearchBox large slash label={t('tree.search')} value={search} onChange={setSearch} onEnter={enter} onDown={() => { scroller.current?.focus(); goTo(active); }} />
      <div className="tree-head">
        <span>{t('tree.head')}</span>
        <span className="num">{t('column.households')} <span className="unit">{t('unit.households')}</span></span>
      </div>
      <div
        ref={scroller}
        className="tree"
        role="tree"
        aria-label={t('tree.label')}
        tabIndex={0}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => (
            <TreeItem
              key={item.key}
              id={`${id}-${item.index}`}
              row={rows[item.index]!}
              top={item.start}
              active={item.index === active}
              selected={selected}
              onToggle={toggle}
              onGo={() => { setCursor(item.index); }}
            />
          ))}
        </div>
        {rows.length === 0 && <p className="empty">{t('tree.nothing')}</p>}
      </div>
      <span className="hidden-visually" role="status">{search === '' ? '' : t('tree.found', { count: figure(found) })}</span>
    </div>
  );
}
