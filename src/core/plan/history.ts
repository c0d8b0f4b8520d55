/**
 * What can be done to a tree of revisions: a step is committed, undone, redone. Pure: each function gives a new history.
 *
 * Undo moves the head of the open scenario to its parent, as far as revision 0; the base comes back as the very object
 * it was. A commit after an undo begins a new branch: what was undone can no longer be redone, yet stays in the tree
 * under its number, as the audit log.
 *
 * Always true: revision i stands at index i; a parent's number is smaller than its child's; `undone` is a line of
 * children hanging from `head`, nearest last; no pointer stands on a skipped revision.
 */
import type { Command } from './command.ts';
import type { Plan } from './plan.ts';
import { done, rejected, type Result } from './rejection.ts';
import type { CommitResult, History, Revision, Scenario, Stamp } from './revision.ts';

/** Carries out a command. */
export type Apply = (plan: Plan, command: Command) => Result<Plan>;

export interface Step {
  readonly revision: Revision;
  /** It can be redone. */
  readonly undone: boolean;
}

export function openHistory(basePlan: Plan, scenarioName: string): History {
  return {
    revisions: [baseRevision(basePlan)],
    scenarios: [{ id: 0, name: scenarioName, base: 0, head: 0, undone: [], deleted: false }],
    current: 0,
  };
}

export function baseRevision(plan: Plan): Revision {
  return { id: 0, parent: null, command: null, stamp: null, plan, depth: 0 };
}

export function commit(history: History, command: Command, stamp: Stamp, apply: Apply): CommitResult {
  const scenario = openScenario(history);
  if (!scenario) return rejected('noScenario');
  const parent = revisionAt(history, scenario.head);
  const applied = apply(parent.plan, command);
  if (!applied.ok) return applied;
  const revision: Revision = {
    id: history.revisions.length, parent: parent.id, command, stamp, plan: applied.value, depth: parent.depth + 1,
  };
  const grown = { ...history, revisions: [...history.revisions, revision] };
  return { ok: true, history: moved(grown, scenario, revision.id, []), revision };
}

/** The same history where there is nothing to undo. */
export function undo(history: History): History {
  const scenario = openScenario(history);
  if (!scenario || scenario.head === 0) return history;
  return moved(history, scenario, revisionAt(history, scenario.head).parent!, [...scenario.undone, scenario.head]);
}

/** The same history where there is nothing to redo. */
export function redo(history: History): History {
  const scenario = openScenario(history);
  const next = scenario?.undone.at(-1);
  return scenario && next !== undefined ? moved(history, scenario, next, scenario.undone.slice(0, -1)) : history;
}

/** To a revision on the open scenario's line, undone ones included: several steps at once. */
export function goTo(history: History, revision: number): Result<History> {
  const scenario = openScenario(history);
  if (!scenario) return rejected('noScenario');
  if (revision === scenario.head) return done(history);
  const ahead = scenario.undone.indexOf(revision);
  if (ahead >= 0) return done(moved(history, scenario, revision, scenario.undone.slice(0, ahead)));
  const undone = [...scenario.undone];
  for (let at: number | null = scenario.head; at !== null; at = revisionAt(history, at).parent) {
    if (at === revision) return done(moved(history, scenario, revision, undone));
    undone.push(at);
  }
  return rejected('noRevision', { subjects: [String(revision)] });
}

export function canUndo(history: History): boolean {
  return (openScenario(history)?.head ?? 0) !== 0;
}

export function canRedo(history: History): boolean {
  return (openScenario(history)?.undone.length ?? 0) > 0;
}

/** What is worked on: the head of the open scenario, the base when none is open. */
export function headPlan(history: History): Plan {
  return revisionAt(history, openScenario(history)?.head ?? 0).plan;
}

/** The open scenario's line: from the first step to the head, then those undone, next to be redone first. The base is no step. */
export function stepsOf(history: History): Step[] {
  const scenario = openScenario(history);
  if (!scenario) return [];
  const made = lineTo(history, scenario.head).map((revision) => ({ revision, undone: false }));
  const undone = [...scenario.undone].reverse().map((id) => ({ revision: revisionAt(history, id), undone: true }));
  return [...made, ...undone];
}

/** Revisions from the first step to the one named. */
export function lineTo(history: History, revision: number): Revision[] {
  const line: Revision[] = [];
  for (let at = revisionAt(history, revision); at.parent !== null; at = revisionAt(history, at.parent)) line.push(at);
  return line.reverse();
}

export function openScenario(history: History): Scenario | null {
  return history.scenarios.find(({ id }) => id === history.current) ?? null;
}

export function revisionAt(history: History, id: number): Revision {
  const revision = history.revisions[id];
  if (revision?.id !== id) throw new Error(`No revision ${id} among ${history.revisions.length}.`);
  return revision;
}

/** The history with a scenario in the place of the one of its id. */
export function withScenario(history: History, scenario: Scenario): History {
  return { ...history, scenarios: history.scenarios.map((each) => (each.id === scenario.id ? scenario : each)) };
}

/** Whoever moves a scenario has taken it over from the log: what the log had is no longer remembered. */
function moved(history: History, { stored: _, ...scenario }: Scenario, head: number, undone: readonly number[]): History {
  return withScenario(history, { ...scenario, head, undone });
}
