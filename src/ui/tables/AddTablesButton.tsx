/** 加入表格…; files that came with the layers and are not in use yet are told. */
import { openTables } from '../../state/operations/openTables.ts';
import { useJobs } from '../../state/jobs.ts';
import { useSession } from '../../state/session.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function AddTablesButton({ className }: { className: string }) {
  const t = useTranslate();
  const busy = useJobs((jobs) => jobs.running.load !== undefined || jobs.running.plan !== undefined);
  const loaded = useSession((session) => session.loaded !== null);
  return <button type="button" className={className} disabled={!loaded || busy} onClick={() => { void openTables(); }}>{t(busy ? 'tables.opening' : 'tables.add')}</button>;
}
