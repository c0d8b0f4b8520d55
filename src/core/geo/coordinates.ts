/**
 * The kinds of coordinate that Sizhi tells apart.
 *
 * Files and the map speak degrees; the check engine works on the integer grid
 * that those degrees are rounded to; measures are taken in local metres.
 */

/** Longitude and latitude in degrees. Its datum is the layer's, see `Datum`. */
export type LngLat = readonly [lng: number, lat: number];

/** East and north in metres on a local plane. */
export type ProjectedPoint = readonly [eastMetres: number, northMetres: number];

/** Datums never mix silently. CGCS2000 and WGS 84 agree to a few centimetres and are drawn alike. */
export type Datum = 'CGCS2000' | 'GCJ-02' | 'BD-09';

/** Grid steps in a degree: one step is 1e-7°, 0.011 m of latitude. */
export const STEPS_PER_DEGREE = 1e7;
