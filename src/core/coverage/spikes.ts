/** Spikes: an outline that runs out and comes straight back. */
import { localScale } from '../geo/ellipsoid.ts';
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

export interface Spike {
  unit: number;
  /** The tip, and the base on either side, in steps. */
  tip: [number, number];
  base: [number, number];
  exact: boolean;
  lengthMetres: number;
  /** Distance between the two legs at the base. */
  widthMetres: number;
}

/** A narrow wedge is a spike when it is this many times longer than its base is wide. */
const SPIKE_RATIO = 10;
/** Shorter ones are the noise of digitising. */
const SPIKE_LEAST_METRES = 0.2;

export function findSpikes(layer: PolygonLayer, facts: RingFacts, matchMetres: number): Spike[] {
  const { coordinates: xy, ringStart } = layer;
  const spikes: Spike[] = [];
  for (let r = 0; r < facts.ringCount; r++) {
    if (facts.sign[r] === 0) continue;
    const first = ringStart[r]!;
    const end = ringStart[r + 1]!;
    let ax = xy[2 * (end - 1)]!;
    let ay = xy[2 * (end - 1) + 1]!;
    let bx = xy[2 * first]!;
    let by = xy[2 * first + 1]!;
    for (let i = first; i < end; i++) {
      const j = i + 1 < end ? i + 1 : first;
      const cx = xy[2 * j]!;
      const cy = xy[2 * j + 1]!;
      if (bx === cx && by === cy) continue;
      const ux = ax - bx;
      const uy = ay - by;
      const vx = cx - bx;
      const vy = cy - by;
      const dot = ux * vx + uy * vy;
      if (dot > 0) {
        const cross = ux * vy - uy * vx;
        // sin² of the angle at the tip: a cheap test that passes almost nothing (5.7° and less).
        if (cross * cross < 0.01 * dot * dot) {
          const spike = measure(facts.unitOf[r]!, ax, ay, bx, by, cx, cy, cross, matchMetres);
          if (spike !== null) spikes.push(spike);
        }
      }
      ax = bx;
      ay = by;
      bx = cx;
      by = cy;
    }
  }
  return spikes;
}

function measure(
  unit: number, ax: number, ay: number, bx: number, by: number, cx: number, cy: number, cross: number, matchMetres: number,
): Spike | null {
  const { east, north } = localScale(by);
  const first = Math.hypot((ax - bx) * east, (ay - by) * north);
  const second = Math.hypot((cx - bx) * east, (cy - by) * north);
  const lengthMetres = Math.min(first, second);
  if (first === 0 || second === 0) return null;
  const widthMetres = Math.abs(cross * east * north) / Math.max(first, second);
  const exact = cross === 0;
  if (!exact && (widthMetres > matchMetres || lengthMetres < SPIKE_LEAST_METRES || lengthMetres < SPIKE_RATIO * widthMetres)) return null;
  return { unit, tip: [bx, by], base: first < second ? [ax, ay] : [cx, cy], exact, lengthMetres, widthMetres };
}
