/**
 * The largest circle inside a polygon: its diameter is the width that is
 * reported. Thinness ratios fail in both directions for narrow gaps (a bulge
 * hides behind a long tail), so the circle is measured.
 *
 * A narrow polygon is searched along itself: from each edge a chord across, the
 * best chords climbed to their local maximum. A compact one is searched by
 * quadrants with pruning (after Agafonkin's polylabel). Both to 1 %.
 */

export interface InscribedCircle {
  x: number;
  y: number;
  radius: number;
}

const PRECISION = 0.01;
/** Below this 4πA/P² the best places form a long ridge, which the chords find and quadrants don't. */
const STRIP = 0.02;
const COMPACT = 0.3;
/** Quadrants looked into at most; reached only by ridges. */
const MOST_QUADRANTS = 400;
/** Outlines of fewer edges get three chords an edge. */
const FEW_EDGES = 80;
/** Edges from which chords are cast; more are sampled evenly. */
const MOST_CHORDS = 100;
const CLIMBED = 3;
const CLIMBED_OF_FEW = 8;

/** Rings as interleaved metres, the first the outline. */
export function largestInscribedCircle(rings: readonly Float64Array[]): InscribedCircle {
  const outline = rings[0]!;
  let signed = 0;
  let length = 0;
  for (const ring of rings) {
    const n = ring.length / 2;
    for (let i = 0, j = n - 1; i < n; j = i++) {
      signed += ring[2 * j]! * ring[2 * i + 1]! - ring[2 * i]! * ring[2 * j + 1]!;
      length += Math.hypot(ring[2 * i]! - ring[2 * j]!, ring[2 * i + 1]! - ring[2 * j + 1]!);
    }
  }
  const area = Math.abs(signed) / 2;
  if (outline.length < 6 || area === 0) return { x: outline[0] ?? 0, y: outline[1] ?? 0, radius: 0 };
  const boundary = new Boundary(rings, length);
  const compactness = (4 * Math.PI * area) / (length * length);
  if (compactness > COMPACT && boundary.count >= FEW_EDGES) return byQuadrants(boundary, middle(boundary), MOST_QUADRANTS);
  const start = alongItself(boundary, area / length, signed > 0 ? 1 : -1);
  if (compactness < STRIP) return start;
  return byQuadrants(boundary, start, compactness < COMPACT ? MOST_QUADRANTS / 4 : MOST_QUADRANTS);
}

/** Edges flat, with the signed distance to them. */
class Boundary {
  readonly count: number;
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /** One over the squared length. */
  readonly inverse: Float64Array;
  west = Infinity;
  south = Infinity;
  east = -Infinity;
  north = -Infinity;

  constructor(rings: readonly Float64Array[], readonly length: number) {
    let count = 0;
    for (const ring of rings) count += ring.length / 2;
    this.count = count;
    this.ax = new Float64Array(count);
    this.ay = new Float64Array(count);
    this.dx = new Float64Array(count);
    this.dy = new Float64Array(count);
    this.inverse = new Float64Array(count);
    let e = 0;
    for (const ring of rings) {
      const n = ring.length / 2;
      for (let i = 0, j = n - 1; i < n; j = i++, e++) {
        this.ax[e] = ring[2 * j]!;
        this.ay[e] = ring[2 * j + 1]!;
        const dx = ring[2 * i]! - ring[2 * j]!;
        const dy = ring[2 * i + 1]! - ring[2 * j + 1]!;
        this.dx[e] = dx;
        this.dy[e] = dy;
        this.inverse[e] = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
        this.west = Math.min(this.west, ring[2 * i]!);
        this.east = Math.max(this.east, ring[2 * i]!);
        this.south = Math.min(this.south, ring[2 * i + 1]!);
        this.north = Math.max(this.north, ring[2 * i + 1]!);
      }
    }
  }

  /** Distance to the nearest edge, negative outside; 0 as soon as some edge is known to be as near as `least`. */
  depth(x: number, y: number, least = 0): number {
    const { ax, ay, dx, dy, inverse, count } = this;
    const enough = least * least;
    let nearest = Infinity;
    let inside = false;
    for (let e = 0; e < count; e++) {
      const ex = dx[e]!;
      const ey = dy[e]!;
      const px = x - ax[e]!;
      const py = y - ay[e]!;
      if (py < 0 !== py - ey < 0 && px < (ex * py) / ey) inside = !inside;
      let t = (px * ex + py * ey) * inverse[e]!;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const qx = px - t * ex;
      const qy = py - t * ey;
      const d = qx * qx + qy * qy;
      if (d < nearest) {
        if (d <= enough) return 0;
        nearest = d;
      }
    }
    return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
  }

