/**
 * A history without its plans: what files and the autosave hold. Entries are only ever added; pointers are small and
 * written whole at every change. `replay` makes the history again.
 */
import type { Command } from './command.ts';
import type { History, Stamp } from './revision.ts';

/** One revision as it is logged. */
export interface LogEntry {
  id: number;
  parent: number;
  command: Command;
  stamp: Stamp;
}

export interface ScenarioPointer {
  id: number;
  name: string;
  base: number;
  head: number;
  undone: number[];
  deleted: boolean;
}

/** Scenarios and which is open. */
export interface Pointers {
  scenarios: ScenarioPointer[];
  current: number | null;
}

/** Every revision but the base, skipped ones as they were read. */
export function toLog(history: History): { log: LogEntry[]; pointers: Pointers } {
  return { log: history.revisions.flatMap((revision) => entryOf(revision) ?? []), pointers: pointersOf(history) };
}

/** Null for the base, and for a number that the log had lost. */
export function entryOf({ id, parent, command, stamp }: History['revisions'][number]): LogEntry | null {
  return parent === null || command === null || stamp === null ? null : { id, parent, command, stamp };
}

/** A scenario that stands elsewhere only because steps were skipped is written as the log had it: another program may carry them out. */
export function pointersOf(history: History): Pointers {
  return {
    scenarios: history.scenarios.map(({ id, name, base, head, undone, deleted, stored }) => ({
      id, name, base, head: stored?.head ?? head, undone: [...(stored?.undone ?? undone)], deleted,
    })),
    current: history.current,
  };
}
