/** What was found on this computer when a project was opened, until the user has said what becomes of it. */
import { create } from 'zustand';
import type { KeptProject } from '../autosave/kept.ts';
import type { KeptDraft } from '../plan/keptDraft.ts';

/** `kept`: go on with what this computer keeps. `new`: begin anew, or with the project file's steps. */
export type KeptAnswer = 'kept' | 'new';

export interface Recovery {
  /** `instead`: what would take the place of the kept steps: nothing, or those of a project file. */
  asking: { kept: KeptProject; instead: 'nothing' | 'file'; answer: (answer: KeptAnswer) => void } | null;
  /** Work that was not committed. */
  draft: KeptDraft | null;
}

export const NO_RECOVERY: Recovery = { asking: null, draft: null };

export const useRecovery = create<Recovery>()(() => NO_RECOVERY);
