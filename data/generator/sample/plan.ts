/**
 * The made-up district 澜川区 on the drawing board: a plane of streets before it is bent.
 * `u` runs east and `v` north, in metres; `warp.ts` bends them into a town.
 */
export const U_MAX = 10400;
export const V_MAX = 7200;

/** What a line on the drawing board is. A `parcel` line is only the edge of a plot: nothing runs along it. */
export type LineClass = 'primary' | 'secondary' | 'tertiary' | 'residential' | 'track' | 'parcel' | 'river' | 'rail';

/** A line at a fixed u (running north) or a fixed v (running east), from one coordinate to another. */
export interface Cut {
  axis: 'u' | 'v';
  at: number;
  from: number;
  to: number;
  class: LineClass;
  name: string | null;
}

export interface Rect {
  u0: number;
  v0: number;
  u1: number;
  v1: number;
}

export const RIVER_U = 4300;
export const RIVER_NAME = '浣河';
export const RIVER_HALF_WIDTH = 46;
export const RAIL_V = 2500;
export const RAIL_NAME = '澜北铁路';

/** The town ends here; beyond are villages. */
const TOWN_EAST = 7500;
const TOWN_NORTH = 5900;

/** Lines that run across the town, long ones first. Crossings of river and railway are these and no others. */
export const MAIN_LINES: readonly Cut[] = [
  line('u', RIVER_U, 0, V_MAX, 'river', RIVER_NAME),
  line('v', RAIL_V, 0, U_MAX, 'rail', RAIL_NAME),
  line('u', TOWN_EAST, 0, V_MAX, 'primary', '东环大道'),
  line('v', TOWN_NORTH, 0, TOWN_EAST, 'primary', '北环大道'),
  line('v', 1300, 0, U_MAX, 'primary', '望岭大道'),
  line('v', 4300, 0, U_MAX, 'primary', '澜川大道'),
  line('u', 2000, 0, V_MAX, 'primary', '北渡大道'),
  line('u', 6450, 0, TOWN_NORTH, 'primary', '云浦大道'),
  line('u', RIVER_U - 130, 0, TOWN_NORTH, 'tertiary', '浣西滨河路'),
  line('u', RIVER_U + 130, 0, TOWN_NORTH, 'tertiary', '浣东滨河路'),
  line('v', RAIL_V - 75, 0, TOWN_EAST, 'tertiary', '铁南路'),
  line('v', RAIL_V + 75, 0, TOWN_EAST, 'tertiary', '铁北路'),
  line('v', 3400, 0, 8900, 'secondary', '长堤路'),
  line('v', 5150, 900, TOWN_EAST, 'secondary', '锦渡街'),
  line('u', 3080, 0, 5150, 'secondary', '采薇街'),
  line('u', 5380, 1300, TOWN_NORTH, 'secondary', '槐荫路'),
  line('u', 960, 0, 4300, 'secondary', '芦汀路'),
  line('u', 8900, 1300, V_MAX, 'secondary', '塬上路'),
];

/** Ground of no community, and places whose shape matters: the block that holds the point stays whole once it is small enough. */
export interface Place {
  u: number;
  v: number;
  use: PlaceUse;
  /** The block is not cut further when its longer side is at most this, metres. */
  sizeMetres: number;
}

export type PlaceUse = 'barracks' | 'campus' | 'reservoir' | 'contested' | 'park';

export const PLACES: readonly Place[] = [
  { u: 6900, v: 700, use: 'barracks', sizeMetres: 560 },
  { u: 5900, v: 3900, use: 'campus', sizeMetres: 700 },
  { u: 8300, v: 6300, use: 'reservoir', sizeMetres: 900 },
  { u: 2500, v: 3700, use: 'contested', sizeMetres: 330 },
  { u: 3500, v: 4700, use: 'park', sizeMetres: 620 },
  { u: 1500, v: 1800, use: 'park', sizeMetres: 420 },
  { u: 5000, v: 900, use: 'park', sizeMetres: 480 },
];

export function isRuralAt(u: number, v: number): boolean {
  return u > TOWN_EAST || v > TOWN_NORTH;
}

/** Which blocks belong to the district: an uneven oval, so that its line steps from street to street. */
export function isInsideDistrict(u: number, v: number): boolean {
  const x = (u - U_MAX / 2) / (U_MAX / 2);
  const y = (v - V_MAX / 2) / (V_MAX / 2);
  const angle = Math.atan2(y, x);
  const reach = 1.0 + 0.05 * Math.sin(3 * angle + 0.6) + 0.05 * Math.sin(7 * angle + 2) + 0.03 * Math.sin(12 * angle);
  return (Math.abs(x) ** 3.2 + Math.abs(y) ** 3.2) ** (1 / 3.2) < 0.93 * reach;
}

function line(axis: 'u' | 'v', at: number, from: number, to: number, kind: LineClass, name: string): Cut {
  return { axis, at, from, to, class: kind, name };
}
