/**
 * The whole layer put to Turf, independently of what the check reports: every
 * pair of units whose boxes meet is intersected, and all units are united and
 * held against the parent. Whatever Turf finds must lie on the ground of some
 * reported defect; what does not is `missing`.
 *
 * Rounding makes crumbs: pieces below `FLOOR_SQUARE_METRES`, and pieces thinner
 * than the check's own grid, are no finding.
 */
import type { CheckResult } from './defect.ts';
import type { OpinionDifference } from './opinion.ts';
import { wordsOf } from './opinionDefects.ts';
import { boxOf, groundOfBox, piecesOf, polygonsOf } from './opinionGround.ts';
import type { Box, Ground } from './opinionGround.ts';
import type { GroundIndex } from './opinionIndex.ts';
import { grown, meanWidthMetres, squareMetres } from './opinionMeasure.ts';
import { shared, together, without } from './opinionOverlay.ts';
import type { Reported } from './opinionReported.ts';
import type { Progress } from '../progress.ts';

/** Pieces smaller than this are not counted as findings, m². */
export const FLOOR_SQUARE_METRES = 0.05;

export interface LayerAnswer {
  pairsChecked: number;
  differences: OpinionDifference[];
}

/** Yields once per pair and once per step of the union; fractions are within this part of the work. */
export function* askOfLayer(
  result: CheckResult, units: GroundIndex, parents: GroundIndex | null, reported: Reported,
): Generator<Progress, LayerAnswer, void> {
  const differences: OpinionDifference[] = [];
  const seek = (holders: number[], box: Box | null, work: () => Ground | null): void => {
    try {
      for (const piece of unexplained(work(), reported, result.tolerances.gridMetres)) differences.push(missing(holders, piece, units));
    } catch (error) {
      differences.push(failed(holders, box, error));
    }
  };

  const pairs = pairsThatMeet(units);
  for (const [done, [a, b]] of pairs.entries()) {
    yield { phase: 'opinion.pairs', fraction: done / (2 * pairs.length) };
    seek([a, b], units.box(a), () => {
      const [first, second] = [units.ground(a), units.ground(b)];
      return first && second && shared(first, second);
    });
  }

  const united = yield* unite(units, (unit, error) => differences.push(failed([unit], units.box(unit), error)));
  yield { phase: 'opinion.union', fraction: 0.99 };
  const legal: Ground[] = [];
  for (let parent = 0; parents && parent < parents.count; parent++) {
    const ground = parents.ground(parent);
    if (ground) legal.push(ground);
  }
  seek([], null, () => heldByNone(united, legal));
  if (legal.length > 0) for (const part of united) seek([], boxOf(part), () => without(part, legal));
  return { pairsChecked: pairs.length, differences };
}

function unexplained(found: Ground | null, reported: Reported, gridMetres: number): Ground[] {
  const counts = (piece: Ground): boolean =>
    squareMetres(piece) >= FLOOR_SQUARE_METRES && meanWidthMetres(piece) >= gridMetres && !reported.alongSpike(piece);
  return piecesOf(found).filter(counts).flatMap((piece) => piecesOf(without(piece, reported.near(boxOf(piece)))).filter(counts));
}

function pairsThatMeet(units: GroundIndex): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < units.count; a++) {
    const box = units.box(a);
    if (box) for (const b of units.near(box)) if (b > a) pairs.push([a, b]);
  }
  return pairs;
}

/**
 * Unites by halves, neighbours first, so that progress shows and cancel works.
 * Where Turf cannot unite two grounds they stay apart: what follows subtracts
 * them one by one instead, and only if that fails too is there no answer.
 */
function* unite(units: GroundIndex, failedOn: (unit: number, error: unknown) => void): Generator<Progress, Ground[], void> {
  const all: Ground[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    try {
      const ground = units.ground(unit);
      if (ground) all.push(ground);
    } catch (error) {
      failedOn(unit, error);
    }
  }
  const steps = Math.max(1, all.length - 1);
  let done = 0;

  function* half(grounds: Ground[]): Generator<Progress, Ground[], void> {
    if (grounds.length < 2) return grounds;
    const boxes = new Map(grounds.map((ground) => [ground, boxOf(ground)]));
    const extent = (axis: 0 | 1): number =>
      Math.max(...grounds.map((g) => boxes.get(g)![axis])) - Math.min(...grounds.map((g) => boxes.get(g)![axis]));
    const axis = extent(0) > extent(1) ? 0 : 1;
    const sorted = [...grounds].sort((a, b) => boxes.get(a)![axis] - boxes.get(b)![axis]);
    const middle = sorted.length >> 1;
    const parts = [...(yield* half(sorted.slice(0, middle))), ...(yield* half(sorted.slice(middle)))];
    yield { phase: 'opinion.union', fraction: 0.5 + done++ / (2.1 * steps) };
    try {
      return piecesOf(together(parts));
    } catch {
      return parts;
    }
  }
  return yield* half(all);
}

/** Ground inside the parent, or enclosed where there is none, that no unit holds. */
function heldByNone(united: readonly Ground[], parents: readonly Ground[]): Ground | null {
  if (united.length === 0) return null;
  if (parents.length > 0) return together(parents.flatMap((parent) => without(parent, united) ?? []));
  const boxes = united.map(boxOf);
  const all = grown([
    Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])),
    Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3])),
  ], 10);
  const left = piecesOf(without(groundOfBox(all), united)).filter((piece) => boxOf(piece)[0] > all[0]);
  return left.length > 0 ? { ...left[0]!, geometry: { type: 'MultiPolygon', coordinates: left.flatMap(polygonsOf) } } : null;
}

/** `holders` are the units of a pair; without a pair the units near the piece are named. */
function missing(holders: number[], piece: Ground, units: GroundIndex): OpinionDifference {
  const [lng, lat] = polygonsOf(piece)[0]![0]![0]!;
  return {
    kind: 'missing', defectId: null, units: holders.length > 0 ? holders : units.near([lng!, lat!, lng!, lat!]),
    oursSquareMetres: null, turfSquareMetres: squareMetres(piece), lngLat: [lng!, lat!],
  };
}

function failed(units: number[], box: Box | null, error: unknown): OpinionDifference {
  return {
    kind: 'failed', defectId: null, units, oursSquareMetres: null, turfSquareMetres: null,
    lngLat: box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], message: wordsOf(error),
  };
}
