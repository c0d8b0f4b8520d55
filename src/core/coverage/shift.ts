/**
 * A unit displaced as a whole: its edges, moved back by one vector, all fall on
 * edges that its neighbours left without a partner. The vector is found by a
 * vote over pairs of unmatched edges that are each other's reverse.
 */
import { localScale } from '../geo/ellipsoid.ts';
import type { PolygonLayer } from './layer.ts';
import { DROPPED, UNMATCHED } from './matching.ts';
import { NODING_STEPS } from './defect.ts';
import { insidePoints, largestPolygon } from './labelPoint.ts';
import { pointInUnit } from './pointInUnit.ts';
import { PARENT, type Residue } from './residue.ts';
import type { RingFacts } from './rings.ts';

export interface Shift {
  /** PARENT when the whole layer is displaced against the parent's line. */
  unit: number;
  /** From where the neighbours expect the unit to where it lies, metres. */
  eastMetres: number;
  northMetres: number;
}

/** Datum slips in China reach about 700 m (GCJ-02, BD-09); farther is another matter. */
const REACH_METRES = 1000;
/** Share of a unit's edges without partner from which it is a suspect. */
const SUSPECT_SHARE = 0.6;
/** Share of its edges that must fall on their counterparts. */
const AGREEING_SHARE = 0.5;
const LEAST_VOTES = 4;
const MOST_SAMPLES = 128;
/** Share of places inside a shifted unit that may say otherwise. */
const WRONG_SHARE = 0.25;
/** Votes within this many grid steps count as one: a plain displacement, rounded. */
const BIN_STEPS = 3;

export function findShifts(
  layer: PolygonLayer, facts: RingFacts, partner: Int32Array, residue: Residue, matchMetres: number,
  parent: { layer: PolygonLayer; facts: RingFacts } | null,
): Shift[] {
  const suspects = suspectUnits(layer, facts, partner);
  if (suspects.size === 0) return [];
  const edges = new EdgesByVector(residue, null);
  const samples = new Map<number, number[]>();
  for (let i = 0; i < residue.segments.count; i++) {
    const owner = residue.owner[i]!;
    if (!suspects.has(owner)) continue;
    const list = samples.get(owner);
    if (list) list.push(i);
    else samples.set(owner, [i]);
  }
  const shifts: Shift[] = [];
  for (const [unit, own] of samples) {
    const shift = vote(unit, sampled(own), residue, edges, true, matchMetres);
    if (shift !== null && liesWrong(shift, layer, facts, parent)) shifts.push(shift);
  }
  return shifts;
}

/**
 * In regular blocks many edges are alike, and a unit that lies right can be
 * "moved" by a block. A shifted one leaves ground behind that nobody else
 * holds, and lies on ground that others hold, or beyond the parent.
 */
function liesWrong(shift: Shift, layer: PolygonLayer, facts: RingFacts, parent: { layer: PolygonLayer; facts: RingFacts } | null): boolean {
  const scale = localScale(facts.unitBox[4 * shift.unit + 1]!);
  const dx = shift.eastMetres / scale.east;
  const dy = shift.northMetres / scale.north;
  const held = (x: number, y: number) => {
    for (let u = 0; u < layer.unitCount; u++) if (u !== shift.unit && pointInUnit(layer, facts, u, x, y)) return true;
    return false;
  };
  const outside = (x: number, y: number) =>
    parent !== null && !Array.from({ length: parent.layer.unitCount }, (_, k) => k).some((k) => pointInUnit(parent.layer, parent.facts, k, x, y));
  let wrong = 0;
  let asked = 0;
  for (const [x, y] of insidePoints(layer, largestPolygon(layer, facts, shift.unit))) {
    asked++;
    if (held(x - dx, y - dy)) wrong++;
    else if (!pointInUnit(layer, facts, shift.unit, x + dx, y + dy) && !held(x, y) && !outside(x, y)) wrong++;
  }
  return asked > 0 && wrong <= asked * WRONG_SHARE;
}

/** The whole layer against its parent: the same vote between the two outer lines. */
export function findLayerShift(residue: Residue, matchMetres: number): Shift | null {
  const { owner, segments } = residue;
  const parent: number[] = [];
  const unitStarts = new Set<string>();
  for (let i = 0; i < segments.count; i++) {
    if (owner[i] === PARENT) parent.push(i);
    else unitStarts.add(`${segments.x0[i]!},${segments.y0[i]!}`);
  }
  if (parent.length < LEAST_VOTES) return null;
  const shared = parent.filter((i) => unitStarts.has(`${segments.x0[i]!},${segments.y0[i]!}`)).length;
  if (shared > parent.length * (1 - SUSPECT_SHARE)) return null;
  // Votes run from the parent's edges; the vector is turned round to say how far the layer lies off.
  const shift = vote(PARENT, sampled(parent), residue, new EdgesByVector(residue, PARENT), false, matchMetres);
  return shift && { unit: PARENT, eastMetres: -shift.eastMetres, northMetres: -shift.northMetres };
}

