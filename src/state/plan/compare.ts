/** Two states side by side: 现状 or scenarios, what differs, and where the divider stands on the map. */
import { create } from 'zustand';
import type { Comparison } from '../../worker/planProtocol.ts';

export interface Compare {
  on: boolean;
  /** Scenario ids; null is the base. */
  a: number | null;
  b: number | null;
  answer: Comparison | null;
  working: boolean;
  /** Share of the map that shows A, from the left. */
  divider: number;
  table: 'communities' | 'identities' | 'consequences' | 'reach';
  changedOnly: boolean;
}

export const NO_COMPARISON: Compare = {
  on: false, a: null, b: null, answer: null, working: false, divider: 0.5, table: 'communities', changedOnly: true,
};

export const useCompare = create<Compare>()(() => NO_COMPARISON);
