/** Points that hang on the network: where on which chain, and how far off it. */

/** Nothing of the network is near enough. */
export const NOWHERE = -1;
/** A distance beyond every limit. */
export const UNREACHED = 0xffffffff;

/**
 * Anchors of a list of points: point k has anchors `start[k]` to `start[k + 1] − 1`, none where the network is out of reach, several
 * where a home may leave its compound by several gates. Lengths in millimetres.
 */
export interface Anchors {
  readonly count: number;
  readonly start: Uint32Array;
  readonly chain: Uint32Array;
  readonly offset: Uint32Array;
  /** From the point to the network. */
  readonly extra: Uint32Array;
}

export function anchorsOf(points: readonly (readonly { readonly chain: number; readonly offset: number; readonly extra: number }[])[]): Anchors {
  const start = new Uint32Array(points.length + 1);
  points.forEach((list, k) => { start[k + 1] = start[k]! + list.length; });
  const all = points.flat();
  return {
    count: points.length, start,
    chain: Uint32Array.from(all, ({ chain }) => chain), offset: Uint32Array.from(all, ({ offset }) => offset), extra: Uint32Array.from(all, ({ extra }) => extra),
  };
}

/** The anchors of some of the points, in the order given. */
export function selectAnchors(anchors: Anchors, points: ArrayLike<number>): Anchors {
  const start = new Uint32Array(points.length + 1);
  for (let k = 0; k < points.length; k++) start[k + 1] = start[k]! + anchors.start[points[k]! + 1]! - anchors.start[points[k]!]!;
  const total = start[points.length]!;
  const picked = { chain: new Uint32Array(total), offset: new Uint32Array(total), extra: new Uint32Array(total) };
  for (let k = 0; k < points.length; k++) {
    for (let from = anchors.start[points[k]!]!, to = start[k]!; to < start[k + 1]!; from++, to++) {
      picked.chain[to] = anchors.chain[from]!;
      picked.offset[to] = anchors.offset[from]!;
      picked.extra[to] = anchors.extra[from]!;
    }
  }
  return { count: points.length, start, ...picked };
}

/** The points in the order in which they lie along the network: a search finds in the processor's memory what the one before has read. */
export function orderAlong(chainFrom: Uint32Array, { count, start, chain }: Anchors): Uint32Array {
  // Junctions are numbered so that near ones have near numbers; what hangs nowhere comes last.
  const keys = Float64Array.from({ length: count }, (_, k) => (start[k] === start[k + 1] ? chainFrom.length : chainFrom[chain[start[k]!]!]!) * count + k).sort();
  return Uint32Array.from(keys, (key) => key % count);
}
