/**
 * A log carried out again, from the base plan. Every revision gets the number that it has in the log.
 *
 * A step that no longer applies is skipped, and all that follow from it: they keep their numbers, so that later
 * numbers hold and the log is written again as it was read. A scenario whose head was skipped stands at its nearest
 * living ancestor, and remembers where the log had it until somebody moves it.
 */
import { finish, type Work } from '../progress.ts';
import { baseRevision, type Apply } from './history.ts';
import type { LogEntry, Pointers, ScenarioPointer } from './log.ts';
import type { Plan } from './plan.ts';
import { rejected, type Rejection } from './rejection.ts';
import type { History, Revision, Scenario } from './revision.ts';

/** Numbers up to here: ten thousand working days of twenty steps. A log's numbers cost memory, so they need a bound. */
export const MOST_REVISIONS = 200_000;

export interface SkippedEntry {
  entry: LogEntry;
  rejection: Rejection;
}

/** A scenario that does not stand where the log had it. */
export interface FallenScenario {
  scenario: number;
  name: string;
  storedHead: number;
  head: number;
}

export interface Replayed {
  history: History;
  skipped: SkippedEntry[];
  fallen: FallenScenario[];
}

export function replay(basePlan: Plan, log: readonly LogEntry[], pointers: Pointers, apply: Apply): Replayed {
  return finish(replaying(basePlan, log, pointers, apply));
}

/** Step by step, for a long log: phase `replay`. */
export function* replaying(basePlan: Plan, log: readonly LogEntry[], pointers: Pointers, apply: Apply): Work<Replayed> {
  const revisions: Revision[] = [baseRevision(basePlan)];
  const skipped: SkippedEntry[] = [];
  const skip = (entry: LogEntry, { rejection }: { rejection: Rejection }) => { skipped.push({ entry, rejection }); };
  let count = 0;
  for (const entry of [...log].sort((a, b) => a.id - b.id)) {
    yield { phase: 'replay', fraction: count++ / log.length };
    const { id, parent, command, stamp } = entry;
    // A number given twice, or out of bounds, can't keep its place.
    if (!Number.isInteger(id) || id < revisions.length || id > MOST_REVISIONS) {
      skip(entry, rejected('noRevision', { subjects: [String(id)] }));
      continue;
    }
    while (revisions.length < id) revisions.push(lostRevision(revisions));
    const from = parent < id ? revisions[parent] : undefined;
    const applied = !from ? rejected('noRevision', { subjects: [String(parent)] })
      : from.skipped ? rejected('earlierStepSkipped', { subjects: [String(parent)] })
      : apply(from.plan, command);
    if (applied.ok) {
      revisions.push({ id, parent, command, stamp, plan: applied.value, depth: from!.depth + 1 });
      continue;
    }
    skip(entry, applied);
    const alive = from ?? revisions[0]!;
    revisions.push({ id, parent: alive === from ? parent : 0, command, stamp, plan: alive.plan, depth: alive.depth, skipped: true });
  }
  const scenarios = pointers.scenarios.map((pointer) => scenarioOf(pointer, revisions));
  const fallen = scenarios.flatMap(({ id, name, head, stored }) => (stored && stored.head !== head ? [{ scenario: id, name, storedHead: stored.head, head }] : []));
  const open = scenarios.find(({ id, deleted }) => id === pointers.current && !deleted);
  return { history: { revisions, scenarios, current: open?.id ?? null }, skipped, fallen };
}

/** A number whose entry is not in the log. */
function lostRevision(revisions: readonly Revision[]): Revision {
  return { id: revisions.length, parent: 0, command: null, stamp: null, plan: revisions[0]!.plan, depth: 0, skipped: true };
}

function scenarioOf(pointer: ScenarioPointer, revisions: readonly Revision[]): Scenario {
  const { id, name, deleted } = pointer;
  const base = revisions[pointer.base] ? pointer.base : 0;
  const head = livingAncestor(pointer.head, revisions);
  const undone = head === pointer.head ? redoable(pointer, revisions) : [];
  const stands = head === pointer.head && undone.length === pointer.undone.length;
  return { id, name, base, head, undone, deleted, ...(stands ? {} : { stored: { head: pointer.head, undone: [...pointer.undone] } }) };
}

function livingAncestor(id: number, revisions: readonly Revision[]): number {
  let at = revisions[id];
  while (at?.skipped) at = revisions[at.parent ?? 0];
  return at?.id ?? 0;
}

/** Of what was undone, the part next to the head that can be redone. */
function redoable({ head, undone }: ScenarioPointer, revisions: readonly Revision[]): number[] {
  const line: number[] = [];
  let parent = head;
  for (const id of [...undone].reverse()) {
    const revision = revisions[id];
    if (!revision || revision.skipped || revision.parent !== parent) break;
    line.unshift(id);
    parent = id;
  }
  return line;
}
