/** Clipper2: exact integers, 64 times finer than the positions. Crossed units are read by the even-odd rule first. */
import { Clipper, Clipper64, ClipType, FillRule } from 'clipper2-ts';
import type { Path64, Paths64 } from 'clipper2-ts';
import { pairsThatMeet } from './oracle.ts';
import type { Oracle, Point, Polygon, Task } from './oracle.ts';

const FINE = 64;

export const clipper2: Oracle = {
  name: 'Clipper2',
  heldTwice(task) {
    const units = task.units.map(pathsOf);
    const shared = pairsThatMeet(task.units).flatMap(([a, b]) => overlay(ClipType.Intersection, units[a]!, units[b]!));
    const parent = parentOf(task);
    return polygonsOf(parent ? overlay(ClipType.Intersection, shared, parent) : overlay(ClipType.Union, shared, []));
  },
  heldByNone(task) {
    const united = overlay(ClipType.Union, task.units.flatMap(pathsOf), []);
    const parent = parentOf(task);
    if (parent) return polygonsOf(overlay(ClipType.Difference, parent, united));
    // Holes of the union: what a box round everything has that the union has not, without the outside.
    const reach = 1e8;
    const box: Paths64 = [[{ x: -FINE, y: -FINE }, { x: reach, y: -FINE }, { x: reach, y: reach }, { x: -FINE, y: reach }]];
    return polygonsOf(overlay(ClipType.Difference, box, united)).filter(([outline]) => !outline!.some(([x]) => x < 0));
  },
  beyond(task) {
    const parent = parentOf(task);
    return parent ? polygonsOf(overlay(ClipType.Difference, task.units.flatMap(pathsOf), parent)) : [];
  },
};

/** Positions in the middle of straight lines stay: ground may touch there. */
function overlay(type: ClipType, subject: Paths64, clip: Paths64, rule = FillRule.NonZero): Paths64 {
  const clipper = new Clipper64();
  clipper.preserveCollinear = true;
  clipper.addSubject(subject);
  clipper.addClip(clip);
  const paths: Paths64 = [];
  if (!clipper.execute(type, rule, paths)) throw new Error('Clipper2 gave no answer');
  return paths;
}

function parentOf({ parent }: Task): Paths64 | null {
  return parent && pathsOf(parent);
}

/** Outlines counter-clockwise and holes clockwise, whatever the input. */
function pathsOf(polygons: Polygon[]): Paths64 {
  const rings = polygons.flat().map((ring) => ring.map(([x, y]) => ({ x: x * FINE, y: y * FINE })));
  return overlay(ClipType.Union, rings, [], FillRule.EvenOdd);
}

/** Outlines turn left, holes right; a hole belongs to the smallest outline round it. Clipper's own tree misplaces some. */
function polygonsOf(paths: Paths64): Polygon[] {
  const rings = paths.flatMap(simple).map((path) => ({ ring: path.map(({ x, y }): Point => [x / FINE, y / FINE]), size: Clipper.area(path) }));
  const outlines = rings.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size).map(({ ring }) => [ring]);
  for (const { ring } of rings.filter(({ size }) => size < 0)) {
    // A hole may touch its outline at a corner: the middle of an edge tells.
    const middle: Point = [(ring[0]![0] + ring[1]![0]) / 2, (ring[0]![1] + ring[1]![1]) / 2];
    outlines.find(([outline]) => encloses(outline!, middle))?.push(ring);
  }
  return outlines;
}

/** Ground that touches at a corner comes as one path; cut there it falls apart. */
function simple(path: Path64): Paths64 {
  const rings: Paths64 = [];
  const walk: Path64 = [];
  for (const point of path) {
    const seen = walk.findIndex(({ x, y }) => x === point.x && y === point.y);
    if (seen >= 0) rings.push(walk.splice(seen));
    walk.push(point);
  }
  return [...rings, walk].filter((ring) => ring.length > 2);
}

function encloses(ring: Point[], [x, y]: Point): boolean {
  return ring.filter(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return ay > y !== by > y && ax + ((y - ay) / (by - ay)) * (bx - ax) > x;
  }).length % 2 === 1;
}
