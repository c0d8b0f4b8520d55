/** Uses the dialog's tables from now on: figures, tree and sheets follow; the project keeps the tables and what was said of them. */
import { autosave } from '../autosave/autosave.ts';
import type { KeptFile } from '../autosave/kept.ts';
import { usePlan } from '../plan/plan.ts';
import { takeAnswer } from '../plan/takeAnswer.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { projectNameNow } from '../project/words.ts';
import { useSession } from '../session.ts';
import { runTables } from '../tables/askTables.ts';
import { withTables } from '../tables/settings.ts';
import { NO_TABLE_DRAFT, useTableDraft, useTables, type TableDraft } from '../tables/tables.ts';
import { saveDecisions } from './saveDecisions.ts';

/** False: another tab edits the project, a step is under way, or something broke and was told. */
export async function applyTables(): Promise<boolean> {
  const draft = useTableDraft.getState();
  const { loaded } = useSession.getState();
  if (!draft.open || isReadOnly() || usePlan.getState().working) return false;
  useTableDraft.setState({ busy: true });
  usePlan.setState({ working: true });
  try {
    const answer = await runTables('tablesUse', [...draft.settings]);
    if (!answer || useSession.getState().loaded !== loaded) return false;
    const used = new Set(draft.settings.map(({ name }) => name));
    useTables.setState({ view: answer.view, previews: new Map([...draft.previews].filter(([name]) => used.has(name))) });
    useSession.setState(({ files, profile }) => ({ files: withTableFiles(files, draft), profile: withTables(profile, draft.settings) }));
    // Rows of other revisions were formed with the figures of before.
    usePlan.setState({ rowsAt: new Map() });
    takeAnswer(answer.plan);
    keep();
    useTableDraft.setState(NO_TABLE_DRAFT);
    return true;
  } finally {
    usePlan.setState({ working: false });
    useTableDraft.setState({ busy: false });
  }
}

function withTableFiles(files: readonly KeptFile[], { settings, previews, files: blobs }: TableDraft): KeptFile[] {
  const tables = settings.flatMap(({ name }): KeptFile[] => {
    const bytes = blobs.get(name);
    return bytes ? [{ name, group: 'dataset', role: 'table', fields: {}, encoding: previews.get(name)?.encoding ?? null, bytes }] : [];
  });
  return [...files.filter(({ role }) => role !== 'table'), ...tables];
}

function keep(): void {
  const { fingerprint, files } = useSession.getState();
  saveDecisions();
  if (fingerprint !== null) void autosave.keepBase(fingerprint, { name: projectNameNow(), files, steps: 'kept' });
}
