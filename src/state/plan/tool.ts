/** The tool in hand and its unfinished work. Nothing here is the plan's: a commit or Esc clears it. */
import { create } from 'zustand';
import type { GroundRef } from '../../core/plan/command.ts';
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { BoundaryVertex, PaintKind, SnapHit } from '../../worker/planProtocol.ts';

/** `split`: a line through one community; `cut`: a line that divides faces and gives nothing away; `carve`: ground taken out of a community to form new ones. */
export const TOOL_NAMES = ['select', 'reshape', 'paint', 'split', 'carve', 'cut'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** The boundary between two units, as handles. */
export interface Boundary {
  units: [number, number];
  /** A district's or subdistrict's line: looked at, not moved. */
  legal: boolean;
  paths: { closed: boolean; vertices: BoundaryVertex[] }[];
}

/** A vertex, or the middle of the edge behind it. */
export interface HandleRef {
  path: number;
  index: number;
  middle: boolean;
}

export interface Picked {
  id: number;
  name: string;
  /** Null: not known of this kind of ground. */
  households: number | null;
}

export interface ToolState {
  tool: ToolName;
  snapping: boolean;
  /** Unit indices selected beside the one the inspector shows. */
  more: readonly number[];

  boundary: Boundary | null;
  handle: HandleRef | null;
  /** Where the handle is held just now. */
  moved: LngLat | null;
  /** Reshape draws a new stretch instead of moving vertices. */
  stretch: boolean;

  /** Points of the line being drawn, and the loose end at the cursor. */
  line: readonly LngLat[];
  tip: LngLat | null;
  snap: SnapHit | null;

  paintKind: PaintKind;
  /** GeoJSON bytes; `missing` when nothing of the kind is loaded. */
  paintLayer: { kind: PaintKind; geojson: ArrayBuffer } | 'missing' | null;
  picked: ReadonlyMap<number, Picked>;
  hovered: number | null;
  /** Who receives the painted ground. */
  target: string | null;
  /** Carve: ground by outline rather than by compounds or blocks. */
  lasso: boolean;
  /** Carve: parts that are ready, each with its ground. */
  parts: readonly { name: string; ground: readonly GroundRef[]; households: number | null }[];
}

const NO_WORK = {
  boundary: null, handle: null, moved: null, stretch: false, line: [], tip: null, snap: null,
  picked: new Map<number, Picked>(), hovered: null, parts: [],
} satisfies Partial<ToolState>;

export const useTool = create<ToolState>()(() => ({
  tool: 'select', snapping: true, more: [], paintKind: 'compound', paintLayer: null, target: null, lasso: false, ...NO_WORK,
}));

/** Drops what is unfinished; the tool stays in hand. */
export function dropWork(): void {
  useTool.setState(NO_WORK);
}

/** Whether Esc has something to drop. */
export function hasWork({ boundary, line, picked, parts }: ToolState): boolean {
  return boundary !== null || line.length > 0 || picked.size > 0 || parts.length > 0;
}

/** Null where any is not known: part of a sum must not pass for the whole. */
export function householdsOf(picked: ReadonlyMap<number, Picked>): number | null {
  let sum = 0;
  for (const { households } of picked.values()) {
    if (households === null) return null;
    sum += households;
  }
  return sum;
}
