/**
 * Independent engines that answer the check's three questions of the ground,
 * for differential tests. Coordinates are steps of 1e-7°, counted from `origin`.
 */
import { ringAreaSquareMetres } from '../../src/core/geo/ellipsoid.ts';
import type { PolygonLayer } from '../../src/core/coverage/layer.ts';
import { stepsOf } from '../builders/coverage.ts';

export type Point = [x: number, y: number];
/** Rings, the outline first; not closed. */
export type Polygon = Point[][];

export interface Task {
  origin: Point;
  /** Unit → polygons. */
  units: Polygon[][];
  /** All parents' polygons, or null. */
  parent: Polygon[] | null;
}

export interface Oracle {
  name: string;
  /** Ground of two units or more, inside the parent; connected pieces. */
  heldTwice(task: Task): Polygon[];
  /** Ground of no unit, inside the parent or enclosed by units. */
  heldByNone(task: Task): Polygon[];
  /** Ground of units outside the parent. */
  beyond(task: Task): Polygon[];
}

export function taskOf(units: PolygonLayer, parent: PolygonLayer | null): Task {
  const origin: Point = [Infinity, Infinity];
  for (const { coordinates } of parent ? [units, parent] : [units]) {
    coordinates.forEach((value, i) => { origin[i & 1] = Math.min(origin[i & 1]!, value); });
  }
  const moved = (layer: PolygonLayer): Polygon[][] => stepsOf(layer).map((unit) => unit.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): Point => [x - origin[0], y - origin[1]]))));
  return { origin, units: moved(units), parent: parent && moved(parent).flat() };
}

export function squareMetres(polygon: Polygon, [x0, y0]: Point): number {
  const size = (ring: Point[]): number => Math.abs(ringAreaSquareMetres(ring.flatMap(([x, y]) => [x + x0, y + y0]), 0, ring.length));
  return polygon.reduce((sum, ring, i) => sum + (i === 0 ? size(ring) : -size(ring)), 0);
}

export type Box = [west: number, south: number, east: number, north: number];

export function boxOf(polygons: Polygon[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygons.flat(2)) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

export function pairsThatMeet(units: Polygon[][]): [number, number][] {
  const boxes = units.map(boxOf);
  return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b, k): [number, number][] =>
    a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3] ? [[i, i + 1 + k]] : []));
}
