/** A command tried on the head, not committed, and where on the map pane its figures stand. */
import { create } from 'zustand';
import type { Command } from '../../core/plan/command.ts';
import type { DraftAnswer } from '../../worker/planProtocol.ts';

export interface Draft {
  /** What was asked last. Null: nothing is being tried. */
  command: Command | null;
  /** The answer to it, or to the one before while it is under way. */
  answer: DraftAnswer | null;
  /** Pixels in the map pane, to stand beside. */
  point: { x: number; y: number } | null;
}

export const NO_DRAFT: Draft = { command: null, answer: null, point: null };

export const useDraft = create<Draft>()(() => NO_DRAFT);
