/** The approval of a community as lines: its steps in order, each with the deadlines of the documents that fall in it. */
import type { ApprovalStep, DueDay, StepState } from '../../../core/rules/approval.ts';
import { readDay } from '../../../core/rules/dates.ts';
import type { Approval, Deadline } from '../../../core/rules/profile.ts';
import type { ApprovalView } from '../../../worker/assessProtocol.ts';

export type ApprovalLine =
  | { kind: 'step'; key: string; step: ApprovalStep }
  /** `due` null: it is counted from the approval, which has no date yet. */
  | { kind: 'deadline'; key: string; step: number; deadline: Deadline; due: DueDay | null };

export function approvalLines({ route }: ApprovalView, approval: Approval | null): ApprovalLine[] {
  if (!route.known || approval === null) return [];
  return route.steps.flatMap((step): ApprovalLine[] => [
    { kind: 'step', key: `step ${step.step}`, step },
    ...approval.deadlines.filter((deadline) => deadline.step === step.step).map((deadline): ApprovalLine => ({
      kind: 'deadline', key: `deadline ${deadline.id}`, step: step.step, deadline, due: step.due.find((each) => each.deadline === deadline.id) ?? null,
    })),
  ]);
}

/** Of one line: how it stands and the day that it is held against, if any. */
export function standingOf(line: ApprovalLine): { state: StepState; limit: string | null; done: string | null } {
  if (line.kind === 'step') return { state: line.step.state, limit: line.step.planned, done: line.step.done };
  return line.due === null ? { state: 'open', limit: null, done: null } : { state: line.due.state, limit: line.due.due, done: line.due.done };
}

/** Steps and deadlines that are late, over all communities. */
export function lateCount(views: readonly ApprovalView[]): number {
  return views.reduce((sum, { route }) => sum + (route.known ? route.late : 0), 0);
}

/** Positive: so many days past `limit`; negative: so many are left. Null where either is no day. */
export function daysPast(limit: string | null, day: string): number | null {
  const [end, now] = [limit === null ? null : readDay(limit), readDay(day)];
  return end === null || now === null ? null : now.from - end.to;
}

/** The community chosen, else the one selected on the map, else the one with most that is late, else the first. */
export function shownApproval(views: readonly ApprovalView[], chosen: number | null, selected: number | null): ApprovalView | null {
  const of = (unit: number | null) => (unit === null ? undefined : views.find((each) => each.unit === unit));
  const late = (view: ApprovalView) => (view.route.known ? view.route.late : 0);
  return of(selected) ?? of(chosen) ?? views.reduce<ApprovalView | null>((most, view) => (most === null || late(view) > late(most) ? view : most), null);
}
