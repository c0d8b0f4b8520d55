/**
 * Links of gates laid over the cut streets: the edges on which feet stand fall into parts, and so do their chains; all else keeps its
 * number. Each link adds a block of its own, so that two layings of the same cuts can be told apart link by link (`gateChange.ts`).
 */
import { arcsOf, type ContractedGraph } from './contract.ts';
import { lengthMillimetres } from './edgeLength.ts';
import type { Foot, GateLink } from './gatePlan.ts';
import type { StreetGraph } from './streetGraph.ts';
import { DOOR_EDGE, grown, OUTSIDE, type WallCuts } from './wallCuts.ts';

/** Vertices, and as many junctions, of each link: foot outside, the gate's outer and inner side, foot inside or yard. */
export const LINK_VERTICES = 4;
const [OUTER_FOOT, OUTER_SIDE, INNER_SIDE, INNER_FOOT] = [0, 1, 2, 3];
/** Edges, and as many chains, of each link: the way outside, the way inside, the door, what lies behind the feet. */
const [OUTER_WAY, INNER_WAY, DOOR, BEHIND_OUTER, BEHIND_INNER] = [0, 1, 2, 3, 4];

export interface LaidGates {
  readonly cuts: WallCuts;
  readonly links: readonly GateLink[];
  /** First edge (and chain) of each link's block, counted from the first link's, then their count. */
  readonly blockStart: Uint32Array;
  readonly graph: StreetGraph;
  readonly net: ContractedGraph;
  readonly edgeCompound: Int32Array;
  readonly junctionCompound: Int32Array;
  readonly vertexYard: Int32Array;
  /** Of the passages, then of the links. */
  readonly doorChain: Uint32Array;
  readonly doorCompound: Uint32Array;
  readonly doorInside: Uint32Array;
  /** By chain of the cut streets: the feet on it in its order, as vertices. */
  readonly feetOnChain: ReadonlyMap<number, readonly number[]>;
}

interface PlacedFoot {
  readonly vertex: number;
  readonly alongMillimetres: number;
  /** Edge and chain, counted from the first link's, of what lies behind it. */
  readonly behind: number;
}

export function layGates(cuts: WallCuts, links: readonly GateLink[]): LaidGates {
  const blockStart = new Uint32Array(links.length + 1);
  links.forEach(({ inner }, k) => { blockStart[k + 1] = blockStart[k]! + (inner ? BEHIND_INNER + 1 : BEHIND_OUTER + 1); });
  const feet = feetByEdge(cuts, links, blockStart);
  const { graph, edgeCompound, vertexCompound, vertexYard, partsOf } = layEdges(cuts, links, blockStart, feet);
  const { net, feetOnChain } = layChains(cuts, graph, links.length, blockStart, partsOf);
  const passages = cuts.doorCompound.length;
  const doors = passages + links.length;
  const [doorChain, doorCompound, doorInside] = [new Uint32Array(doors), grown(cuts.doorCompound, doors), grown(cuts.doorInside, doors)];
  for (let door = 0; door < passages; door++) doorChain[door] = net.edgeChain[cuts.pieceCount + door]!;
  links.forEach(({ compound }, k) => {
    doorChain[passages + k] = cuts.net.chainCount + blockStart[k]! + DOOR;
    doorCompound[passages + k] = compound;
    doorInside[passages + k] = cuts.graph.vertexCount + LINK_VERTICES * k + INNER_SIDE;
  });
  const junctionCompound = Int32Array.from(net.junctionVertex, (vertex) => vertexCompound[vertex]!);
  return { cuts, links, blockStart, graph, net, edgeCompound, junctionCompound, vertexYard, doorChain, doorCompound, doorInside, feetOnChain };
}

/** The same with arcs of its own: doors write into them. */
export function withOwnArcs(laid: LaidGates): LaidGates {
  return { ...laid, net: { ...laid.net, arcs: laid.net.arcs.slice() } };
}

function feetByEdge({ graph: { vertexCount } }: WallCuts, links: readonly GateLink[], blockStart: Uint32Array): Map<number, PlacedFoot[]> {
  const feet = new Map<number, PlacedFoot[]>();
  const place = ({ edge, alongMillimetres }: Foot, vertex: number, behind: number) => {
    const list = feet.get(edge);
    const placed = { vertex, alongMillimetres, behind };
    if (list) list.push(placed);
    else feet.set(edge, [placed]);
  };
  links.forEach(({ outer, inner }, k) => {
    const first = vertexCount + LINK_VERTICES * k;
    place(outer, first + OUTER_FOOT, blockStart[k]! + BEHIND_OUTER);
    if (inner) place(inner, first + INNER_FOOT, blockStart[k]! + BEHIND_INNER);
  });
  for (const list of feet.values()) list.sort((p, q) => p.alongMillimetres - q.alongMillimetres);
  return feet;
}

