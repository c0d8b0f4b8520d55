/** Project → bytes. Members stand in a fixed order: the same project gives the same bytes, and reading them gives the same project. */
import type { Acceptance } from '../../core/coverage/accept.ts';
import type { LogEntry } from '../../core/plan/log.ts';
import { readLogEntry } from '../../core/plan/readLog.ts';
import { fingerprintOf } from './fingerprint.ts';
import { joined, partsOf } from './fileParts.ts';
import { PROJECT_FORMAT, PROJECT_LIMIT, PROJECT_VERSION, type RawRecord, type RecordType } from './format.ts';
import { sealLine } from './lines.ts';
import type { FileGroup, Project, ProjectFile } from './project.ts';
import { lineTo } from './scenarioLine.ts';

/** Throws where a project is larger than can be read again. */
export function writeProject(project: Project): Uint8Array {
  const lines: Uint8Array[] = [];
  for (const record of recordsOf(project)) lines.push(sealLine(record));
  lines.push(sealLine(recordOf('end', { lines: lines.length })));
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  if (size > PROJECT_LIMIT) throw new Error(`A project of ${size} bytes; the most is ${PROJECT_LIMIT}.`);
  return joined(lines);
}

function* recordsOf(project: Project): Generator<RawRecord> {
  const { name, madeBy, tolerances, signature, profile, pointers } = project;
  yield recordOf('header', { format: PROJECT_FORMAT, version: PROJECT_VERSION, madeBy, name });
  const { gridMetres, matchMetres, sliverMetres } = tolerances;
  yield recordOf('tolerances', { gridMetres, matchMetres, sliverMetres });
  if (signature) yield recordOf('signature', { role: signature.role, name: signature.name, signedAt: signature.signedAt });
  for (const acceptance of project.acceptances) yield recordOf('acceptance', acceptanceMembers(acceptance));
  if (profile !== null && profile !== undefined) yield recordOf('profile', { profile });
  yield recordOf('open', { scenario: pointers.current });
  const byId = new Map(project.log.map((entry) => [entry.id, entry]));
  for (const { id, name: called, base, head, undone, deleted } of pointers.scenarios) {
    yield recordOf('scenario', { id, name: called, base, head, undone, deleted, line: lineTo(head, byId) });
  }
  for (const entry of [...project.log].sort((a, b) => a.id - b.id)) yield recordOf('entry', { ...inOrder(entry) });
  yield* fileRecords(project);
}

/** First what the files are, then their bytes. */
function* fileRecords({ base, datasets }: Project): Generator<RawRecord> {
  const files = [...base.map((file) => inGroup('base', file)), ...datasets.map((file) => inGroup('dataset', file))];
  for (const [index, { group, name, role, fields, encoding, bytes }] of files.entries()) {
    yield recordOf('file', { file: index, group, name, role, fields, encoding, bytes: bytes.length, fingerprint: fingerprintOf(bytes) });
  }
  for (const [index, { bytes }] of files.entries()) {
    let part = 0;
    for (const content of partsOf(bytes)) yield recordOf('part', { file: index, part: part++, ...content });
  }
}

function inGroup(group: FileGroup, file: ProjectFile): ProjectFile & { group: FileGroup } {
  return { ...file, group };
}

/** As its own reader would give it. One that it would refuse is written as it stands: the reader names what is wrong with it. */
function inOrder(entry: LogEntry): LogEntry {
  const read = readLogEntry(entry);
  return read.ok ? read.value : entry;
}

function acceptanceMembers({ defectId, decision, reason, groundKind, note, role, date }: Acceptance): RawRecord {
  return { defectId, decision, reason, ...(groundKind === undefined ? {} : { groundKind }), note, role, date };
}

function recordOf(r: RecordType, members: RawRecord): RawRecord {
  return { r, ...members };
}
