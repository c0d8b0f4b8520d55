/**
 * The file of accepted defects: JSON that a bureau keeps beside its boundaries,
 * made here but perhaps edited by hand. Nothing in it is trusted; an entry that
 * is not right in every field is left out and reported, never half used.
 */
import { ACCEPT_REASONS, GROUND_KINDS, NOTE_LENGTH, ROLE_LENGTH } from './accept.ts';
import type { Acceptance } from './accept.ts';

export const ACCEPT_FILE_KIND = 'sizhi-acceptances';
export const ACCEPT_FILE_VERSION = 1;
/** More entries than any check lists: a file beyond it is no such file. */
export const MOST_ACCEPTANCES = 100_000;
const ID_LENGTH = 200;

export type AcceptProblemCode =
  /** The file as a whole. */
  | 'notJson' | 'notAcceptances' | 'version' | 'tooMany'
  /** One entry. */
  | 'notAnObject' | 'missing' | 'wrongType' | 'unknownValue' | 'tooLong' | 'notADate' | 'controlCharacter'
  /** Entries that say nothing: a declaration without its kind, `other` without a note. */
  | 'groundKindNeeded' | 'groundKindNotAllowed' | 'reasonNotAllowed' | 'noteNeeded' | 'duplicate';

export interface AcceptProblem {
  code: AcceptProblemCode;
  /** Entry from 0; null when it is the file's. */
  index: number | null;
  field: string | null;
  found: string | null;
  expected: string | null;
}

export interface ReadAcceptances {
  acceptances: Acceptance[];
  problems: AcceptProblem[];
}

export function readAcceptances(text: string): ReadAcceptances {
  const list = entriesOf(text);
  if (!Array.isArray(list)) return { acceptances: [], problems: [list] };
  const acceptances: Acceptance[] = [];
  const problems: AcceptProblem[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const found = new EntryReader(index, entry);
    const acceptance = found.read();
    if (acceptance && seen.has(acceptance.defectId)) found.problem('duplicate', 'defectId', acceptance.defectId);
    else if (acceptance) {
      seen.add(acceptance.defectId);
      acceptances.push(acceptance);
    }
    problems.push(...found.problems);
  }
  return { acceptances, problems };
}

/** Keys in a fixed order, two spaces, a line feed at the end: the same list gives the same bytes. */
export function writeAcceptances(acceptances: readonly Acceptance[]): string {
  const entries = acceptances.map(({ defectId, decision, reason, groundKind, note, role, date }) => ({
    defectId, decision, reason, ...(groundKind === undefined ? {} : { groundKind }), note, role, date,
  }));
  return `${JSON.stringify({ kind: ACCEPT_FILE_KIND, version: ACCEPT_FILE_VERSION, acceptances: entries }, null, 2)}\n`;
}

function entriesOf(text: string): unknown[] | AcceptProblem {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return problemOf('notJson', null, null, error instanceof Error ? error.message : null, 'JSON');
  }
  const list = Array.isArray(file) ? (file as unknown[]) : own(file, 'acceptances');
  if (!Array.isArray(list)) return problemOf('notAcceptances', null, 'acceptances', kindOf(list), 'array');
  const version = Array.isArray(file) ? undefined : own(file, 'version');
  if (version !== undefined && version !== ACCEPT_FILE_VERSION) {
    return problemOf('version', null, 'version', excerpt(version), String(ACCEPT_FILE_VERSION));
  }
  if (list.length > MOST_ACCEPTANCES) return problemOf('tooMany', null, null, String(list.length), String(MOST_ACCEPTANCES));
  return list as unknown[];
}

/** Reads one entry; every fault is noted, so that a hand-edited file is mended in one go. */
class EntryReader {
  readonly problems: AcceptProblem[] = [];
  private readonly index: number;
  private readonly entry: unknown;

  constructor(index: number, entry: unknown) {
    this.index = index;
    this.entry = entry;
  }

  read(): Acceptance | null {
    if (typeof this.entry !== 'object' || this.entry === null || Array.isArray(this.entry)) {
      this.problem('notAnObject', null, kindOf(this.entry), 'object');
      return null;
    }
    const defectId = this.text('defectId', ID_LENGTH, true);
    const decision = this.oneOf('decision', ['accepted', 'declared'] as const);
    const reason = this.oneOf('reason', ACCEPT_REASONS);
    const groundKind = own(this.entry, 'groundKind') === undefined ? undefined : this.oneOf('groundKind', GROUND_KINDS);
    const note = own(this.entry, 'note') === undefined ? '' : this.text('note', NOTE_LENGTH, false);
    const role = this.text('role', ROLE_LENGTH, true);
    const date = this.date();
    if (decision === 'declared' && groundKind === undefined) this.problem('groundKindNeeded', 'groundKind', null, GROUND_KINDS.join(' '));
    if (decision === 'accepted' && groundKind) this.problem('groundKindNotAllowed', 'groundKind', groundKind);
    if (decision === 'accepted' && reason === 'groundOfNoCommunity') this.problem('reasonNotAllowed', 'reason', reason, decision);
    if ((reason === 'other' || groundKind === 'other') && note?.trim() === '') this.problem('noteNeeded', 'note', '');
    if (this.problems.length > 0) return null;
    return {
      defectId: defectId!, decision: decision!, reason: reason!, ...(groundKind ? { groundKind } : {}), note: note!, role: role!, date: date!,
    };
  }

  problem(code: AcceptProblemCode, field: string | null, found: string | null, expected: string | null = null): void {
    this.problems.push(problemOf(code, this.index, field, found, expected));
  }

  private text(field: string, most: number, needed: boolean): string | null {
    const value = own(this.entry, field);
    if (value === undefined || (needed && typeof value === 'string' && value.trim() === '')) this.problem('missing', field, null, 'text');
    else if (typeof value !== 'string') this.problem('wrongType', field, kindOf(value), 'text');
    // Characters, not UTF-16 units: an officer counts characters.
    else if (Array.from(value).length > most) this.problem('tooLong', field, String(Array.from(value).length), String(most));
    else if (CONTROL.test(value)) this.problem('controlCharacter', field, excerpt(value));
    else return value;
    return null;
  }

  private oneOf<T extends string>(field: string, allowed: readonly T[]): T | null {
    const value = own(this.entry, field);
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    this.problem(value === undefined ? 'missing' : 'unknownValue', field, value === undefined ? null : excerpt(value), allowed.join(' '));
    return null;
  }

  private date(): string | null {
    const value = this.text('date', 10, true);
    if (value === null) return null;
    if (isDate(value)) return value;
    this.problem('notADate', 'date', value, 'YYYY-MM-DD');
    return null;
  }
}

/** Anything below the space but a line feed and a tab. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/;

/** A day that the calendar has. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function problemOf(
  code: AcceptProblemCode, index: number | null, field: string | null, found: string | null, expected: string | null,
): AcceptProblem {
  return { code, index, field, found, expected };
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Array.from(text).slice(0, 60).join('');
}