function layEdges(cuts: WallCuts, links: readonly GateLink[], blockStart: Uint32Array, feet: ReadonlyMap<number, readonly PlacedFoot[]>) {
  const before = cuts.graph;
  const vertexCount = before.vertexCount + LINK_VERTICES * links.length;
  const edgeCount = before.edgeCount + blockStart[links.length]!;
  const [nodeIds, coordinates, component] = [grown(before.nodeIds, vertexCount), grown(before.coordinates, 2 * vertexCount), grown(before.component, vertexCount)];
  const [edgeFrom, edgeTo, edgeMillimetres] = [grown(before.edgeFrom, edgeCount), grown(before.edgeTo, edgeCount), grown(before.edgeMillimetres, edgeCount)];
  const [vertexCompound, edgeCompound] = [grown(cuts.vertexCompound, vertexCount), grown(cuts.edgeCompound, edgeCount)];
  const vertexYard = grown(cuts.vertexYard, vertexCount).fill(OUTSIDE, before.vertexCount);
  const stand = (vertex: number, { x, y }: { readonly x: number; readonly y: number }, inComponent: number, compound: number) => {
    nodeIds[vertex] = cuts.base.vertexCount - 1 - vertex;
    coordinates[2 * vertex] = x;
    coordinates[2 * vertex + 1] = y;
    component[vertex] = inComponent;
    vertexCompound[vertex] = compound;
  };
  const lay = (edge: number, from: number, to: number, millimetres: number, compound: number) => {
    edgeFrom[edge] = from;
    edgeTo[edge] = to;
    edgeMillimetres[edge] = millimetres;
    edgeCompound[edge] = compound;
  };
  const componentOf = ({ edge }: Foot) => before.component[before.edgeFrom[edge]!]!;
  links.forEach((link, k) => {
    const { outer, inner, compound } = link;
    const vertex = before.vertexCount + LINK_VERTICES * k;
    const edge = before.edgeCount + blockStart[k]!;
    const own = componentOf(outer);
    stand(vertex + OUTER_FOOT, outer, own, cuts.edgeCompound[outer.edge]!);
    stand(vertex + OUTER_SIDE, link, own, OUTSIDE);
    stand(vertex + INNER_SIDE, link, own, compound);
    // Without a street inside, a yard of no length is what homes can hang on: not the door itself, whose other side is the street.
    if (inner) stand(vertex + INNER_FOOT, inner, componentOf(inner), cuts.edgeCompound[inner.edge]!);
    else stand(vertex + INNER_FOOT, link, own, compound);
    lay(edge + OUTER_WAY, vertex + OUTER_FOOT, vertex + OUTER_SIDE, lengthMillimetres(outer.x, outer.y, link.x, link.y), OUTSIDE);
    lay(edge + INNER_WAY, vertex + INNER_SIDE, vertex + INNER_FOOT, inner ? lengthMillimetres(link.x, link.y, inner.x, inner.y) : 0, compound);
    lay(edge + DOOR, vertex + OUTER_SIDE, vertex + INNER_SIDE, 0, DOOR_EDGE);
  });
  const partsOf = new Map<number, number[]>();
  for (const [edge, on] of feet) {
    const [last, length, compound] = [edgeTo[edge]!, edgeMillimetres[edge]!, edgeCompound[edge]!];
    const parts = [edge];
    let [part, from, along] = [edge, edgeFrom[edge]!, 0];
    for (const { vertex, alongMillimetres, behind } of on) {
      vertexYard[vertex] = compound >= 0 ? vertexYard[last]! : OUTSIDE;
      lay(part, from, vertex, alongMillimetres - along, compound);
      [part, from, along] = [before.edgeCount + behind, vertex, alongMillimetres];
      parts.push(part);
    }
    lay(part, from, last, length - along, compound);
    partsOf.set(edge, parts);
  }
  return { graph: { ...before, vertexCount, edgeCount, nodeIds, coordinates, component, edgeFrom, edgeTo, edgeMillimetres }, edgeCompound, vertexCompound, vertexYard, partsOf };
}

