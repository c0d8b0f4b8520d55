/**
 * Rooms that compounds provide for their community (rules §3), as a ledger of a bureau would hold them: of those built or planned since
 * rooms are owed. About half are met, a third fall short or have nothing, of some nobody knows. Older ones owe none and bear no figure.
 */
import { between, type Random } from '../random.ts';
import type { Compound } from './compounds.ts';

/** Since when rooms are owed, and since when a smaller new compound owes a whole set. */
const OWED_SINCE = '2011-02';
const WHOLE_SET_SINCE = '2023-12';
const WHOLE_SET_SQUARE_METRES = 600;
const SQUARE_METRES_PER_DWELLING = 0.3;

const UNKNOWN_SHARE = 0.14;
const NONE_SHARE = 0.1;
const SHORT_SHARE = 0.28;

/** By compound, in square metres; those that are missing owe none, or nobody knows. */
export function roomsOfCompounds(random: Random, compounds: readonly Compound[]): ReadonlyMap<Compound, number> {
  const rooms = new Map<Compound, number>();
  for (const compound of compounds) {
    // Drawn for all, so that another date of one does not move the others.
    const [rank, share] = [random(), random()];
    const owed = owedBy(compound);
    if (owed > 0 && rank >= UNKNOWN_SHARE) rooms.set(compound, provided(owed, rank - UNKNOWN_SHARE, share));
  }
  return rooms;
}

function owedBy({ completed, planned, dwellings }: Compound): number {
  if (planned >= WHOLE_SET_SINCE) return Math.max(WHOLE_SET_SQUARE_METRES, dwellings * SQUARE_METRES_PER_DWELLING);
  return completed !== null && completed >= OWED_SINCE ? dwellings * SQUARE_METRES_PER_DWELLING : 0;
}

function provided(owed: number, rank: number, share: number): number {
  if (rank < NONE_SHARE) return 0;
  if (rank < NONE_SHARE + SHORT_SHARE) return fives(Math.floor, owed * between(() => share, 0.3, 0.95));
  return fives(Math.ceil, owed * between(() => share, 1, 1.4));
}

function fives(round: (value: number) => number, squareMetres: number): number {
  return round(squareMetres / 5) * 5;
}
