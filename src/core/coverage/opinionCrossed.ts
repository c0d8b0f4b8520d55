/**
 * Units that cross themselves, made readable for Turf. Turf takes a crossed
 * ring by non-zero winding; the check reads such a unit as GIS programs mend it:
 * ground is what an odd number of lines enclose. A ring cut wherever it meets
 * itself falls into loops that do not, and the odd ground is what is left when
 * the loops are laid over each other, twice held being not held.
 */
import type { Position } from 'geojson';
import { asGround, polygonsOf } from './opinionGround.ts';
import type { Ground } from './opinionGround.ts';
import { together, without } from './opinionOverlay.ts';
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';

/** Throws what Turf throws. */
export function heldByOddLines(ground: Ground): Ground | null {
  return polygonsOf(ground).flat().flatMap(loopsOf).reduce<Ground | null>((so, loop) => {
    const next = asGround([[loop]])!;
    return so ? together([without(so, [next]), without(next, [so])].flatMap((part) => part ?? [])) : next;
  }, null);
}

/** The ring, closed, as rings that meet themselves nowhere. */
export function loopsOf(ring: Position[]): Position[][] {
  const loops: Position[][] = [];
  const path: Position[] = [];
  const at = new Map<string, number>();
  for (const position of cutWhereItMeetsItself(ring)) {
    const key = position.join();
    const seen = at.get(key);
    if (seen !== undefined) {
      const loop = path.splice(seen);
      for (const passed of loop) at.delete(passed.join());
      if (loop.length > 2) loops.push([...loop, position]);
    }
    at.set(key, path.length);
    path.push(position);
  }
  return loops;
}

/** The ring with a position wherever two of its edges cross or touch. Positions are on the grid, crossings need not be. */
function cutWhereItMeetsItself(ring: Position[]): Position[] {
  const edges = ring.slice(1).map((to, i) => new Edge(ring[i]!, to));
  edges.forEach((a, i) => {
    for (let j = i + 1; j < edges.length; j++) a.meet(edges[j]!);
  });
  return [...edges.flatMap((edge) => edge.positions()), ring[0]!];
}

class Edge {
  private readonly cuts: { along: number; position: Position }[] = [];
  private readonly ax: number;
  private readonly ay: number;
  private readonly dx: number;
  private readonly dy: number;
  private readonly from: Position;
  private readonly to: Position;

  constructor(from: Position, to: Position) {
    this.from = from;
    this.to = to;
    this.ax = Math.round(from[0]! * STEPS_PER_DEGREE);
    this.ay = Math.round(from[1]! * STEPS_PER_DEGREE);
    this.dx = Math.round(to[0]! * STEPS_PER_DEGREE) - this.ax;
    this.dy = Math.round(to[1]! * STEPS_PER_DEGREE) - this.ay;
  }

  meet(other: Edge): void {
    const [a, b] = [other.sideOf(this.from), other.sideOf(this.to)];
    const [c, d] = [this.sideOf(other.from), this.sideOf(other.to)];
    if (a * b < 0 && c * d < 0) {
      const along = a / (a - b);
      const position = [0, 1].map((k) => this.from[k]! + along * (this.to[k]! - this.from[k]!));
      this.cuts.push({ along, position });
      other.cuts.push({ along: c / (c - d), position });
      return;
    }
    // An end of one on the inside of the other, also where both run along one line.
    for (const end of [other.from, other.to]) this.cutAt(end);
    for (const end of [this.from, this.to]) other.cutAt(end);
  }

  /** From the start, without the end. */
  positions(): Position[] {
    this.cuts.sort((p, q) => p.along - q.along);
    const all = [this.from, ...this.cuts.map(({ position }) => position)];
    return all.filter((position, i) => i === 0 || position.join() !== all[i - 1]!.join());
  }

  /** Exact on the grid: twice the area of the triangle, in square steps. */
  private sideOf(position: Position): number {
    const [x, y] = this.offset(position);
    return this.dx * y - this.dy * x;
  }

  private cutAt(position: Position): void {
    if (this.sideOf(position) !== 0) return;
    const [x, y] = this.offset(position);
    const along = (x * this.dx + y * this.dy) / (this.dx * this.dx + this.dy * this.dy || 1);
    if (along > 0 && along < 1) this.cuts.push({ along, position });
  }

  private offset(position: Position): [number, number] {
    return [Math.round(position[0]! * STEPS_PER_DEGREE) - this.ax, Math.round(position[1]! * STEPS_PER_DEGREE) - this.ay];
  }
}
