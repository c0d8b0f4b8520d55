/** Types of housing and how their buildings stand in a compound: rows that face south, or towers. */
import { between, type Random } from '../random.ts';
import type { Profile } from './profiles.ts';
import type { Rect } from './plan.ts';

export type CompoundType = 'oldCourtyard' | 'commodity' | 'tower' | 'resettlement' | 'village';

interface Pattern {
  /** A building's length (east–west) and depth, and the pitch at which they stand, metres. */
  length: number;
  depth: number;
  pitchU: number;
  pitchV: number;
  dwellingsPerFloor: number;
  floors: [least: number, most: number];
  occupancy: [number, number];
  completed: [number, number];
}

export const PATTERNS: Record<CompoundType, Pattern> = {
  oldCourtyard: { length: 60, depth: 13, pitchU: 78, pitchV: 36, dwellingsPerFloor: 8, floors: [3, 7], occupancy: [0.86, 0.97], completed: [1982, 2003] },
  commodity: { length: 46, depth: 15, pitchU: 68, pitchV: 46, dwellingsPerFloor: 6, floors: [6, 18], occupancy: [0.78, 0.94], completed: [2003, 2018] },
  tower: { length: 30, depth: 22, pitchU: 64, pitchV: 60, dwellingsPerFloor: 5, floors: [11, 34], occupancy: [0.55, 0.9], completed: [2010, 2022] },
  resettlement: { length: 44, depth: 16, pitchU: 60, pitchV: 46, dwellingsPerFloor: 8, floors: [11, 33], occupancy: [0.82, 0.96], completed: [2012, 2023] },
  village: { length: 140, depth: 13, pitchU: 160, pitchV: 30, dwellingsPerFloor: 11, floors: [2, 3], occupancy: [0.82, 0.97], completed: [1985, 2010] },
};

const PREFERRED: Record<Profile['era'], readonly CompoundType[]> = {
  old: ['oldCourtyard', 'oldCourtyard', 'commodity', 'tower'],
  middle: ['commodity', 'oldCourtyard', 'commodity', 'tower'],
  new: ['tower', 'commodity', 'resettlement', 'commodity'],
};

/** The type, by the quarter's age, that can hold the dwellings wanted on this ground; else the one that comes nearest. */
export function chooseType(random: Random, rect: Rect, dwellings: number, era: Profile['era']): CompoundType {
  const list = PREFERRED[era];
  const start = Math.floor(random() * list.length);
  const order = list.map((_, i) => list[(start + i) % list.length]!);
  const strain = (type: CompoundType): number => {
    const { floors: [least, most] } = PATTERNS[type];
    const wanted = floorsFor(type, rect, dwellings);
    return wanted < least ? least / wanted : wanted > most ? wanted / most : 1;
  };
  return order.find((type) => strain(type) === 1) ?? order.reduce((best, type) => (strain(type) < strain(best) ? type : best));
}

export function floorsFor(type: CompoundType, rect: Rect, dwellings: number): number {
  return dwellings / (Math.max(1, footprints(rect, type).length) * PATTERNS[type].dwellingsPerFloor);
}

/** Buildings in even rows, filling the ground; a village's rows leave room for the streets that cross in its heart. */
export function footprints(rect: Rect, type: CompoundType): Rect[] {
  if (type === 'village') return quartersOf(rect, 9).flatMap((quarter) => rowsIn(quarter, { ...PATTERNS.village, length: quarter.u1 - quarter.u0 - 16 }));
  return rowsIn(rect, PATTERNS[type]);
}

function rowsIn(rect: Rect, { length, depth, pitchU, pitchV }: Pattern): Rect[] {
  const wide = rect.u1 - rect.u0 - 16;
  const high = rect.v1 - rect.v0 - 16;
  const columns = Math.floor((wide - length) / pitchU) + 1;
  const rows = Math.floor((high - depth) / pitchV) + 1;
  if (columns < 1 || rows < 1) return [];
  const stepU = columns > 1 ? (wide - length) / (columns - 1) : 0;
  const stepV = rows > 1 ? (high - depth) / (rows - 1) : 0;
  const startU = columns > 1 ? rect.u0 + 8 : (rect.u0 + rect.u1 - length) / 2;
  const startV = rows > 1 ? rect.v0 + 8 : (rect.v0 + rect.v1 - depth) / 2;
  const out: Rect[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const u0 = startU + column * stepU;
      const v0 = startV + row * stepV;
      out.push({ u0, v0, u1: u0 + length, v1: v0 + depth });
    }
  }
  return out;
}

/** Halls, schools and shops: a few broad buildings. */
export function broadFootprints(random: Random, rect: Rect, share: number): Rect[] {
  return quartersOf(rect, 0).filter(() => random() < share).map((q) => {
    const wide = (q.u1 - q.u0) * between(random, 0.5, 0.8);
    const high = (q.v1 - q.v0) * between(random, 0.35, 0.7);
    const u0 = q.u0 + (q.u1 - q.u0 - wide) / 2;
    const v0 = q.v0 + (q.v1 - q.v0 - high) / 2;
    return { u0, v0, u1: u0 + wide, v1: v0 + high };
  });
}

/** Four quarters, each this far from the lines between them. */
function quartersOf(rect: Rect, clear: number): Rect[] {
  const u = (rect.u0 + rect.u1) / 2;
  const v = (rect.v0 + rect.v1) / 2;
  return [{ ...rect, u1: u - clear }, { ...rect, u0: u + clear }].flatMap((half) => [{ ...half, v1: v - clear }, { ...half, v0: v + clear }]);
}
