/**
 * Compounds as walls. Every street that passes one is cut there and joined again by a door of no length, which the gate beside it
 * opens, opens to residents, or leaves shut. A gate that no mapped street passes is linked to the nearest street on either side.
 */
import { WALL_TOLERANCE_METRES, type CompoundIndex } from './compound.ts';
import { contract, type ContractedGraph } from './contract.ts';
import { DOOR_STATES, type DoorState, type DoorTable } from './doors.ts';
import { EdgeGrid } from './edgeGrid.ts';
import { lengthMillimetres } from './edgeLength.ts';
import { GraphDraft } from './graphDraft.ts';
import type { StreetGraph } from './streetGraph.ts';

export interface Gate {
  /** Steps. */
  readonly x: number;
  readonly y: number;
  readonly access: DoorState;
  /** Index of its compound; null: the one whose wall is nearest. */
  readonly compound: number | null;
}

export interface WallOptions {
  /** A gate serves the street that passes the wall within so many metres of it. */
  readonly matchMetres?: number;
  /** A gate without a compound belongs to the nearest wall within this. */
  readonly wallMetres?: number;
  /** A gate that no street passes is linked to a street within this. */
  readonly linkMetres?: number;
}

export const DEFAULT_WALL_OPTIONS = { matchMetres: 15, wallMetres: 30, linkMetres: 200 } as const satisfies Required<WallOptions>;

export interface WalledNetwork {
  /** With the vertices and edges that walls have added; components are those of the streets without walls. */
  readonly graph: StreetGraph;
  readonly net: ContractedGraph;
  readonly doors: DoorTable;
  /** Gate of each door; −1: nothing but a wall is there. */
  readonly doorGate: Int32Array;
  /** Vertex on the inner side of each door. */
  readonly doorInside: Uint32Array;
  /** Compound that each edge lies in, −1 outside; `DOOR_EDGE` of doors. */
  readonly edgeCompound: Int32Array;
  readonly report: WallReport;
}

export const DOOR_EDGE = -2;

export interface WallReport {
  /** Compounds for which no gate is known. */
  readonly withoutGate: readonly number[];
  /** Gates that stand at no wall, and gates from which no street is in reach. */
  readonly gatesAstray: readonly number[];
  readonly gatesWithoutStreet: readonly number[];
  /** Compound of each gate; −1 of those that stand at no wall. */
  readonly gateCompound: readonly number[];
  /** Streets cut by a wall where no gate is. */
  readonly cuts: number;
}

