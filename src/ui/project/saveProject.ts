/** Hands the open project over as a file. */
import { PROJECT_EXTENSION } from '../../io/project/format.ts';
import { saveProjectFile } from '../../state/operations/saveProjectFile.ts';
import { download } from '../controls/download.ts';
import { fileName } from '../words/fileName.ts';

export async function saveProject(): Promise<void> {
  const saved = await saveProjectFile();
  if (saved) download(fileName([saved.name], PROJECT_EXTENSION), saved.bytes, 'application/octet-stream');
}
