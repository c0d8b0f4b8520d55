/** What is asked of siting, and what was found: for the state of reach that it was asked of. */
import { create } from 'zustand';
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { SitingObjective } from '../../core/siting/problem.ts';
import type { Loaded } from '../../worker/protocol.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import type { ReachCandidates, ReachGains, ReachSites, SitesQuestion } from '../../worker/sitingProtocol.ts';

export interface SitingMirror {
  objective: SitingObjective;
  count: number;
  from: SitesQuestion['from'];
  seconds: number;
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

/** Of a plan that is open; what was asked outlasts it. */
export const NO_SITING: Pick<SitingMirror, 'candidates' | 'found' | 'placed' | 'gainsOn' | 'gains' | 'picked' | 'hovered'> = {
  candidates: null, found: null, placed: [], gainsOn: false, gains: null, picked: null, hovered: null,
};

export const useSiting = create<SitingMirror>()(() => ({ objective: 'coverage', count: 1, from: 'junctions', seconds: 10, ...NO_SITING }));
