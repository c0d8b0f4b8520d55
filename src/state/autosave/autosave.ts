/**
 * Keeps the open project on this computer, step by step. One project is open at a time; in one tab at a time it is
 * edited. Nothing here throws: what goes wrong is on view in `useSaving`, and the work goes on.
 */
import type { LogEntry, Pointers } from '../../core/plan/log.ts';
import { idbStorage } from './idbStorage.ts';
import { troubleOf, type KeptMeta, type KeptProject } from './kept.ts';
import { readKept } from './readKept.ts';
import { Saver, type Opening, type SaveReport } from './saver.ts';
import { NOTHING_SAVED, useSaving } from './saving.ts';
import type { ProjectStorage } from './storage.ts';
import { claimProject, type Claim, type ClaimProject } from './tabs.ts';

export interface AutosaveParts {
  storage: ProjectStorage;
  claim: ClaimProject;
  clock: () => string;
  later: (run: () => void, milliseconds: number) => () => void;
  /** This tab among all. */
  owner: string;
}

interface OpenProject {
  fingerprint: string;
  saver: Saver;
  claim: Claim;
}

export function createAutosave({ storage, claim: claimFor, clock, later, owner }: AutosaveParts) {
  let open: OpenProject | null = null;
  /** Counts openings: one that was overtaken by another does nothing more. */
  let turn = 0;

  const writing = (): Saver | null => (open?.claim.held ? open.saver : null);

  function saverOf(fingerprint: string): Saver {
    const saver: Saver = new Saver({ storage, fingerprint, owner, clock, later, tell: (report) => { if (open?.saver === saver) tell(report); } });
    return saver;
  }

  async function read(fingerprint: string): Promise<KeptProject | null> {
    try {
      const stored = await storage.read(fingerprint);
      return stored && readKept(stored);
    } catch (error) {
      useSaving.setState({ status: 'trouble', trouble: troubleOf(error) });
      return null;
    }
  }

  function close(): void {
    turn++;
    open?.saver.stop();
    open?.claim.release();
    open = null;
    useSaving.setState(NOTHING_SAVED);
  }

  return {
    /** The project is loaded and is kept from now on. False: another tab edits it, nothing is written (`takeOver`). */
    async keepBase(fingerprint: string, opening: Opening): Promise<boolean> {
      if (open?.fingerprint === fingerprint && open.claim.held) {
        open.saver.open(opening);
        return true;
      }
      await open?.saver.settled();
      close();
      const mine = turn;
      const claim = await claimFor(fingerprint, () => { if (open?.claim === claim) lost(); });
      if (mine !== turn) {
        claim.release();
        return false;
      }
      const saver = saverOf(fingerprint);
      open = { fingerprint, saver, claim };
      if (claim.held) saver.open(opening);
      else useSaving.setState({ otherTab: 'holdsIt' });
      return claim.held;
    },

    keepEntry(entry: LogEntry, pointers: Pointers): void {
      writing()?.entry(entry, pointers);
    },

    keepPointers(pointers: Pointers): void {
      writing()?.pointers(pointers);
    },

    /** Plain data: what the tool needs to go on. */
    keepDraft(draft: unknown): void {
      writing()?.keepDraft(draft);
    },

    dropDraft(): void {
      writing()?.keepDraft(null);
    },

    /** Tries again what could not be written: after space was made, say. */
    retry(): void {
      writing()?.write();
    },

    /** Edits here what another tab had. Gives what is kept, for the plan is to be opened again from it; null where nothing is. */
    async takeOver(opening: Opening): Promise<KeptProject | null> {
      if (!open) return null;
      const { fingerprint, claim } = open;
      try {
        await claim.takeOver();
        // From here on the other tab's writes are refused, so what is read now is the last of it.
        await storage.own(fingerprint, owner);
      } catch (error) {
        useSaving.setState({ status: 'trouble', trouble: troubleOf(error) });
        if (!claim.held) return null;
      }
      const kept = await read(fingerprint);
      const saver = saverOf(fingerprint);
      open = { fingerprint, saver, claim };
      useSaving.setState(NOTHING_SAVED);
      saver.open({ ...opening, steps: 'kept' });
      return kept;
    },

    /** The last one worked on first. Empty where the browser keeps nothing. */
    async listProjects(): Promise<KeptMeta[]> {
      try {
        return (await storage.list()).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      } catch {
        return [];
      }
    },

    loadProject: read,

    /** False: it could not be done. The open project is kept on; close it first. */
    async forgetProject(fingerprint: string): Promise<boolean> {
      if (open?.fingerprint === fingerprint) return false;
      try {
        await storage.forget(fingerprint);
        return true;
      } catch {
        return false;
      }
    },

    /** When nothing is under way any more: before another file is loaded. */
    async settled(): Promise<void> {
      await open?.saver.settled();
    },

    /** Nothing is open any more. */
    close,
  };

  function lost(): void {
    open?.saver.stop();
    useSaving.setState({ otherTab: 'tookIt', status: 'trouble', trouble: 'anotherTab' });
  }

  function tell(report: SaveReport): void {
    useSaving.setState(report);
    if (report.trouble === 'anotherTab') useSaving.setState({ otherTab: 'tookIt' });
  }
}

/** The page's own. */
export const autosave = createAutosave({
  storage: idbStorage,
  claim: claimProject,
  clock: () => new Date().toISOString(),
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => { clearTimeout(timer); };
  },
  owner: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
});
