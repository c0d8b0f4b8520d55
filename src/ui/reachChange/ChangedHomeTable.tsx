/** 得失住户: every home that gains or loses the subject, with its walk before and after. */
import { flyToPoint } from '../../state/view.ts';
import type { ReachChangedHome, ReachChangedHomes } from '../../worker/reachChangeProtocol.ts';
import { Moved } from '../assess/Cells.tsx';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const ZOOM = 16;

/** `isKnown`: the subject has data on both sides. */
export function ChangedHomeTable({ of, isKnown }: { of: ReachChangedHomes | null; isKnown: boolean }) {
  const t = useTranslate();
  const none = <span className="muted">—</span>;
  const count = (value: number | null) => (value === null ? <span className="muted">{t('value.none')}</span> : figure(value));
  const metres = (value: number | null) => (value === null ? null : figure(Math.round(value)));
  const columns: Column<ReachChangedHome>[] = [
    { id: 'name', head: t('reachChange.home'), width: 'minmax(110px, 1.4fr)', cell: ({ name }) => name },
    { id: 'change', head: t('reachChange.change'), width: '116px', cell: ({ change }) => <span className={change === 'gained' ? 'reach-gained strong' : 'alarm strong'}>{t(`reachChange.${change}`)}</span> },
    { id: 'community', head: t('reachChange.community'), width: 'minmax(110px, 1.4fr)', cell: ({ communityBefore, communityAfter }) => (communityBefore === communityAfter ? communityAfter ?? none : `${communityBefore ?? '—'} → ${communityAfter ?? '—'}`) },
    { id: 'people', head: t('column.people'), unit: t('unit.people'), width: '84px', numeric: true, cell: ({ people }) => count(people) },
    { id: 'households', head: t('column.households'), unit: t('unit.households'), width: '84px', numeric: true, cell: ({ households }) => count(households) },
    { id: 'metres', head: t('reachChange.metres'), unit: 'm', width: '128px', numeric: true, cell: ({ metresBefore, metresAfter }) => <Moved before={metres(metresBefore)} after={metres(metresAfter)} /> },
  ];
  return (
    <VirtualTable
      label={t('reachChange.part.homes')} columns={columns} rows={of?.homes ?? []} keyOf={({ id }) => String(id)} selected={null}
      onActivate={({ at }) => { flyToPoint(at, ZOOM); }} empty={<p>{t(isKnown ? 'reachChange.noneHomes' : 'reachChange.unknownHomes')}</p>}
    />
  );
}
