/** How much of a shape lies in which face. */
import type { Coverage } from '../coverage/coverage.ts';
import type { Box } from '../coverage/faceIndex.ts';
import { turn } from '../coverage/noding.ts';
import { inRing } from '../coverage/ringMeasure.ts';
import { boxOfRings } from './atom.ts';
import { arcBox, locate, meet, openGround, type Ground } from './ground.ts';
import { overlayCells, type Cell, type InsideRule, type LineSegment } from './overlay.ts';

/** Square metres by face, for each face with any; what lies beyond all ground is under the outside. */
export function clipAreas(coverage: Coverage, rings: readonly Int32Array[]): Map<number, number> {
  const ground = openGround(coverage);
  return sumByFace(clipCells(ground, rings, linesNear(ground, boxOfRings(rings)), 'odd'));
}

export function clipCells(ground: Ground, rings: readonly ArrayLike<number>[], lines: readonly LineSegment[], rule: InsideRule): Cell[] {
  return overlayCells(rings, lines, rule, (x, y) => locate(ground, x, y));
}

export function sumByFace(cells: readonly Cell[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { face, areaSquareMetres } of cells) sums.set(face, (sums.get(face) ?? 0) + areaSquareMetres);
  return sums;
}

/** Segments of arcs whose box meets the box. */
export function linesNear(ground: Ground, box: Box): LineSegment[] {
  const lines: LineSegment[] = [];
  const seen = new Set<number>();
  for (const face of ground.facesNear(box)) {
    for (const id of ground.arcsOf(face)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const arc = ground.coverage.arcs.get(id)!;
      if (!meet(arcBox(arc), box)) continue;
      const { xy, left, right } = arc;
      for (let i = 2; i < xy.length; i += 2) {
        const ax = xy[i - 2]!;
        const bx = xy[i]!;
        if ((ax < box[0] && bx < box[0]) || (ax > box[2] && bx > box[2])) continue;
        const ay = xy[i - 1]!;
        const by = xy[i + 1]!;
        if ((ay < box[1] && by < box[1]) || (ay > box[3] && by > box[3])) continue;
        lines.push({ ax, ay, bx, by, left, right, arc: id });
      }
    }
  }
  return lines;
}

/** Whether any line touches the ground of a shape or its outline. If none does, the shape lies in one face, all of it. */
export function touches(rings: readonly ArrayLike<number>[], lines: readonly LineSegment[]): boolean {
  return lines.some(({ ax, ay, bx, by }) => {
    let inside = false;
    for (const ring of rings) {
      if (inRing(ring, ax, ay)) inside = !inside;
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        if (segmentsMeet(ax, ay, bx, by, ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!)) return true;
      }
    }
    return inside;
  });
}

function segmentsMeet(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.min(ax, bx) > Math.max(cx, dx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.min(ay, by) > Math.max(cy, dy)) return false;
  const c = turn(ax, ay, bx, by, cx, cy);
  const d = turn(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = turn(cx, cy, dx, dy, ax, ay);
  const b = turn(cx, cy, dx, dy, bx, by);
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
}
