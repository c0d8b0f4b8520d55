/**
 * Setting up a community: the route that its zone has, its steps, and what is late (policy sheet §9). The two deadlines that the
 * documents give are computed from the approval; every other date is the user's plan. There is no clock: `asOf` is given.
 */
import { addMonths, dayText, endOfYear, readDay, yearOf } from './dates.ts';
import type { Approval, Deadline, Source, Wording } from './profile.ts';

/** Of a zone as its data give it; null where the community lies in none. */
export interface ApprovalZone {
  readonly name: string;
  readonly entrusted: boolean | null;
  /** Id of a route of the profile; null or any other text: nobody knows. */
  readonly route: string | null;
}

/** Days as `YYYY-MM-DD`. */
export interface ApprovalDates {
  readonly asOf: string;
  /** Date of the approval document; null before it. */
  readonly approved: string | null;
  /** By step. */
  readonly planned: Readonly<Record<number, string>>;
  readonly done: Readonly<Record<number, string>>;
  /** By deadline: when it was met. */
  readonly met?: Readonly<Record<string, string>>;
}

/** `late`: not done and past its day. `doneLate`: done after it. `next`: the first that is not done. */
export type StepState = 'done' | 'doneLate' | 'late' | 'next' | 'open';

export interface DueDay {
  readonly deadline: string;
  readonly wording: Wording;
  readonly due: string;
  readonly done: string | null;
  readonly state: StepState;
  readonly source: Source;
  readonly reading?: Wording;
}

export interface ApprovalStep {
  readonly step: number;
  readonly wording: Wording;
  readonly who: Wording;
  readonly planned: string | null;
  readonly done: string | null;
  readonly state: StepState;
  /** Deadlines of the documents that fall in this step; none before the approval. */
  readonly due: readonly DueDay[];
}

export type ApprovalRoute =
  | { readonly known: true; readonly route: string; readonly wording: Wording; readonly source: Source; readonly steps: readonly ApprovalStep[]; readonly afterwards?: Wording; readonly late: number }
  /** Ask the city bureau. `noRoutes`: the profile describes none. */
  | { readonly known: false; readonly reason: 'zoneUnknown' | 'noRoutes' };

/** `zone` is `unknown` where nobody can tell which zone the community lies in. */
export function approvalRoute(zone: ApprovalZone | null | 'unknown', approval: Approval | null, dates: ApprovalDates): ApprovalRoute {
  if (approval === null) return { known: false, reason: 'noRoutes' };
  const id = routeOf(zone, approval);
  const route = approval.routes.find((each) => each.id === id);
  if (route === undefined) return { known: false, reason: 'zoneUnknown' };
  const next = route.steps.find(({ step }) => dates.done[step] === undefined)?.step;
  const steps = route.steps.map(({ step, wording, who }): ApprovalStep => {
    const [planned, done] = [dates.planned[step] ?? null, dates.done[step] ?? null];
    const due = approval.deadlines.filter((deadline) => deadline.step === step).flatMap((deadline) => dueDay(deadline, dates));
    return { step, wording, who, planned, done, state: stateOf(planned, done, dates.asOf, step === next), due };
  });
  const late = steps.reduce((sum, step) => sum + Number(step.state === 'late') + step.due.filter(({ state }) => state === 'late').length, 0);
  return { known: true, route: route.id, wording: route.wording, source: route.source, steps, late, ...(route.afterwards === undefined ? {} : { afterwards: route.afterwards }) };
}

/** The zone's own route; the ordinary one outside zones and where the district manages. */
function routeOf(zone: ApprovalZone | null | 'unknown', { ordinary, routes }: Approval): string | null {
  if (zone === null) return ordinary;
  if (zone === 'unknown') return null;
  if (zone.route !== null) return routes.some(({ id }) => id === zone.route) ? zone.route : null;
  return zone.entrusted === false ? ordinary : null;
}

function dueDay(deadline: Deadline, { approved, asOf, done, met }: ApprovalDates): DueDay[] {
  const day = approved === null ? null : readDay(approved);
  if (day === null || day.from !== day.to) return [];
  const due = dayText(deadline.due === 'monthsAfterApproval' ? addMonths(day.from, deadline.months) : endOfYear(yearOf(day.from)));
  // The year's end is the step's own; a deadline within a step has its own day.
  const finished = met?.[deadline.id] ?? (deadline.due === 'endOfApprovalYear' ? (done[deadline.step] ?? null) : null);
  return [{ deadline: deadline.id, wording: deadline.wording, due, done: finished, state: stateOf(due, finished, asOf, false), source: deadline.source, ...(deadline.reading === undefined ? {} : { reading: deadline.reading }) }];
}

function stateOf(last: string | null, done: string | null, asOf: string, isNext: boolean): StepState {
  const limit = last === null ? null : (readDay(last)?.to ?? null);
  if (done !== null) return limit !== null && (readDay(done)?.from ?? limit) > limit ? 'doneLate' : 'done';
  const today = readDay(asOf);
  if (limit !== null && today !== null && today.from > limit) return 'late';
  return isNext ? 'next' : 'open';
}
