/**
 * Cuts the drawing board into street blocks: the main lines first, then each piece
 * in two, again and again, with ever smaller streets. Cuts of neighbouring pieces do not
 * line up, so most junctions are T-shaped, as in a grown town.
 */
import { between, seededRandom, type Random } from '../random.ts';
import { isInsideDistrict, isRuralAt, MAIN_LINES, PLACES, RAIL_V, RIVER_U, U_MAX, V_MAX, type Cut, type LineClass, type PlaceUse, type Rect } from './plan.ts';

export interface Block extends Rect {
  id: number;
  rural: boolean;
  /** The block is a place of the plan, a strip along river or railway, or the heart of a village. */
  use: PlaceUse | 'riverside' | 'railside' | 'village' | null;
}

export interface Board {
  /** Blocks of the district. */
  blocks: Block[];
  /** Every line, main lines first, also those outside the district. */
  cuts: Cut[];
  /** Corners of all rectangles, inside the district or not. */
  corners: [u: number, v: number][];
}

/** Cuts snap to this, so that two junctions on a street either coincide or stand apart. */
const SNAP = 30;
/** Strips between river or railway and the road beside it are narrower than this. */
const STRIP_WIDTH = 140;

export function cutBoard(seed: number): Board {
  const random = seededRandom(seed);
  let rects: Rect[] = [{ u0: 0, v0: 0, u1: U_MAX, v1: V_MAX }];
  for (const line of MAIN_LINES) rects = rects.flatMap((rect) => cutBy(rect, line));
  const cuts: Cut[] = [...MAIN_LINES];
  const leaves = rects.flatMap((rect) => divide(rect, random, cuts));
  const blocks: Block[] = [];
  for (const leaf of leaves) {
    if (!isInsideDistrict(...middle(leaf))) continue;
    blocks.push({ ...leaf, id: blocks.length, rural: isRuralAt(...middle(leaf)), use: useOf(leaf) });
  }
  const corners = leaves.flatMap(({ u0, v0, u1, v1 }): [number, number][] => [[u0, v0], [u1, v0], [u1, v1], [u0, v1]]);
  return { blocks, cuts, corners };
}

export function middle(rect: Rect): [u: number, v: number] {
  return [(rect.u0 + rect.u1) / 2, (rect.v0 + rect.v1) / 2];
}

function cutBy(rect: Rect, { axis, at, from, to }: Cut): Rect[] {
  const [low, high, start, end] = axis === 'u' ? [rect.u0, rect.u1, rect.v0, rect.v1] : [rect.v0, rect.v1, rect.u0, rect.u1];
  if (at <= low || at >= high || from > start || to < end) return [rect];
  return axis === 'u' ? [{ ...rect, u1: at }, { ...rect, u0: at }] : [{ ...rect, v1: at }, { ...rect, v0: at }];
}

function divide(rect: Rect, random: Random, cuts: Cut[]): Rect[] {
  const wide = rect.u1 - rect.u0;
  const high = rect.v1 - rect.v0;
  const rural = isRuralAt(...middle(rect));
  const longest = Math.max(wide, high);
  if (longest <= wantedSide(rect, rural, random)) return [rect];
  const axis = wide >= high ? 'u' : 'v';
  const [low, top] = axis === 'u' ? [rect.u0, rect.u1] : [rect.v0, rect.v1];
  const at = Math.round((low + (top - low) * between(random, 0.38, 0.62)) / SNAP) * SNAP;
  const [from, to] = axis === 'u' ? [rect.v0, rect.v1] : [rect.u0, rect.u1];
  cuts.push({ axis, at, from, to, class: isStrip(rect) ? 'parcel' : classOf(longest, rural), name: null });
  const halves: [Rect, Rect] = axis === 'u' ? [{ ...rect, u1: at }, { ...rect, u0: at }] : [{ ...rect, v1: at }, { ...rect, v0: at }];
  return halves.flatMap((half) => divide(half, random, cuts));
}

function wantedSide(rect: Rect, rural: boolean, random: Random): number {
  const place = placeIn(rect);
  if (place !== undefined) return place.sizeMetres;
  if (isStrip(rect)) return 520;
  return rural ? between(random, 420, 640) : between(random, 230, 320);
}

function classOf(length: number, rural: boolean): LineClass {
  if (rural) return length > 1000 ? 'tertiary' : 'track';
  if (length > 620) return 'tertiary';
  return 'residential';
}

function useOf(rect: Rect): Block['use'] {
  const place = placeIn(rect);
  if (place !== undefined) return place.use;
  if (isBeside(rect.u0, rect.u1, RIVER_U)) return 'riverside';
  return isBeside(rect.v0, rect.v1, RAIL_V) ? 'railside' : null;
}

function placeIn(rect: Rect): (typeof PLACES)[number] | undefined {
  return PLACES.find(({ u, v }) => u > rect.u0 && u < rect.u1 && v > rect.v0 && v < rect.v1);
}

function isStrip(rect: Rect): boolean {
  return isBeside(rect.u0, rect.u1, RIVER_U) || isBeside(rect.v0, rect.v1, RAIL_V);
}

function isBeside(low: number, high: number, line: number): boolean {
  return high - low < STRIP_WIDTH && (low === line || high === line);
}
