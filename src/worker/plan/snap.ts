/** Where a drawn position catches: vertices first, then streets, then boundaries. */
import Flatbush from 'flatbush';
import { halvesOf, type Coverage } from '../../core/coverage/coverage.ts';
import { nearestBoundary, nearestOnLine } from '../../core/coverage/boundary.ts';
import { facesNear } from '../../core/coverage/faceIndex.ts';
import { localScale } from '../../core/geo/ellipsoid.ts';
import { degreesOf } from '../../core/plan/edit.ts';
import type { SnapHit } from '../planProtocol.ts';

export interface StreetLine {
  name: string | null;
  /** Interleaved steps. */
  xy: readonly number[];
}

export interface StreetIndex {
  streets: readonly StreetLine[];
  /** One box a street; null without streets. */
  tree: Flatbush | null;
}

/** A vertex catches from twice as far as a line: it is the better place. */
const VERTEX_PULL = 2;

export function indexStreets(streets: readonly StreetLine[]): StreetIndex {
  if (streets.length === 0) return { streets, tree: null };
  const tree = new Flatbush(streets.length);
  for (const { xy } of streets) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]!);
      east = Math.max(east, xy[i]!);
      south = Math.min(south, xy[i + 1]!);
      north = Math.max(north, xy[i + 1]!);
    }
    tree.add(west, south, east, north);
  }
  tree.finish();
  return { streets, tree };
}

export function snap(coverage: Coverage, { streets, tree }: StreetIndex, x: number, y: number, metres: number): SnapHit | null {
  const { east, north } = localScale(y);
  const box = [x - metres / east, y - metres / north, x + metres / east, y + metres / north] as const;
  let best: { hit: SnapHit; pull: number } | null = null;
  const offer = (px: number, py: number, kind: SnapHit['kind'], name: string | null): void => {
    const distance = Math.hypot((px - x) * east, (py - y) * north);
    const pull = kind === 'vertex' ? distance / VERTEX_PULL : distance;
    if (distance <= metres && (best === null || pull < best.pull)) best = { hit: { at: degreesOf(px, py), kind, name }, pull };
  };
  for (const face of facesNear(coverage.index, box)) {
    for (const half of halvesOf(coverage, face)) {
      const { xy } = coverage.arcs.get(half >> 1)!;
      for (let i = 0; i < xy.length; i += 2) if (Math.abs(xy[i]! - x) * east <= metres && Math.abs(xy[i + 1]! - y) * north <= metres) offer(xy[i]!, xy[i + 1]!, 'vertex', null);
    }
  }
  for (const k of tree?.search(...box) ?? []) {
    const street = streets[k]!;
    for (let i = 0; i < street.xy.length; i += 2) offer(street.xy[i]!, street.xy[i + 1]!, 'vertex', street.name);
    const on = nearestOnLine(street.xy, x, y, east, north);
    offer(on.at[0], on.at[1], 'street', street.name);
  }
  const line = nearestBoundary(coverage, x, y, metres);
  if (line) offer(line.at[0], line.at[1], 'boundary', null);
  return (best as { hit: SnapHit } | null)?.hit ?? null;
}