function suspectUnits(layer: PolygonLayer, facts: RingFacts, partner: Int32Array): Set<number> {
  const lone = new Int32Array(layer.unitCount);
  const all = new Int32Array(layer.unitCount);
  for (let r = 0; r < facts.ringCount; r++) {
    const u = facts.unitOf[r]!;
    for (let i = layer.ringStart[r]!; i < layer.ringStart[r + 1]!; i++) {
      if (partner[i] === DROPPED) continue;
      all[u]!++;
      if (partner[i] === UNMATCHED) lone[u]!++;
    }
  }
  const suspects = new Set<number>();
  for (let u = 0; u < layer.unitCount; u++) if (all[u]! >= LEAST_VOTES && lone[u]! >= SUSPECT_SHARE * all[u]!) suspects.add(u);
  return suspects;
}

function vote(
  unit: number, samples: number[], residue: Residue, edges: EdgesByVector, reversed: boolean, matchMetres: number,
): Shift | null {
  const { x0, y0, x1, y1 } = residue.segments;
  const scale = localScale(residue.originY + (y0[samples[0]!] ?? 0) / NODING_STEPS);
  const bins = new Map<string, { edges: Set<number>; dx: number; dy: number; count: number }>();
  for (const i of samples) {
    const x = (reversed ? x1[i]! : x0[i]!) / NODING_STEPS;
    const y = (reversed ? y1[i]! : y0[i]!) / NODING_STEPS;
    edges.alike(i, reversed, (j) => {
      if (residue.owner[j] === unit) return;
      const dx = x - x0[j]! / NODING_STEPS;
      const dy = y - y0[j]! / NODING_STEPS;
      const distance = Math.hypot(dx * scale.east, dy * scale.north);
      if (distance <= matchMetres || distance > REACH_METRES) return;
      const key = `${Math.round(dx / BIN_STEPS)},${Math.round(dy / BIN_STEPS)}`;
      const bin = bins.get(key) ?? { edges: new Set<number>(), dx: 0, dy: 0, count: 0 };
      bins.set(key, bin);
      bin.edges.add(i);
      bin.dx += dx;
      bin.dy += dy;
      bin.count++;
    });
  }
  let best: { votes: number; dx: number; dy: number } | null = null;
  for (const bin of bins.values()) {
    const dx = bin.dx / bin.count;
    const dy = bin.dy / bin.count;
    const tied = best !== null && bin.edges.size === best.votes && Math.hypot(dx, dy) < Math.hypot(best.dx, best.dy);
    if (best === null || bin.edges.size > best.votes || tied) best = { votes: bin.edges.size, dx, dy };
  }
  if (best === null) return null;
  // Rounding spreads the true vector over neighbouring bins.
  let votes = 0;
  for (const bin of bins.values()) {
    if (Math.hypot(bin.dx / bin.count - best.dx, bin.dy / bin.count - best.dy) < 2 * BIN_STEPS) votes += bin.edges.size;
  }
  if (votes < LEAST_VOTES || votes < AGREEING_SHARE * samples.length) return null;
  return { unit, eastMetres: best.dx * scale.east, northMetres: best.dy * scale.north };
}

function sampled(all: number[]): number[] {
  if (all.length <= MOST_SAMPLES) return all;
  return Array.from({ length: MOST_SAMPLES }, (_, k) => all[Math.floor((k * all.length) / MOST_SAMPLES)]!);
}

/** Residue edges by their vector in grid steps. Rounding may change it by a step each way. */
class EdgesByVector {
  private readonly byVector = new Map<number, number[]>();
  private readonly residue: Residue;

  constructor(residue: Residue, except: number | null) {
    this.residue = residue;
    for (let i = 0; i < residue.segments.count; i++) {
      if (except !== null && residue.owner[i] === except) continue;
      const { x, y } = this.vector(i);
      const key = this.key(x, y);
      const list = this.byVector.get(key);
      if (list) list.push(i);
      else this.byVector.set(key, [i]);
    }
  }

  alike(i: number, reversed: boolean, visit: (j: number) => void): void {
    const way = reversed ? -1 : 1;
    const { x, y } = this.vector(i);
    for (let ox = -1; ox <= 1; ox++) {
      for (let oy = -1; oy <= 1; oy++) this.byVector.get(this.key(way * x + ox, way * y + oy))?.forEach(visit);
    }
  }

  private vector(i: number): { x: number; y: number } {
    const { x0, y0, x1, y1 } = this.residue.segments;
    return { x: Math.round((x1[i]! - x0[i]!) / NODING_STEPS), y: Math.round((y1[i]! - y0[i]!) / NODING_STEPS) };
  }

  private key(x: number, y: number): number {
    return x * 67108864 + y;
  }
}
