/** Opens the dialog of tables: those in use and those that came with the files, for correction; or closes it and leaves all as it was. */
import { cancelJob } from '../jobs.ts';
import { usePlan } from '../plan/plan.ts';
import { firstScenarioNow } from '../project/words.ts';
import { useSession } from '../session.ts';
import { readTableSettings } from '../tables/settings.ts';
import { NO_TABLE_DRAFT, useTableDraft, useTables } from '../tables/tables.ts';
import { addTableFiles, inspectTable } from './addTables.ts';
import { openPlan } from './openPlan.ts';
import { tryTables } from './tryTables.ts';

/** `added`: to be brought in at once. The plan is opened first: tables are joined to its communities. */
export async function openTables(added: readonly { name: string; blob: Blob }[] = []): Promise<void> {
  let offered: { name: string; blob: Blob }[] = [];
  if (!useTableDraft.getState().open) {
    const { loaded } = useSession.getState();
    if (!usePlan.getState().state && !(await openPlan(firstScenarioNow()))) return;
    if (useSession.getState().loaded !== loaded) return;
    begin();
    offered = offeredTables();
  }
  if (offered.length + added.length > 0) await addTableFiles([...offered, ...added]);
  else await tryTables();
}

/** Table files that are loaded and not in use. */
export function offeredTables(): { name: string; blob: Blob }[] {
  const { files, profile } = useSession.getState();
  const known = new Set(readTableSettings(profile).map(({ name }) => name));
  return files.flatMap(({ name, role, bytes }) => (role === 'table' && !known.has(name) ? [{ name, blob: bytes }] : []));
}

function begin(): void {
  const { files, profile } = useSession.getState();
  const { previews } = useTables.getState();
  const settings = readTableSettings(profile).filter(({ name }) => previews.has(name));
  useTableDraft.setState({
    ...NO_TABLE_DRAFT, open: true, settings, previews, current: settings[0]?.name ?? null,
    files: new Map(files.flatMap(({ name, role, bytes }) => (role === 'table' ? [[name, bytes] as const] : []))),
  });
}

/** What is under way is dropped. The worker reads the versions in use again where others of their names took their place. */
export async function closeTables(): Promise<void> {
  cancelJob('tableFile');
  cancelJob('tables');
  const { files } = useTableDraft.getState();
  useTableDraft.setState(NO_TABLE_DRAFT);
  const { previews } = useTables.getState();
  for (const { name, role, bytes } of useSession.getState().files) {
    const other = files.get(name);
    if (role === 'table' && previews.has(name) && other !== undefined && other !== bytes) await inspectTable(name, bytes);
  }
}