function layChains(cuts: WallCuts, graph: StreetGraph, links: number, blockStart: Uint32Array, partsOf: ReadonlyMap<number, readonly number[]>): { net: ContractedGraph; feetOnChain: Map<number, number[]> } {
  const { net: before, graph: { vertexCount: oldVertices, edgeCount: oldEdges } } = cuts;
  const chainCount = before.chainCount + blockStart[links]!;
  const junctionCount = before.junctionCount + LINK_VERTICES * links;
  const [edgeChain, edgeOffset, edgeBackwards] = [grown(before.edgeChain, graph.edgeCount), grown(before.edgeOffset, graph.edgeCount), grown(before.edgeBackwards, graph.edgeCount)];
  const [vertexChain, vertexOffset] = [grown(before.vertexChain, graph.vertexCount).fill(-1, oldVertices), grown(before.vertexOffset, graph.vertexCount)];
  const [vertexJunction, junctionVertex] = [grown(before.vertexJunction, graph.vertexCount), grown(before.junctionVertex, junctionCount)];
  const [chainFrom, chainTo, chainMillimetres] = [grown(before.chainFrom, chainCount), grown(before.chainTo, chainCount), grown(before.chainMillimetres, chainCount)];
  for (let k = 0; k < LINK_VERTICES * links; k++) {
    vertexJunction[oldVertices + k] = before.junctionCount + k;
    junctionVertex[before.junctionCount + k] = oldVertices + k;
  }
  const edgesOf = new Map<number, number[]>();
  const feetOnChain = new Map<number, number[]>();
  const chainOfLast = new Map<number, number>();
  const touched = [...new Set([...partsOf.keys()].map((edge) => before.edgeChain[edge]!))].sort((p, q) => p - q);
  for (const chain of touched) {
    let [own, along] = [chain, 0];
    const [last, feet]: [number, number[]] = [before.chainTo[chain]!, []];
    let edges: number[] = [];
    edgesOf.set(own, edges);
    for (let i = before.chainEdgeStart[chain]!; i < before.chainEdgeStart[chain + 1]!; i++) {
      const edge = before.chainEdges[i]!;
      const backwards = before.edgeBackwards[edge] === 1;
      const parts = partsOf.get(edge) ?? [edge];
      for (let p = 0; p < parts.length; p++) {
        const part = parts[backwards ? parts.length - 1 - p : p]!;
        edgeChain[part] = own;
        edgeOffset[part] = along;
        edgeBackwards[part] = backwards ? 1 : 0;
        edges.push(part);
        along += graph.edgeMillimetres[part]!;
        const vertex = backwards ? graph.edgeFrom[part]! : graph.edgeTo[part]!;
        if (vertex < oldVertices) {
          if (vertexChain[vertex]! >= 0) [vertexChain[vertex], vertexOffset[vertex]] = [own, along];
          continue;
        }
        chainTo[own] = vertexJunction[vertex]!;
        chainMillimetres[own] = along;
        feet.push(vertex);
        [own, along, edges] = [before.chainCount + behindOf(vertex - oldVertices, blockStart), 0, []];
        chainFrom[own] = vertexJunction[vertex]!;
        edgesOf.set(own, edges);
      }
    }
    chainTo[own] = last;
    chainMillimetres[own] = along;
    feetOnChain.set(chain, feet);
    chainOfLast.set(own, chain);
  }
  let longestMillimetres = before.longestMillimetres;
  for (let k = 0; k < links; k++) {
    for (const way of [OUTER_WAY, INNER_WAY, DOOR]) {
      const [edge, chain] = [oldEdges + blockStart[k]! + way, before.chainCount + blockStart[k]! + way];
      edgeChain[edge] = chain;
      edgesOf.set(chain, [edge]);
      chainFrom[chain] = vertexJunction[graph.edgeFrom[edge]!]!;
      chainTo[chain] = vertexJunction[graph.edgeTo[edge]!]!;
      chainMillimetres[chain] = graph.edgeMillimetres[edge]!;
      longestMillimetres = Math.max(longestMillimetres, chainMillimetres[chain]);
    }
  }
  const ends = { junctionCount, chainCount, chainFrom, chainTo, chainMillimetres };
  const net = {
    ...ends, junctionVertex, vertexJunction, ...layArcs(before, ends, chainOfLast), ...edgeLists(before, chainCount, graph.edgeCount, touched, edgesOf),
    edgeChain, edgeOffset, edgeBackwards, vertexChain, vertexOffset, longestMillimetres,
  };
  return { net, feetOnChain };
}

