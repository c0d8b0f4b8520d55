/** How one looks at the data: task, selection, panels, the map's window. Nothing here is worth saving. */
import { create } from 'zustand';
import type { LngLat } from '../core/geo/coordinates.ts';

export type Task = 'data' | 'check' | 'plan' | 'reach';
/** `ground`: a face of nobody, or of several. */
export type Selection = { kind: 'unit'; index: number } | { kind: 'defect'; id: string } | { kind: 'ground'; face: number } | null;
/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];
export type ContextKind = 'street' | 'rail' | 'water' | 'green' | 'building';
/** Tables against the rules. */
export type AssessTable = 'scorecard' | 'league' | 'registers' | 'consequences' | 'approvals';
export type PlanTable = 'communities' | 'changed' | 'open' | 'steps' | 'tasks' | AssessTable;

export const ASSESS_TABLES: readonly AssessTable[] = ['scorecard', 'league', 'registers', 'consequences', 'approvals'];

export function isAssessTable(table: PlanTable): table is AssessTable {
  return (ASSESS_TABLES as readonly PlanTable[]).includes(table);
}

/** Those that stand under a bar of filters and take more rows. */
export function hasViewBar(table: PlanTable): boolean {
  return table === 'tasks' || isAssessTable(table);
}

export type LayerSwitch = 'names' | 'defects' | 'context' | 'veil';

/** A wish to look at a place; `serial` tells two equal wishes apart. */
export interface Flight {
  serial: number;
  bounds: Bounds;
  /** Do not come closer than this zoom. */
  maxZoom: number;
  /** At once: of what was opened just now there is nothing to see on the way. */
  jump: boolean;
}

export interface View {
  task: Task;
  selection: Selection;
  dataTable: 'communities' | 'problems';
  planTable: PlanTable;
  bottomOpen: boolean;
  helpOpen: boolean;
  hiddenLayers: ReadonlySet<LayerSwitch>;
  cursor: LngLat | null;
  /** The map's window and scale, after each move. */
  mapBounds: Bounds | null;
  scaleDenominator: number | null;
  flight: Flight | null;
}

export const useView = create<View>()(() => ({
  task: 'data',
  selection: null,
  dataTable: 'communities',
  planTable: 'communities',
  bottomOpen: true,
  helpOpen: false,
  hiddenLayers: new Set(),
  cursor: null,
  mapBounds: null,
  scaleDenominator: null,
  flight: null,
}));

/** Closer than this and a defect fills the map: a house is 20 px. */
export const CLOSEST_ZOOM = 19;

export function flyToBounds(bounds: Bounds, maxZoom = CLOSEST_ZOOM): void {
  goTo({ bounds, maxZoom, jump: false });
}

export function jumpToBounds(bounds: Bounds): void {
  goTo({ bounds, maxZoom: CLOSEST_ZOOM, jump: true });
}

function goTo(wish: Omit<Flight, 'serial'>): void {
  useView.setState(({ flight }) => ({ flight: { ...wish, serial: (flight?.serial ?? 0) + 1 } }));
}

export function flyToPoint([lng, lat]: readonly [number, number], maxZoom = 17): void {
  flyToBounds([lng, lat, lng, lat], maxZoom);
}

export function toggleLayer(layer: LayerSwitch): void {
  useView.setState(({ hiddenLayers }) => {
    const next = new Set(hiddenLayers);
    if (!next.delete(layer)) next.add(layer);
    return { hiddenLayers: next };
  });
}
