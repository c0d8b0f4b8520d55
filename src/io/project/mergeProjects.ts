/**
 * A colleague's project beside ours. Both must stand on the same files. Their scenarios come in with all their steps,
 * numbered behind ours; steps that both have (one project was made from the other) are not taken twice, nor is a
 * scenario that is the same in both. Files, tolerances, decisions, signature and the open scenario stay ours.
 */
import { freeName } from '../../core/plan/scenarioName.ts';
import { namesOf } from '../../core/plan/scenarios.ts';
import type { LogEntry, Pointers, ScenarioPointer } from '../../core/plan/log.ts';
import { readCommand } from '../../core/plan/readCommand.ts';
import { MOST_REVISIONS } from '../../core/plan/replay.ts';
import { baseFingerprint } from './fingerprint.ts';
import { projectProblem, type Project, type ProjectProblem } from './project.ts';

export interface MergedScenario {
  id: number;
  name: string;
  /** As it was called there. */
  theirName: string;
}

export type Merged =
  | { ok: true; project: Project; added: MergedScenario[]; same: string[]; entriesAdded: number }
  | { ok: false; problem: ProjectProblem };

export function mergeProjects(ours: Project, theirs: Project): Merged {
  const [here, there] = [ours, theirs].map(({ base }) => baseFingerprint(base)) as [string, string];
  if (here !== there) return refusal('otherBase', `${filesOf(theirs)} ${there}`, `${filesOf(ours)} ${here}`);
  const { log, numbers } = mergeLogs(ours.log, theirs.log);
  const most = log.at(-1)?.id ?? 0;
  if (most > MOST_REVISIONS) return refusal('tooManyEntries', String(most), String(MOST_REVISIONS));
  const { pointers, added, same } = mergePointers(ours.pointers, theirs.pointers, numbers);
  return { ok: true, project: { ...ours, log, pointers }, added, same, entriesAdded: log.length - ours.log.length };
}

/** Their numbers → numbers in the merged log. A number that their log lost keeps a place, so that its children stay lost. */
function mergeLogs(ours: readonly LogEntry[], theirs: readonly LogEntry[]): { log: LogEntry[]; numbers: Map<number, number> } {
  const log = [...ours].sort((a, b) => a.id - b.id);
  const known = new Map([...log].reverse().map((entry) => [keyOf(entry), entry.id]));
  const numbers = new Map([[0, 0]]);
  let next = (log.at(-1)?.id ?? 0) + 1;
  const numberOf = (id: number): number => {
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = next++));
    return number;
  };
  for (const entry of [...theirs].sort((a, b) => a.id - b.id)) {
    const parent = numberOf(entry.parent);
    const match = known.get(keyOf({ ...entry, parent }));
    if (match === undefined) log.push({ ...entry, id: numberOf(entry.id), parent });
    else numbers.set(entry.id, match);
  }
  return { log, numbers };
}

function mergePointers(ours: Pointers, theirs: Pointers, numbers: ReadonlyMap<number, number>): { pointers: Pointers; added: MergedScenario[]; same: string[] } {
  const scenarios = [...ours.scenarios];
  const taken = namesOf(scenarios);
  const added: MergedScenario[] = [];
  const same: string[] = [];
  let next = scenarios.reduce((most, { id }) => Math.max(most, id), -1) + 1;
  for (const their of theirs.scenarios) {
    const moved = renumbered(their, numbers);
    if (ours.scenarios.some((our) => isSame(our, moved))) {
      same.push(their.name);
      continue;
    }
    const name = their.deleted ? their.name : freeName(their.name, taken);
    if (!their.deleted) taken.add(name);
    scenarios.push({ ...moved, id: next, name });
    added.push({ id: next++, name, theirName: their.name });
  }
  return { pointers: { scenarios, current: ours.current }, added, same };
}

function renumbered(pointer: ScenarioPointer, numbers: ReadonlyMap<number, number>): ScenarioPointer {
  const number = (id: number) => numbers.get(id) ?? 0;
  return { ...pointer, base: number(pointer.base), head: number(pointer.head), undone: pointer.undone.map(number) };
}

function isSame(a: ScenarioPointer, b: ScenarioPointer): boolean {
  return a.name === b.name && a.head === b.head && a.deleted === b.deleted && a.undone.join() === b.undone.join();
}

/** What makes two steps the same step: where it was taken, what, by whom and when. */
function keyOf({ parent, command, stamp }: LogEntry): string {
  const read = readCommand(command);
  return JSON.stringify([parent, read.ok ? read.value : command, stamp.by, stamp.when]);
}

function filesOf({ base }: Project): string {
  return base.map(({ name }) => name).join(', ');
}

function refusal(code: 'otherBase' | 'tooManyEntries', found: string, expected: string): Merged {
  return { ok: false, problem: projectProblem(code, { severity: 'refused', found, expected }) };
}
