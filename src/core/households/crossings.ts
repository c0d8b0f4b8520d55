/**
 * Areas of one plain ring by face where lines cross it in general position: no vertex of either on an edge of the other. Then no
 * noding is needed: the ring is walked from a face that is known, each crossing says which face comes next, and every area is the
 * integral along the pieces of ring and lines that bound it. Anything else is left to the overlay.
 */
import { areaElement, type AreaElement } from '../geo/ellipsoid.ts';
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';
import { turn } from '../coverage/noding.ts';
import { inRing, stepArea } from '../coverage/ringMeasure.ts';
import type { LineSegment } from './overlay.ts';
import { isSimple } from './ringShape.ts';

/** The expanded area element is good for rings no taller than this, 0.05 degree. */
const TALLEST_STEPS = 0.05 * STEPS_PER_DEGREE;
/** An area below nought by more than this, m², says that two crossings fell together. */
const LEAST_AREA = -1e-3;

interface Crossing {
  line: number;
  /** Along the ring's edge and along the line, 0…1. */
  t: number;
  u: number;
  /** From the ring's first vertex, in steps. */
  x: number;
  y: number;
  /** Walking the ring, the line's left side comes next. */
  toLeft: boolean;
}

/** Square metres by face; null where the overlay must tell. */
export function crossingAreas(ring: Int32Array, lines: readonly LineSegment[], faceAt: (x: number, y: number) => number): Map<number, number> | null {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  for (let i = 1; i < ring.length; i += 2) if (Math.abs(ring[i]! - y0) > TALLEST_STEPS / 2) return null;
  if (!isSimple(ring)) return null;
  const byLine = new Map<number, Crossing[]>();
  const byEdge = crossingsOf(ring, lines, byLine);
  if (byEdge === null) return null;
  const sign = stepArea(Array.from(ring)) > 0 ? 1 : -1;
  const element = areaElement(y0);
  const areas = new Map<number, number>();
  const add = (face: number, area: number) => areas.set(face, (areas.get(face) ?? 0) + area);

  const first = faceAt(x0, y0);
  let face = first;
  for (let i = 0; i < ring.length; i += 2) {
    let px = ring[i]! - x0;
    let py = ring[i + 1]! - y0;
    for (const { line, x, y, toLeft } of byEdge[i / 2]!) {
      const { left, right } = lines[line]!;
      if (face !== (toLeft ? right : left)) return null;
      add(face, sign * integral(element, px, py, x, y));
      face = toLeft ? left : right;
      px = x;
      py = y;
    }
    const j = i + 2 < ring.length ? i + 2 : 0;
    add(face, sign * integral(element, px, py, ring[j]! - x0, ring[j + 1]! - y0));
  }
  if (face !== first) return null;
  addLines(ring, lines, byLine, element, add);
  return [...areas.values()].every((area) => area > LEAST_AREA) ? areas : null;
}

/** Crossings of each edge of the ring in order; null where one is not proper. */
function crossingsOf(ring: Int32Array, lines: readonly LineSegment[], byLine: Map<number, Crossing[]>): Crossing[][] | null {
  const byEdge: Crossing[][] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const j = i + 2 < ring.length ? i + 2 : 0;
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    const found: Crossing[] = [];
    byEdge.push(found);
    if (ax === bx && ay === by) continue;
    for (let line = 0; line < lines.length; line++) {
      const { ax: cx, ay: cy, bx: dx, by: dy } = lines[line]!;
      if (Math.max(ax, bx) < Math.min(cx, dx) || Math.min(ax, bx) > Math.max(cx, dx)) continue;
      if (Math.max(ay, by) < Math.min(cy, dy) || Math.min(ay, by) > Math.max(cy, dy)) continue;
      const c = turn(ax, ay, bx, by, cx, cy);
      const d = turn(ax, ay, bx, by, dx, dy);
      if ((c > 0 && d > 0) || (c < 0 && d < 0)) continue;
      const a = turn(cx, cy, dx, dy, ax, ay);
      const b = turn(cx, cy, dx, dy, bx, by);
      if ((a > 0 && b > 0) || (a < 0 && b < 0)) continue;
      if (a === 0 || b === 0 || c === 0 || d === 0) return null;
      const t = a / (a - b);
      const crossing = { line, t, u: c / (c - d), x: ax - ring[0]! + t * (bx - ax), y: ay - ring[1]! + t * (by - ay), toLeft: b > 0 };
      found.push(crossing);
      const others = byLine.get(line);
      if (others) others.push(crossing);
      else byLine.set(line, [crossing]);
    }
    found.sort((p, q) => p.t - q.t);
  }
  return byEdge;
}

/** What of the lines lies within the ring bounds the face on its left forwards and the one on its right backwards. */
function addLines(
  ring: Int32Array, lines: readonly LineSegment[], byLine: ReadonlyMap<number, Crossing[]>, element: AreaElement, add: (face: number, area: number) => void,
): void {
  lines.forEach(({ ax, ay, bx, by, left, right }, line) => {
    const crossings = [...(byLine.get(line) ?? [])].sort((p, q) => p.u - q.u);
    let inside = inRing(ring, ax, ay);
    let px = ax - ring[0]!;
    let py = ay - ring[1]!;
    for (const { x, y } of [...crossings, { x: bx - ring[0]!, y: by - ring[1]! }]) {
      if (inside) {
        const area = integral(element, px, py, x, y);
        add(left, area);
        add(right, -area);
      }
      inside = !inside;
      px = x;
      py = y;
    }
  });
}

/** Area to the left of an edge, as `ringAreaSquareMetres` sums it: round a closed line these make its area. */
function integral({ k0, k1, k2 }: AreaElement, px: number, py: number, x: number, y: number): number {
  const dx = px - x;
  const s = py + y;
  return dx * ((k0 * s) / 2 + (k1 * (s * s - py * y)) / 6 + (k2 * s * (py * py + y * y)) / 24);
}