/** Edge and chain behind a foot, counted from the first link's; `vertex` likewise. */
function behindOf(vertex: number, blockStart: Uint32Array): number {
  return blockStart[Math.floor(vertex / LINK_VERTICES)]! + (vertex % LINK_VERTICES === OUTER_FOOT ? BEHIND_OUTER : BEHIND_INNER);
}

type ChainEnds = Pick<ContractedGraph, 'junctionCount' | 'chainCount' | 'chainFrom' | 'chainTo' | 'chainMillimetres'>;

/** Junctions keep their arcs: those of a chain that fell into parts lead to its first foot, or come from its last. */
function layArcs(before: ContractedGraph, { junctionCount, chainCount, chainFrom, chainTo, chainMillimetres }: ChainEnds, chainOfLast: ReadonlyMap<number, number>): Pick<ContractedGraph, 'arcStart' | 'arcs' | 'arcChain'> {
  const touched = [...chainOfLast.values()];
  // A chain back to where it began has one arc, and its parts have two.
  if (touched.some((chain) => before.chainFrom[chain] === before.chainTo[chain])) return arcsOf(junctionCount, chainFrom, chainTo, chainMillimetres);
  const around: number[][] = Array.from({ length: junctionCount - before.junctionCount }, () => []);
  const total = before.arcChain.length + 2 * (chainCount - before.chainCount);
  const [arcStart, arcs, arcChain] = [grown(before.arcStart, junctionCount + 1), grown(before.arcs, 2 * total), grown(before.arcChain, total)];
  const lead = (junction: number, chain: number, other: number) => {
    if (junction >= before.junctionCount) {
      around[junction - before.junctionCount]!.push(other, chainMillimetres[chain]!, chain);
      return;
    }
    const known = chainOfLast.get(chain) ?? chain;
    for (let arc = before.arcStart[junction]!; arc < before.arcStart[junction + 1]!; arc++) {
      if (before.arcChain[arc] !== known) continue;
      arcChain[arc] = chain;
      arcs[2 * arc] = other;
      arcs[2 * arc + 1] = chainMillimetres[chain]!;
    }
  };
  const leadBoth = (chain: number) => {
    lead(chainFrom[chain]!, chain, chainTo[chain]!);
    lead(chainTo[chain]!, chain, chainFrom[chain]!);
  };
  for (const chain of touched) leadBoth(chain);
  for (let chain = before.chainCount; chain < chainCount; chain++) leadBoth(chain);
  let at = before.arcChain.length;
  around.forEach((list, k) => {
    for (let i = 0; i < list.length; i += 3) {
      arcs[2 * at] = list[i]!;
      arcs[2 * at + 1] = list[i + 1]!;
      arcChain[at++] = list[i + 2]!;
    }
    arcStart[before.junctionCount + k + 1] = at;
  });
  return { arcStart, arcs, arcChain };
}

/** Edges chain by chain: what lies between chains that fell into parts is copied as it is. */
function edgeLists(before: ContractedGraph, chainCount: number, edgeCount: number, touched: readonly number[], edgesOf: ReadonlyMap<number, readonly number[]>): Pick<ContractedGraph, 'chainEdgeStart' | 'chainEdges'> {
  const [chainEdgeStart, chainEdges] = [new Uint32Array(chainCount + 1), new Uint32Array(edgeCount)];
  let [next, placed] = [0, 0];
  const put = (chain: number) => {
    const edges = edgesOf.get(chain)!;
    chainEdgeStart[chain] = placed;
    chainEdges.set(edges, placed);
    placed += edges.length;
  };
  for (const chain of [...touched, before.chainCount]) {
    const [first, end] = [before.chainEdgeStart[next]!, before.chainEdgeStart[chain]!];
    chainEdges.set(before.chainEdges.subarray(first, end), placed);
    for (let k = next; k < chain; k++) chainEdgeStart[k] = before.chainEdgeStart[k]! - first + placed;
    placed += end - first;
    if (chain < before.chainCount) put(chain);
    next = chain + 1;
  }
  for (let chain = before.chainCount; chain < chainCount; chain++) put(chain);
  chainEdgeStart[chainCount] = placed;
  return { chainEdgeStart, chainEdges };
}