export function buildWalls(base: StreetGraph, index: CompoundIndex, gates: readonly Gate[], options: WallOptions = {}): WalledNetwork {
  const { matchMetres, wallMetres, linkMetres } = { ...DEFAULT_WALL_OPTIONS, ...options };
  const draft = new GraphDraft(base);
  const homeOf = gates.map(({ x, y, compound }) => compound ?? nearestWall(index, x, y, wallMetres));
  const gatesOf = new Map<number, number[]>();
  homeOf.forEach((compound, gate) => { if (compound >= 0) gatesOf.set(compound, [...(gatesOf.get(compound) ?? []), gate]); });
  const served = new Set<number>();
  let cuts = 0;
  const { coordinates: xy, edgeFrom, edgeTo } = base;
  for (let edge = 0; edge < base.edgeCount; edge++) {
    const [a, b] = [2 * edgeFrom[edge]!, 2 * edgeTo[edge]!];
    const [ax, ay, bx, by] = [xy[a]!, xy[a + 1]!, xy[b]!, xy[b + 1]!];
    const candidates = index.near(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    if (candidates.length === 0) continue;
    for (const { compound, share, enters } of index.passages(ax, ay, bx, by)) {
      const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
      const gate = nearestGate(gates, gatesOf.get(compound) ?? [], x, y, matchMetres);
      if (gate >= 0) served.add(gate);
      else cuts++;
      draft.passWall(edge, share, compound, enters, gate);
    }
    draft.startsInside(edge, candidates.filter((compound) => index.isInside(compound, ax, ay, WALL_TOLERANCE_METRES)));
  }
  const withoutStreet = linkGates(draft, base, index, gates, homeOf, served, linkMetres);
  const built = draft.finish((p, q) => index.smaller(p, q));
  const net = contract(built.graph, built.doorEdges);
  const junctionCompound = Int32Array.from(net.junctionVertex, (vertex) => built.vertexCompound[vertex]!);
  const state = Uint8Array.from(built.doorGate, (gate) => DOOR_STATES.indexOf(gate < 0 ? 'closed' : gates[gate]!.access));
  return {
    graph: built.graph, net, doorGate: built.doorGate, doorInside: built.doorInside, edgeCompound: built.edgeCompound,
    doors: { count: built.doorEdges.length, chain: Uint32Array.from(built.doorEdges, (edge) => net.edgeChain[edge]!), compound: built.doorCompound, state, junctionCompound },
    report: {
      withoutGate: index.compounds.flatMap((_, compound) => (gatesOf.has(compound) ? [] : [compound])),
      gatesAstray: homeOf.flatMap((compound, gate) => (compound < 0 ? [gate] : [])), gatesWithoutStreet: withoutStreet, gateCompound: homeOf, cuts,
    },
  };
}

/** Links what no street passes; gives back the gates from which no street is in reach. */
function linkGates(draft: GraphDraft, base: StreetGraph, index: CompoundIndex, gates: readonly Gate[], homeOf: readonly number[], served: ReadonlySet<number>, mostMetres: number): number[] {
  const open = gates.flatMap((_, gate) => (homeOf[gate]! >= 0 && !served.has(gate) ? [gate] : []));
  if (open.length === 0) return [];
  const grid = new EdgeGrid(base);
  const { coordinates: xy, edgeFrom, edgeTo } = base;
  const isInside = (compound: number) => (edge: number, share: number) => {
    const [a, b] = [2 * edgeFrom[edge]!, 2 * edgeTo[edge]!];
    return index.isInside(compound, xy[a]! + share * (xy[b]! - xy[a]!), xy[a + 1]! + share * (xy[b + 1]! - xy[a + 1]!), WALL_TOLERANCE_METRES);
  };
  return open.filter((gate) => {
    const { x, y } = gates[gate]!;
    const compound = homeOf[gate]!;
    const inner = isInside(compound);
    if (!grid.nearest(x, y, mostMetres, (edge, share) => base.component[edgeFrom[edge]!] === 0 && !inner(edge, share))) return true;
    const outside = draft.foot(grid.edge, grid.share);
    const within = grid.nearest(x, y, mostMetres, inner) ? draft.foot(grid.edge, grid.share) : null;
    draft.linkGate(gate, x, y, compound, outside, within, lengthMillimetres);
    return false;
  });
}

function nearestWall(index: CompoundIndex, x: number, y: number, mostMetres: number): number {
  // A step of longitude is never longer than one of latitude.
  const margin = Math.ceil((mostMetres / 0.0111195) * 2);
  let found = -1;
  let best = mostMetres;
  for (const compound of index.near(x - margin, y - margin, x + margin, y + margin).sort((p, q) => p - q)) {
    const metres = index.metresToWall(compound, x, y, mostMetres);
    if (metres > best || (metres === best && found >= 0)) continue;
    best = metres;
    found = compound;
  }
  return found;
}

function nearestGate(gates: readonly Gate[], among: readonly number[], x: number, y: number, mostMetres: number): number {
  let found = -1;
  let best = mostMetres * 1000;
  for (const gate of among) {
    const there = lengthMillimetres(x, y, gates[gate]!.x, gates[gate]!.y);
    if (there > best || (there === best && found >= 0)) continue;
    best = there;
    found = gate;
  }
  return found;
}
