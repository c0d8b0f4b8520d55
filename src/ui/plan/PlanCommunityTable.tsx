/** Communities of the plan: base, last step, now. */
import { useMemo, useState } from 'react';
import { selectCommunity } from '../../state/operations/selectInPlan.ts';
import { useLanguage } from '../../state/language.ts';
import { useTool } from '../../state/plan/tool.ts';
import { useView } from '../../state/view.ts';
import type { PlanFinding } from '../../worker/planProtocol.ts';
import { useIsNarrow } from '../controls/useMedia.ts';
import type { Column, Sort } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure, signedFigure, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { hasChanged, over, sortChanged, stepChange, type ChangedColumn, type ChangedRow } from './changedRows.ts';
import type { Need } from '../../core/rules/vocabulary.ts';
import type { AssessedRow } from '../../worker/assessProtocol.ts';
import { ClassGlyph } from '../rules/VerdictGlyph.tsx';
import { FigureText } from './FigureText.tsx';
import { fateText } from './planWords.ts';
import { CommunityMarks } from './PlanTreeItem.tsx';

interface Props {
  rows: readonly ChangedRow[];
  findings: readonly PlanFinding[];
  empty: string;
  /** Beside what stands what was, and what became of it. */
  changes: boolean;
}

export function PlanCommunityTable({ rows, findings, empty, changes }: Props) {
  const t = useTranslate();
  const narrow = useIsNarrow();
  const english = useLanguage((state) => state.language) === 'en';
  const [sort, setSort] = useState<Sort<ChangedColumn>>({ column: 'id', descending: false });
  const selection = useView((state) => state.selection);
  const more = useTool((state) => state.more);
  const also = useMemo(() => new Set(more.map(String)), [more]);
  const sorted = useMemo(() => sortChanged(rows, sort.column, sort.descending), [rows, sort]);
  const none = <span className="muted">—</span>;
  const columns: Column<ChangedRow>[] = [
    {
      id: 'name', head: t('column.name'), width: 'minmax(82px, 1.4fr)',
      cell: ({ now, base }) => (now ? <span className="with-glyph"><span className="ellipsis">{now.name}</span><CommunityMarks of={now} findings={findings} /></span> : <span className="muted">{base?.name}</span>),
    },
    ...(narrow || !changes ? [] : [{ id: 'id', head: t('column.code'), width: 'minmax(104px, 0.9fr)', cell: ({ now, base }: ChangedRow) => (now?.provisional === true ? <span className="muted">{t('plan.noCodeYet')}</span> : (now ?? base)?.code ?? <span className="muted">{t('value.none')}</span>) }]),
    ...(narrow ? [] : [{ id: 'subdistrict', head: t('column.subdistrict'), width: 'minmax(72px, 0.9fr)', cell: ({ now, base }: ChangedRow) => (now ?? base)?.subdistrict ?? <span className="muted">{t('value.none')}</span> }]),
    ...(!changes ? [] : [{ id: 'base', head: t('column.base'), unit: t('unit.households'), width: '84px', numeric: true, cell: ({ base }: ChangedRow) => (base ? <FigureText of={base.households} /> : none) }]),
    { id: 'step', head: t('column.step'), unit: t('unit.households'), width: '58px', numeric: true, cell: (row) => { const change = stepChange(row); return change === null || change === 0 ? none : <span className="change">{signedFigure(change)}</span>; } },
    { id: 'households', head: t(changes ? 'column.now' : 'column.households'), unit: t('unit.households'), width: changes ? '80px' : english ? '90px' : '84px', numeric: true, cell: ({ now, base }) => (now ? <span className={base && now.households.value !== base.households.value ? 'strong' : undefined}><FigureText of={now.households} /></span> : none) },
    ...(narrow && changes ? [] : [{ id: 'people', head: t('column.people'), unit: t('unit.people'), width: '84px', numeric: true, cell: ({ now }: ChangedRow) => (now ? <FigureText of={now.people} /> : none) }]),
    { id: 'class', head: t('column.sizeClass'), width: english ? '96px' : changes ? '88px' : '68px', cell: ({ assessed }) => (assessed ? <ClassGlyph of={assessed.class} words /> : none) },
    { id: 'rooms', head: t('column.roomsShort'), unit: 'm²', width: english ? '84px' : '88px', numeric: true, cell: ({ assessed }) => <Over value={over(assessed, 'rooms')} known={assessed !== null} /> },
    ...(changes ? [] : [
      { id: 'seats', head: t('column.seats'), help: t('column.seatsHelp'), width: '84px', numeric: true, cell: ({ assessed }: ChangedRow) => <HasOwed assessed={assessed} need="committeeSeats" /> },
      { id: 'workers', head: t('column.workers'), help: t('column.workersHelp'), width: '80px', numeric: true, cell: ({ assessed }: ChangedRow) => <HasOwed assessed={assessed} need="workers" /> },
    ]),
    { id: 'fails', head: t('column.fails'), help: t('column.failsHelp'), width: '54px', numeric: true, cell: ({ assessed }) => (assessed ? <span className={assessed.verdicts.fail > 0 ? 'alarm' : 'muted'}>{figure(assessed.verdicts.fail)}</span> : none) },
    ...(!changes || narrow ? [] : [{ id: 'area', head: t('column.area'), unit: 'km²', width: '76px', numeric: true, cell: ({ now }: ChangedRow) => (now ? squareKilometres(now.areaSquareMetres) : none) }]),
    ...(!changes ? [] : [
      { id: 'pieces', head: t('column.parts'), width: '52px', numeric: true, cell: ({ now }: ChangedRow) => (now ? figure(now.pieces) : none) },
      { id: 'fate', head: t('column.fate'), width: '84px', cell: (row: ChangedRow) => <span className={hasChanged(row) ? undefined : 'muted'}>{fateText(t, row.now, row.base)}</span> },
    ]),
  ];
  return (
    <VirtualTable
      label={t('data.units')}
      columns={columns}
      rows={sorted}
      keyOf={(row) => String(row.unit)}
      selected={selection?.kind === 'unit' ? String(selection.index) : null}
      also={also}
      sort={sort}
      onSort={(column) => { setSort({ column: column as ChangedColumn, descending: sort.column === column ? !sort.descending : NUMERIC.has(column) }); }}
      onSelect={({ unit, now }) => { if (now) selectCommunity(unit); }}
      onActivate={({ unit, now }, add) => { if (now) selectCommunity(unit, { add, fly: !add }); }}
      isDone={({ now }) => now === null}
      empty={<p>{empty}</p>}
    />
  );
}

/** −565 in orange: missing. */
function Over({ value, known }: { value: number | null; known: boolean }) {
  const t = useTranslate();
  if (value === null) return <span className="muted">{known ? t('value.none') : '—'}</span>;
  return <span className={value < 0 ? 'alarm' : undefined}>{signedFigure(Math.round(value))}</span>;
}

/** 7 / 9 */
function HasOwed({ assessed, need }: { assessed: AssessedRow | null; need: Need }) {
  const t = useTranslate();
  const of = assessed?.needs[need];
  if (of === undefined) return <span className="muted">—</span>;
  const text = (value: number | null) => (value === null ? t('value.none') : figure(Math.ceil(value)));
  return <span className={of.short !== null && of.short > 0 ? 'alarm' : of.have === null ? 'muted' : undefined}>{of.have === null && of.owed === null ? t('value.none') : `${of.have === null ? '?' : text(of.have)} / ${of.owed === null ? '?' : text(of.owed)}`}</span>;
}

const NUMERIC: ReadonlySet<string> = new Set(['base', 'step', 'households', 'people', 'area', 'pieces', 'class', 'rooms', 'seats', 'workers', 'fails']);
