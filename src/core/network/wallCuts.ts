/**
 * Streets cut at every wall that they pass, before any gate is known: what gates do is laid over this (`layGates.ts`) again and again.
 * Edges fall into pieces; a door of no length joins the two sides of each cut.
 */
import { WALL_TOLERANCE_METRES, type CompoundIndex, type Passage } from './compound.ts';
import { contract, type ContractedGraph } from './contract.ts';
import { componentsOf, type StreetGraph } from './streetGraph.ts';

export interface WallCuts {
  readonly base: StreetGraph;
  readonly index: CompoundIndex;
  /** Pieces in the order of the edges that they were, then the doors. */
  readonly graph: StreetGraph;
  readonly net: ContractedGraph;
  /** Compound that a vertex stands in, −1 outside; that an edge lies in, `DOOR_EDGE` of doors. */
  readonly vertexCompound: Int32Array;
  readonly edgeCompound: Int32Array;
  /** Of vertices on streets behind walls: which of these are joined with one another without leaving the compound; −1 outside. */
  readonly vertexYard: Int32Array;
  /** First piece of each edge, then the piece count; door k is edge `pieceCount + k`. */
  readonly firstPiece: Uint32Array;
  readonly pieceCount: number;
  /** Where each piece begins on its edge: share of it, and millimetres. */
  readonly pieceShare: Float64Array;
  readonly pieceAlong: Uint32Array;
  readonly doorCompound: Uint32Array;
  readonly doorInside: Uint32Array;
  /** Where the street passes the wall: steps, interleaved, not rounded. */
  readonly doorPlace: Float64Array;
}

export const OUTSIDE = -1;
export const DOOR_EDGE = -2;

interface EdgeCut {
  readonly passages: readonly Passage[];
  readonly startsIn: readonly number[];
}

export function cutAtWalls(base: StreetGraph, index: CompoundIndex): WallCuts {
  const cutOf = new Map<number, EdgeCut>();
  let doors = 0;
  forEachNearWalls(base, index, (edge, cut) => {
    cutOf.set(edge, cut);
    doors += cut.passages.length;
  });
  const pieceCount = base.edgeCount + doors;
  const vertexCount = base.vertexCount + 2 * doors;
  const edgeCount = pieceCount + doors;
  const nodeIds = grown(base.nodeIds, vertexCount);
  const coordinates = grown(base.coordinates, 2 * vertexCount);
  const component = grown(base.component, vertexCount);
  const vertexCompound = new Int32Array(vertexCount).fill(OUTSIDE);
  const [edgeFrom, edgeTo, edgeMillimetres] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  const edgeCompound = new Int32Array(edgeCount).fill(OUTSIDE);
  const firstPiece = new Uint32Array(base.edgeCount + 1);
  const [pieceShare, pieceAlong] = [new Float64Array(pieceCount), new Uint32Array(pieceCount)];
  const [doorCompound, doorInside, doorPlace] = [new Uint32Array(doors), new Uint32Array(doors), new Float64Array(2 * doors)];
  let [piece, vertices, door] = [0, base.vertexCount, 0];
  const add = (x: number, y: number, like: number, compound: number) => {
    const vertex = vertices++;
    nodeIds[vertex] = base.vertexCount - 1 - vertex;
    coordinates[2 * vertex] = Math.round(x);
    coordinates[2 * vertex + 1] = Math.round(y);
    component[vertex] = base.component[like]!;
    vertexCompound[vertex] = compound;
    return vertex;
  };
  const lay = (from: number, to: number, millimetres: number, compound: number) => {
    edgeFrom[piece] = from;
    edgeTo[piece] = to;
    edgeMillimetres[piece] = millimetres;
    edgeCompound[piece++] = compound;
  };
  const labelOf = (inside: ReadonlySet<number>) => [...inside].reduce((best, compound) => (best < 0 ? compound : index.smaller(best, compound)), OUTSIDE);
  for (let edge = 0; edge < base.edgeCount; edge++) {
    firstPiece[edge] = piece;
    const [from, to, length] = [base.edgeFrom[edge]!, base.edgeTo[edge]!, base.edgeMillimetres[edge]!];
    const cut = cutOf.get(edge);
    if (!cut) {
      lay(from, to, length, OUTSIDE);
      continue;
    }
    const inside = new Set(cut.startsIn);
    let label = labelOf(inside);
    if (label >= 0) vertexCompound[from] = label;
    let [vertex, along] = [from, 0];
    for (const { compound, share, enters } of cut.passages) {
      const [x, y] = between(base, edge, share);
      const here = Math.max(along, Math.round(share * length));
      const before = add(x, y, from, label);
      lay(vertex, before, here - along, label);
      if (enters) inside.add(compound);
      else inside.delete(compound);
      label = labelOf(inside);
      vertex = add(x, y, from, label);
      along = here;
      pieceShare[piece] = share;
      pieceAlong[piece] = along;
      doorCompound[door] = compound;
      doorInside[door] = enters ? vertex : before;
      doorPlace.set([x, y], 2 * door);
      edgeFrom[pieceCount + door] = enters ? before : vertex;
      edgeTo[pieceCount + door] = enters ? vertex : before;
      edgeCompound[pieceCount + door++] = DOOR_EDGE;
    }
    lay(vertex, to, length - along, label);
    if (label >= 0) vertexCompound[to] = label;
  }
  firstPiece[base.edgeCount] = piece;
  const graph: StreetGraph = { vertexCount, edgeCount, nodeIds, coordinates, component, componentCount: base.componentCount, edgeFrom, edgeTo, edgeMillimetres };
  const net = contract(graph, Uint32Array.from({ length: doors }, (_, k) => pieceCount + k));
  return { base, index, graph, net, vertexCompound, edgeCompound, vertexYard: yardsOf(graph, edgeCompound), firstPiece, pieceCount, pieceShare, pieceAlong, doorCompound, doorInside, doorPlace };
}

