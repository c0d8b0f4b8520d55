/** Loads the files of the preview as the user chose, finds what was kept of them, then checks them. */
import { autosave } from '../autosave/autosave.ts';
import type { KeptFile } from '../autosave/kept.ts';
import { NOTHING_CHECKED, useCheck } from '../check.ts';
import { NO_FILTER, useDefectFilter } from '../defectFilter.ts';
import { readDecisions } from '../decisions.ts';
import { filesPrint } from '../fingerprint.ts';
import { cancelJob, runJob } from '../jobs.ts';
import { useSession, type Pending } from '../session.ts';
import { jumpToBounds, useView } from '../view.ts';
import { closePlan } from './closePlan.ts';
import { keepProject } from './keepProject.ts';
import { runCheck } from './runCheck.ts';
import { validateShape } from './validateShape.ts';

export async function loadPending(): Promise<void> {
  const { pending } = useSession.getState();
  if (!pending) return;
  const outcome = await runJob('load', 'load', { files: pending.choices });
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind !== 'done') {
    useSession.setState(outcome.kind === 'refused'
      ? { refusal: outcome.problems, pending: null }
      : { failure: outcome.message, pending: null });
    return;
  }
  cancelJob('check');
  cancelJob('opinion');
  // What is still being written of the project before this one may be this one's.
  await autosave.settled();
  const { project } = pending;
  const { files, fingerprint } = chosen(pending);
  const decisions = project?.decisions ?? await readDecisions(fingerprint);
  const { profile: keptProfile = null, ...checked } = decisions ?? {};
  useCheck.setState({ ...NOTHING_CHECKED, ...checked });
  useDefectFilter.setState(NO_FILTER);
  closePlan();
  useView.setState({ selection: null, dataTable: 'communities' });
  useSession.setState({
    pending: null,
    loaded: outcome.value,
    background: null,
    fingerprint,
    files,
    sample: pending.sample,
    name: project?.name ?? null,
    profile: project?.profile ?? keptProfile,
    shapeProblems: null,
    refusal: null,
    failure: null,
  });
  jumpToBounds(outcome.value.display.bounds);
  const kept = keepProject(project);
  await runCheck();
  // The standard's letter, checked behind the scenes once the map is up; its findings join the list.
  if (useSession.getState().fingerprint === fingerprint) void validateShape();
  await kept;
}

/** Closes the preview; what was loaded before stays. */
export function dropPending(): void {
  cancelJob('load');
  useSession.setState({ pending: null });
}

/** What of the files is loaded, in their order: what is kept, and what the whole is known by. */
function chosen({ previews, choices, files }: Pending): { files: KeptFile[]; fingerprint: string } {
  const wanted = choices.filter(({ role }) => role !== 'ignore');
  const preview = (fileIndex: number) => previews.find((each) => each.fileIndex === fileIndex)!;
  return {
    files: wanted.map(({ fileIndex, role, fields }) => {
      const { name, encoding } = preview(fileIndex);
      return { name, group: BASE_ROLES.has(role) ? 'base' : 'dataset', role, fields, encoding, bytes: files[fileIndex]! };
    }),
    // Tables come and go while one works: the project stays the same.
    fingerprint: filesPrint(wanted.filter(({ role }) => role !== 'table').map(({ fileIndex }) => preview(fileIndex).print)),
  };
}

/** What the plan stands on; the rest it is measured by. */
const BASE_ROLES: ReadonlySet<string> = new Set(['communities', 'parent', 'declared']);
