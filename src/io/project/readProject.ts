/**
 * Bytes → project. A sound file gives exactly what was written. A damaged one gives everything that is legible, before
 * and behind the damage, and says line by line what is not. No line is half used.
 */
import { read } from '../../core/plan/readCommand.ts';
import { Collected } from './collected.ts';
import { LINE_LIMIT, LINES_TO_TELL, PROJECT_FORMAT, PROJECT_LIMIT, PROJECT_VERSION, type RawRecord } from './format.ts';
import { legible, linesOf, openLine } from './lines.ts';
import { migrated, migrationPath, MIGRATIONS, type Migration } from './migrate.ts';
import { projectProblem, type Project, type ProjectProblem, type ProjectProblemCode, type ReadProject } from './project.ts';
import { end, header, membersOf } from './records.ts';
import { settleFiles, settleLog, settlePointers } from './rescue.ts';

export interface ReadOptions {
  migrations?: readonly Migration[];
  /** Name of the scenario that takes the place of lost ones. */
  rescuedName?: string;
}

const HEAD_BYTES = 512;
const EXCERPT_BYTES = 48;

/** Whether bytes are a project file, by their beginning: to send them the right way. */
export function looksLikeProject(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)).includes(`"format":"${PROJECT_FORMAT}"`);
}

export function readProject(bytes: Uint8Array, { migrations = MIGRATIONS, rescuedName = '1' }: ReadOptions = {}): ReadProject {
  if (bytes.length === 0) return refused('empty', '0', PROJECT_FORMAT);
  if (bytes.length > PROJECT_LIMIT) return refused('tooLarge', String(bytes.length), String(PROJECT_LIMIT));
  const reading = new Reading(migrations);
  for (const line of linesOf(bytes)) {
    const refusal = reading.take(line.number, line.bytes);
    if (refusal) return refusal;
    if (reading.isNoProject(line.number)) break;
  }
  return reading.goodLines === 0 ? refused('notProject', excerptOf(bytes), PROJECT_FORMAT) : reading.finish(rescuedName);
}

class Reading {
  goodLines = 0;
  private readonly collected = new Collected();
  private head: { name: string; madeBy: string } | null = null;
  private path: readonly Migration[] = [];
  private lines = 0;
  private lastLine = 0;
  private hasEnd = false;

  constructor(private readonly migrations: readonly Migration[]) {}

  isNoProject(line: number): boolean {
    return this.goodLines === 0 && line >= LINES_TO_TELL;
  }

  /** A refusal where the file is not to be read at all. */
  take(number: number, bytes: Uint8Array): ReadProject | null {
    const { problems } = this.collected;
    this.lastLine = number;
    if (this.hasEnd) {
      problems.add('afterEnd', { line: number, found: legible(bytes) });
      return null;
    }
    const record = bytes.length > LINE_LIMIT ? null : openLine(bytes);
    if (!record) {
      this.lines++;
      if (bytes.length > LINE_LIMIT) problems.add('lineTooLong', { line: number, subject: legible(bytes), found: String(bytes.length), expected: String(LINE_LIMIT) });
      else problems.add('damagedLine', { line: number, subject: legible(bytes) });
      return null;
    }
    this.goodLines++;
    if (record.r === 'header' && this.goodLines === 1) return this.begin(number, record);
    if (record.r === 'end') this.finishLines(number, record);
    else {
      this.lines++;
      for (const each of this.inPresentForm(number, record)) this.collected.take(number, each);
    }
    return null;
  }

  finish(rescuedName: string): ReadProject {
    const { collected } = this;
    const { problems } = collected;
    if (!this.head) problems.add('headerLost', { expected: PROJECT_FORMAT });
    if (!this.hasEnd) problems.add('truncated', { line: this.lastLine, expected: 'end' });
    const { log, living } = settleLog(collected);
    const pointers = settlePointers(collected, living, collected.entries, rescuedName);
    const { base, datasets, missing } = settleFiles(collected);
    const project: Project = {
      name: this.head?.name ?? '',
      madeBy: this.head?.madeBy ?? '',
      base,
      datasets,
      tolerances: collected.tolerances,
      acceptances: [...collected.acceptances.values()],
      signature: collected.signature,
      profile: collected.profile,
      log,
      pointers,
    };
    return { project, problems: problems.all, rescued: problems.all.length > 0, missing };
  }

  private begin(line: number, record: RawRecord): ReadProject | null {
    this.lines++;
    const version = typeof record.version === 'number' ? record.version : NaN;
    if (version > PROJECT_VERSION) return refused('newerVersion', String(version), String(PROJECT_VERSION), line);
    const path = Number.isInteger(version) && version >= 0 ? migrationPath(version, this.migrations) : null;
    if (!path) return refused('olderVersion', String(record.version), String(PROJECT_VERSION), line);
    this.path = path;
    const present = this.inPresentForm(line, record).find(({ r }) => r === 'header');
    const found = read(header, present && { ...membersOf(present), version: PROJECT_VERSION }, '');
    if (!found.ok) {
      const { member = null, subjects, expected = null } = found.rejection;
      if (member === 'format') return refused('notProject', subjects?.[0] ?? null, PROJECT_FORMAT, line);
      this.collected.problems.add('badRecord', { line, subject: 'header', member, found: subjects?.[0] ?? null, expected });
      return null;
    }
    this.head = found.value;
    return null;
  }

  private finishLines(line: number, record: RawRecord): void {
    this.hasEnd = true;
    const found = read(end, membersOf(record), '');
    const expected = found.ok ? found.value.lines : NaN;
    if (expected !== this.lines) this.collected.problems.add('missingLines', { line, found: String(this.lines), expected: String(expected) });
  }

  /** A migration that can't make sense of a record leaves it as it is; its reader then says what is wrong. */
  private inPresentForm(line: number, record: RawRecord): RawRecord[] {
    if (this.path.length === 0) return [record];
    try {
      return migrated(record, this.path);
    } catch (error) {
      this.collected.problems.add('badRecord', { line, subject: typeof record.r === 'string' ? record.r : null, found: error instanceof Error ? error.message : null });
      return [];
    }
  }
}

function refused(code: ProjectProblemCode, found: string | null, expected: string, line: number | null = null): ReadProject {
  const problem: ProjectProblem = projectProblem(code, { severity: 'refused', line, found, expected });
  return { project: null, problems: [problem], rescued: false, missing: [] };
}

/** The beginning of bytes as a person may recognise it. */
function excerptOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES)).replace(/[\u0000-\u001f\u007f\ufffd]+/g, ' ').trim();
}
