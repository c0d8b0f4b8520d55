/** Who gains and who loses by reach between two revisions, as the page mirrors it. */
import { create } from 'zustand';
import type { ReachChange, ReachChangedHomes } from '../../worker/reachChangeProtocol.ts';

export interface ReachChangeMirror {
  /** Revisions on view; null: no table of it is open, and the map shows nothing of it. */
  of: { a: number; b: number } | null;
  /** Of `of`; null until the worker has told. */
  answer: ReachChange | null;
  working: boolean;
  subject: string | null;
  /** Of `subject`. */
  homes: ReachChangedHomes | null;
  part: 'subjects' | 'communities' | 'homes';
  /** Counted in. */
  unit: 'people' | 'households';
}

export const NO_REACH_CHANGE: Omit<ReachChangeMirror, 'part' | 'subject' | 'unit'> = { of: null, answer: null, working: false, homes: null };

export const useReachChange = create<ReachChangeMirror>()(() => ({ ...NO_REACH_CHANGE, part: 'subjects', subject: null, unit: 'people' }));
