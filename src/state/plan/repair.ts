/** Repair of the defects that the check found: who would take each, and what a repair would come to. */
import { create } from 'zustand';
import type { DefectClass } from '../../core/coverage/defect.ts';
import type { RepairPreview, RepairProposal, RepairRequest } from '../../worker/planProtocol.ts';

export interface Repair {
  rule: RepairRequest['rule'];
  /** By defect id; null before anyone asked. */
  proposals: ReadonlyMap<string, RepairProposal> | null;
  /** The head they were made for. */
  head: number | null;
  /** What is shown on the map and in figures. */
  preview: { request: RepairRequest; answer: RepairPreview } | null;
  working: boolean;
  /** The dialog for many; null: closed. */
  dialog: { classes: readonly DefectClass[] } | null;
}

export const REPAIR_RULES = ['longest-border', 'largest', 'smallest'] as const satisfies readonly RepairRequest['rule'][];

export const NO_REPAIR: Repair = { rule: 'longest-border', proposals: null, head: null, preview: null, working: false, dialog: null };

export const useRepair = create<Repair>()(() => NO_REPAIR);
