/** The tree 街道 → 社区 of the plan: households, what changed, marks; one or several are selected in it. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { flyToCommunity, selectCommunity } from '../../state/operations/selectInPlan.ts';
import { selectedUnits } from '../../state/plan/selected.ts';
import { useTool } from '../../state/plan/tool.ts';
import { useView } from '../../state/view.ts';
import type { PlanState } from '../../worker/planProtocol.ts';
import { SearchBox } from '../controls/SearchBox.tsx';
import { useIsLow } from '../controls/useMedia.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { PlanTreeItem } from './PlanTreeItem.tsx';
import { passes, planTreeRows, type TreeChip, type TreeOrder } from './planTreeRows.ts';
import { useAssess } from '../../state/assess/assess.ts';
import type { AssessedRow } from '../../worker/assessProtocol.ts';
import { ClassGlyph } from '../rules/VerdictGlyph.tsx';
import { useBaseRows } from './useRowsAt.ts';

const CHIPS: readonly TreeChip[] = ['all', 'superLarge', 'micro', 'planAhead', 'unknownSize', 'changed', 'departs', 'locked'];
/** Shown with nothing behind them, too: that there are none is what one wants to see. */
const ALWAYS: ReadonlySet<TreeChip> = new Set(['all', 'superLarge', 'micro', 'changed']);
const CLASS_OF: Partial<Record<TreeChip, 'superLarge' | 'micro' | 'planAhead' | 'unknown'>> = { superLarge: 'superLarge', micro: 'micro', planAhead: 'planAhead', unknownSize: 'unknown' };
const NOT_ASSESSED: ReadonlyMap<number, AssessedRow> = new Map();

export function PlanTree({ state: { communities, findings } }: { state: PlanState }) {
  const t = useTranslate();
  const id = useId();
  const base = useBaseRows();
  const [search, setSearch] = useState('');
  const [chip, setChip] = useState<TreeChip>('all');
  const [order, setOrder] = useState<TreeOrder>('code');
  const assessed = useAssess((mirror) => mirror.state?.rows ?? NOT_ASSESSED);
  const facts = useMemo(() => ({ findings, assessed }), [findings, assessed]);
  const counts = useMemo(() => new Map(CHIPS.map((each) => [each, communities.filter((row) => passes(row, each, facts)).length])), [communities, facts]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const selection = useView((view) => view.selection);
  const more = useTool((tool) => tool.more);
  const rows = useMemo(() => planTreeRows(communities, facts, { search, chip, closed, order }), [communities, facts, search, chip, closed, order]);
  const selected = selectedUnits(selection, more);
  const [first] = selected;
  const rowHeight = useIsLow() ? 22 : 24;
  // eslint-disable-next-line react-hooks/incompatible-library -- read while drawing, handed to nobody
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 16 });
  const active = Math.min(cursor, rows.length - 1);
  const found = rows.filter((row) => row.kind === 'community').length;

  useEffect(() => { virtualizer.measure(); }, [virtualizer, rowHeight]);
  useEffect(() => {
    const index = first === undefined ? -1 : rows.findIndex((row) => row.kind === 'community' && row.row.unit === first);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, rows, first]);

  const toggle = (name: string, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(name);
    else next.add(name);
    setClosed(next);
  };
  const goTo = (index: number, keepSelection = false) => {
    if (rows.length === 0) return;
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setCursor(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    const row = rows[next]!;
    if (row.kind === 'community' && !keepSelection) selectCommunity(row.row.unit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    const add = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.key === 'ArrowDown') goTo(active + 1, add);
    else if (event.key === 'ArrowUp') goTo(active - 1, add);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows.length - 1);
    else if (row?.kind === 'subdistrict' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Enter')) {
      toggle(row.name, event.key === 'Enter' ? !row.open : event.key === 'ArrowRight');
    } else if (row?.kind === 'community' && event.key === ' ') selectCommunity(row.row.unit, { add: true });
    else if (row?.kind === 'community' && event.key === 'Enter') selectCommunity(row.row.unit, { fly: true });
    else return;
    event.preventDefault();
  };
  const enter = () => {
    const index = rows.findIndex((row) => row.kind === 'community');
    const row = rows[index];
    if (row?.kind !== 'community') return;
    goTo(index);
    flyToCommunity(row.row.unit);
  };

  return (
    <div className="section fill tree-section">
      <SearchBox large slash label={t('tree.search')} value={search} onChange={setSearch} onEnter={enter} onDown={() => { scroller.current?.focus(); goTo(active); }} />
      <div className="chips" role="group" aria-label={t('tree.chips')}>
        {CHIPS.filter((each) => ALWAYS.has(each) || chip === each || (counts.get(each) ?? 0) > 0).map((each) => {
          const sizeClass = CLASS_OF[each];
          return (
            <button key={each} type="button" className="pill" aria-pressed={chip === each} onClick={() => { setChip(each); }}>
              {sizeClass !== undefined && <span aria-hidden="true"><ClassGlyph of={sizeClass} /></span>}{t(`chip.${each}`)} {figure(counts.get(each) ?? 0)}
            </button>
          );
        })}
      </div>
      <div className="tree-head">
        <span>
          {t('tree.head')}
          <button type="button" className="link" aria-label={t('tree.sort')} title={t('tree.sort')} onClick={() => { setOrder(order === 'code' ? 'out' : 'code'); }}>{t(`tree.sort.${order}`)}</button>
        </span>
        <span className="num">{t('column.change')}　{t('column.households')} <span className="unit">{t('unit.households')}</span></span>
      </div>
      <div ref={scroller} className="tree" role="tree" aria-label={t('tree.label')} aria-multiselectable tabIndex={0} aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined} onKeyDown={onKeyDown}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => (
            <PlanTreeItem
              key={item.key}
              id={`${id}-${item.index}`}
              row={rows[item.index]!}
              base={base}
              findings={findings}
              assessed={assessed}
              top={item.start}
              active={item.index === active}
              selected={selected}
              onToggle={toggle}
              onGo={() => { setCursor(item.index); }}
            />
          ))}
        </div>
        {rows.length === 0 && <p className="empty">{t(search === '' && chip === 'changed' ? 'tree.nothingChanged' : 'tree.nothing')}</p>}
      </div>
      <span className="hidden-visually" role="status">{search === '' ? '' : t('tree.found', { count: figure(found) })}</span>
    </div>
  );
}
