/**
 * One reported defect put to Turf. Turf is not asked whether the defect's own
 * polygon is right: it works the ground out again from the units near it, and
 * the pieces that it finds where the check says something are measured, less
 * what other defects of the list account for.
 *
 *   overlaps          the ground that pairs of its units share
 *   gaps              its surroundings (a box somewhat larger), inside the parent, without the units near
 *   beyond the parent the unit without the parent, or with the foreign subdistrict
 *   near-matches      all three: such a run weaves from gap to overlap
 */
import { NODING_METRES } from './defect.ts';
import type { Defect } from './defect.ts';
import { defectKind } from './defectKind.ts';
import type { OpinionDifference } from './opinion.ts';
import { boxesMeet, boxOf, groundOfBox, groundOfGeometry, piecesOf } from './opinionGround.ts';
import type { Box, Ground } from './opinionGround.ts';
import { groundsAbout } from './opinionIndex.ts';
import type { GroundIndex } from './opinionIndex.ts';
import { grown, outlineMetres, squareMetres } from './opinionMeasure.ts';
import { shared, together, without } from './opinionOverlay.ts';
import { wrongGround } from './opinionShift.ts';

/** Areas agree within this share of the larger… */
export const AREA_SHARE = 0.02;
/** …or within this, m²… */
export const AREA_FLOOR_SQUARE_METRES = 0.05;
/** …or within this width along the outline, m: the check rounds crossings by half its noding grid, which tilts long thin pieces. */
export const AREA_ROUNDING_METRES = NODING_METRES / 2;
/** A shifted unit is confirmed when moving it back leaves no more than this share of the ground that is wrong. */
export const SHIFT_LEFT_SHARE = 0.1;
/** How far the surroundings of a gap reach past it, m: its whole outline is met by units. */
const SURROUNDINGS_METRES = 5;
/** A piece belongs to a defect when they share this much of the smaller of the two. */
const MATCH_SHARE = 0.1;
const FOREIGN_SHARE = 0.01;

export interface Grounds {
  units: GroundIndex;
  parents: GroundIndex | null;
  /** Ground of reported defects that meets a box. */
  reportedNear: (box: Box) => Ground[];
}

/** Whether Turf can say anything of it: points, lines and exclaves are beyond it. */
export function canBeAsked(defect: Defect): boolean {
  const kind = defectKind(defect);
  if (kind === 'shift') return true;
  return kind !== 'line' && kind !== 'exclave' && groundOfGeometry(defect.geometry) !== null;
}

/** Null when Turf confirms the defect. */
export function askOfDefect(defect: Defect, grounds: Grounds): OpinionDifference | null {
  try {
    if (defectKind(defect) === 'shift') return askOfShift(defect, grounds);
    const ours = defect.areaSquareMetres!;
    const turf = foundSquareMetres(defect, grounds);
    if (turf === 0) return differenceOf(defect, 'notConfirmed', 0);
    return areasAgree(ours, turf, outlineMetres(groundOfGeometry(defect.geometry)!)) ? null : differenceOf(defect, 'area', turf);
  } catch (error) {
    return { ...differenceOf(defect, 'failed', null), message: wordsOf(error) };
  }
}

function areasAgree(a: number, b: number, outline: number): boolean {
  return Math.abs(a - b) <= Math.max(AREA_SHARE * Math.max(a, b), AREA_FLOOR_SQUARE_METRES, AREA_ROUNDING_METRES * outline);
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function foundSquareMetres(defect: Defect, grounds: Grounds): number {
  const here = groundOfGeometry(defect.geometry)!;
  const kind = defectKind(defect);
  const found: (Ground | null)[] = [];
  if (kind === 'overlap' || kind === 'near') found.push(...heldTwice(defect, here, grounds));
  if (kind === 'gap' || kind === 'near') found.push(heldByNone(here, grounds));
  if (kind === 'beyond' || kind === 'foreign' || kind === 'near') found.push(...heldBeyond(defect, here, grounds));
  return found.flatMap(piecesOf).reduce((sum, piece) => sum + ownShare(piece, here, grounds), 0);
}

/** What of a piece is this defect's: its own ground and what no defect of the list accounts for. */
function ownShare(piece: Ground, here: Ground, { reportedNear }: Grounds): number {
  const box = boxOf(piece);
  if (!boxesMeet(box, boxOf(here))) return 0;
  const size = squareMetres(piece);
  const common = squareMetres(shared(piece, here));
  if (common < MATCH_SHARE * Math.min(size, squareMetres(here))) return 0;
  return common + squareMetres(without(piece, [here, ...reportedNear(box)]));
}

/** Ground that pairs of the defect's units share; of one unit, its parts. Each piece of ground once. */
function heldTwice(defect: Defect, here: Ground, { units }: Grounds): Ground[] {
  const all = defect.units.flatMap((unit) => units.ground(unit) ?? []);
  const holders = (all.length === 1 ? piecesOf(all[0]!) : all).filter((ground) => boxesMeet(boxOf(ground), boxOf(here)));
  const common: Ground[] = [];
  holders.forEach((a, i) => {
    for (const b of holders.slice(i + 1)) if (boxesMeet(boxOf(a), boxOf(b))) common.push(...piecesOf(shared(a, b)));
  });
  const near = common.filter((ground) => boxesMeet(boxOf(ground), boxOf(here)));
  // Ground held three times comes up in three pairs.
  return holders.length > 2 ? piecesOf(together(near)) : near;
}

function heldByNone(here: Ground, { units, parents }: Grounds): Ground | null {
  const box = grown(boxOf(here), SURROUNDINGS_METRES);
  const around = groundOfBox(box);
  const inside = parents
    ? together(groundsAbout(parents, box).flatMap((parent) => shared(around, parent) ?? []))
    : around;
  return inside && without(inside, units.near(box).flatMap((unit) => units.ground(unit) ?? []));
}

function heldBeyond(defect: Defect, here: Ground, { units, parents }: Grounds): Ground[] {
  if (!parents) return [];
  const found = defect.units.flatMap((unit) => units.ground(unit) ?? []).filter((ground) => boxesMeet(boxOf(ground), boxOf(here)))
    .flatMap((ground) => {
      const near = groundsAbout(parents, boxOf(ground));
      if (defectKind(defect) !== 'foreign') return without(ground, near) ?? [];
      return near.filter((parent) => holdsSome(parent, here)).flatMap((parent) => shared(ground, parent) ?? []);
    });
  return found.length > 1 ? piecesOf(together(found)) : found;
}

/** Of the foreign ground, which may lie in several subdistricts; along the home line only rounding touches it. */
function holdsSome(parent: Ground, here: Ground): boolean {
  return squareMetres(shared(parent, here)) > FOREIGN_SHARE * squareMetres(here);
}

function askOfShift(defect: Defect, grounds: Grounds): OpinionDifference | null {
  const { before, after } = wrongGround(defect, grounds);
  return before > 0 && after <= SHIFT_LEFT_SHARE * before ? null : differenceOf(defect, 'notConfirmed', before);
}

function differenceOf(defect: Defect, kind: OpinionDifference['kind'], turf: number | null): OpinionDifference {
  return {
    kind,
    defectId: defect.id,
    units: defect.units,
    oursSquareMetres: defect.areaSquareMetres,
    turfSquareMetres: turf,
    lngLat: [defect.location[0], defect.location[1]],
  };
}
