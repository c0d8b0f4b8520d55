/** What can be told of rings by themselves: whether one is plain, which way it must turn, whether two shapes overlap. */
import { turn } from '../coverage/noding.ts';
import { inRing, stepArea } from '../coverage/ringMeasure.ts';
import { innerPoint } from './innerPoint.ts';

/** Rings of more edges are left to the overlay, which takes any. */
const MOST_EDGES = 48;

/** No two of its edges cross. A ring too long to be asked edge by edge is said not to be simple. */
export function isSimple(ring: ArrayLike<number>): boolean {
  return ring.length <= 2 * MOST_EDGES && !ringsCross(ring, ring);
}

/** Shells counter-clockwise, holes clockwise, by how many of the other rings lie round each. */
export function oriented(rings: readonly Int32Array[]): Int32Array[] {
  return rings.map((ring, k) => {
    const at = innerPoint([ring]);
    const depth = at === null ? 0 : rings.filter((other, l) => l !== k && inRing(other, at[0], at[1])).length;
    const isShell = depth % 2 === 0;
    return stepArea(Array.from(ring)) > 0 === isShell ? ring : reversed(ring);
  });
}

/** Whether two shapes have ground in common; sharing a line or a corner is not enough. */
export function overlap(a: readonly Int32Array[], b: readonly Int32Array[]): boolean {
  if (a.some((p) => b.some((q) => ringsCross(p, q)))) return true;
  return liesIn(innerPoint(a), b) || liesIn(innerPoint(b), a);
}

function liesIn(at: [number, number] | null, rings: readonly Int32Array[]): boolean {
  return at !== null && rings.filter((ring) => inRing(ring, at[0], at[1])).length % 2 === 1;
}

/** Properly: each end of an edge lies off the other edge. */
function ringsCross(p: ArrayLike<number>, q: ArrayLike<number>): boolean {
  for (let i = 0, j = p.length - 2; i < p.length; j = i, i += 2) {
    const ax = p[j]!;
    const ay = p[j + 1]!;
    const bx = p[i]!;
    const by = p[i + 1]!;
    for (let k = 0, l = q.length - 2; k < q.length; l = k, k += 2) {
      const cx = q[l]!;
      const cy = q[l + 1]!;
      const dx = q[k]!;
      const dy = q[k + 1]!;
      if ((ax < cx && bx < cx && ax < dx && bx < dx) || (ax > cx && bx > cx && ax > dx && bx > dx)) continue;
      if ((ay < cy && by < cy && ay < dy && by < dy) || (ay > cy && by > cy && ay > dy && by > dy)) continue;
      if (turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) >= 0) continue;
      if (turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < 0) return true;
    }
  }
  return false;
}

function reversed(ring: Int32Array): Int32Array {
  const turned = new Int32Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    turned[i] = ring[ring.length - 2 - i]!;
    turned[i + 1] = ring[ring.length - 1 - i]!;
  }
  return turned;
}
