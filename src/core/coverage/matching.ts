/**
 * Matched edges cancel. In a coverage each inner edge is used once each way;
 * hashing the directed edges and cancelling the pairs leaves the outer line and
 * the defects.
 *
 * Two neighbours share long chains, so after one hashed match the next edge is
 * first tried against the one before it on the other side: half the edges are
 * matched in order, without touching the table.
 */
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

export const UNMATCHED = -1;
/** Zero length, or of a ring that takes no part. */
export const DROPPED = -2;
/** Used more than twice, or twice the same way: all its users stay in the residue, none is lost. */
export const CROWDED = -3;

/** Slots of a cell less one, and how many of them are tried. */
const BLOCK_MASK = 255;
const NEAR_TRIES = 8;
/** Twice the middle of an edge in cells of 65,536 steps. */
const CELL_BITS = 17;

/**
 * Per edge (edge i runs from vertex i to the next of its ring): its partner's
 * index, or one of the marks above. Crowded edges are also put into `crowdedEdges`.
 */
export function matchEdges(layer: PolygonLayer, facts: RingFacts, skipUnit: Uint8Array | null, crowdedEdges: number[] = []): Int32Array {
  const { coordinates: xy, ringStart, vertexCount } = layer;
  const { sign, unitOf, ringCount } = facts;
  const partner = new Int32Array(vertexCount).fill(UNMATCHED);
  const ringOf = new Int32Array(vertexCount);
  let bits = 8;
  while (1 << bits < vertexCount * 1.1) bits++;
  const mask = (1 << bits) - 1;
  // Hash and edge + 1 side by side: one cache line a probe.
  const table = new Int32Array(2 << bits);
  const crowded = new Map<number, number[]>();

  for (let r = 0; r < ringCount; r++) {
    const first = ringStart[r]!;
    const end = ringStart[r + 1]!;
    for (let i = first; i < end; i++) ringOf[i] = r;
    const s = sign[r]!;
    if (s === 0 || (skipUnit !== null && skipUnit[unitOf[r]!] === 1)) {
      partner.fill(DROPPED, first, end);
      continue;
    }
    let follow = -1;
    let step = 0;
    let followFirst = 0;
    let followEnd = 0;
    let followSign = 0;
    let ax = xy[2 * first]!;
    let ay = xy[2 * first + 1]!;
    let ha = vertexHash(ax, ay);
    for (let i = first; i < end; i++) {
      const j = i + 1 < end ? i + 1 : first;
      const bx = xy[2 * j]!;
      const by = xy[2 * j + 1]!;
      const hb = vertexHash(bx, by);
      if (ax === bx && ay === by) {
        partner[i] = DROPPED;
        continue;
      }
      if (follow >= 0) {
        follow += step;
        if (follow < followFirst) follow = followEnd - 1;
        else if (follow === followEnd) follow = followFirst;
        // An edge ahead of this one, in the same ring, is not in the table yet.
        if (follow < i && partner[follow] === UNMATCHED) {
          const g = follow + 1 < followEnd ? follow + 1 : followFirst;
          // Opposite in effect: opposite as stored and the same side, or the reverse.
          const opposite = step < 0;
          const near = opposite ? g : follow;
          const far = opposite ? follow : g;
          if (
            xy[2 * far]! === bx && xy[2 * far + 1]! === by && xy[2 * near]! === ax && xy[2 * near + 1]! === ay &&
            (followSign === s) === opposite
          ) {
            partner[i] = follow;
            partner[follow] = i;
            ax = bx;
            ay = by;
            ha = hb;
            continue;
          }
        }
        follow = -1;
      }
      let hash = (ha + hb) | 0;
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(ha ^ hb, 0x297a2d39);
      hash ^= hash >>> 13;
      // Edges near each other stand near each other in the table, as points do in a `PointTable`.
      let slot = (vertexHash((ax + bx) >> CELL_BITS, (ay + by) >> CELL_BITS) & mask & ~BLOCK_MASK) | (hash & BLOCK_MASK);
      for (let tries = 1; ; tries++) {
        const found = table[2 * slot + 1]! - 1;
        if (found < 0) {
          table[2 * slot] = hash;
          table[2 * slot + 1] = i + 1;
          break;
        }
        if (table[2 * slot] === hash) {
          const q = ringOf[found]!;
          const qFirst = ringStart[q]!;
          const qEnd = ringStart[q + 1]!;
          const g = found + 1 < qEnd ? found + 1 : qFirst;
          const fx = xy[2 * found]!;
          const fy = xy[2 * found + 1]!;
          const gx = xy[2 * g]!;
          const gy = xy[2 * g + 1]!;
          const opposite = fx === bx && fy === by && gx === ax && gy === ay;
          if (opposite || (fx === ax && fy === ay && gx === bx && gy === by)) {
            if (partner[found] === UNMATCHED && (sign[q] === s) === opposite) {
              partner[i] = found;
              partner[found] = i;
              follow = found;
              step = opposite ? -1 : 1;
              followFirst = qFirst;
              followEnd = qEnd;
              followSign = sign[q]!;
            } else {
              // Marked at once: nothing may be matched to it along a chain.
              partner[i] = CROWDED;
              const group = crowded.get(found);
              if (group) group.push(i);
              else crowded.set(found, [i]);
            }
            break;
          }
        }
        if (tries < NEAR_TRIES) slot = (slot & ~BLOCK_MASK) | ((slot + 1) & BLOCK_MASK);
        else slot = tries === NEAR_TRIES ? hash & mask : (slot + 1) & mask;
      }
      ax = bx;
      ay = by;
      ha = hb;
    }
  }
  for (const [leader, extras] of crowded) {
    const mate = partner[leader]!;
    for (const edge of mate >= 0 ? [leader, mate, ...extras] : [leader, ...extras]) {
      partner[edge] = CROWDED;
      crowdedEdges.push(edge);
    }
  }
  return partner;
}

function vertexHash(x: number, y: number): number {
  let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
  h ^= h >>> 15;
  return Math.imul(h, 0xc2b2ae3d);
}
