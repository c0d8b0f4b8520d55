/** A file of streets, facilities or gates beside what is loaded: read at once, and part of the project when it reads. */
import { autosave } from '../autosave/autosave.ts';
import type { KeptFile } from '../autosave/kept.ts';
import { filePrint, filesPrint } from '../fingerprint.ts';
import { savedPlan } from '../plan/saved.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { projectNameNow } from '../project/words.ts';
import { askReach } from '../reach/askReach.ts';
import { useReach } from '../reach/reach.ts';
import { useSession } from '../session.ts';
import type { ReachFileKind } from '../../worker/reachProtocol.ts';
import { openReach } from './openReach.ts';
import { saveDecisions } from './saveDecisions.ts';

export async function addReachFile(kind: ReachFileKind, file: File): Promise<void> {
  const { loaded } = useSession.getState();
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return;
  }
  if ((await askReach('reachFile', { kind, name: file.name, bytes })) === undefined) return;
  if (!(await openReach()) || useSession.getState().loaded !== loaded || isRefused(file.name)) return;
  await keepReachFile({ name: file.name, group: 'dataset', role: kind, fields: {}, encoding: null, bytes: file });
}

/** Nothing of it could be used: it is told of, not kept. */
function isRefused(name: string): boolean {
  const { problems, network } = useReach.getState().state ?? {};
  const streets = problems?.streets.some(({ file, severity }) => file === name && severity === 'refused') ?? false;
  const points = problems?.files.some(({ file, severity }) => file === name && severity === 'refused') ?? false;
  return (streets && network?.files.includes(name) !== true) || points;
}

/** The project is known by the bytes of its files: with one more it goes by another name, and the former one is forgotten. */
export async function keepReachFile(added: KeptFile): Promise<void> {
  const { loaded, files, fingerprint: former } = useSession.getState();
  const all = [...files.filter(({ name, role }) => name !== added.name || role !== added.role), added];
  const fingerprint = filesPrint(await Promise.all(all.map(async ({ bytes }) => filePrint(await bytes.arrayBuffer()))));
  if (useSession.getState().loaded !== loaded) return;
  useSession.setState({ files: all, fingerprint });
  saveDecisions();
  if (isReadOnly() || fingerprint === former) return;
  const keepNow = (steps: ReturnType<typeof savedPlan>) => autosave.keepBase(fingerprint, { name: projectNameNow(), files: all, steps });
  const steps = savedPlan();
  if (!(await keepNow(steps))) return;
  // A step that was taken on the way.
  if (savedPlan() !== steps) await keepNow(savedPlan());
  await autosave.settled();
  if (former !== null) await autosave.forgetProject(former);
}
