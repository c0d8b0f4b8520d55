/**
 * Keeps what was just loaded on this computer from now on, and finds what was kept of it before. Steps found are gone on
 * with, or put aside: the user says which. Nothing of the plan is opened before that is said.
 */
import { autosave } from '../autosave/autosave.ts';
import type { KeptFile, KeptProject } from '../autosave/kept.ts';
import { readKeptDraft } from '../plan/keptDraft.ts';
import { restoreSavedPlan, type SavedPlan } from '../plan/saved.ts';
import type { OpenedProject } from '../project/opened.ts';
import { NO_RECOVERY, useRecovery, type KeptAnswer } from '../project/recovery.ts';
import { isWithin } from '../project/sameSteps.ts';
import { projectNameNow } from '../project/words.ts';
import { useSession } from '../session.ts';
import { readTableSettings } from '../tables/settings.ts';
import { useView } from '../view.ts';

let keeping: Promise<void> = Promise.resolve();

/** When it is settled which steps the plan is to be opened from. */
export async function stepsSettled(): Promise<void> {
  let last;
  do {
    last = keeping;
    await last;
  } while (last !== keeping);
}

export function keepProject(project: OpenedProject | null): Promise<void> {
  dropQuestion();
  keeping = begin(project);
  return keeping;
}

/** Another project is opened, or none: whatever was asked is asked no more. */
export function dropQuestion(): void {
  useRecovery.getState().asking?.answer('kept');
  useRecovery.setState(NO_RECOVERY);
}

async function begin(project: OpenedProject | null): Promise<void> {
  const { loaded, fingerprint } = useSession.getState();
  if (!loaded || fingerprint === null) return;
  const isCurrent = () => useSession.getState().loaded === loaded;
  const name = projectNameNow();
  const keep = (steps: 'kept' | SavedPlan) => autosave.keepBase(fingerprint, { name, files: useSession.getState().files, steps });

  const kept = await autosave.loadProject(fingerprint);
  if (!isCurrent()) return;
  takeKeptTables(kept?.files ?? []);
  const steps = project?.steps ?? null;
  const isHeld = await keep('kept');
  if (!isCurrent()) return;
  if (steps) {
    const asks = isHeld && kept !== null && kept.log.length > 0 && !isWithin(kept, steps);
    if (asks && project?.source === 'file' && (await ask(kept, 'file')) === 'kept') {
      if (isCurrent()) goOn(kept);
      return;
    }
    if (!isCurrent()) return;
    restoreSavedPlan(steps);
    if (isHeld) await keep(steps);
    if (isHeld && project?.asideKey != null) await autosave.forgetProject(project.asideKey);
    if (steps.log.length > 0) useView.setState({ task: 'plan' });
    return;
  }
  if (kept === null || (kept.log.length === 0 && kept.unreadable === 0)) {
    if (kept?.pointers) restoreSavedPlan(kept);
    return;
  }
  if (!isHeld || project?.source === 'kept' || (await ask(kept, 'nothing')) === 'kept') {
    if (isCurrent()) goOn(kept);
  } else if (isCurrent()) await keep({ log: [], pointers: null });
}

/** The same layers were opened anew: the tables that the project used are among what was kept of it. */
function takeKeptTables(kept: readonly KeptFile[]): void {
  const { files, profile } = useSession.getState();
  const here = new Set(files.flatMap(({ name, role }) => (role === 'table' ? [name] : [])));
  const wanted = new Set(readTableSettings(profile).flatMap(({ name }) => (here.has(name) ? [] : [name])));
  const found = kept.filter(({ name, role }) => role === 'table' && wanted.has(name));
  if (found.length > 0) useSession.setState({ files: [...files, ...found] });
}

/** The plan is opened from these steps; the work that was not committed is offered. */
export function goOn(kept: KeptProject): void {
  restoreSavedPlan(kept);
  useRecovery.setState({ draft: readKeptDraft(kept.draft) });
  useView.setState({ task: 'plan' });
}

function ask(kept: KeptProject, instead: 'nothing' | 'file'): Promise<KeptAnswer> {
  return new Promise((resolve) => {
    useRecovery.setState({
      asking: {
        kept, instead,
        answer: (answer) => {
          useRecovery.setState({ asking: null });
          resolve(answer);
        },
      },
    });
  });
}
