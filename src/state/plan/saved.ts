/**
 * The log and the pointers as they stand: what is kept on this computer after each answer, what a project file holds,
 * and what the plan is opened from.
 */
import type { LogEntry, PlanAnswer, Pointers } from '../../worker/planProtocol.ts';
import { autosave } from '../autosave/autosave.ts';

export interface SavedPlan {
  log: readonly LogEntry[];
  /** Null: no plan was opened yet. */
  pointers: Pointers | null;
}

const NOTHING: SavedPlan = { log: [], pointers: null };
let saved = NOTHING;

export function planSaved({ entry, pointers }: PlanAnswer): void {
  saved = { log: entry ? [...saved.log, entry] : saved.log, pointers };
  if (entry) autosave.keepEntry(entry, pointers);
  else autosave.keepPointers(pointers);
}

export function savedPlan(): SavedPlan {
  return saved;
}

/** The plan is opened from these the next time. */
export function restoreSavedPlan(plan: SavedPlan): void {
  saved = plan;
}

/** Another file was loaded. */
export function forgetSavedPlan(): void {
  saved = NOTHING;
}
