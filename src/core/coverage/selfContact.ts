/**
 * Where a unit's own outline crosses or touches itself: within a ring, between
 * shell and hole, between parts.
 *
 * Edges are sorted into strips across the longer side of the unit; only edges
 * of one strip are compared. All tests are exact: coordinates are integers and
 * their products stay below 2^53 for edges under nine degrees.
 */
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

export type ContactKind =
  /** Two edges pass through each other, or pass through a shared vertex. */
  | 'cross'
  /** A vertex visited twice, or lying on another edge, without passing through. */
  | 'touch'
  /** Two edges run along the same line for a stretch. */
  | 'along';

export interface SelfContact {
  unit: number;
  kind: ContactKind;
  /** Place in steps, not rounded. */
  x: number;
  y: number;
  /** Whether both edges are of one ring, of one polygon, or of two polygons. */
  within: 'ring' | 'polygon' | 'unit';
}

/** Up to here strips do; a long outline with many folds would put thousands of edges into one strip. */
const FEW_EDGES = 1024;

/** Most contacts that are kept for one unit: a scribble has millions. */
const MOST_CONTACTS = 64;

export class SelfContactFinder {
  private ax = new Int32Array(0);
  private ay = new Int32Array(0);
  private bx = new Int32Array(0);
  private by = new Int32Array(0);
  private ring = new Int32Array(0);
  /** Extent across the strips, and along them, of each edge. */
  private low = new Int32Array(0);
  private high = new Int32Array(0);
  private firstStrip = new Int32Array(0);
  private lastStrip = new Int32Array(0);
  private stripStart = new Int32Array(0);
  private stripEdges = new Int32Array(0);
  private readonly layer: PolygonLayer;
  private readonly facts: RingFacts;

  constructor(layer: PolygonLayer, facts: RingFacts) {
    this.layer = layer;
    this.facts = facts;
  }

  /** Contacts of one unit, at most MOST_CONTACTS. */
  find(unit: number, out: SelfContact[]): void {
    const { layer, facts } = this;
    const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
    const firstRing = polygonStart[unitStart[unit]!]!;
    const endRing = polygonStart[unitStart[unit + 1]!]!;
    const room = ringStart[endRing]! - ringStart[firstRing]!;
    if (room < 3) return;
    if (this.ax.length < room) {
      const size = room + (room >> 1);
      this.ax = new Int32Array(size);
      this.ay = new Int32Array(size);
      this.bx = new Int32Array(size);
      this.by = new Int32Array(size);
      this.ring = new Int32Array(size);
      this.low = new Int32Array(size);
      this.high = new Int32Array(size);
      this.firstStrip = new Int32Array(size);
      this.lastStrip = new Int32Array(size);
    }
    const { ax, ay, bx, by, ring } = this;
    let m = 0;
    for (let r = firstRing; r < endRing; r++) {
      if (facts.sign[r] === 0) continue;
      const first = ringStart[r]!;
      const end = ringStart[r + 1]!;
      let x = xy[2 * (end - 1)]!;
      let y = xy[2 * (end - 1) + 1]!;
      for (let i = first; i < end; i++) {
        const nx = xy[2 * i]!;
        const ny = xy[2 * i + 1]!;
        if (nx !== x || ny !== y) {
          ax[m] = x;
          ay[m] = y;
          bx[m] = nx;
          by[m] = ny;
          ring[m] = r;
          m++;
        }
        x = nx;
        y = ny;
      }
    }
    if (m < 3) return;
    // A mark behind the last edge, so that looking one ahead never meets an earlier unit's ring.
    if (m < ring.length) ring[m] = -1;
    const box = facts.unitBox;
    const wide = box[4 * unit + 2]! - box[4 * unit]! > box[4 * unit + 3]! - box[4 * unit + 1]!;
    if (m <= FEW_EDGES) this.intoStrips(m, wide, box[4 * unit + (wide ? 0 : 1)]!, box[4 * unit + (wide ? 2 : 3)]!);
    else this.intoCells(m, box[4 * unit]!, box[4 * unit + 1]!, box[4 * unit + 2]!, box[4 * unit + 3]!);
    this.compare(unit, m, out);
  }

