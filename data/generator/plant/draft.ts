/**
 * A defect thought out but not yet made: edits to the clean coverage, and the truth about them.
 * Planters return drafts, so a place that does not suit costs nothing, and edits to
 * different stretches of one unit do not get in each other's way.
 */
import type { Random } from '../random.ts';
import type { Step } from '../steps.ts';
import type { Ground } from './ground.ts';

export type Edit =
  /** What lies strictly between two vertices of the unit's ring is replaced. */
  | { do: 'splice'; unit: number; from: Step; to: Step; path: Step[] }
  /** A further ring in the unit's polygon. */
  | { do: 'addRing'; unit: number; ring: Step[] }
  /** A further polygon of the unit. */
  | { do: 'addPart'; unit: number; ring: Step[] }
  | { do: 'translate'; unit: number; by: Step }
  | { do: 'remove'; unit: number }
  /** The ring's closing position is left out. */
  | { do: 'unclose'; unit: number }
  /** A new unit, in the subdistrict of an old one. */
  | { do: 'extra'; like: number; ring: Step[] };

export interface Draft {
  edits: Edit[];
  /** Units the truth names, in the order of `Planted.units`; 'extra' is the new one. */
  units: (number | 'extra')[];
  /** Units whose surroundings this defect disturbs. */
  touched: number[];
  /** The whole unit is touched, not a stretch of its line. */
  whole: boolean;
  /** All places that change, for keeping a distance. */
  places: Step[];
  areaSquareMetres: number | null;
  widthMetres: number | null;
  location: [lng: number, lat: number];
  note: string;
}

/** Null when the unit offers no suitable place. */
export type Planter = (ground: Ground, unit: number, random: Random) => Draft | null;
