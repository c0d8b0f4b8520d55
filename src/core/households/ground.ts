/** A coverage as the atoms ask it: which faces are near, which arcs bound them, and which face holds a point. */
import { halvesOf, OUTSIDE_FACE, type Arc, type Coverage } from '../coverage/coverage.ts';
import type { Box } from '../coverage/faceIndex.ts';
import { turn } from '../coverage/noding.ts';

export interface Ground {
  readonly coverage: Coverage;
  /** Arcs with the face on one side only, each once; kept while many atoms ask. */
  arcsOf(face: number): readonly number[];
  /** Bounded faces whose box meets the box. */
  facesNear(box: Box): number[];
}

/** One for each piece of work: what it keeps is true of this coverage only. */
export function openGround(coverage: Coverage): Ground {
  const arcs = new Map<number, readonly number[]>();
  return {
    coverage,
    arcsOf(face) {
      let found = arcs.get(face);
      if (!found) {
        const all = new Set(halvesOf(coverage, face).map((half) => half >> 1));
        found = [...all].filter((id) => {
          const arc = coverage.arcs.get(id)!;
          return arc.left !== arc.right;
        });
        arcs.set(face, found);
      }
      return found;
    },
    facesNear(box) {
      const near: number[] = [];
      const { west, south, cell, columns, rows, cells } = coverage.index;
      const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(at / cell)));
      const lastColumn = within(box[2] - west, columns);
      const lastRow = within(box[3] - south, rows);
      for (let row = within(box[1] - south, rows); row <= lastRow; row++) {
        for (let column = within(box[0] - west, columns); column <= lastColumn; column++) {
          for (const face of cells.get(row * columns + column)) {
            if (face !== OUTSIDE_FACE && !near.includes(face) && meet(coverage.faces.get(face)!.box, box)) near.push(face);
          }
        }
      }
      return near;
    },
  };
}

/** A point on a line is taken a hair to the east and north; where that is beyond all ground, in the next of these directions. */
const NUDGES: readonly (readonly [number, number])[] = [[1, 1], [-1, 1], [1, -1], [-1, -1]];

/**
 * The face that holds a point, in steps; the outside only where no side of it is bounded. A point on a line belongs to exactly
 * one face, and to which depends on the lines alone, not on the numbering of faces.
 */
export function locate(ground: Ground, x: number, y: number): number {
  const near = ground.facesNear([x, y, x, y]);
  for (const [dx, dy] of NUDGES) {
    for (const face of near) if (holds(ground, face, x, y, dx, dy)) return face;
  }
  return OUTSIDE_FACE;
}

/** By the count of lines to the west of the point moved by a hair: first along x, and by less along y. */
function holds(ground: Ground, face: number, x: number, y: number, dx: number, dy: number): boolean {
  let inside = false;
  for (const id of ground.arcsOf(face)) {
    const arc = ground.coverage.arcs.get(id)!;
    const box = arcBox(arc);
    if (box[0] > x || box[1] > y || box[3] < y) continue;
    const { xy } = arc;
    for (let i = 2; i < xy.length; i += 2) {
      const ay = xy[i - 1]!;
      const by = xy[i + 1]!;
      const isUpA = dy > 0 ? ay > y : ay >= y;
      const isUpB = dy > 0 ? by > y : by >= y;
      if (isUpA === isUpB) continue;
      const ax = xy[i - 2]!;
      const bx = xy[i]!;
      if (ax > x && bx > x) continue;
      // Taken upwards, the line has what lies west of it on its left.
      const side = isUpB ? turn(ax, ay, bx, by, x, y) : turn(bx, by, ax, ay, x, y);
      if (side < 0 || (side === 0 && dx > 0)) inside = !inside;
    }
  }
  return inside;
}

const boxes = new WeakMap<Arc, Box>();

export function arcBox(arc: Arc): Box {
  let box = boxes.get(arc);
  if (!box) {
    const { xy } = arc;
    let [west, south, east, north] = [xy[0]!, xy[1]!, xy[0]!, xy[1]!];
    for (let i = 2; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]!);
      east = Math.max(east, xy[i]!);
      south = Math.min(south, xy[i + 1]!);
      north = Math.max(north, xy[i + 1]!);
    }
    box = [west, south, east, north];
    boxes.set(arc, box);
  }
  return box;
}

/** Boxes that touch meet. */
export function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
