/** What each record must be, member by member. A record that is not right in every member is left out and reported. */
import { readAcceptances } from '../../core/coverage/acceptFile.ts';
import type { Acceptance } from '../../core/coverage/accept.ts';
import type { CheckTolerances } from '../../core/coverage/defect.ts';
import type { LogEntry, ScenarioPointer } from '../../core/plan/log.ts';
import { logEntry, scenarioId, scenarioPointer } from '../../core/plan/readLog.ts';
import {
  BadMember, excerpt, isPlainObject, kindOf, numberWithin, oneOf, orNull, record, text, textUpTo, wholeWithin, type Reader,
} from '../../core/plan/readMember.ts';
import type { FieldMap } from '../fields.ts';
import type { PartContent } from './fileParts.ts';
import { MOST_FILES, PART_BYTES, PROJECT_FORMAT, PROJECT_LIMIT, type RawRecord } from './format.ts';
import type { MissingFile, ProjectSignature } from './project.ts';
import { scenarioLine, type ScenarioLine } from './scenarioLine.ts';

const MOST_METRES = 1000;
const MOST_VERSIONS = 1_000_000;
const WHEN_LENGTH = 40;
/** Columns are named by people; some programs put the whole question there. */
const COLUMN_LENGTH = 2000;
const PROFILE_DEPTH = 64;
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const whole = wholeWithin(0, PROJECT_LIMIT);
const fileIndex = wholeWithin(0, MOST_FILES - 1);

export const header: Reader<{ format: string; version: number; madeBy: string; name: string }> = record({
  format: oneOf(PROJECT_FORMAT), version: wholeWithin(0, MOST_VERSIONS), madeBy: text, name: text,
});

export const tolerances: Reader<CheckTolerances> = record({
  gridMetres: numberWithin(0, MOST_METRES), matchMetres: numberWithin(0, MOST_METRES), sliverMetres: numberWithin(0, MOST_METRES),
});

export const signature: Reader<ProjectSignature> = record({ role: text, name: text, signedAt: textUpTo(WHEN_LENGTH) });

export const acceptance: Reader<Acceptance> = (value) => {
  const { acceptances, problems: [problem] } = readAcceptances(JSON.stringify([value]));
  if (problem) throw new BadMember(problem.field ?? '', problem.found ?? problem.code, problem.expected ?? '');
  return acceptances[0]!;
};

/** Any JSON but null: without a profile there is no record. */
export const profile = record<{ profile: object | string | number | boolean }>({
  profile: (value, member) => {
    if (value === undefined || value === null) throw new BadMember(member, kindOf(value), 'JSON');
    refuseUnsafe(value, member, 0);
    return value;
  },
});

export const open: Reader<{ scenario: number | null }> = record({ scenario: orNull(scenarioId) });

export function scenario(value: unknown, member: string): { pointer: ScenarioPointer; line: ScenarioLine } {
  const { line, ...pointer } = isPlainObject(value) ? value : {};
  return { pointer: scenarioPointer(pointer, member), line: scenarioLine(line, 'line') };
}

export const entry: Reader<LogEntry> = logEntry;

export const file: Reader<Omit<MissingFile, 'byteLength'> & { file: number; bytes: number }> = record({
  file: fileIndex, group: oneOf('base', 'dataset'), name: text, role: textUpTo(40), fields, encoding: orNull(textUpTo(40)),
  bytes: whole, fingerprint: textUpTo(40),
});

export function part(value: unknown, member: string): { file: number; part: number; content: PartContent } {
  const { file: index, part: number, ...content } = isPlainObject(value) ? value : {};
  return {
    file: fileIndex(index, 'file'),
    part: whole(number, 'part'),
    content: Object.hasOwn(content, 'base64')
      ? record<{ base64: string }>({ base64: textUpTo(2 * PART_BYTES) })(content, member)
      : record<{ text: string }>({ text: textUpTo(PART_BYTES) })(content, member),
  };
}

export const end: Reader<{ lines: number }> = record({ lines: whole });

/** The record without its type, for readers that know it. */
export function membersOf({ r: _, ...members }: RawRecord): RawRecord {
  return members;
}

/** Names of fields that a later version knows are kept. */
function fields(value: unknown, member: string): FieldMap {
  if (!isPlainObject(value)) throw new BadMember(member, kindOf(value), 'object');
  const entries = Object.entries(value).map(([key, column]) => {
    if (!/^[a-z][A-Za-z0-9]{0,60}$/.test(key) || UNSAFE_KEYS.has(key)) throw new BadMember(member, excerpt(key), '[a-z][A-Za-z0-9]*');
    return [key, textUpTo(COLUMN_LENGTH)(column, `${member}.${key}`)] as const;
  });
  return Object.fromEntries(entries);
}

/** Keys that mean something to programs, and depths that exhaust them. */
function refuseUnsafe(value: unknown, member: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > PROFILE_DEPTH) throw new BadMember(member, `> ${PROFILE_DEPTH}`, `≤ ${PROFILE_DEPTH}`);
  for (const [key, inner] of Object.entries(value)) {
    if (UNSAFE_KEYS.has(key)) throw new BadMember(member, key, 'JSON');
    refuseUnsafe(inner, member, depth + 1);
  }
}