  private intoStrips(m: number, wide: boolean, low: number, high: number): void {
    const strips = Math.max(1, (m / 3) | 0);
    if (this.stripStart.length < strips + 2) this.stripStart = new Int32Array(strips + (strips >> 1) + 2);
    const start = this.stripStart;
    start.fill(0, 0, strips + 2);
    const scale = strips / (high - low + 1);
    const a = wide ? this.ax : this.ay;
    const b = wide ? this.bx : this.by;
    const c = wide ? this.ay : this.ax;
    const d = wide ? this.by : this.bx;
    const { low: lows, high: highs, firstStrip, lastStrip } = this;
    for (let e = 0; e < m; e++) {
      const p = c[e]!;
      const q = d[e]!;
      lows[e] = p < q ? p : q;
      highs[e] = p < q ? q : p;
      const from = ((a[e]! - low) * scale) | 0;
      const to = ((b[e]! - low) * scale) | 0;
      firstStrip[e] = from < to ? from : to;
      lastStrip[e] = from < to ? to : from;
      for (let s = firstStrip[e]!; s <= lastStrip[e]!; s++) start[s + 2]!++;
    }
    for (let s = 2; s < strips + 2; s++) start[s]! += start[s - 1]!;
    const total = start[strips + 1]!;
    if (this.stripEdges.length < total) this.stripEdges = new Int32Array(total + (total >> 1));
    const edges = this.stripEdges;
    for (let e = 0; e < m; e++) {
      for (let s = firstStrip[e]!; s <= lastStrip[e]!; s++) edges[start[s + 1]!++] = e;
    }
    this.strips = strips;
  }

  /** The same lists by cells of a grid, about twice as wide and high as the mean edge: a comb's long teeth take tall cells. */
  private intoCells(m: number, west: number, south: number, east: number, north: number): void {
    const { ax, ay, bx, by, low, high } = this;
    let sumX = 0;
    let sumY = 0;
    for (let e = 0; e < m; e++) {
      sumX += Math.abs(bx[e]! - ax[e]!);
      sumY += Math.abs(by[e]! - ay[e]!);
      low[e] = Math.min(ay[e]!, by[e]!);
      high[e] = Math.max(ay[e]!, by[e]!);
    }
    let columns = Math.max(1, Math.floor((east - west + 1) / (2 * sumX / m + 1)));
    let rows = Math.max(1, Math.floor((north - south + 1) / (2 * sumY / m + 1)));
    const shrink = Math.sqrt((columns * rows) / (2 * m));
    if (shrink > 1) {
      columns = Math.max(1, Math.floor(columns / shrink));
      rows = Math.max(1, Math.floor(rows / shrink));
    }
    const scaleX = columns / (east - west + 1);
    const scaleY = rows / (north - south + 1);
    const column = (x: number) => ((x - west) * scaleX) | 0;
    const row = (y: number) => ((y - south) * scaleY) | 0;
    const start = new Int32Array(columns * rows + 2);
    const each = (e: number, visit: (cell: number) => void) => {
      const lastColumn = column(Math.max(ax[e]!, bx[e]!));
      const lastRow = row(high[e]!);
      for (let r = row(low[e]!); r <= lastRow; r++) {
        for (let c = column(Math.min(ax[e]!, bx[e]!)); c <= lastColumn; c++) visit(r * columns + c);
      }
    };
    for (let e = 0; e < m; e++) each(e, (cell) => { start[cell + 2]!++; });
    for (let c = 2; c < start.length; c++) start[c]! += start[c - 1]!;
    const edges = new Int32Array(start[start.length - 1]!);
    for (let e = 0; e < m; e++) each(e, (cell) => { edges[start[cell + 1]!++] = e; });
    this.stripStart = start;
    this.stripEdges = edges;
    this.strips = columns * rows;
  }

  private strips = 0;

