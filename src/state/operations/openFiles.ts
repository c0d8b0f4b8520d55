/** Opens files: a project file as a project, others by way of the preview dialog. */
import { PROJECT_EXTENSION } from '../../io/project/format.ts';
import { looksLikeProject } from '../../io/project/readProject.ts';
import { useSession } from '../session.ts';
import { isTableFile } from './addTables.ts';
import { inspectFiles } from './inspectFiles.ts';
import { openProjectFile } from './openProjectFile.ts';
import { openTables } from './openTables.ts';

/** Bytes within which a project file shows itself. */
const HEAD_BYTES = 512;

export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  useSession.setState({ refusal: null, failure: null });
  try {
    for (const file of files) {
      if (await isProject(file)) {
        await openProjectFile(file, files.filter((each) => each !== file));
        return;
      }
    }
    if (useSession.getState().loaded && files.every(isTableFile)) {
      await openTables(files.map((file) => ({ name: file.name, blob: file })));
      return;
    }
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    await inspectFiles(read, { sample: null, project: null });
  } catch (error) {
    // A folder, a file removed meanwhile, or one larger than memory.
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

/** By its beginning, or by its name: the beginning of a damaged one may be lost. */
async function isProject(file: File): Promise<boolean> {
  return file.name.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`) || looksLikeProject(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
}
