/**
 * A coverage: nodes, arcs, faces. Two neighbours share an arc, so a line that is moved moves for both.
 * All of it is a value: editing gives a new coverage that shares what was not touched.
 *
 * Coordinates are whole steps of 1e-7 degree. Arcs meet only at nodes. Half-arc 2a runs along arc a, 2a+1 back;
 * a half-arc has its face on its left.
 *
 * Invariants (`validateCoverage`):
 * - an arc's first and last vertex are its nodes; no two arcs meet elsewhere, none crosses itself;
 * - a node's half-arcs leave it in counter-clockwise order, from due east;
 * - every half-arc belongs to one loop of one face; a face's first loop is its shell (face 0, the outside, has none);
 * - `claimants` of a face: one, it is assigned; none, it is unassigned; several, it is contested.
 */
import type { PagedArray } from '../pagedArray.ts';

/** The unbounded face: beyond everything that was read. */
export const OUTSIDE_FACE = 0;

/** What a line is by law; such an arc never moves. */
export type LegalLine = 'parent' | 'subdistrict';

/** The ends of an edge as it was before lines split it: x0, y0, x1, y1. */
export type SplitEdge = readonly [number, number, number, number];

/** A vertex that was put into an edge. */
export interface MadeVertex {
  readonly x: number;
  readonly y: number;
  readonly edge: SplitEdge;
}

export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  /** Vertices interleaved, both ends with them. */
  readonly xy: Int32Array;
  /** `base` was read from the files; `cut` was drawn and goes again when both its sides are one community's; `kept` was drawn to stay. */
  readonly origin: 'base' | 'cut' | 'kept';
  readonly legal: LegalLine | null;
  /** Vertices that the neighbours lack have been put in: written as it stands here, not as it was read. */
  readonly matched: boolean;
  /** Inner vertices that were put into an edge and stay as long as something near needs them. */
  readonly made: readonly MadeVertex[];
}

export interface Node {
  readonly x: number;
  readonly y: number;
  /** Half-arcs that leave here, counter-clockwise from due east. */
  readonly out: readonly number[];
  readonly base: boolean;
  /** Set where the node was put inside an edge: the edges that were split here. */
  readonly splits: readonly SplitEdge[];
}

export interface Face {
  /** One half-arc of each loop; the shell first, then holes. The outside has holes only. */
  readonly loops: readonly number[];
  /** Units that hold it now, ascending: indices of the plan's units. */
  readonly claimants: readonly number[];
  /** Units that claimed this ground in the files; never changes. */
  readonly base: readonly number[];
  /** In the parent; true where no parent was loaded and the face is bounded. */
  readonly inParent: boolean;
  /** Index of the parent polygon (subdistrict) that it lies in, -1 for none or where no parent was loaded. */
  readonly parent: number;
  readonly areaSquareMetres: number;
  /** West, south, east, north in steps. */
  readonly box: readonly [number, number, number, number];
}

export interface Coverage {
  readonly arcs: PagedArray<Arc | null>;
  readonly nodes: PagedArray<Node | null>;
  readonly faces: PagedArray<Face | null>;
  /** Faces held by each unit alone, ascending. */
  readonly facesOf: PagedArray<readonly number[]>;
  /** Faces that each unit claimed in the files, ascending, as they are cut now. */
  readonly baseFacesOf: PagedArray<readonly number[]>;
  /** Faces with no or with several claimants, ascending; without the outside. */
  readonly unsettled: readonly number[];
  readonly index: FaceIndex;
}

/** Where a face may be: cells of a grid, each with the faces whose box touches it. */
export interface FaceIndex {
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly cells: PagedArray<readonly number[]>;
}

export function arcOf(coverage: Coverage, arc: number): Arc {
  const found = coverage.arcs.get(arc);
  if (found === null) throw new Error(`Arc ${arc} is gone.`);
  return found;
}

export function nodeOf(coverage: Coverage, node: number): Node {
  const found = coverage.nodes.get(node);
  if (found === null) throw new Error(`Node ${node} is gone.`);
  return found;
}

export function faceOf(coverage: Coverage, face: number): Face {
  const found = coverage.faces.get(face);
  if (found === null) throw new Error(`Face ${face} is gone.`);
  return found;
}

/** Face on the left of a half-arc. */
export function leftFace(coverage: Coverage, half: number): number {
  const arc = arcOf(coverage, half >> 1);
  return (half & 1) === 0 ? arc.left : arc.right;
}

/** Node where a half-arc starts. */
export function startNode(coverage: Coverage, half: number): number {
  const arc = arcOf(coverage, half >> 1);
  return (half & 1) === 0 ? arc.from : arc.to;
}

/** The half-arc that follows along the same loop. */
export function nextHalf(coverage: Coverage, half: number): number {
  const { out } = nodeOf(coverage, startNode(coverage, half ^ 1));
  const at = out.indexOf(half ^ 1);
  if (at < 0) throw new Error(`Half-arc ${half ^ 1} is not at its node.`);
  return out[(at + out.length - 1) % out.length]!;
}

/** The half-arcs of a loop, from `half` round. */
export function loopOf(coverage: Coverage, half: number): number[] {
  const loop: number[] = [];
  let at = half;
  do {
    loop.push(at);
    at = nextHalf(coverage, at);
  } while (at !== half);
  return loop;
}

/** Vertices of half-arcs end to end, interleaved; the last vertex is not repeated. */
export function ringOf(coverage: Coverage, halves: readonly number[]): number[] {
  const ring: number[] = [];
  for (const half of halves) {
    const { xy } = arcOf(coverage, half >> 1);
    if ((half & 1) === 0) for (let i = 0; i < xy.length - 2; i++) ring.push(xy[i]!);
    else for (let i = xy.length - 2; i > 0; i -= 2) ring.push(xy[i]!, xy[i + 1]!);
  }
  return ring;
}

/** Half-arcs of all loops of a face. */
export function halvesOf(coverage: Coverage, face: number): number[] {
  return faceOf(coverage, face).loops.flatMap((loop) => loopOf(coverage, loop));
}

/** Faces across an arc, each once, ascending; the outside too. */
export function neighboursOf(coverage: Coverage, face: number): number[] {
  const found = new Set<number>();
  for (const half of halvesOf(coverage, face)) found.add(leftFace(coverage, half ^ 1));
  found.delete(face);
  return [...found].sort((p, q) => p - q);
}
