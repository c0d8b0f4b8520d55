/**
 * What the page may ask about who gains and who loses by reach between two revisions: both along the same streets, by the same limit and
 * the same rules, those of the second. Counted home by home.
 */
import type { LngLat } from '../core/geo/coordinates.ts';
import type { Verdict } from '../core/network/circle.ts';
import type { CircleRule } from '../core/network/circleRule.ts';
import type { ChangeLine } from '../core/network/reachChange.ts';

/** Id of the subject that is every category of the circle together. */
export const WHOLE_CIRCLE = 'circle';

export interface ReachChangeSubject {
  /** A category, or `WHOLE_CIRCLE`. */
  id: string;
  /** Part of the circle, or the circle itself. */
  basic: boolean;
  /** Facilities that count, before and after; null of the circle. */
  facilitiesBefore: number | null;
  facilitiesAfter: number | null;
  whole: ChangeLine;
}

export interface CircleCount {
  communities: number;
  complete: number;
  unknown: number;
}

export interface ReachChangeCommunity {
  /** Null: it does not stand there. */
  unitBefore: number | null;
  unitAfter: number | null;
  nameBefore: string | null;
  nameAfter: string | null;
  subdistrict: string | null;
  /** Whether it has the circle; null where it does not stand, or no rule says what the circle is. */
  circleBefore: Verdict | null;
  circleAfter: Verdict | null;
  /** Percent of households with all of it; null: unknown, or it does not stand. */
  shareBefore: number | null;
  shareAfter: number | null;
  /** In the order of `subjects`. */
  lines: ChangeLine[];
}

export interface ReachChange {
  /** How it was counted: behind walls, through them, or as the crow flies where no streets are loaded. */
  reading: 'walled' | 'open' | 'straight';
  limitMetres: number;
  /** Null: the limit is a distance. */
  minutes: number | null;
  speedMetresPerSecond: number | null;
  rule: CircleRule | null;
  subjects: ReachChangeSubject[];
  communities: ReachChangeCommunity[];
  circleBefore: CircleCount;
  circleAfter: CircleCount;
  milliseconds: number;
}

/** A home that gains or loses the subject. */
export interface ReachChangedHome {
  id: number;
  name: string;
  at: LngLat;
  change: 'gained' | 'lost';
  communityBefore: string | null;
  communityAfter: string | null;
  households: number | null;
  people: number | null;
  /** To the nearest; null of the circle, or where there is none. */
  metresBefore: number | null;
  metresAfter: number | null;
}

export interface ReachChangedHomes {
  /** By people, most first. */
  homes: ReachChangedHome[];
  /** Polygons or points; properties `id`, `change`. */
  homesGeoJson: ArrayBuffer;
  /** Facilities of the subject's category; properties `id`, `name`, `state`: `kept`, `added`, `removed`. Empty of the circle. */
  facilitiesGeoJson: ArrayBuffer;
  /** States that occur among them. */
  facilityStates: ('kept' | 'added' | 'removed')[];
}

export interface ReachChangeApi {
  /** Reach must be open. Revisions: 0 is the base. */
  reachCompare(argument: { a: number; b: number }): ReachChange;
  reachChangedHomes(argument: { a: number; b: number; subject: string }): ReachChangedHomes;
}
