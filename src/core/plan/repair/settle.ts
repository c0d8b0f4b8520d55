/**
 * Gives open faces away, round by round: faces with a border to settled ground first, longest border first; what lies only
 * beside other open faces waits for them. The order depends on the ground alone, not on how it is numbered.
 */
import { faceOf } from '../../coverage/coverage.ts';
import type { BadFace } from './badFaces.ts';
import { candidatesOf, type Candidate, type Sides } from './candidates.ts';
import type { LeftReason } from './reasons.ts';

export interface OpenFace extends BadFace {
  group: number;
  chosen: number | null;
  shifted: number | null;
}

export type Settled = { candidates: Candidate[] } | { left: LeftReason };

export function settleFaces(open: readonly OpenFace[], sides: Sides): Map<number, Settled> {
  const { ground } = sides;
  const settled = new Map<number, Settled>();
  for (const { face } of open) ground.open.add(face);
  let pending = [...open].sort((p, q) => Number(q.kind === 'beyond') - Number(p.kind === 'beyond') || byPlace(p, q, sides));
  const look = (face: OpenFace, patient: boolean) => candidatesOf(face, sides, patient, face.chosen, face.shifted);
  for (let patient = true; pending.length > 0;) {
    const ready = pending.flatMap((face) => {
      const found = look(face, patient);
      return Array.isArray(found) ? [{ face, shared: face.kind === 'beyond' ? Infinity : found[0]!.sharedMetres }] : [];
    });
    if (ready.length === 0) {
      if (!patient) break;
      patient = false;
      continue;
    }
    ready.sort((p, q) => (p.shared === q.shared ? 0 : q.shared - p.shared) || byPlace(p.face, q.face, sides));
    // Without patience one face may be the key to the others: then these need not go without it.
    for (const { face } of patient ? ready : ready.slice(0, 1)) {
      const found = look(face, patient);
      if (!Array.isArray(found)) continue;
      ground.give(face.face, found[0]!.to === null ? [] : [found[0]!.to]);
      settled.set(face.face, { candidates: found });
    }
    pending = pending.filter(({ face }) => !settled.has(face));
    patient = true;
  }
  for (const face of pending) {
    const found = look(face, false);
    settled.set(face.face, { left: Array.isArray(found) || found === 'wait' ? 'noNeighbour' : found });
    ground.open.delete(face.face);
  }
  return settled;
}

function byPlace(p: BadFace, q: BadFace, { ground: { coverage } }: Sides): number {
  const a = faceOf(coverage, p.face).box;
  const b = faceOf(coverage, q.face).box;
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || p.face - q.face;
}
