/** Where an atom lies: in one face, or spread over several. A function of its shape and of the lines near it. */
import type { Coverage } from '../coverage/coverage.ts';
import { ringArea } from '../coverage/ringMeasure.ts';
import type { AtomShape } from './atom.ts';
import { clipCells, linesNear, sumByFace, touches } from './clip.ts';
import { crossingAreas } from './crossings.ts';
import { locate, type Ground } from './ground.ts';
import { isSimple } from './ringShape.ts';
import type { InsideRule } from './overlay.ts';

/**
 * Areas are counted in whole square centimetres: sums of whole numbers do not depend on their order, so figures kept up edit by
 * edit equal figures counted afresh. A district of 10,000 km² has 1e14 of them, well within what doubles hold exactly.
 */
export const AREA_UNITS_PER_SQUARE_METRE = 1e4;

export interface Spread {
  /** Ascending. */
  readonly faces: readonly number[];
  /** Of the shape in each face, in area units. */
  readonly areas: readonly number[];
}

/** A face, with the whole atom in it; or several. */
export type Place = number | Spread;

export function areaUnits(areaSquareMetres: number): number {
  return Math.round(areaSquareMetres * AREA_UNITS_PER_SQUARE_METRE);
}

export function placeOf(ground: Ground, shape: AtomShape, rule: InsideRule = 'odd'): Place {
  if (shape.type === 'point') return locate(ground, shape.x, shape.y);
  const { rings, box } = shape;
  const lines = linesNear(ground, box);
  if (lines.length === 0) return locate(ground, rings[0]![0]!, rings[0]![1]!);
  if (!touches(rings, lines)) {
    // Each ring lies in one face, but a line may run between two parts.
    const [first, ...others] = rings.map((ring) => locate(ground, ring[0]!, ring[1]!));
    if (others.every((face) => face === first)) return first!;
  }
  const plain = rings.length === 1 ? crossingAreas(rings[0]!, lines, (x, y) => locate(ground, x, y)) : null;
  const sums = plain ?? sumByFace(clipCells(ground, rings, lines, rule));
  const faces = [...sums.keys()].filter((face) => areaUnits(sums.get(face)!) > 0).sort((p, q) => p - q);
  if (faces.length === 0) return locate(ground, rings[0]![0]!, rings[0]![1]!);
  return faces.length === 1 ? faces[0]! : { faces, areas: faces.map((face) => areaUnits(sums.get(face)!)) };
}

/** All of it, in area units; 0 for a point. */
export function shapeArea(ground: Ground, shape: AtomShape, rule: InsideRule = 'odd'): number {
  if (shape.type === 'point') return 0;
  if (shape.rings.length === 1 && isSimple(shape.rings[0]!)) return areaUnits(Math.abs(ringArea(Array.from(shape.rings[0]!))));
  return areaUnits(clipCells(ground, shape.rings, [], rule).reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0));
}

export function facesOfPlace(place: Place): readonly number[] {
  return typeof place === 'number' ? [place] : place.faces;
}

export function samePlace(p: Place, q: Place): boolean {
  if (typeof p === 'number' || typeof q === 'number') return p === q;
  return p.faces.length === q.faces.length && p.faces.every((face, k) => face === q.faces[k] && p.areas[k] === q.areas[k]);
}

export function faceArea(coverage: Coverage, face: number): number {
  return areaUnits(coverage.faces.get(face)!.areaSquareMetres);
}