function yardsOf({ vertexCount, edgeFrom, edgeTo }: StreetGraph, edgeCompound: Int32Array): Int32Array {
  const inner = Uint32Array.from(edgeCompound.keys()).filter((edge) => edgeCompound[edge]! >= 0);
  const { component } = componentsOf(vertexCount, inner.map((edge) => edgeFrom[edge]!), inner.map((edge) => edgeTo[edge]!));
  const yard = new Int32Array(vertexCount).fill(OUTSIDE);
  for (const edge of inner) for (const vertex of [edgeFrom[edge]!, edgeTo[edge]!]) yard[vertex] = component[vertex]!;
  return yard;
}

/** Point of an edge at a share of its way, in steps, not rounded. */
export function between({ coordinates: xy, edgeFrom, edgeTo }: StreetGraph, edge: number, share: number): [number, number] {
  const [a, b] = [2 * edgeFrom[edge]!, 2 * edgeTo[edge]!];
  return [xy[a]! + share * (xy[b]! - xy[a]!), xy[a + 1]! + share * (xy[b + 1]! - xy[a + 1]!)];
}

/** The same values with room behind them. */
export function grown<A extends Uint8Array | Int32Array | Uint32Array | Float64Array>(values: A, length: number): A {
  const longer = new (values.constructor as new (length: number) => A)(length);
  longer.set(values);
  return longer;
}

/** Edges that pass a wall or begin behind one. */
function forEachNearWalls({ edgeCount, edgeFrom, edgeTo, coordinates: xy }: StreetGraph, index: CompoundIndex, visit: (edge: number, cut: EdgeCut) => void): void {
  for (let edge = 0; edge < edgeCount; edge++) {
    const [a, b] = [2 * edgeFrom[edge]!, 2 * edgeTo[edge]!];
    const [ax, ay, bx, by] = [xy[a]!, xy[a + 1]!, xy[b]!, xy[b + 1]!];
    const candidates = index.near(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    if (candidates.length === 0) continue;
    const passages = index.passages(ax, ay, bx, by);
    const startsIn = candidates.filter((compound) => index.isInside(compound, ax, ay, WALL_TOLERANCE_METRES));
    if (passages.length > 0 || startsIn.length > 0) visit(edge, { passages, startsIn });
  }
}
