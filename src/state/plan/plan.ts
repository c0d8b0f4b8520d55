/** The plan as the page mirrors it: what the worker last said, and what was said of it on the way. */
import { create } from 'zustand';
import type { Command } from '../../core/plan/command.ts';
import type { Rejection } from '../../core/plan/rejection.ts';
import type { CommunityRow, FallenScenario, LogEntry, PlanBase, PlanFinding, PlanState } from '../../worker/planProtocol.ts';

export interface PlanMirror {
  /** Null until 方案 was entered for the first time after loading. */
  state: PlanState | null;
  base: PlanBase | null;
  /** Communities at revisions that have been on screen: what stands is compared with them. Revision 0 is the base. */
  rowsAt: ReadonlyMap<number, readonly CommunityRow[]>;
  /** A commit, an undo or a switch is on its way: nothing else is begun. */
  working: boolean;
  /** The last command that was refused, until the next one; without one: a scenario could not be named, deleted, found. */
  refused: { command: Command | null; rejection: Rejection } | null;
  /** A command that would add departures from the rule waits for a decision. */
  asking: { command: Command; adds: PlanFinding[] } | null;
  /** Entries of a kept log that no longer applied when the plan was opened. */
  skipped: readonly { entry: LogEntry; rejection: Rejection }[];
  /** Scenarios that stand elsewhere because of it. */
  fallen: readonly FallenScenario[];
  /** What opening was broken by. */
  failure: string | null;
}

export const NO_PLAN: PlanMirror = {
  state: null, base: null, rowsAt: new Map(), working: false, refused: null, asking: null, skipped: [], fallen: [], failure: null,
};

export const usePlan = create<PlanMirror>()(() => NO_PLAN);

/** The row of a unit at the head. */
export function rowOf(unit: number): CommunityRow | undefined {
  return usePlan.getState().state?.communities.find((row) => row.unit === unit);
}

export function rowById(id: string): CommunityRow | undefined {
  return usePlan.getState().state?.communities.find((row) => row.id === id);
}
