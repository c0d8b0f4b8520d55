/** A file of places where facilities may be put: read at once, part of the project when it reads; read again in another datum. Datum and areas typed are kept with the project. */
import type { Datum } from '../../core/geo/coordinates.ts';
import { runJob } from '../jobs.ts';
import { withArea, writtenReach, type KeptReach } from '../reach/settings.ts';
import { useSiting } from '../reach/siting.ts';
import { useSession } from '../session.ts';
import { keepReachFile } from './addReachFile.ts';
import { keptReach } from './openReach.ts';
import { saveDecisions } from './saveDecisions.ts';

export async function addCandidates(file: File): Promise<void> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return;
  }
  if (((await read({ name: file.name, bytes })) ?? 0) === 0) return;
  useSiting.setState({ from: 'places' });
  await keepReachFile({ name: file.name, group: 'dataset', role: 'candidates', fields: {}, encoding: null, bytes: file });
}

/** What is loaded may have come with candidates. */
export async function recallCandidates(): Promise<void> {
  const { loaded } = useSession.getState();
  if (loaded && useSiting.getState().candidates?.of !== loaded) await read(null);
}

export async function readCandidatesIn(datum: Datum): Promise<void> {
  const { candidateDatum: before } = keptReach();
  keep({ candidateDatum: datum });
  // Cancelled, or broken: what stands was read in the former one.
  if ((await read(null)) === null && keptReach().candidateDatum === datum) keep({ candidateDatum: before });
}

/** Null: what was typed is taken back, and the rules' figure holds. */
export function typeArea(category: string, squareMetres: number | null): void {
  keep({ areas: withArea(keptReach().areas, category, squareMetres) });
}

/** Nothing of it is counted by: reach stands as it is. */
function keep(change: Partial<Pick<KeptReach, 'candidateDatum' | 'areas'>>): void {
  useSession.setState(({ profile }) => ({ profile: writtenReach(profile, { ...keptReach(), ...change }) }));
  saveDecisions();
}

/** How many places can be used; null: it did not come to that. */
async function read(file: { name: string; bytes: ArrayBuffer } | null): Promise<number | null> {
  const { loaded } = useSession.getState();
  const outcome = await runJob('reach', 'reachCandidates', { file, datum: keptReach().candidateDatum }, file === null ? [] : [file.bytes]);
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  if (outcome.kind !== 'done' || !loaded || useSession.getState().loaded !== loaded) return null;
  useSiting.setState({ candidates: outcome.value === null ? null : { view: outcome.value, of: loaded } });
  return outcome.value?.places ?? 0;
}
