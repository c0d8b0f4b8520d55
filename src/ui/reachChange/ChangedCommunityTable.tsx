/** 各社区: the circle before and after, and of the subject who is within reach, who gains and loses, and whom a boundary took along. */
import { useMemo } from 'react';
import type { Verdict } from '../../core/network/circle.ts';
import type { Dwellers } from '../../core/network/reachChange.ts';
import { selectCommunity } from '../../state/operations/selectInPlan.ts';
import { useView } from '../../state/view.ts';
import type { ReachChange, ReachChangeCommunity } from '../../worker/reachChangeProtocol.ts';
import { useIsNarrow } from '../controls/useMedia.ts';
import { CircleState } from '../reach/HasState.tsx';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { byChange, changedName } from './changeWords.ts';
import { Delta, Unknown, Within } from './Delta.tsx';

export function ChangedCommunityTable({ of, subject, what }: { of: ReachChange; subject: string | null; what: keyof Dwellers }) {
  const t = useTranslate();
  const narrow = useIsNarrow();
  const selection = useView((view) => view.selection);
  const index = Math.max(0, of.subjects.findIndex(({ id }) => id === subject));
  const rows = useMemo(() => byChange(of.communities, index), [of, index]);
  const own = selection?.kind === 'unit' ? selection.index : null;
  const chosen = own === null ? undefined : rows.find((row) => (row.unitAfter ?? row.unitBefore) === own);
  const unit = t(`unit.${what}`);
  const columns: Column<ReachChangeCommunity>[] = [
    { id: 'name', head: t('column.name'), width: 'minmax(96px, 1.2fr)', cell: (row) => <span className={row.unitAfter === null ? 'muted' : undefined} title={changedName(row)}>{changedName(row)}</span> },
    { id: 'circle', head: t('reachChange.circleState'), width: '116px', cell: ({ circleBefore, circleAfter }) => <Circles before={circleBefore} after={circleAfter} /> },
    { id: 'within', head: t('reachChange.within'), unit, width: 'minmax(112px, 1fr)', numeric: true, cell: ({ lines }) => <Within of={lines[index]!} what={what} /> },
    { id: 'gained', head: t('reachChange.gained'), unit, help: t('reachChange.gainedHelp'), width: '92px', numeric: true, cell: ({ lines }) => <Delta of={lines[index]!.gained} sign="+" what={what} /> },
    { id: 'lost', head: t('reachChange.lost'), unit, help: t('reachChange.lostHelp'), width: '104px', numeric: true, cell: ({ lines }) => <Delta of={lines[index]!.lost} sign="−" what={what} /> },
    { id: 'movedIn', head: t('reachChange.movedIn'), unit, help: t('reachChange.movedHelp'), width: '92px', numeric: true, cell: ({ lines }) => <Delta of={lines[index]!.movedIn} sign="+" what={what} /> },
    { id: 'movedOut', head: t('reachChange.movedOut'), unit, help: t('reachChange.movedHelp'), width: '92px', numeric: true, cell: ({ lines }) => <Delta of={lines[index]!.movedOut} sign="−" what={what} /> },
    ...(narrow ? [] : [{ id: 'living', head: t(`column.${what}`), unit, width: '80px', numeric: true, cell: ({ lines, unitAfter }: ReachChangeCommunity) => (unitAfter === null ? <span className="muted">—</span> : figure(lines[index]!.livingAfter[what])) }]),
  ];
  const select = (row: ReachChangeCommunity, fly: boolean) => {
    const own = row.unitAfter ?? row.unitBefore;
    if (own !== null) selectCommunity(own, { fly });
  };
  return (
    <VirtualTable
      label={t('reachChange.part.communities')} columns={columns} rows={rows} keyOf={keyOf} selected={chosen ? keyOf(chosen) : null}
      onSelect={(row) => { select(row, false); }} onActivate={(row) => { select(row, true); }} isDone={({ unitAfter }) => unitAfter === null} empty={<p>{t('data.noUnits')}</p>}
    />
  );
}

function keyOf({ unitBefore, unitAfter }: ReachChangeCommunity): string {
  return `${unitBefore ?? ''} ${unitAfter ?? ''}`;
}

function Circles({ before, after }: { before: Verdict | null; after: Verdict | null }) {
  if (before === null && after === null) return <Unknown />;
  if (before === after && after !== null) return <CircleState of={after} />;
  return (
    <span className="with-glyph">
      {before === null ? <span className="muted">—</span> : <CircleState of={before} />}
      <span className="muted">→</span>
      {after === null ? <span className="muted">—</span> : <b><CircleState of={after} /></b>}
    </span>
  );
}
