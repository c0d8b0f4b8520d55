/** 各类设施: the circle and every category, who is within reach before and after, who gains, who loses. A row chooses what the map shows. */
import type { Dwellers } from '../../core/network/reachChange.ts';
import { chooseChangeSubject } from '../../state/operations/compareReach.ts';
import { WHOLE_CIRCLE, type ReachChange, type ReachChangeSubject } from '../../worker/reachChangeProtocol.ts';
import { Moved } from '../assess/Cells.tsx';
import { percent } from '../reach/reachWords.ts';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { subjectName } from './changeWords.ts';
import { Delta, Within } from './Delta.tsx';

export function SubjectTable({ of, subject, what }: { of: ReachChange; subject: string | null; what: keyof Dwellers }) {
  const t = useTranslate();
  const unit = t(`unit.${what}`);
  const columns: Column<ReachChangeSubject>[] = [
    { id: 'name', head: t('reachChange.subject'), width: 'minmax(120px, 1.4fr)', cell: ({ id, basic }) => <span className={id === WHOLE_CIRCLE ? 'strong' : basic ? undefined : 'muted'} title={subjectName(t, id)}>{subjectName(t, id)}</span> },
    {
      id: 'facilities', head: t('reachChange.facilities'), unit: t('reachChange.facilitiesUnit'), width: '84px', numeric: true,
      cell: ({ facilitiesBefore: before, facilitiesAfter: after }) => <Moved before={before === null ? null : figure(before)} after={after === null ? null : figure(after)} />,
    },
    { id: 'within', head: t('reachChange.within'), unit, width: 'minmax(140px, 1fr)', numeric: true, cell: ({ whole }) => <Within of={whole} what={what} /> },
    {
      id: 'rate', head: t('reachChange.rate'), unit: '%', width: '112px', numeric: true,
      cell: ({ whole: { before, after, livingBefore, livingAfter } }) => <Moved before={share(before?.[what], livingBefore[what])} after={share(after?.[what], livingAfter[what])} />,
    },
    { id: 'gained', head: t('reachChange.gained'), unit, help: t('reachChange.gainedHelp'), width: '128px', numeric: true, cell: ({ whole }) => <Delta of={whole.gained} sign="+" what={what} /> },
    { id: 'lost', head: t('reachChange.lost'), unit, help: t('reachChange.lostHelp'), width: '128px', numeric: true, cell: ({ whole }) => <Delta of={whole.lost} sign="−" what={what} /> },
  ];
  return (
    <VirtualTable
      label={t('reachChange.part.subjects')} columns={columns} rows={of.subjects} keyOf={({ id }) => id} selected={subject}
      onSelect={({ id }) => { void chooseChangeSubject(id); }} onActivate={({ id }) => { void chooseChangeSubject(id); }} empty={<p>{t('value.none')}</p>}
    />
  );
}

function share(part: number | undefined, whole: number): string | null {
  return part === undefined || whole === 0 ? null : percent(part / whole);
}
