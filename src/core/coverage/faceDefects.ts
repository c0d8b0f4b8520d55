/** Gaps, overlaps and ground beyond the parent: labelled faces become defects, each in its class. */
import type { CheckTolerances, Defect, DefectClass, DefectDetail } from './defect.ts';
import type { FaceGraph } from './faces.ts';
import { cycle, origin, OUTSIDE } from './faces.ts';
import { bordersOf, degrees, lengthAlong, polygonCoordinates, shapeOf, type FaceShape } from './faceShape.ts';
import type { PolygonLayer } from './layer.ts';
import { pointInUnit } from './pointInUnit.ts';
import { PARENT, type Residue } from './residue.ts';
import type { RingFacts } from './rings.ts';

export type FaceKind = 'gap' | 'overlap' | 'beyond';

export interface DefectFace {
  kind: FaceKind;
  shape: FaceShape;
  /** How many units claim it. */
  claims: number;
  /** All units involved, ascending. */
  units: number[];
  touchesParent: boolean;
}

/** A missing unit is at least this part of the smaller of the typical unit and its neighbours, by area, and by width of the side of a square. */
const MISSING_UNIT_SHARE = 0.25;
/** A unit is contained, or two are duplicates, when this much of it is overlap. */
const CONTAINED_SHARE = 0.98;
const DUPLICATE_SHARE = 0.95;

export function defectFaces(
  faces: FaceGraph, residue: Residue, layer: PolygonLayer, facts: RingFacts, hasParent: boolean, thinMetres: number,
): DefectFace[] {
  const out: DefectFace[] = [];
  for (let face = 0; face < faces.faceCount; face++) {
    const kind = kindOf(faces, face, hasParent);
    if (kind === null) continue;
    const shape = shapeOf(faces, residue, face, thinMetres);
    const claims = faces.units[face]!;
    const units = unitsOf(kind, shape, claims, layer, facts);
    out.push({ kind, shape, claims, units, touchesParent: shape.claimants.has(PARENT) || shape.neighbours.has(PARENT) });
  }
  return out;
}

function kindOf(faces: FaceGraph, face: number, hasParent: boolean): FaceKind | null {
  if (face === OUTSIDE) return null;
  const units = faces.units[face]!;
  if (!hasParent) return units <= 0 ? 'gap' : units >= 2 ? 'overlap' : null;
  const parents = faces.parents[face]!;
  if (parents >= 1) return units <= 0 ? 'gap' : units >= 2 ? 'overlap' : null;
  return units >= 1 ? 'beyond' : null;
}

/** Units round a gap; units that claim an overlap, those without a line on it found by their place. */
function unitsOf(kind: FaceKind, shape: FaceShape, claims: number, layer: PolygonLayer, facts: RingFacts): number[] {
  const side = kind === 'gap' ? shape.neighbours : shape.claimants;
  const units = new Set([...side.keys()].filter((owner) => owner !== PARENT));
  if (kind !== 'gap' && units.size < claims) {
    for (let u = 0; u < layer.unitCount && units.size < claims; u++) {
      if (!units.has(u) && pointInUnit(layer, facts, u, shape.insideX, shape.insideY)) units.add(u);
    }
  }
  return [...units].sort((a, b) => a - b);
}

/** Ground counted several times, not at all, and beyond, over all faces, however thin: the sums that must agree. */
export function faceTotals(list: readonly DefectFace[]) {
  let gap = 0;
  let overlap = 0;
  let beyond = 0;
  for (const { kind, shape, claims } of list) {
    if (kind === 'gap') gap += shape.areaSquareMetres * (1 - claims);
    else if (kind === 'overlap') overlap += shape.areaSquareMetres * (claims - 1);
    else beyond += shape.areaSquareMetres * claims;
  }
  return { gapSquareMetres: gap, overlapSquareMetres: overlap, beyondSquareMetres: beyond };
}

