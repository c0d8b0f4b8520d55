/** Loads a sample district as its files are: no questions, its columns are known. */
import { readSample, type SampleName } from '../samples.ts';
import { useSession } from '../session.ts';
import { useView } from '../view.ts';
import { loadPending } from './loadPending.ts';
import { inspectFiles } from './inspectFiles.ts';

export async function openSample(name: SampleName): Promise<void> {
  useSession.setState({ refusal: null, failure: null });
  try {
    const files = await readSample(name);
    if (!(await inspectFiles(files, { sample: name, project: null }))) return;
    await loadPending();
    if (name === 'district-defects' && useSession.getState().sample === name && useView.getState().task === 'data') useView.setState({ task: 'check' });
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}
