/** What follows from lost lines: steps whose ancestors are gone, scenarios that stand on nothing, files without their bytes. */
import type { LogEntry, Pointers, ScenarioPointer } from '../../core/plan/log.ts';
import { freeName } from '../../core/plan/scenarioName.ts';
import type { Collected } from './collected.ts';
import { joined } from './fileParts.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { ProjectProblems } from './problemList.ts';
import type { MissingFile, ProjectFile } from './project.ts';
import { lastLiving, type ScenarioLine } from './scenarioLine.ts';

/** The log in order. A step whose ancestor is lost is kept, for the record, and reported: it can't be carried out. */
export function settleLog({ entries, problems }: Collected): { log: LogEntry[]; living: Set<number> } {
  const log = [...entries.values()].sort((a, b) => a.id - b.id);
  const living = new Set([0]);
  for (const { id, parent } of log) {
    if (living.has(parent)) living.add(id);
    else problems.add('lostEntry', { subject: `entry ${id}`, member: 'parent', found: String(parent) });
  }
  return { log, living };
}

/** Pointers that stand on living steps. Where no scenario is left, one of `name` stands on the last step. */
export function settlePointers({ scenarios, open, problems }: Collected, living: ReadonlySet<number>, byId: ReadonlyMap<number, LogEntry>, name: string): Pointers {
  const settled = withOwnNames([...scenarios.values()].map(({ pointer, line }) => settleScenario(pointer, line, living, byId, problems)), problems);
  if (settled.length === 0) {
    const last = Math.max(...living);
    problems.add('scenariosLost', { subject: name, expected: String(last) });
    return { scenarios: [{ id: 0, name, base: 0, head: last, undone: [], deleted: false }], current: 0 };
  }
  const standing = settled.filter(({ deleted }) => !deleted);
  const found = standing.find(({ id }) => id === open);
  return { scenarios: settled, current: open === null ? null : (found ?? standing[0])?.id ?? null };
}

/** The bytes of every file; one of which a part is missing or wrong is told with what is known of it. */
export function settleFiles({ files, parts, problems }: Collected): { base: ProjectFile[]; datasets: ProjectFile[]; missing: MissingFile[] } {
  const whole: { group: MissingFile['group']; file: ProjectFile }[] = [];
  const missing: MissingFile[] = [];
  for (const [index, file] of [...files].sort(([a], [b]) => a - b)) {
    const pieces = [...(parts.get(index) ?? [])].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
    const bytes = joined(pieces);
    const { group, byteLength, fingerprint, ...rest } = file;
    if (bytes.length === byteLength && fingerprintOf(bytes) === fingerprint) whole.push({ group, file: { ...rest, bytes } });
    else {
      missing.push(file);
      problems.add('fileLost', { subject: file.name, found: `${bytes.length} B`, expected: `${byteLength} B ${fingerprint}` });
    }
  }
  for (const index of parts.keys()) if (!files.has(index)) problems.add('fileLost', { subject: `file ${index}` });
  const of = (group: MissingFile['group']) => whole.filter((each) => each.group === group).map(({ file }) => file);
  return { base: of('base'), datasets: of('dataset'), missing };
}

function settleScenario(
  pointer: ScenarioPointer, line: ScenarioLine, living: ReadonlySet<number>, byId: ReadonlyMap<number, LogEntry>, problems: ProjectProblems,
): ScenarioPointer {
  const stands = living.has(pointer.head);
  const head = stands ? pointer.head : lastLiving(line, living);
  const undone = stands ? redoable(pointer, living, byId) : [];
  const base = living.has(pointer.base) ? pointer.base : 0;
  if (!stands) problems.add('fellBack', { subject: pointer.name, member: 'head', found: String(pointer.head), expected: String(head) });
  else if (undone.length < pointer.undone.length) problems.add('fellBack', { subject: pointer.name, member: 'undone', found: String(pointer.undone.length), expected: String(undone.length) });
  return { ...pointer, base, head, undone };
}

/** No two scenarios that stand bear one name. */
function withOwnNames(scenarios: readonly ScenarioPointer[], problems: ProjectProblems): ScenarioPointer[] {
  const taken = new Set<string>();
  return scenarios.map((scenario) => {
    if (scenario.deleted) return scenario;
    const name = freeName(scenario.name, taken);
    taken.add(name);
    if (name !== scenario.name) problems.add('repeatedRecord', { subject: `scenario ${scenario.id}`, member: 'name', found: scenario.name, expected: name });
    return { ...scenario, name };
  });
}

/** Of what was undone, the part next to the head that is left. */
function redoable({ head, undone }: ScenarioPointer, living: ReadonlySet<number>, byId: ReadonlyMap<number, LogEntry>): number[] {
  const line: number[] = [];
  let parent = head;
  for (const id of [...undone].reverse()) {
    if (!living.has(id) || byId.get(id)?.parent !== parent) break;
    line.unshift(id);
    parent = id;
  }
  return line;
}
