/** Which dialog of 方案 is open, with what it is about. */
import { create } from 'zustand';
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { Sheet } from '../../worker/assessProtocol.ts';

export type PlanDialog =
  | { kind: 'merge'; communities: readonly string[] }
  | { kind: 'rename'; community: string }
  | { kind: 'convert'; community: string }
  | { kind: 'except'; communities: readonly string[] }
  | { kind: 'attach'; community: string | null; compound?: string }
  | { kind: 'handOver'; community: string; at: LngLat | null }
  | { kind: 'split'; community: string; line: readonly LngLat[] }
  | { kind: 'carve'; community: string }
  | { kind: 'form' | 'declare'; at: LngLat }
  /** `used`: facts that the rule in question stands on. `fact`: the one to begin with. */
  | { kind: 'giveFact'; sheet: Sheet; used: readonly string[]; fact: string | null }
  | { kind: 'scenario'; action: 'fork' | 'rename'; scenario: number | null; at: number | null };

export const usePlanDialog = create<{ open: PlanDialog | null }>()(() => ({ open: null }));

export function openPlanDialog(open: PlanDialog): void {
  usePlanDialog.setState({ open });
}

export function closePlanDialog(): void {
  usePlanDialog.setState({ open: null });
}

