/** Where projects are kept: what the saver asks of it. IndexedDB in the page, memory in tests. */
import type { LogEntry, Pointers } from '../../core/plan/log.ts';
import type { KeptFile, KeptMeta } from './kept.ts';

/** What belongs together and is written in one transaction: all of it stands afterwards, or none. */
export interface Batch {
  fingerprint: string;
  /** The tab that writes. Refused with `anotherTab` where another one has taken the project over. */
  owner: string;
  savedAt: string;
  /** At opening: makes the project known and takes it over. */
  opening: { name: string; fileNames: string[] } | null;
  /** What was kept of steps, pointers and draft goes first. Steps that are not among the new ones are put aside under a key of their own (`asideOf`). */
  startOver: boolean;
  /** A committed step ends the draft. */
  entries: readonly LogEntry[];
  pointers: Pointers | null;
}

/** As it was kept: nothing of it is trusted yet. */
export interface StoredProject {
  meta: KeptMeta;
  files: KeptFile[];
  entries: unknown[];
  pointers: unknown;
  draft: unknown;
}

export interface ProjectStorage {
  write(batch: Batch): Promise<void>;
  /** The files, once; replaces those kept before. */
  writeFiles(fingerprint: string, owner: string, files: readonly KeptFile[]): Promise<void>;
  /** Null drops it. */
  writeDraft(fingerprint: string, owner: string, draft: unknown): Promise<void>;
  /** Whoever says so writes from now on. */
  own(fingerprint: string, owner: string): Promise<void>;
  list(): Promise<KeptMeta[]>;
  read(fingerprint: string): Promise<StoredProject | null>;
  forget(fingerprint: string): Promise<void>;
}
