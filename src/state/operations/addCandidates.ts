/** A file of places where facilities may be put: read at once, part of the project when it reads; read again in another datum. */
import type { Datum } from '../../core/geo/coordinates.ts';
import { runJob } from '../jobs.ts';
import { useSiting } from '../reach/siting.ts';
import { useSession } from '../session.ts';
import { keepReachFile } from './addReachFile.ts';

export async function addCandidates(file: File): Promise<void> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return;
  }
  if (!(await read({ name: file.name, bytes }))) return;
  useSiting.setState({ from: 'places' });
  await keepReachFile({ name: file.name, group: 'dataset', role: 'candidates', fields: {}, encoding: null, bytes: file });
}

/** What is loaded may have come with candidates. */
export async function recallCandidates(): Promise<void> {
  const { loaded } = useSession.getState();
  if (loaded && useSiting.getState().candidates?.of !== loaded) await read(null);
}

export async function readCandidatesIn(datum: Datum): Promise<void> {
  useSiting.setState({ datum });
  await read(null);
}

/** True where anything of it can be used. */
async function read(file: { name: string; bytes: ArrayBuffer } | null): Promise<boolean> {
  const { loaded } = useSession.getState();
  const outcome = await runJob('reach', 'reachCandidates', { file, datum: useSiting.getState().datum }, file === null ? [] : [file.bytes]);
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  if (outcome.kind !== 'done' || !loaded || useSession.getState().loaded !== loaded) return false;
  useSiting.setState({ candidates: outcome.value === null ? null : { view: outcome.value, of: loaded } });
  return outcome.value !== null && outcome.value.places > 0;
}
