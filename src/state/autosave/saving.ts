/** What the page says of keeping the project on this computer. */
import { create } from 'zustand';
import type { SaveTrouble } from './kept.ts';

export interface Saving {
  status: 'idle' | 'saving' | 'saved' | 'trouble';
  /** ISO time. */
  savedAt: string | null;
  trouble: SaveTrouble | null;
  /** Another tab edits the project: it had it before, or took it over. Nothing is to be changed here then. Words: `saving.otherTab.<code>`. */
  otherTab: 'holdsIt' | 'tookIt' | null;
}

export const NOTHING_SAVED: Saving = { status: 'idle', savedAt: null, trouble: null, otherTab: null };

export const useSaving = create<Saving>()(() => NOTHING_SAVED);
