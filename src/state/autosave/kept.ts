/** What this computer keeps of a project, and what keeping it may run into. */
import type { LogEntry, Pointers } from '../../core/plan/log.ts';
import type { FieldMap } from '../../io/fields.ts';
import type { FileGroup } from '../../io/project/project.ts';

/** A loaded file with the user's answers. A blob: the browser keeps it on disk, not in the page's memory. */
export interface KeptFile {
  name: string;
  group: FileGroup;
  role: string;
  fields: FieldMap;
  encoding: string | null;
  bytes: Blob;
}

export interface KeptMeta {
  /** Names the bytes; the key. */
  fingerprint: string;
  name: string;
  /** ISO time of the last write. */
  savedAt: string;
  fileNames: string[];
  /** False: the files were too large to keep; the same files, opened again, find their steps. */
  hasFiles: boolean;
  steps: number;
  /** The tab that writes it. */
  owner: string;
  /** Steps that others took the place of: the fingerprint of the project they belong to, and whose files they share. */
  asideOf?: string;
}

export interface KeptProject {
  meta: KeptMeta;
  files: KeptFile[];
  log: LogEntry[];
  pointers: Pointers | null;
  /** Work that was not committed, as the tool left it; null where there is none. */
  draft: unknown;
  /** Entries that can't be read any more: left out of `log`. */
  unreadable: number;
}

export const SAVE_TROUBLES = [
  /** The browser keeps nothing for this page. */
  'noStorage',
  'quota',
  /** A tab with an older version holds the database. */
  'blocked',
  /** The database was made by a newer version. */
  'newerStore',
  /** Another tab has taken the project over. */
  'anotherTab',
  'damaged',
] as const;
/** Words: `saving.trouble.<code>`. */
export type SaveTrouble = (typeof SAVE_TROUBLES)[number];

export class SaveRefused extends Error {
  constructor(readonly trouble: SaveTrouble) {
    super(trouble);
  }
}

/** What a failed write means, by the name that the browser gives it. */
export function troubleOf(error: unknown): SaveTrouble {
  if (error instanceof SaveRefused) return error.trouble;
  const isFull = typeof error === 'object' && error !== null && 'name' in error && error.name === 'QuotaExceededError';
  return isFull ? 'quota' : 'damaged';
}
