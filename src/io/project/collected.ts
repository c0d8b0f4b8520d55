/** What has been read of a project file so far: each record put in its place, once. */
import type { Acceptance } from '../../core/coverage/accept.ts';
import { DEFAULT_TOLERANCES, type CheckTolerances } from '../../core/coverage/defect.ts';
import type { LogEntry, ScenarioPointer } from '../../core/plan/log.ts';
import { BadMember, excerpt } from '../../core/plan/readMember.ts';
import { bytesOf } from './fileParts.ts';
import { RECORD_TYPES, type RawRecord, type RecordType } from './format.ts';
import { ProjectProblems } from './problemList.ts';
import type { MissingFile, ProjectSignature } from './project.ts';
import * as records from './records.ts';
import type { ScenarioLine } from './scenarioLine.ts';

export class Collected {
  readonly problems = new ProjectProblems();
  tolerances: CheckTolerances = DEFAULT_TOLERANCES;
  signature: ProjectSignature | null = null;
  profile: unknown = null;
  /** Undefined: the record is lost. */
  open: number | null | undefined = undefined;
  readonly acceptances = new Map<string, Acceptance>();
  readonly scenarios = new Map<number, { pointer: ScenarioPointer; line: ScenarioLine }>();
  readonly entries = new Map<number, LogEntry>();
  readonly files = new Map<number, MissingFile>();
  /** By file, then by number. */
  readonly parts = new Map<number, Map<number, Uint8Array>>();
  /** Records that a file has once, as far as they were read. */
  private readonly singles = new Set<RecordType>();

  /** One sound line's record. */
  take(line: number, record: RawRecord): void {
    const type = RECORD_TYPES.find((each) => each === record.r);
    if (type === undefined) {
      this.problems.add('unknownRecord', { line, found: typeof record.r === 'string' ? excerpt(record.r) : typeof record.r, expected: RECORD_TYPES.join(' ') });
      return;
    }
    try {
      if (!this.put(type, records.membersOf(record))) this.problems.add('repeatedRecord', { line, subject: subjectOf(type, record), expected: '1' });
    } catch (error) {
      if (!(error instanceof BadMember)) throw error;
      this.problems.add('badRecord', { line, subject: subjectOf(type, record), member: error.member, found: error.found, expected: error.expected });
    }
  }

  /** False: there is one already; the first stands. */
  private put(type: RecordType, members: RawRecord): boolean {
    switch (type) {
      case 'acceptance': {
        const acceptance = records.acceptance(members, '');
        return added(this.acceptances, acceptance.defectId, acceptance);
      }
      case 'scenario': {
        const scenario = records.scenario(members, '');
        return added(this.scenarios, scenario.pointer.id, scenario);
      }
      case 'entry': {
        const entry = records.entry(members, '');
        return added(this.entries, entry.id, entry);
      }
      case 'file': {
        const { file, bytes, ...rest } = records.file(members, '');
        return added(this.files, file, { ...rest, byteLength: bytes });
      }
      case 'part': return this.putPart(members);
      default: return this.putSingle(type, members);
    }
  }

  private putSingle(type: Exclude<RecordType, 'acceptance' | 'scenario' | 'entry' | 'file' | 'part'>, members: RawRecord): boolean {
    if (this.singles.has(type)) return false;
    switch (type) {
      case 'tolerances': this.tolerances = records.tolerances(members, ''); break;
      case 'signature': this.signature = records.signature(members, ''); break;
      case 'profile': this.profile = records.profile(members, '').profile; break;
      case 'open': this.open = records.open(members, '').scenario; break;
      // The first header was read before anything was collected, the end is the reader's own.
      case 'header': case 'end': return false;
    }
    this.singles.add(type);
    return true;
  }

  private putPart(members: RawRecord): boolean {
    const { file, part, content } = records.part(members, '');
    const bytes = bytesOf(content);
    if (!bytes) throw new BadMember('base64', 'base64' in content ? excerpt(content.base64) : '', 'base64');
    let parts = this.parts.get(file);
    if (!parts) this.parts.set(file, (parts = new Map<number, Uint8Array>()));
    return added(parts, part, bytes);
  }
}

function added<K, V>(map: Map<K, V>, key: K, value: V): boolean {
  if (map.has(key)) return false;
  map.set(key, value);
  return true;
}

function subjectOf(type: RecordType, { id, file, name }: RawRecord): string {
  const told = [id, file, name].find((value) => typeof value === 'number' || typeof value === 'string');
  return told === undefined ? type : `${type} ${excerpt(String(told))}`;
}
