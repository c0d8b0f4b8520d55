/** The open project as the bytes of a project file, with its name. Null: it could not be made; why is told. */
import { writeProject } from '../../io/project/writeProject.ts';
import { useSession } from '../session.ts';
import { currentProject } from './currentProject.ts';

export async function saveProjectFile(): Promise<{ name: string; bytes: ArrayBuffer } | null> {
  if (!useSession.getState().loaded) return null;
  try {
    const project = await currentProject();
    const bytes = writeProject(project);
    return { name: project.name, bytes: bytes.buffer as ArrayBuffer };
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