  private compare(unit: number, m: number, out: SelfContact[]): void {
    const { ax, ay, bx, by, ring, low, high, stripStart, stripEdges, strips } = this;
    const before = out.length;
    let seen: Set<number> | null = null;
    for (let s = 0; s < strips; s++) {
      const from = stripStart[s]!;
      const to = stripStart[s + 1]!;
      for (let k = from; k < to; k++) {
        const e = stripEdges[k]!;
        const eax = ax[e]!;
        const eay = ay[e]!;
        const ebx = bx[e]!;
        const eby = by[e]!;
        const lowest = low[e]!;
        const highest = high[e]!;
        for (let l = k + 1; l < to; l++) {
          const f = stripEdges[l]!;
          if (low[f]! > highest || high[f]! < lowest) continue;
          // The next edge of the ring starts where this one ends; running back on it is a spike, found elsewhere.
          if (f === e + 1 && ring[f] === ring[e]) continue;
          const fax = ax[f]!;
          const fbx = bx[f]!;
          const fay = ay[f]!;
          const fby = by[f]!;
          const joined = (ebx === fax && eby === fay) || (fbx === eax && fby === eay);
          const dx = ebx - eax;
          const dy = eby - eay;
          const c = dx * (fay - eay) - dy * (fax - eax);
          const d = dx * (fby - eay) - dy * (fbx - eax);
          if ((c > 0 && d > 0) || (c < 0 && d < 0)) continue;
          const gx = fbx - fax;
          const gy = fby - fay;
          const a = gx * (eay - fay) - gy * (eax - fax);
          const b = gx * (eby - fay) - gy * (ebx - fax);
          if ((a > 0 && b > 0) || (a < 0 && b < 0)) continue;
          if (joined && !(c === 0 && d === 0) && this.consecutive(e, f)) continue;
          const key = e * m + f;
          seen ??= new Set();
          if (seen.has(key)) continue;
          seen.add(key);
          this.judge(unit, e, f, a, b, c, d, out);
          if (out.length - before >= MOST_CONTACTS) return;
        }
      }
    }
  }

  private consecutive(e: number, f: number): boolean {
    if (this.ring[e] !== this.ring[f]) return false;
    return Math.abs(e - f) === 1 || this.isRingSeam(e, f);
  }

  /** First and last edge of one ring. */
  private isRingSeam(e: number, f: number): boolean {
    const low = Math.min(e, f);
    const high = Math.max(e, f);
    return (low === 0 || this.ring[low - 1] !== this.ring[low]) && this.ring[high + 1] !== this.ring[high];
  }

  private judge(
    unit: number, e: number, f: number, a: number, b: number, c: number, d: number, out: SelfContact[],
  ): void {
    const { ax, ay, bx, by } = this;
    const within = this.within(e, f);
    if (a !== 0 && b !== 0 && c !== 0 && d !== 0) {
      const t = a / (a - b);
      out.push({ unit, kind: 'cross', within, x: ax[e]! + t * (bx[e]! - ax[e]!), y: ay[e]! + t * (by[e]! - ay[e]!) });
      return;
    }
    if (c === 0 && d === 0) {
      const stretch = overlapOnLine(ax[e]!, ay[e]!, bx[e]!, by[e]!, ax[f]!, ay[f]!, bx[f]!, by[f]!);
      if (stretch === null) return;
      if (stretch.length > 0) {
        if (this.consecutive(e, f)) return;
        out.push({ unit, kind: 'along', within, x: stretch.x, y: stretch.y });
        return;
      }
      if (this.consecutive(e, f)) return;
    }
    const at = this.touchPoint(e, f, a, b, c, d);
    const passes = at.vertexOfBoth ? this.passesThrough(at.x, at.y, e, f) : this.crossesAtVertex(at, e, f);
    if (passes === null) return;
    out.push({ unit, kind: passes ? 'cross' : 'touch', within, x: at.x, y: at.y });
  }

  private within(e: number, f: number): SelfContact['within'] {
    const p = this.ring[e]!;
    const q = this.ring[f]!;
    if (p === q) return 'ring';
    for (let r = Math.min(p, q) + 1; r <= Math.max(p, q); r++) if (this.facts.isShell[r] === 1) return 'unit';
    return 'polygon';
  }

