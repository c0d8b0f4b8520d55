/** Hands files to the worker to be read and guessed at; the preview dialog then shows what came of it. */
import type { FilePreview } from '../../worker/protocol.ts';
import { filesPrint } from '../fingerprint.ts';
import { runJob } from '../jobs.ts';
import { useSession, type FileChoice, type Pending } from '../session.ts';

export interface InspectedFile {
  name: string;
  bytes: ArrayBuffer;
  /** What is known of it already; else it is guessed. */
  known?: Pick<FileChoice, 'role' | 'fields'> & Pick<FilePreview, 'encoding'>;
}

/** True when a preview stands. */
export async function inspectFiles(files: readonly InspectedFile[], { sample, project }: Pick<Pending, 'sample' | 'project'>): Promise<boolean> {
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  // Made before the worker takes the bytes.
  const held = inOrder.map(({ bytes }) => new Blob([bytes]));
  const outcome = await runJob('inspect', 'inspect', inOrder.map(({ name, bytes, known }) => ({ name, bytes, role: known?.role, encoding: known?.encoding })), inOrder.map((file) => file.bytes));
  if (outcome.kind === 'done') {
    useSession.setState({
      pending: {
        previews: outcome.value,
        choices: outcome.value.map((preview) => choiceOf(preview, inOrder[preview.fileIndex]?.known)),
        files: held,
        fingerprint: filesPrint(outcome.value.map(({ print }) => print)),
        sample,
        project,
      },
    });
    return true;
  }
  if (outcome.kind === 'refused') useSession.setState({ refusal: outcome.problems });
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  return false;
}

function choiceOf({ fileIndex, guessedRole, guessedFields }: FilePreview, known: InspectedFile['known']): FileChoice {
  return { fileIndex, role: known?.role ?? guessedRole, fields: known?.fields ?? guessedFields };
}
