/** A project: what was loaded, what was decided about it, and every step of every scenario. Plans are not in it; they are made by replay. */
import type { Acceptance } from '../../core/coverage/accept.ts';
import type { CheckTolerances } from '../../core/coverage/defect.ts';
import type { LogEntry, Pointers } from '../../core/plan/log.ts';
import type { FieldMap } from '../fields.ts';

export interface Project {
  name: string;
  /** Program and version that wrote it: `Sizhi 0.1.0`. */
  madeBy: string;
  /** What the plan stands on: communities, parent, declared ground. */
  base: ProjectFile[];
  /** What it is measured by: streets, buildings, compounds. */
  datasets: ProjectFile[];
  tolerances: CheckTolerances;
  acceptances: Acceptance[];
  signature: ProjectSignature | null;
  /** The rule profile chosen: JSON that nothing here looks into. */
  profile: unknown;
  log: LogEntry[];
  pointers: Pointers;
}

/** A file as it was loaded, byte for byte, with what the user said about it. */
export interface ProjectFile {
  name: string;
  role: string;
  fields: FieldMap;
  encoding: string | null;
  bytes: Uint8Array;
}

export interface ProjectSignature {
  role: string;
  name: string;
  /** ISO time. */
  signedAt: string;
}

/** A file that the project names but whose bytes are lost: the same file, opened again, takes its place. */
export type MissingFile = Omit<ProjectFile, 'bytes'> & { group: FileGroup; byteLength: number; fingerprint: string };
export type FileGroup = 'base' | 'dataset';

export const PROJECT_PROBLEM_CODES = [
  // the file as a whole: nothing is read
  'empty', 'tooLarge', 'notProject', 'newerVersion', 'olderVersion',
  // a line
  'damagedLine', 'lineTooLong', 'unknownRecord', 'badRecord', 'repeatedRecord',
  // the file's end
  'truncated', 'missingLines', 'afterEnd',
  // what follows from it
  'headerLost', 'fileLost', 'lostEntry', 'fellBack', 'scenariosLost',
  // merging
  'otherBase', 'tooManyEntries',
] as const;
export type ProjectProblemCode = (typeof PROJECT_PROBLEM_CODES)[number];

/** What is wrong with a project file. The sentence is in the catalogue under `projectProblem.<code>`. */
export interface ProjectProblem {
  code: ProjectProblemCode;
  severity: 'refused' | 'warning';
  /** From 1; null where it is the file's. */
  line: number | null;
  /** What it is about: `entry 12`, a file's or a scenario's name. */
  subject: string | null;
  /** Of a record: which member. */
  member: string | null;
  found: string | null;
  expected: string | null;
  /** How many more of the same code were counted but not listed. */
  more?: number;
}

export interface ReadProject {
  /** Null: refused. */
  project: Project | null;
  problems: ProjectProblem[];
  /** The file was damaged: what is here is not all that was saved. */
  rescued: boolean;
  missing: MissingFile[];
}

export function projectProblem(code: ProjectProblemCode, more: Partial<Omit<ProjectProblem, 'code'>> = {}): ProjectProblem {
  return { code, severity: 'warning', line: null, subject: null, member: null, found: null, expected: null, ...more };
}
