/** A place inside a face, in steps: the middle of the widest stretch on a few lines of latitude. Half steps, so never on a vertex. */
import { faceOf, loopOf, ringOf, type Coverage } from './coverage.ts';

const SHARES = [0.5, 0.4, 0.6, 0.25, 0.75, 0.1, 0.9];

export function facePoint(coverage: Coverage, face: number): readonly [x: number, y: number] {
  const { loops, box } = faceOf(coverage, face);
  const rings = loops.map((loop) => ringOf(coverage, loopOf(coverage, loop)));
  let best: { x: number; y: number; width: number } | null = null;
  for (const share of SHARES) {
    const y = Math.min(Math.floor(box[1] + share * (box[3] - box[1])), box[3] - 1) + 0.5;
    const span = widestSpan(rings, y);
    // The middle line wins unless another is clearly wider.
    if (span && (best === null || span.width > 1.15 * best.width)) best = { ...span, y };
  }
  if (!best) throw new Error(`Face ${face} has no inside.`);
  return [best.x, best.y];
}

function widestSpan(rings: readonly (readonly number[])[], y: number): { x: number; width: number } | null {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const a = ring[j + 1]!;
      const b = ring[i + 1]!;
      if (a > y !== b > y) crossings.push(ring[j]! + ((y - a) / (b - a)) * (ring[i]! - ring[j]!));
    }
  }
  crossings.sort((p, q) => p - q);
  let best: { x: number; width: number } | null = null;
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const width = crossings[k + 1]! - crossings[k]!;
    if (best === null || width > best.width) best = { x: (crossings[k]! + crossings[k + 1]!) / 2, width };
  }
  return best;
}
