/**
 * A polygon layer as the engine sees it: flat typed arrays, four levels deep.
 * unit (a community, a feature) → polygons → rings → vertices.
 *
 * Invariants: the three `…Start` arrays ascend and end with the count of the
 * level below; a polygon's first ring is its shell; a ring's closing vertex is
 * not stored; a unit may have no polygon (it has lost its shape), a ring may be
 * degenerate (the check reports it).
 */
export interface PolygonLayer {
  readonly unitCount: number;
  readonly vertexCount: number;
  /** Longitude, latitude interleaved, in steps of 1e-7 degree. Length 2 × vertexCount. */
  readonly coordinates: Int32Array;
  /** First vertex of each ring, then vertexCount. */
  readonly ringStart: Uint32Array;
  /** First ring of each polygon, then the ring count. */
  readonly polygonStart: Uint32Array;
  /** First polygon of each unit, then the polygon count. */
  readonly unitStart: Uint32Array;
  /** Rings whose last position differed from the first in the file: read as closed, reported. */
  readonly unclosedRings: readonly number[];
}
