/** Gates set by hand beside those of files. */
import { STEPS_PER_DEGREE, type LngLat } from '../geo/coordinates.ts';
import type { DoorState } from './doors.ts';
import { METRES_PER_STEP, metresPerStepEast } from './edgeLength.ts';
import type { Gate } from './gatePlan.ts';

/** A gate of a file this near to one set by hand is the same gate: what a person said of it holds. */
export const SAME_GATE_METRES = 10;

/** As a project keeps it: degrees. */
export function ownGate({ at, access }: { readonly at: LngLat; readonly access: DoorState }): Gate {
  return { x: Math.round(at[0] * STEPS_PER_DEGREE), y: Math.round(at[1] * STEPS_PER_DEGREE), access, compound: null };
}

/** Those set by hand first; of gates of files, the ones that they do not replace. */
export function allGates(own: readonly Gate[], known: readonly Gate[]): Gate[] {
  return [...own, ...known.filter((gate) => !own.some((each) => isSame(each, gate)))];
}

function isSame(a: Gate, b: Gate): boolean {
  const north = (a.y - b.y) * METRES_PER_STEP;
  return Math.abs(north) <= SAME_GATE_METRES && Math.hypot(north, (a.x - b.x) * metresPerStepEast(a.y)) <= SAME_GATE_METRES;
}
