/** Where people live, as reach counts them. */
import { UNREACHED } from './place.ts';
import { millimetresTo, type Catchment } from './catchment.ts';

/** Flat lists of one length. Counts are whole; `UNKNOWN_COUNT` where nobody knows. */
export interface Homes {
  readonly households: Int32Array;
  readonly people: Int32Array;
  /** Index of the community; −1 where it lies in none. */
  readonly community: Int32Array;
  /** 1: no street is in reach, or it lies in a compound without a known gate. What it reaches is unknown. */
  readonly unknown: Uint8Array;
}

export const UNKNOWN_COUNT = -1;

/** A home has a category, has it not, or nobody can tell. */
export type Has = 'yes' | 'no' | 'unknown';

export function hasCategory(catchment: Catchment, homes: Homes, category: number, home: number, limitMillimetres: number): Has {
  if (homes.unknown[home] === 1 || catchment.facilities[category] === 0) return 'unknown';
  const there = millimetresTo(catchment, category, home);
  return there !== UNREACHED && there <= limitMillimetres ? 'yes' : 'no';
}

export function checkHomes(catchment: Catchment, { households, people, community, unknown }: Homes): void {
  for (const [name, list] of Object.entries({ households, people, community, unknown })) {
    if (list.length !== catchment.homes) throw new Error(`${catchment.homes} homes were measured, ${name} has ${list.length}.`);
  }
}
