/** The ground that reported defects account for, found by place: what of Turf's findings is known already. */
import Flatbush from 'flatbush';
import type { CheckResult, Defect } from './defect.ts';
import { defectKind } from './defectKind.ts';
import { boxOf, groundOfGeometry, polygonsOf } from './opinionGround.ts';
import type { Box, Ground } from './opinionGround.ts';
import { degreesPerMetre } from './opinionMeasure.ts';

export interface Reported {
  /** Ground of gaps, overlaps, near-matches, shifts and ground beyond the parent that meets a box. */
  near: (box: Box) => Ground[];
  /** Whether a piece is the thin ground between a spike's legs: the check lists the spike as a line. */
  alongSpike: (piece: Ground) => boolean;
}

export function indexReported({ defects, tolerances }: CheckResult): Reported {
  const grounds = defects.flatMap((defect) => {
    const kind = defectKind(defect);
    const ground = kind === 'line' || kind === 'exclave' ? null : groundOfGeometry(defect.geometry);
    return ground ? [ground] : [];
  });
  const search = grounds.length > 0 ? new Flatbush(grounds.length) : null;
  for (const ground of grounds) search?.add(...boxOf(ground));
  search?.finish();
  const spikes = defects.filter((defect) => defect.class === 'S2').flatMap(lineOf);
  return {
    near: (box) => search?.search(...box).sort((a, b) => a - b).map((at) => grounds[at]!) ?? [],
    alongSpike: (piece) => spikes.some((line) => liesAlong(piece, line, tolerances.matchMetres)),
  };
}

type Line = readonly [from: readonly number[], to: readonly number[]];

function lineOf({ geometry }: Defect): Line[] {
  return geometry.type === 'LineString' && geometry.coordinates.length === 2
    ? [[geometry.coordinates[0]!, geometry.coordinates[1]!]]
    : [];
}

/** Every position of the piece within some metres of the segment. */
function liesAlong(piece: Ground, [from, to]: Line, metres: number): boolean {
  const { lng, lat } = degreesPerMetre(from[1]!);
  const [dx, dy] = [(to[0]! - from[0]!) / lng, (to[1]! - from[1]!) / lat];
  const square = dx * dx + dy * dy || 1;
  return polygonsOf(piece).flat(2).every(([x, y]) => {
    const [px, py] = [(x! - from[0]!) / lng, (y! - from[1]!) / lat];
    const along = Math.max(0, Math.min(1, (px * dx + py * dy) / square));
    return Math.hypot(px - along * dx, py - along * dy) <= metres;
  });
}