  /** From a point on an edge along a direction: how far to the next edge. */
  across(x: number, y: number, ux: number, uy: number, self: number): number {
    let nearest = Infinity;
    for (let e = 0; e < this.count; e++) {
      if (e === self) continue;
      const dx = this.dx[e]!;
      const dy = this.dy[e]!;
      const det = ux * dy - uy * dx;
      if (det === 0) continue;
      const px = this.ax[e]! - x;
      const py = this.ay[e]! - y;
      const t = (px * dy - py * dx) / det;
      const s = (px * uy - py * ux) / det;
      if (t > 0 && t < nearest && s >= 0 && s <= 1) nearest = t;
    }
    return nearest;
  }
}

function middle(boundary: Boundary): InscribedCircle {
  const x = (boundary.west + boundary.east) / 2;
  const y = (boundary.south + boundary.north) / 2;
  return { x, y, radius: Math.max(0, boundary.depth(x, y)) };
}

/** `left` is 1 where the ground lies on the left of the rings, -1 on the right. */
function alongItself(boundary: Boundary, meanHalfWidth: number, left: number): InscribedCircle {
  const candidates: InscribedCircle[] = [];
  let best = 0;
  const stride = Math.max(1, boundary.count / MOST_CHORDS);
  for (let k = 0; k < boundary.count; k += stride) {
    const e = Math.floor(k);
    const dx = boundary.dx[e]!;
    const dy = boundary.dy[e]!;
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    for (const t of boundary.count < FEW_EDGES ? [0.2, 0.5, 0.8] : [0.5]) {
      const ux = (-dy / length) * left;
      const uy = (dx / length) * left;
      const fromX = boundary.ax[e]! + dx * t;
      const fromY = boundary.ay[e]! + dy * t;
      const reach = boundary.across(fromX, fromY, ux, uy, e);
      if (reach === Infinity) continue;
      const x = fromX + (ux * reach) / 2;
      const y = fromY + (uy * reach) / 2;
      // A chord well below the best one leads to no better place than the best does.
      const radius = boundary.depth(x, y, best / 2);
      if (radius <= 0) continue;
      candidates.push({ x, y, radius });
      best = Math.max(best, radius);
    }
  }
  candidates.sort((p, q) => q.radius - p.radius);
  let widest: InscribedCircle = { x: boundary.ax[0]!, y: boundary.ay[0]!, radius: 0 };
  for (const candidate of candidates.slice(0, boundary.count < FEW_EDGES ? CLIMBED_OF_FEW : CLIMBED)) {
    // Inside the best circle so far it would climb to the same place.
    if (Math.hypot(candidate.x - widest.x, candidate.y - widest.y) < widest.radius / 2) continue;
    const top = climb(boundary, candidate, Math.max(candidate.radius, meanHalfWidth));
    if (top.radius > widest.radius) widest = top;
  }
  return widest;
}

/** Steps in eight directions while the circle grows, then halves the step. */
function climb(boundary: Boundary, from: InscribedCircle, firstStep: number): InscribedCircle {
  let best = from;
  let step = firstStep;
  for (let round = 0; round < 60 && step > best.radius * PRECISION * 0.5; round++) {
    let better = best;
    for (let k = 0; k < 8; k++) {
      const x = best.x + step * Math.cos((k * Math.PI) / 4);
      const y = best.y + step * Math.sin((k * Math.PI) / 4);
      const radius = boundary.depth(x, y, better.radius);
      if (radius > better.radius) better = { x, y, radius };
    }
    if (better === best) step /= 2;
    else best = better;
  }
  return best;
}

function byQuadrants(boundary: Boundary, start: InscribedCircle, most: number): InscribedCircle {
  let best = start;
  const width = boundary.east - boundary.west;
  const height = boundary.north - boundary.south;
  const size = Math.min(width, height);
  const queue: { x: number; y: number; half: number; reach: number }[] = [];
  const offer = (x: number, y: number, half: number) => {
    const radius = boundary.depth(x, y);
    if (radius > best.radius) best = { x, y, radius };
    const reach = radius + half * Math.SQRT2;
    if (reach > best.radius * (1 + PRECISION)) queue.push({ x, y, half, reach });
  };
  for (let x = boundary.west; x < boundary.east; x += size) {
    for (let y = boundary.south; y < boundary.north; y += size) offer(x + size / 2, y + size / 2, size / 2);
  }
  queue.sort((p, q) => p.reach - q.reach);
  // Depth first, the most promising quarter on top: the bound is already good, order matters little.
  for (let visited = 0; queue.length > 0 && visited < most; visited++) {
    const cell = queue.pop()!;
    if (cell.reach <= best.radius * (1 + PRECISION)) continue;
    const h = cell.half / 2;
    const from = queue.length;
    offer(cell.x - h, cell.y - h, h);
    offer(cell.x + h, cell.y - h, h);
    offer(cell.x - h, cell.y + h, h);
    offer(cell.x + h, cell.y + h, h);
    if (queue.length - from > 1) queue.push(...queue.splice(from).sort((p, q) => p.reach - q.reach));
  }
  return best;
}
