/** What the map should show. `syncMap` makes it so; nothing else writes to the map. */
import type { DefectClass, DefectGeometry } from '../core/coverage/defect.ts';
import type { LngLat } from '../core/geo/coordinates.ts';
import type { Bounds, LayerSwitch } from '../state/view.ts';
import type { PlanOverlay } from '../worker/planProtocol.ts';
import type { Tint } from './layers/tints.ts';
import type { BackgroundLayers, DisplayLayers } from '../worker/protocol.ts';

export interface MapView {
  display: DisplayLayers | null;
  background: BackgroundLayers | null;
  names: readonly MapName[];
  defects: readonly MapDefect[];
  selectedUnit: number | null;
  /** Selected beside it. */
  moreUnits: readonly number[];
  selectedGround: number | null;
  /** The two sides of the selected defect. */
  partyA: number | null;
  partyB: number | null;
  selectedDefect: MapDefect | null;
  hidden: ReadonlySet<LayerSwitch>;
  /** The window to draw meridians and parallels in; null where something lies beneath. */
  graticule: Bounds | null;
  /** The plan in place of the communities as loaded; null: as loaded. */
  plan: PlanView | null;
  /** Colours of communities by unit; null: none. */
  tints: ReadonlyMap<number, Tint> | null;
  draft: DraftView;
  paint: PaintView;
  /** Null: another task is open. */
  reach: ReachView | null;
  /** Null: no comparison of reach is on view. */
  reachChange: ReachChangeView | null;
}

export interface PlanView {
  /** Community lines of the base, by arc. */
  baseLines: ArrayBuffer;
  overlay: PlanOverlay;
}

/** Who reaches what, and what is reached from a place. */
export interface ReachView {
  /** Homes by what they have of the category on view; facilities of it. */
  homes: ArrayBuffer | null;
  facilities: ArrayBuffer | null;
  bands: ArrayBuffer | null;
  labels: readonly { at: LngLat; text: string }[];
  marks: readonly ReachMark[];
  /** Junctions by what one more facility would cover; null: not on. */
  gains: ArrayBuffer | null;
  selectedHome: number | null;
}

/** Homes that gain or lose, and facilities, of one category between two states. */
export interface ReachChangeView {
  homes: ArrayBuffer;
  facilities: ArrayBuffer;
}

export interface ReachMark {
  kind: 'origin' | 'pin' | 'site' | 'pocket' | 'noGate' | 'gate' | 'gain';
  at: LngLat;
  /** A proposed facility's id, a pocket's index. */
  id: string;
  text: string;
  selected: boolean;
}

/** Unfinished work: drawn lines, handles, what a command being tried would do. */
export interface DraftView {
  sketch: readonly (readonly LngLat[])[];
  /** The ring of a lasso, closed. */
  ring: readonly LngLat[] | null;
  /** What is tried can't be done: the sketch says so by its colour. */
  rejected: boolean;
  lines: ArrayBuffer | null;
  moved: ArrayBuffer | null;
  handles: readonly HandleView[];
}

export interface HandleView {
  at: LngLat;
  kind: 'vertex' | 'junction' | 'fixed' | 'middle';
  active: boolean;
}

/** Ground to be painted with. */
export interface PaintView {
  geojson: ArrayBuffer | null;
  picked: readonly number[];
  hovered: number | null;
}

export const NO_DRAFT_VIEW: DraftView = { sketch: [], ring: null, rejected: false, lines: null, moved: null, handles: [] };
export const NO_PAINT_VIEW: PaintView = { geojson: null, picked: [], hovered: null };

export interface MapName {
  /** 听澜, for a map of the whole district. */
  short: string;
  /** 听澜社区, close up. */
  full: string;
  at: LngLat;
  unit: number;
}

export interface MapDefect {
  id: string;
  number: number;
  class: DefectClass;
  open: boolean;
  geometry: DefectGeometry;
  location: LngLat;
  widthMetres: number | null;
}

/** Defect classes that are drawn alike, hence one line in the legend. */
export type DefectGroup = 'gap' | 'overlap' | 'beyond' | 'line' | 'point' | 'part' | 'shift';

export const DEFECT_GROUP: Record<DefectClass, DefectGroup> = {
  G1: 'gap', G2: 'gap', G3: 'gap', G4: 'gap',
  O1: 'overlap', O2: 'overlap', O3: 'overlap', O4: 'beyond',
  N1: 'line', N2: 'point', N3: 'line',
  S1: 'point', S2: 'point', S3: 'point', S4: 'point', S5: 'point',
  P1: 'part', D1: 'shift',
};
