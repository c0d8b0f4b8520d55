/** What is asked of siting, and what was found: for the state of reach that it was asked of. */
import { create } from 'zustand';
import type { Datum, LngLat } from '../../core/geo/coordinates.ts';
import type { SitingObjective } from '../../core/siting/problem.ts';
import type { Loaded } from '../../worker/protocol.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import type { ReachCandidates, ReachGains, ReachSites, SitesQuestion } from '../../worker/sitingProtocol.ts';

export interface SitingMirror {
  objective: SitingObjective;
  count: number;
  from: SitesQuestion['from'];
  seconds: number;
  datum: Datum;
  /** Typed, m², by category; 0: any. Without an entry the rules' figure holds, where they have one. */
  areas: Readonly<Record<string, number>>;
  /** Null: none is known of what is loaded. */
  candidates: { view: ReachCandidates; of: Loaded } | null;
  found: { sites: ReachSites; category: string; of: ReachState } | null;
  /** Which of `found` were proposed meanwhile, by index. */
  placed: readonly number[];
  gainsOn: boolean;
  gains: { map: ReachGains; of: ReachState } | null;
  /** A junction of the map that was chosen. */
  picked: { at: LngLat; people: number } | null;
  /** People at the junction under the hand. */
  hovered: number | null;
}

export const useSiting = create<SitingMirror>()(() => ({
  objective: 'coverage', count: 1, from: 'junctions', seconds: 10, datum: 'CGCS2000', areas: {}, candidates: null, found: null, placed: [], gainsOn: false, gains: null, picked: null, hovered: null,
}));
