/** Hands files to the worker to be read and guessed at; the preview dialog then shows what came of it. */
import { fingerprint } from '../fingerprint.ts';
import { runJob } from '../jobs.ts';
import type { SampleFile, SampleName } from '../samples.ts';
import { useSession } from '../session.ts';

export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  useSession.setState({ refusal: null, failure: null });
  try {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    await inspectFiles(read, null);
  } catch (error) {
    // A folder, a file removed meanwhile, or one larger than memory.
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

/** True when a preview stands. */
export async function inspectFiles(files: SampleFile[], sample: SampleName | null): Promise<boolean> {
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const name = fingerprint(inOrder.map((file) => file.bytes));
  const outcome = await runJob('inspect', 'inspect', inOrder, inOrder.map((file) => file.bytes));
  if (outcome.kind === 'done') {
    useSession.setState({
      pending: {
        previews: outcome.value,
        choices: outcome.value.map(({ fileIndex, guessedRole, guessedFields }) =>
          ({ fileIndex, role: guessedRole, fields: guessedFields })),
        fingerprint: name,
        sample,
      },
    });
    return true;
  }
  if (outcome.kind === 'refused') useSession.setState({ refusal: outcome.problems });
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  return false;
}