export function faceDefect(
  item: DefectFace, faces: FaceGraph, residue: Residue, facts: RingFacts, tolerances: CheckTolerances, typicalUnitArea: number,
): Defect {
  const { kind, shape, units } = item;
  const near = shape.widthMetres <= tolerances.matchMetres;
  const [cls, detail] = near ? ['N1' as DefectClass] : classOf(item, facts, typicalUnitArea);
  return {
    id: '', class: cls, severity: near ? 'warning' : 'error', units,
    areaSquareMetres: shape.areaSquareMetres, widthMetres: shape.widthMetres, lengthMetres: lengthAlong(shape),
    geometry: { type: 'Polygon', coordinates: polygonCoordinates(shape.rings, faces, residue) },
    location: [degrees(shape.insideX), degrees(shape.insideY)],
    sliver: shape.widthMetres <= tolerances.sliverMetres,
    borders: kind === 'gap' ? bordersOf(shape.neighbours) : overlapBorders(item, faces, residue),
    ...(detail && { detail }),
  };
}

function classOf(item: DefectFace, facts: RingFacts, typicalUnitArea: number): [DefectClass, DefectDetail?] {
  const { kind, shape, units } = item;
  if (kind === 'beyond') return ['O4'];
  if (kind === 'gap') {
    if (units.length === 1 && !item.touchesParent) return ['G4'];
    if (asLargeAsUnit(shape, units, facts, typicalUnitArea)) return ['G3'];
    return [item.touchesParent ? 'G2' : 'G1'];
  }
  if (units.length === 1) return ['S1', 'partsOverlap'];
  const covered = units.map((u) => shape.areaSquareMetres / Math.max(facts.unitArea[u]!, 1e-9));
  if (covered.filter((share) => share >= DUPLICATE_SHARE).length >= 2) return ['O3'];
  if (covered.some((share) => share >= CONTAINED_SHARE)) return ['O2'];
  return ['O1'];
}

function asLargeAsUnit(shape: FaceShape, units: number[], facts: RingFacts, typicalUnitArea: number): boolean {
  const neighbours = units.map((u) => facts.unitArea[u]!).sort((a, b) => a - b);
  const middle = neighbours[neighbours.length >> 1] ?? typicalUnitArea;
  const reference = Math.min(typicalUnitArea, middle) * MISSING_UNIT_SHARE;
  return shape.areaSquareMetres >= reference && shape.widthMetres >= Math.sqrt(reference) / 2;
}

/** Which claimant goes on beyond an overlap's line, and for how long: who would keep it by longest border. */
function overlapBorders(item: DefectFace, faces: FaceGraph, residue: Residue): Defect['borders'] {
  const lengths = new Map<number, number>();
  const { graph } = faces;
  const metres = item.shape.perimeterMetres / Math.max(outlineSteps(item, faces), 1e-9);
  for (const rim of [faces.outline[item.shape.face]!, ...faces.holes[item.shape.face]!]) {
    for (const h of cycle(faces, rim)) {
      const ending = new Set<number>();
      for (let k = graph.useStart[h >> 1]!; k < graph.useStart[(h >> 1) + 1]!; k++) ending.add(residue.owner[graph.useSegment[k]!]!);
      const length = stepLength(faces, h) * metres;
      for (const unit of item.units) if (!ending.has(unit)) lengths.set(unit, (lengths.get(unit) ?? 0) + length);
    }
  }
  return bordersOf(lengths);
}

function outlineSteps(item: DefectFace, faces: FaceGraph): number {
  let sum = 0;
  for (const rim of [faces.outline[item.shape.face]!, ...faces.holes[item.shape.face]!]) {
    for (const h of cycle(faces, rim)) sum += stepLength(faces, h);
  }
  return sum;
}

function stepLength(faces: FaceGraph, h: number): number {
  const a = origin(faces.graph, h);
  const b = origin(faces.graph, h ^ 1);
  return Math.hypot(faces.graph.nodeX[b]! - faces.graph.nodeX[a]!, faces.graph.nodeY[b]! - faces.graph.nodeY[a]!);
}
