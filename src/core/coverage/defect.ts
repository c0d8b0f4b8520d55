/**
 * What the check reports. Classes and their meaning:
 *
 * G1 enclosed gap · G2 inlet: ground inside the parent, open to its line · G3 missing unit (a gap as large as a unit) ·
 * G4 hole within one unit · O1 partial overlap · O2 a unit contained in others · O3 duplicate · O4 beyond the parent ·
 * N1 near-match (narrower than the match tolerance) · N2 vertex that the neighbour lacks · N3 edge used more than twice ·
 * S1 self-crossing · S2 spike · S3 collapsed ring · S4 self-touch · S5 unclosed ring · P1 exclave · D1 shifted unit.
 */
import type { LngLat } from '../geo/coordinates.ts';

export const DEFECT_CLASSES = [
  'G1', 'G2', 'G3', 'G4', 'O1', 'O2', 'O3', 'O4', 'N1', 'N2', 'N3', 'S1', 'S2', 'S3', 'S4', 'S5', 'P1', 'D1',
] as const;
export type DefectClass = (typeof DEFECT_CLASSES)[number];

export type Severity = 'error' | 'warning' | 'information';

/** GeoJSON in degrees; rings closed. Structural: core does not depend on GeoJSON's type package. */
export type DefectGeometry =
  | { type: 'Point'; coordinates: number[] }
  | { type: 'MultiPoint'; coordinates: number[][] }
  | { type: 'LineString'; coordinates: number[][] }
  | { type: 'MultiLineString'; coordinates: number[][][] }
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

/** How much of a defect's outline runs along one unit. */
export interface SharedBorder {
  /** Index of the unit, or -1 for the parent's line. */
  unit: number;
  lengthMetres: number;
}

export interface Defect {
  /** Stable under re-run: class and a hash of class, units and place. */
  id: string;
  class: DefectClass;
  severity: Severity;
  /** Indices of all the units involved, ascending. For a gap: the units around it. */
  units: number[];
  /** Square metres on the GRS80 ellipsoid; null where the defect has no area (a point, a line). */
  areaSquareMetres: number | null;
  /** Diameter of the largest inscribed circle; for D1 the length of the displacement. Null for points. */
  widthMetres: number | null;
  /** Half the outline less the width, or the line's own length. Null for points. */
  lengthMetres: number | null;
  geometry: DefectGeometry;
  /** A place inside the defect: where to fly, where the number stands. */
  location: LngLat;
  /** Gaps and overlaps narrower than the sliver tolerance. */
  sliver: boolean;
  /** Gaps and overlaps: units along the outline, longest first. The first is who would take a gap by default. */
  borders: SharedBorder[];
  /** D1: how far the unit lies from where its neighbours expect it. Moving it by the negative mends it. */
  shift?: { eastMetres: number; northMetres: number };
  /** A finer word within the class, for the catalogue: see `DefectDetail`. */
  detail?: DefectDetail;
}

/**
 * `holeOutside`: S1, a hole lies outside its shell. `partsOverlap`: S1, parts of one unit overlap.
 * `partsTouch`: S4, parts of one unit share an edge. `fragment`: P1 narrower than the sliver tolerance, likely an error.
 * `overlapped`: P1, the part lies wholly on
 * another unit's ground. `layerShifted`: D1 of the whole layer against the parent. `exact`: S2, out and back on the same line.
 * `subdistrict`: O4, the unit reaches into the ground of another subdistrict.
 */
export type DefectDetail =
  | 'holeOutside' | 'partsOverlap' | 'partsTouch' | 'fragment' | 'overlapped' | 'layerShifted' | 'exact' | 'subdistrict';

/** The tolerances, in metres, kept apart because they answer different questions. */
export interface CheckTolerances {
  /** Positions closer than this are one position. Never finer than 1e-7°, 0.011 m. */
  gridMetres: number;
  /** Gaps and overlaps narrower than this are near-matches (N1). */
  matchMetres: number;
  /** Gaps and overlaps narrower than this are slivers. */
  sliverMetres: number;
}

export const DEFAULT_TOLERANCES: CheckTolerances = { gridMetres: 0.011, matchMetres: 0.1, sliverMetres: 1 };

/** Intersections are rounded to a grid sixteen times finer than the positions: 0.7 mm. Fixed; the fourth tolerance. */
export const NODING_STEPS = 16;
export const NODING_METRES = 0.0007;

export interface CheckResult {
  unitCount: number;
  vertexCount: number;
  defects: Defect[];
  /** Area of each unit as it stands in the file, m² on GRS80. */
  unitAreas: Float64Array;
  /** Ground covered at least once, inside the parent if there is one: total less overlaps. */
  totals: {
    unitsSquareMetres: number;
    parentSquareMetres: number | null;
    gapSquareMetres: number;
    overlapSquareMetres: number;
    beyondSquareMetres: number;
  };
  tolerances: CheckTolerances;
}
