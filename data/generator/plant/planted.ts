/**
 * What was planted, and the truth about it.
 * Truth comes from the coordinates as written, never from the width that was asked for.
 */
import type { DefectClass } from '../../../src/core/coverage/defect.ts';

export const PLANT_KINDS = [
  // These touch a whole unit and need the most room, so they are placed first.
  'shifted', 'missing', 'exclave', 'duplicate', 'unclosed',
  'gap40', 'gap10', 'gap2', 'gap0.5', 'gap0.2', 'gap0.05',
  'overlap40', 'overlap10', 'overlap2', 'overlap0.5', 'overlap0.2', 'overlap0.05',
  'inlet', 'beyond', 'deletedVertexGap', 'deletedVertexOverlap', 'nearMatch', 'unmatchedVertex', 'threefoldEdge',
  'hole', 'contained', 'selfCrossing', 'spike', 'collapsedRing', 'selfTouch',
] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

export interface Planted {
  kind: PlantKind;
  class: DefectClass;
  /** Further classes that the same fault may rightly raise. */
  also: DefectClass[];
  /** Codes of the units involved; the first is the one that was altered or added (G3: the units around the hole). */
  units: string[];
  /** True area on GRS80, square metres; null where the defect is a point, a line, or a displacement. */
  areaSquareMetres: number | null;
  /** The displacement that made a strip or a shift, metres; null elsewhere. */
  widthMetres: number | null;
  /** A place in the defect. */
  location: [lng: number, lat: number];
  /** What was done, in words. */
  note: string;
}
