/**
 * Keeps one project as it is worked on. A step and its pointers go into one transaction, one write at a time. What
 * could not be written stays here and is tried again with the next step; nobody waits for it and nothing stops.
 *
 * The steps come before the files: they are small and nowhere else.
 */
import type { LogEntry, Pointers } from '../../core/plan/log.ts';
import { troubleOf, type KeptFile, type SaveTrouble } from './kept.ts';
import type { Batch, ProjectStorage } from './storage.ts';

export interface SaveReport {
  status: 'saving' | 'saved' | 'trouble';
  /** ISO time of the last write that succeeded. */
  savedAt: string | null;
  trouble: SaveTrouble | null;
}

export interface Opening {
  name: string;
  files: readonly KeptFile[];
  /** Goes on with the steps that are kept, or puts these in their place. */
  steps: 'kept' | { log: readonly LogEntry[]; pointers: Pointers | null };
}

export interface SaverSetting {
  storage: ProjectStorage;
  fingerprint: string;
  /** This tab. */
  owner: string;
  /** ISO time. */
  clock: () => string;
  /** Calls back later; returns how to call it off. */
  later: (run: () => void, milliseconds: number) => () => void;
  tell: (report: SaveReport) => void;
}

type Unsaved = Pick<Batch, 'opening' | 'startOver' | 'pointers'> & { entries: LogEntry[] };
const NOTHING: Unsaved = { opening: null, startOver: false, entries: [], pointers: null };

/** A line being drawn changes with every click; so often it is written. */
export const DRAFT_PAUSE_MS = 500;

export class Saver {
  private unsaved = NOTHING;
  private unsavedFiles: readonly KeptFile[] | null = null;
  private isAsked = false;
  private isStopped = false;
  private running: Promise<void> | null = null;
  private savedAt: string | null = null;
  private draft: { value: unknown } | null = null;
  private callOffDraft: (() => void) | null = null;

  constructor(private readonly setting: SaverSetting) {}

  open({ name, files, steps }: Opening): void {
    const opening = { name, fileNames: files.map((file) => file.name) };
    this.unsaved = steps === 'kept'
      ? { ...this.unsaved, opening }
      : { opening, startOver: true, entries: [...steps.log], pointers: steps.pointers };
    this.unsavedFiles = files;
    this.write();
  }

  entry(entry: LogEntry, pointers: Pointers): void {
    this.forgetDraft();
    this.unsaved = { ...this.unsaved, entries: [...this.unsaved.entries, entry], pointers };
    this.write();
  }

  pointers(pointers: Pointers): void {
    this.unsaved = { ...this.unsaved, pointers };
    this.write();
  }

  /** Unfinished work; null: there is none. Written after a pause, the last state only. */
  keepDraft(value: unknown): void {
    this.draft = { value };
    this.callOffDraft ??= this.setting.later(() => {
      this.callOffDraft = null;
      this.write();
    }, DRAFT_PAUSE_MS);
  }

  /** Tries what could not be written. */
  write(): void {
    if (this.isStopped) return;
    this.isAsked = true;
    this.running ??= this.run().finally(() => { this.running = null; });
  }

  /** When nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Writes no more: another project is opened, or another tab has this one. */
  stop(): void {
    this.isStopped = true;
    this.callOffDraft?.();
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.isStopped) {
      this.isAsked = false;
      this.tell('saving', null);
      const trouble = await this.writeSteps() ?? await this.writeFiles() ?? await this.writeDraft();
      if (trouble === 'anotherTab') this.stop();
      if (trouble) this.tell('trouble', trouble);
      else this.tell('saved', null);
    }
  }

  private async writeSteps(): Promise<SaveTrouble | null> {
    const sent = this.unsaved;
    if (sent === NOTHING) return null;
    this.unsaved = NOTHING;
    const { storage, fingerprint, owner, clock } = this.setting;
    const savedAt = clock();
    try {
      await storage.write({ ...sent, fingerprint, owner, savedAt });
      this.savedAt = savedAt;
      return null;
    } catch (error) {
      this.unsaved = together(sent, this.unsaved);
      return troubleOf(error);
    }
  }

  private async writeFiles(): Promise<SaveTrouble | null> {
    const files = this.unsavedFiles;
    if (!files) return null;
    const { storage, fingerprint, owner } = this.setting;
    try {
      await storage.writeFiles(fingerprint, owner, files);
      if (this.unsavedFiles === files) this.unsavedFiles = null;
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  private async writeDraft(): Promise<SaveTrouble | null> {
    const { draft } = this;
    // While its pause lasts there is more of it to come.
    if (!draft || this.callOffDraft) return null;
    const { storage, fingerprint, owner } = this.setting;
    try {
      await storage.writeDraft(fingerprint, owner, draft.value);
      if (this.draft === draft) this.draft = null;
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  private forgetDraft(): void {
    this.callOffDraft?.();
    this.callOffDraft = null;
    this.draft = null;
  }

  private tell(status: SaveReport['status'], trouble: SaveTrouble | null): void {
    this.setting.tell({ status, savedAt: this.savedAt, trouble });
  }
}

/** What could not be written, and what has come since. */
function together(older: Unsaved, newer: Unsaved): Unsaved {
  if (newer.startOver) return newer;
  return {
    opening: newer.opening ?? older.opening,
    startOver: older.startOver,
    entries: [...older.entries, ...newer.entries],
    pointers: newer.pointers ?? older.pointers,
  };
}
