/**
 * From blocks to lines on the ground. A side of a block is divided at every corner that
 * touches it, and each piece has one course; so blocks, communities, streets
 * and the district's outline all run through the same vertices.
 */
import { hashSigned } from '../random.ts';
import type { Step } from '../steps.ts';
import type { Block, Board } from './blocks.ts';
import type { Cut, LineClass } from './plan.ts';
import { stepAt } from './warp.ts';

export type Corner = readonly [u: number, v: number];

/** A piece of a line between two neighbouring corners; `key` is the same from both sides. */
export interface Arc {
  key: string;
  from: Corner;
  to: Corner;
  cut: Cut;
}

/** About this long are the straight pieces that a bent street is drawn with. */
const PIECE_METRES = 85;

export class ArcMap {
  private readonly onU = new Map<number, number[]>();
  private readonly onV = new Map<number, number[]>();
  private readonly cutOf = new Map<string, Cut>();

  constructor(board: Board) {
    for (const [u, v] of board.corners) {
      collect(this.onU, u, v);
      collect(this.onV, v, u);
    }
    for (const map of [this.onU, this.onV]) map.forEach((list, at) => map.set(at, [...new Set(list)].sort((a, b) => a - b)));
    // Main lines come first in the list and win where a smaller cut runs along them.
    for (const cut of board.cuts) {
      for (const arc of this.along(cut)) if (!this.cutOf.has(arc.key)) this.cutOf.set(arc.key, cut);
    }
  }

  /** The pieces of a cut, in its direction. */
  along(cut: Cut): Arc[] {
    const stops = ((cut.axis === 'u' ? this.onU : this.onV).get(cut.at) ?? []).filter((s) => s >= cut.from && s <= cut.to);
    const corner = (stop: number): Corner => (cut.axis === 'u' ? [cut.at, stop] : [stop, cut.at]);
    return stops.slice(1).map((stop, i) => {
      const [from, to] = [corner(stops[i]!), corner(stop)];
      return { key: keyOf(from, to), from, to, cut: this.cutOf.get(keyOf(from, to)) ?? cut };
    });
  }

  /** The pieces around a block, counter-clockwise. */
  around({ u0, v0, u1, v1 }: Block): Arc[] {
    const side = (axis: 'u' | 'v', at: number, from: number, to: number): Arc[] =>
      this.along({ axis, at, from, to, class: 'parcel', name: null });
    const reversed = (arcs: Arc[]): Arc[] => arcs.map((arc) => ({ ...arc, from: arc.to, to: arc.from })).reverse();
    return [...side('v', v0, u0, u1), ...side('u', u1, v0, v1), ...reversed(side('v', v1, u0, u1)), ...reversed(side('u', u0, v0, v1))];
  }

  classOf(arc: Arc): LineClass {
    return arc.cut.class;
  }
}

/** Vertices from the arc's start up to but without its end; the same from both sides. */
export function courseOf(arc: Arc): Step[] {
  const [a, b] = keyOrder(arc.from, arc.to);
  const du = b[0] - a[0];
  const dv = b[1] - a[1];
  const length = Math.hypot(du, dv);
  const pieces = Math.max(1, Math.round(length / PIECE_METRES));
  // Field tracks wander a little; streets were drawn with a ruler.
  const stray = arc.cut.class === 'track' ? 0.1 * Math.min(length, 300) : 0;
  const out: Step[] = [];
  for (let i = 0; i <= pieces; i++) {
    const t = i / pieces;
    const aside = stray * Math.sin(Math.PI * t) * hashSigned(71, a[0] * 16 + b[0], a[1] * 16 + b[1], i);
    out.push(stepAt(a[0] + du * t - (dv / length) * aside, a[1] + dv * t + (du / length) * aside));
  }
  if (a !== arc.from) out.reverse();
  out.pop();
  return out;
}

/** The outline of a set of blocks as rings of arcs, the blocks on the left: shells counter-clockwise, holes clockwise. */
export function outlineArcs(map: ArcMap, blocks: readonly Block[]): Arc[][] {
  const open = new Map<string, Arc>();
  for (const arc of blocks.flatMap((block) => map.around(block))) {
    if (!open.delete(arc.key)) open.set(arc.key, arc);
  }
  const next = new Map<string, Arc>();
  for (const arc of open.values()) {
    if (next.has(String(arc.from))) throw new Error(`The outline passes corner ${String(arc.from)} twice.`);
    next.set(String(arc.from), arc);
  }
  const rings: Arc[][] = [];
  while (next.size > 0) {
    const ring: Arc[] = [];
    for (let arc = next.values().next().value; arc !== undefined; arc = next.get(String(arc.to))) {
      ring.push(arc);
      next.delete(String(arc.from));
    }
    rings.push(ring);
  }
  return rings;
}

function collect(map: Map<number, number[]>, at: number, stop: number): void {
  const list = map.get(at);
  if (list === undefined) map.set(at, [stop]);
  else list.push(stop);
}

function keyOrder(a: Corner, b: Corner): [Corner, Corner] {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
}

function keyOf(a: Corner, b: Corner): string {
  return keyOrder(a, b).join(' ');
}
