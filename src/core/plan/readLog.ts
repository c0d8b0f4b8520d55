/** The door for what a log holds: entries and scenarios from files and from the autosave. */
import type { LogEntry, Pointers, ScenarioPointer } from './log.ts';
import { read, readCommand } from './readCommand.ts';
import { BadMember, list, orNull, record, text, textUpTo, truth, wholeWithin, type Reader } from './readMember.ts';
import { MOST_REVISIONS } from './replay.ts';
import type { Rejection, Result } from './rejection.ts';

export const MOST_SCENARIOS = 10_000;
/** ISO 8601 with a time zone takes 30. */
const WHEN_LENGTH = 40;

export const revisionId = wholeWithin(0, MOST_REVISIONS);
export const scenarioId = wholeWithin(0, MOST_SCENARIOS);

/** A command inside a record: its own rejection names the member, counted from the record's. */
const command: Reader<LogEntry['command']> = (value, member) => {
  const found = readCommand(value);
  if (found.ok) return found.value;
  throw badMember(found.rejection, member);
};

export const logEntry: Reader<LogEntry> = (value, member) => {
  const entry = record<LogEntry>({
    id: wholeWithin(1, MOST_REVISIONS), parent: revisionId, command, stamp: record({ by: text, when: textUpTo(WHEN_LENGTH) }),
  })(value, member);
  if (entry.parent >= entry.id) throw new BadMember('parent', String(entry.parent), `< ${entry.id}`);
  return entry;
};

export const scenarioPointer: Reader<ScenarioPointer> = record<ScenarioPointer>({
  id: scenarioId, name: text, base: revisionId, head: revisionId, undone: list(revisionId, MOST_REVISIONS), deleted: truth,
});

export function readLogEntry(value: unknown): Result<LogEntry> {
  return read(logEntry, value, '');
}

export function readPointers(value: unknown): Result<Pointers> {
  return read(record<Pointers>({ scenarios: list(scenarioPointer, MOST_SCENARIOS), current: orNull(scenarioId) }), value, '');
}

function badMember({ member = '', subjects = [], expected = '' }: Rejection, within: string): BadMember {
  return new BadMember([within, member].filter((part) => part !== '').join('.'), subjects.join(' '), expected);
}
