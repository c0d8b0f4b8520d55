/** Which steps undo and redo are about. Nothing is undone on the base. */
import type { PlanState, StepInfo } from '../../worker/planProtocol.ts';

export function lastDone({ steps, current }: PlanState): StepInfo | null {
  return current === null ? null : steps.findLast((step) => !step.undone) ?? null;
}

export function nextUndone({ steps, current }: PlanState): StepInfo | null {
  return current === null ? null : steps.find((step) => step.undone) ?? null;
}

export function doneCount({ steps }: PlanState): number {
  return steps.filter((step) => !step.undone).length;
}