  private touchPoint(e: number, f: number, a: number, b: number, c: number, d: number) {
    const { ax, ay, bx, by } = this;
    const eAtA = a === 0;
    const eAtB = b === 0;
    const onE = (x: number, y: number) => (x === ax[e] && y === ay[e]) || (x === bx[e] && y === by[e]);
    const onF = (x: number, y: number) => (x === ax[f] && y === ay[f]) || (x === bx[f] && y === by[f]);
    const candidates: [boolean, number, number][] = [
      [eAtA, ax[e]!, ay[e]!], [eAtB, bx[e]!, by[e]!], [c === 0, ax[f]!, ay[f]!], [d === 0, bx[f]!, by[f]!],
    ];
    for (const [on, x, y] of candidates) if (on && onE(x, y) && onF(x, y)) return { x, y, vertexOfBoth: true };
    for (const [on, x, y] of candidates) if (on) return { x, y, vertexOfBoth: false };
    return { x: ax[e]!, y: ay[e]!, vertexOfBoth: false };
  }

  /**
   * Two visits of one vertex: do they pass through each other? Judged once per
   * pair of visits, at the edges that arrive; null when this pair is not that one.
   */
  private passesThrough(x: number, y: number, e: number, f: number): boolean | null {
    const { ax, ay, bx, by } = this;
    if (!(bx[e] === x && by[e] === y && bx[f] === x && by[f] === y)) return null;
    const p = this.following(e);
    const q = this.following(f);
    return interleaved(ax[e]! - x, ay[e]! - y, bx[p]! - x, by[p]! - y, ax[f]! - x, ay[f]! - y, bx[q]! - x, by[q]! - y);
  }

  /** A vertex on the inside of another edge: does the line through the vertex change sides? Judged at the edge that arrives. */
  private crossesAtVertex(at: { x: number; y: number }, e: number, f: number): boolean | null {
    const { ax, ay, bx, by } = this;
    const arrives = bx[e] === at.x && by[e] === at.y ? e : bx[f] === at.x && by[f] === at.y ? f : -1;
    if (arrives < 0) return null;
    const line = arrives === e ? f : e;
    const leaves = this.following(arrives);
    const dx = bx[line]! - ax[line]!;
    const dy = by[line]! - ay[line]!;
    const before = dx * (ay[arrives]! - at.y) - dy * (ax[arrives]! - at.x);
    const after = dx * (by[leaves]! - at.y) - dy * (bx[leaves]! - at.x);
    return (before > 0 && after < 0) || (before < 0 && after > 0);
  }

  private following(e: number): number {
    const r = this.ring[e]!;
    if (this.ring[e + 1] === r && this.ax[e + 1] === this.bx[e] && this.ay[e + 1] === this.by[e]) return e + 1;
    let first = e;
    while (first > 0 && this.ring[first - 1] === r) first--;
    return first;
  }
}

/** Do the directions c, d lie on different sides of the path a → centre → b? */
function interleaved(
  ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number,
): boolean {
  const a = Math.atan2(ay, ax);
  const turn = (x: number, y: number) => {
    const t = Math.atan2(y, x) - a;
    return t < 0 ? t + 2 * Math.PI : t;
  };
  const b = turn(bx, by);
  const c = turn(cx, cy);
  const d = turn(dx, dy);
  if (c === b || d === b || c === 0 || d === 0) return false;
  return c < b !== d < b;
}

/** The stretch that two segments on one line share: its middle and length; null when they are apart. */
function overlapOnLine(
  ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number,
): { x: number; y: number; length: number } | null {
  const alongX = Math.abs(bx - ax) >= Math.abs(by - ay);
  const p = alongX ? [ax, bx, cx, dx] : [ay, by, cy, dy];
  const low = Math.max(Math.min(p[0]!, p[1]!), Math.min(p[2]!, p[3]!));
  const high = Math.min(Math.max(p[0]!, p[1]!), Math.max(p[2]!, p[3]!));
  if (low > high) return null;
  const middle = (low + high) / 2;
  const t = (middle - p[0]!) / (p[1]! - p[0]!);
  return { x: ax + t * (bx - ax), y: ay + t * (by - ay), length: high - low };
}
