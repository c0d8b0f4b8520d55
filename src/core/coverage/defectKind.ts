/**
 * What a defect says of the ground, whatever its class is called. The classes
 * tell an officer what to do; this tells arithmetic what to add up.
 */
import type { Defect } from './defect.ts';

export type DefectKind =
  /** Held by nobody. */
  | 'gap'
  /** Held twice or more; by parts of one unit too. */
  | 'overlap'
  /** Outside the parent. */
  | 'beyond'
  /** In the ground of another subdistrict: held wrongly, but once, and inside the parent. */
  | 'foreign'
  /** A near-match with an area: hair-thin ground of all three sorts along one line. */
  | 'near'
  /** The ring of gaps and overlaps about a unit that lies displaced. */
  | 'shift'
  | 'exclave'
  /** Points and lines: no ground at all. */
  | 'line';

export function defectKind({ class: name, areaSquareMetres, detail }: Pick<Defect, 'class' | 'areaSquareMetres' | 'detail'>): DefectKind {
  if (name === 'D1') return 'shift';
  if (name === 'P1') return 'exclave';
  if (areaSquareMetres === null) return 'line';
  if (name.startsWith('G')) return 'gap';
  if (name === 'O4') return detail === 'subdistrict' ? 'foreign' : 'beyond';
  if (name.startsWith('O') || name === 'S1') return 'overlap';
  return name === 'N1' ? 'near' : 'line';
}
