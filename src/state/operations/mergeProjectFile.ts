/** Takes a colleague's scenarios in beside ours, from their project file on the same base. What was added is told. */
import { mergeProjects } from '../../io/project/mergeProjects.ts';
import { autosave } from '../autosave/autosave.ts';
import { openProjectDialog } from '../project/dialog.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { projectNameNow } from '../project/words.ts';
import { useSession } from '../session.ts';
import { currentProject } from './currentProject.ts';
import { reopenPlan } from './openPlan.ts';
import { readProjectFile } from './openProjectFile.ts';

export async function mergeProjectFile(file: File): Promise<void> {
  const { loaded, fingerprint, files } = useSession.getState();
  if (!loaded || fingerprint === null || isReadOnly()) return;
  try {
    const read = await readProjectFile(file);
    const refuse = (problems: typeof read.problems) => { openProjectDialog({ kind: 'refused', fileName: file.name, merging: true, problems }); };
    if (!read.project) {
      refuse(read.problems);
      return;
    }
    const merged = mergeProjects(await currentProject(), read.project);
    if (useSession.getState().loaded !== loaded) return;
    if (!merged.ok) {
      refuse([merged.problem, ...read.problems]);
      return;
    }
    const { project: { log, pointers }, added, same, entriesAdded } = merged;
    if (added.length > 0 || entriesAdded > 0) {
      await autosave.keepBase(fingerprint, { name: projectNameNow(), files, steps: { log, pointers } });
      await reopenPlan({ log, pointers });
    }
    openProjectDialog({ kind: 'merged', fileName: file.name, added, same, entriesAdded, problems: read.problems });
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}
