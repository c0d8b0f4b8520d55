/**
 * A place strictly inside a face, for naming it in a command. Faces may be thinner than a step: the place then has fractions
 * of a step, as few as keep it inside.
 */
import { STEPS_PER_DEGREE, type LngLat } from '../geo/coordinates.ts';
import { faceOf, loopOf, ringOf, type Coverage } from './coverage.ts';
import { inRing } from './ringMeasure.ts';

/** Lines across the face that are looked at, and places on them whose distance is measured. */
const MOST_LINES = 48;
const MOST_PLACES = 10;
/** Fractions of a step that are tried, coarse first, and how far inside the rounded place must lie. */
const ROUNDINGS = [1, 100, 10_000] as const;
const ROOM = 0.3;

export function insidePoint(coverage: Coverage, face: number): [x: number, y: number] {
  const rings = faceOf(coverage, face).loops.map((loop) => ringOf(coverage, loopOf(coverage, loop)));
  const places = linesAcross(rings[0]!)
    .flatMap((y) => widestSpan(rings, y))
    .sort((p, q) => q.width - p.width || p.y - q.y)
    .slice(0, MOST_PLACES)
    .map((place) => ({ ...place, room: distanceToRings(rings, place.x, place.y) }))
    .sort((p, q) => q.room - p.room || q.width - p.width || p.y - q.y);
  const best = places[0];
  if (!best) throw new Error(`Face ${face} has no inside.`);
  for (const fraction of ROUNDINGS) {
    const x = Math.round(best.x * fraction) / fraction;
    const y = Math.round(best.y * fraction) / fraction;
    if (isInside(rings, x, y) && distanceToRings(rings, x, y) >= ROOM / fraction) return [x, y];
  }
  return [best.x, best.y];
}

/** Degrees with as many decimals as the place needs; `stepsOfPlace` gives the place back. */
export function placeOf([x, y]: readonly [number, number]): LngLat {
  return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
}

export function stepsOfPlace([lng, lat]: LngLat): [x: number, y: number] {
  return [lng * STEPS_PER_DEGREE, lat * STEPS_PER_DEGREE];
}

/** Half-way between neighbouring vertex latitudes, so that no line meets a vertex. */
function linesAcross(shell: readonly number[]): number[] {
  const levels = [...new Set(shell.filter((_, i) => i % 2 === 1))].sort((p, q) => p - q);
  const lines = levels.slice(1).map((level, k) => (level + levels[k]!) / 2);
  if (lines.length <= MOST_LINES) return lines;
  return Array.from({ length: MOST_LINES }, (_, k) => lines[Math.floor(((k + 0.5) * lines.length) / MOST_LINES)]!);
}

function widestSpan(rings: readonly (readonly number[])[], y: number): { x: number; y: number; width: number }[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const ay = ring[j + 1]!;
      const by = ring[i + 1]!;
      if (ay > y !== by > y) crossings.push(ring[j]! + ((ring[i]! - ring[j]!) * (y - ay)) / (by - ay));
    }
  }
  crossings.sort((p, q) => p - q);
  let best: { x: number; y: number; width: number } | null = null;
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const width = crossings[k + 1]! - crossings[k]!;
    if (width > (best?.width ?? 0)) best = { x: (crossings[k]! + crossings[k + 1]!) / 2, y, width };
  }
  return best ? [best] : [];
}

function isInside(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  return rings.reduce((inside, ring) => inside !== inRing(ring, x, y), false);
}

function distanceToRings(rings: readonly (readonly number[])[], x: number, y: number): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const dx = ring[i]! - ring[j]!;
      const dy = ring[i + 1]! - ring[j + 1]!;
      const px = x - ring[j]!;
      const py = y - ring[j + 1]!;
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
      least = Math.min(least, Math.hypot(px - t * dx, py - t * dy));
    }
  }
  return least;
}
