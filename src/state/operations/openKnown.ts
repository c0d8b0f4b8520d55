/** Opens files of which nothing has to be asked: a sample's, a project's. */
import { useSession, type Pending } from '../session.ts';
import { inspectFiles, type InspectedFile } from './inspectFiles.ts';
import { loadPending } from './loadPending.ts';

/** False when they were refused, or somebody cancelled. */
export async function openKnown(files: readonly InspectedFile[] | Promise<readonly InspectedFile[]>, of: Pick<Pending, 'sample' | 'project'>): Promise<boolean> {
  useSession.setState({ opening: true });
  try {
    if (!(await inspectFiles(await files, of))) return false;
    await loadPending();
    return true;
  } finally {
    useSession.setState({ opening: false });
  }
}
