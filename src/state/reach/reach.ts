/** Reach as the page mirrors it: counts, the category on view, what was clicked. */
import { create } from 'zustand';
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { ReachCategoryView, ReachIsochrone, ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import type { GateAccess } from './settings.ts';

export type ReachTable = 'pockets' | 'homes' | 'communities';
/** What a click on the map does. */
export type ReachTool = 'walk' | 'place' | 'gate';

/** What the inspector tells of; communities are the page's own selection. */
export type ReachSubject =
  | { kind: 'point'; at: LngLat; of: { kind: 'facility'; name: string } | { kind: 'proposed'; id: string } | null }
  | { kind: 'pocket'; index: number }
  | { kind: 'home'; id: number }
  /** The best sites that were sought. */
  | { kind: 'sites' }
  /** What one new facility would cover, junction by junction. */
  | { kind: 'gains' }
  | null;

export interface ReachMirror {
  /** Null: not opened, or the plan was closed. */
  state: ReachState | null;
  /** What `state` was counted with. */
  settings: ReachSettings | null;
  /** The plan has moved on since `state`. */
  stale: boolean;
  category: string | null;
  /** Of `category`; null until the worker has told. */
  view: ReachCategoryView | null;
  subject: ReachSubject;
  isochrone: ReachIsochrone | null;
  /** A proposed facility in the hand: where it is held. */
  dragged: { id: string; at: LngLat } | null;
  tool: ReachTool;
  access: GateAccess;
  table: ReachTable;
  /** What opening was broken by. */
  failure: string | null;
}

export const NO_REACH: Omit<ReachMirror, 'table' | 'access'> = {
  state: null, settings: null, stale: false, category: null, view: null, subject: null, isochrone: null, dragged: null, tool: 'walk', failure: null,
};

export const useReach = create<ReachMirror>()(() => ({ ...NO_REACH, table: 'pockets', access: 'open' }));

/** Streets are not loaded: every distance is as the crow flies. */
export function isStraight(state: ReachState | null): boolean {
  return state !== null && state.network === null;
}
