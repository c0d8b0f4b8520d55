/** What is to be kept after each answer: here only in memory; what writes it to this computer takes it from here. */
import type { LogEntry, PlanAnswer, Pointers } from '../../worker/planProtocol.ts';

const entries: LogEntry[] = [];
let pointers: Pointers | null = null;

export function planSaved(answer: PlanAnswer): void {
  if (answer.entry) entries.push(answer.entry);
  pointers = answer.pointers;
}

export function savedPlan(): { log: readonly LogEntry[]; pointers: Pointers | null } {
  return { log: entries, pointers };
}

/** Another file was loaded. */
export function forgetSavedPlan(): void {
  entries.length = 0;
  pointers = null;
}
