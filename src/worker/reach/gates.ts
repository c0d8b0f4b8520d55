/** Gates set by hand beside those of files, and what became of each. */
import { METRES_PER_STEP, metresPerStepEast } from '../../core/network/edgeLength.ts';
import type { Gate, WallReport } from '../../core/network/walls.ts';
import type { Compound } from '../../core/network/compound.ts';
import type { ReachOwnGate } from '../reachProtocol.ts';

/** A gate of a file this near to one set by hand is the same gate: what a person said of it holds. */
export const SAME_GATE_METRES = 10;

/** Those set by hand first; of gates of files, the ones that they do not replace. */
export function allGates(own: readonly Gate[], known: readonly Gate[]): Gate[] {
  return [...own, ...known.filter((gate) => !own.some((each) => isSame(each, gate)))];
}

/** Of the first `count` gates, which are those set by hand. */
export function ownGatesView({ gateCompound, gatesWithoutStreet }: Pick<WallReport, 'gateCompound' | 'gatesWithoutStreet'>, compounds: readonly Compound[], count: number): ReachOwnGate[] {
  const withoutStreet = new Set(gatesWithoutStreet);
  return Array.from({ length: count }, (_, gate) => {
    const compound = gateCompound[gate] ?? -1;
    return { compound: compound < 0 ? null : compounds[compound]?.name ?? `#${compound + 1}`, state: compound < 0 ? 'astray' : withoutStreet.has(gate) ? 'withoutStreet' : 'used' };
  });
}

function isSame(a: Gate, b: Gate): boolean {
  const north = (a.y - b.y) * METRES_PER_STEP;
  return Math.abs(north) <= SAME_GATE_METRES && Math.hypot(north, (a.x - b.x) * metresPerStepEast(a.y)) <= SAME_GATE_METRES;
}
