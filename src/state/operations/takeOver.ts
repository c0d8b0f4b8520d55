/** Edits the project in this tab, which another one had: the plan is opened again from what that one has kept. */
import { autosave } from '../autosave/autosave.ts';
import { readKeptDraft } from '../plan/keptDraft.ts';
import { savedPlan } from '../plan/saved.ts';
import { useRecovery } from '../project/recovery.ts';
import { projectNameNow } from '../project/words.ts';
import { useSession } from '../session.ts';
import { reopenPlan } from './openPlan.ts';

export async function takeOver(): Promise<void> {
  const { fingerprint, files, loaded } = useSession.getState();
  if (fingerprint === null) return;
  const opening = { name: projectNameNow(), files };
  const kept = await autosave.takeOver({ ...opening, steps: 'kept' });
  if (useSession.getState().loaded !== loaded) return;
  if (kept === null) {
    // Nothing can be read: what stands on screen is all there is.
    await autosave.keepBase(fingerprint, { ...opening, steps: savedPlan() });
    return;
  }
  await reopenPlan(kept);
  useRecovery.setState({ draft: readKeptDraft(kept.draft) });
}
