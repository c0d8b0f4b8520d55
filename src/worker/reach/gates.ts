/** What became of each gate that was set by hand. */
import type { WallReport } from '../../core/network/walls.ts';
import type { Compound } from '../../core/network/compound.ts';
import type { ReachOwnGate } from '../reachProtocol.ts';

/** Of the first `count` gates, which are those set by hand. */
export function ownGatesView({ gateCompound, gatesWithoutStreet }: Pick<WallReport, 'gateCompound' | 'gatesWithoutStreet'>, compounds: readonly Compound[], count: number): ReachOwnGate[] {
  const withoutStreet = new Set(gatesWithoutStreet);
  return Array.from({ length: count }, (_, gate) => {
    const compound = gateCompound[gate] ?? -1;
    return { compound: compound < 0 ? null : compounds[compound]?.name ?? `#${compound + 1}`, state: compound < 0 ? 'astray' : withoutStreet.has(gate) ? 'withoutStreet' : 'used' };
  });
}
