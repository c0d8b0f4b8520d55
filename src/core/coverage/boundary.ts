/** The boundary of two units: its arcs, chained, with what each vertex is. And the boundary nearest to a place. */
import { arcOf, halvesOf, leftFace, nodeOf, OUTSIDE_FACE, startNode, type Coverage } from './coverage.ts';
import { facesNear } from './faceIndex.ts';
import { localScale } from '../geo/ellipsoid.ts';

export interface BoundaryPath {
  closed: boolean;
  vertices: { x: number; y: number; fixed: boolean; junction: boolean }[];
}

/** -1 for ground of nobody, of several, and outside. */
export function holderOf(coverage: Coverage, face: number): number {
  const { claimants } = coverage.faces.get(face)!;
  return face !== OUTSIDE_FACE && claimants.length === 1 ? claimants[0]! : -1;
}

/** Paths with `a` on the left. */
export function boundaryPaths(coverage: Coverage, a: number, b: number): BoundaryPath[] {
  const halves = new Set<number>();
  for (const face of coverage.facesOf.get(a)) {
    for (const half of halvesOf(coverage, face)) if (holderOf(coverage, leftFace(coverage, half ^ 1)) === b) halves.add(half);
  }
  const follows = (half: number): number | undefined => {
    const { out } = nodeOf(coverage, startNode(coverage, half ^ 1));
    const at = out.indexOf(half ^ 1);
    for (let k = 1; k <= out.length; k++) {
      const next = out[(at + out.length - k) % out.length]!;
      if (halves.has(next)) return next;
    }
    return undefined;
  };
  const led = new Set([...halves].flatMap((half) => follows(half) ?? []));
  const starts = [...halves].filter((half) => !led.has(half)).sort((p, q) => p - q);
  const left = new Set(halves);
  const paths: BoundaryPath[] = [];
  for (const first of [...starts, ...[...halves].sort((p, q) => p - q)]) {
    if (!left.has(first)) continue;
    const chain: number[] = [];
    for (let half: number | undefined = first; half !== undefined && left.delete(half); half = follows(half)) chain.push(half);
    paths.push(pathOf(coverage, chain, follows(chain.at(-1)!) === first));
  }
  return paths;
}

function pathOf(coverage: Coverage, chain: readonly number[], closed: boolean): BoundaryPath {
  const vertices: BoundaryPath['vertices'] = [];
  chain.forEach((half, k) => {
    const arc = arcOf(coverage, half >> 1);
    const fixed = arc.legal !== null;
    const count = arc.xy.length / 2;
    for (let i = 0; i < count; i++) {
      const at = (half & 1) === 0 ? i : count - 1 - i;
      const isNode = i === 0 || i === count - 1;
      if (i === 0 && k > 0) {
        const before = vertices.at(-1)!;
        before.fixed ||= fixed;
        continue;
      }
      const node = isNode ? nodeOf(coverage, i === 0 ? startNode(coverage, half) : startNode(coverage, half ^ 1)) : null;
      vertices.push({
        x: arc.xy[2 * at]!, y: arc.xy[2 * at + 1]!,
        fixed: fixed || (node?.out.some((each) => arcOf(coverage, each >> 1).legal !== null) ?? false),
        junction: node !== null && holdersAt(coverage, node.out) > 2,
      });
    }
  });
  if (closed) vertices.pop();
  return { closed, vertices };
}

function holdersAt(coverage: Coverage, out: readonly number[]): number {
  return new Set(out.map((half) => holderOf(coverage, leftFace(coverage, half)))).size;
}

/** x, y in steps. Null where none between two units lies within the distance. */
export function nearestBoundary(coverage: Coverage, x: number, y: number, metres: number): { units: [number, number]; legal: boolean; at: [number, number]; metres: number } | null {
  const { east, north } = localScale(y);
  const reachX = metres / east;
  const reachY = metres / north;
  let best: { arc: number; at: [number, number]; metres: number } | null = null;
  const seen = new Set<number>();
  for (const face of facesNear(coverage.index, [x - reachX, y - reachY, x + reachX, y + reachY])) {
    for (const half of halvesOf(coverage, face)) {
      if (seen.has(half >> 1)) continue;
      seen.add(half >> 1);
      const arc = arcOf(coverage, half >> 1);
      const [p, q] = [holderOf(coverage, arc.left), holderOf(coverage, arc.right)];
      if (p === q || p < 0 || q < 0) continue;
      const hit = nearestOnLine(arc.xy, x, y, east, north);
      if (hit.metres <= metres && (best === null || hit.metres < best.metres)) best = { arc: half >> 1, ...hit };
    }
  }
  if (!best) return null;
  const arc = arcOf(coverage, best.arc);
  return { units: [holderOf(coverage, arc.left), holderOf(coverage, arc.right)], legal: arc.legal !== null, at: best.at, metres: best.metres };
}

/** The place on a line nearest to a point, steps, and how far it is. */
export function nearestOnLine(xy: ArrayLike<number>, x: number, y: number, east: number, north: number): { at: [number, number]; metres: number } {
  let best = { at: [xy[0]!, xy[1]!] as [number, number], metres: Infinity };
  for (let i = 0; i + 3 < xy.length; i += 2) {
    const ax = (xy[i]! - x) * east;
    const ay = (xy[i + 1]! - y) * north;
    const dx = (xy[i + 2]! - xy[i]!) * east;
    const dy = (xy[i + 3]! - xy[i + 1]!) * north;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    const metres = Math.hypot(ax + t * dx, ay + t * dy);
    if (metres < best.metres) best = { at: [Math.round(xy[i]! + t * (xy[i + 2]! - xy[i]!)), Math.round(xy[i + 1]! + t * (xy[i + 3]! - xy[i + 1]!))], metres };
  }
  return best;
}
