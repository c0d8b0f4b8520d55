/** The table that the task fills; F6 opens and closes it. */
import { useView } from '../../state/view.ts';
import { useSession } from '../../state/session.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { DataTables } from '../data/DataTables.tsx';
import { DefectTable } from '../check/DefectTable.tsx';

export function BottomPanel() {
  const t = useTranslate();
  const task = useView((state) => state.task);
  const open = useView((state) => state.bottomOpen);
  const loaded = useSession((state) => state.loaded !== null);
  if (!loaded) return null;
  return (
    <section className={open ? 'bottom' : 'bottom closed'} aria-label={t('frame.table')}>
      {task === 'data' ? <DataTables open={open} /> : <DefectTable open={open} />}
    </section>
  );
}
