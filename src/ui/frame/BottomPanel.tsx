/** The table that the task fills; F6 opens and closes it. */
import { hasViewBar, useView } from '../../state/view.ts';
import { useSession } from '../../state/session.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { DataTables } from '../data/DataTables.tsx';
import { useCompare } from '../../state/plan/compare.ts';
import { CompareTables } from '../compare/CompareTables.tsx';
import { PlanTables } from '../plan/PlanTables.tsx';
import { ReachTables } from '../reach/ReachTables.tsx';
import { DefectTable } from '../check/DefectTable.tsx';

export function BottomPanel() {
  const t = useTranslate();
  const task = useView((state) => state.task);
  const comparing = useCompare((state) => state.on);
  const open = useView((state) => state.bottomOpen);
  const table = useView((state) => state.planTable);
  const compared = useCompare((state) => state.table);
  const loaded = useSession((state) => state.loaded !== null);
  if (!loaded) return null;
  // Those against the rules have a bar of filters and more rows.
  const views = task === 'plan' && (comparing ? compared === 'consequences' || compared === 'reach' : hasViewBar(table));
  return (
    <section className={['bottom', open ? '' : 'closed', views ? 'views' : ''].filter(Boolean).join(' ')} aria-label={t('frame.table')}>
      {task === 'data' ? <DataTables open={open} /> : task === 'check' ? <DefectTable open={open} /> : task === 'reach' ? <ReachTables open={open} /> : comparing ? <CompareTables open={open} /> : <PlanTables open={open} />}
    </section>
  );
}
