/**
 * Points hung on the network: homes, facilities, clicks. In the walled reading no point is hung on a street across a wall. Behind one a
 * point hangs on the nearest street of its compound, and straight on each gate that this street does not lead to: few inner ways are
 * mapped, and a path to one gate must not take the others away.
 */
import { CompoundIndex } from './compound.ts';
import { offsetOnChain, type ContractedGraph } from './contract.ts';
import { EdgeGrid } from './edgeGrid.ts';
import { lengthMillimetres, METRES_PER_STEP, metresPerStepEast } from './edgeLength.ts';
import { Growing } from './growing.ts';
import type { GateChange } from './gateChange.ts';
import type { LaidGates } from './layGates.ts';
import type { Anchors } from './place.ts';
import type { StreetNetwork } from './streetNetwork.ts';
import type { WallCuts } from './wallCuts.ts';
import { laidGatesOf } from './walls.ts';
import type { Work } from '../progress.ts';

/** Further from the nearest street than this nobody is taken to live on it (walk-v1). */
export const SNAP_METRES = 200;
/** A median beyond this says that the points are in another datum than the streets. */
export const SUSPICIOUS_MEDIAN_METRES = 60;
const POINTS_PER_STEP = 20_000;
/** Gates may stand beyond the streets, and the links to them. */
const GRID_MARGIN_METRES = 300;
/** Distances are taken in the plane of each point's own latitude, boxes in one. */
const BOX_SLACK = 1.05;

export interface SnappedPoints {
  readonly anchors: Anchors;
  /** Nearest edge of each point and millimetres along it; −1 where the point hangs on gates or on nothing. */
  readonly edge: Int32Array;
  readonly alongMillimetres: Uint32Array;
  /** Compound that holds each point, −1 outside; always −1 in the open reading. */
  readonly compound: Int32Array;
  readonly report: SnapReport;
}

export interface SnapReport {
  readonly points: number;
  /** No street within reach. */
  readonly unsnapped: number;
  /** To the street, of those snapped outside walls; where there are none, to the gate; null without any. */
  readonly medianMetres: number | null;
  readonly datumSuspected: boolean;
}

export class Snapper {
  readonly #network: StreetNetwork;
  readonly #grid: EdgeGrid;
  readonly #index: CompoundIndex;
  /** Places just inside the gates of each compound. */
  readonly #gates = new Map<number, { chain: number; offset: number; x: number; y: number; yard: number }[]>();

  /** Only streets of the largest component count: who hangs on an island would reach nothing. */
  constructor(network: StreetNetwork, readonly maxMetres = SNAP_METRES) {
    const { graph, net, walls, compounds } = network;
    this.#network = network;
    const laid = walls && laidGatesOf(walls);
    this.#index = laid?.cuts.index ?? new CompoundIndex(compounds);
    this.#grid = (laid && gridOfLaid(laid)) ?? new EdgeGrid(graph, (edge) => graph.component[graph.edgeFrom[edge]!] === 0 && (walls === null || isStreet(edge, graph, walls.edgeCompound)));
    walls?.doorGate.forEach((gate, door) => {
      if (gate < 0) return;
      const vertex = walls.doorInside[door]!;
      const place = { ...placeBeside(net, vertex, walls.doors.chain[door]!), x: graph.coordinates[2 * vertex]!, y: graph.coordinates[2 * vertex + 1]!, yard: walls.vertexYard[vertex]! };
      const compound = walls.doors.compound[door]!;
      const list = this.#gates.get(compound);
      if (list) list.push(place);
      else this.#gates.set(compound, [place]);
    });
  }

  /** Compound that holds a point; −1 in the open reading. */
  compoundAt(x: number, y: number): number {
    return this.#network.walls === null ? -1 : this.#index.at(x, y);
  }

  /** Points in steps, interleaved. */
  *snap(points: ArrayLike<number>): Work<SnappedPoints> {
    const hung = new HungPoints(points.length / 2);
    for (let k = 0; k < hung.count; k++) {
      if (k % POINTS_PER_STEP === 0) yield { phase: 'snap', fraction: k / hung.count };
      this.#hang(hung, points[2 * k]!, points[2 * k + 1]!, this.compoundAt(points[2 * k]!, points[2 * k + 1]!));
    }
    return hung.taken();
  }

  /** The same points after gates have changed: only those near what changed look for a street again. `again`: tells of each of them. */
  *resnap(before: SnappedPoints, points: ArrayLike<number>, { boxes, compounds, edgeNow }: GateChange, again: (point: number) => void = () => {}): Work<SnappedPoints> {
    const hung = new HungPoints(before.anchors.count);
    const near = boxes.map((box) => widened(box, this.maxMetres * BOX_SLACK));
    for (let k = 0; k < hung.count; k++) {
      if (k % POINTS_PER_STEP === 0) yield { phase: 'snap', fraction: k / hung.count };
      const [x, y, compound] = [points[2 * k]!, points[2 * k + 1]!, before.compound[k]!];
      const edge = before.edge[k]! < 0 ? -1 : edgeNow(before.edge[k]!);
      const isNear = compounds.has(compound) || near.some(([west, south, east, north]) => x >= west && x <= east && y >= south && y <= north);
      if (isNear) again(k);
      if (isNear || edge < 0) this.#hang(hung, x, y, compound, !isNear);
      else this.#hangOn(hung, x, y, compound, edge, before.alongMillimetres[k]!, before.anchors.extra[before.anchors.start[k]!]!);
    }
    return hung.taken();
  }

  /** `isOffStreets`: no street of its own ground is known to be near. */
  #hang(hung: HungPoints, x: number, y: number, compound: number, isOffStreets = false): void {
    if (!isOffStreets && this.#nearest(x, y, compound)) {
      this.#hangOn(hung, x, y, compound, this.#grid.edge, this.#grid.alongMillimetres, this.#grid.offsetMillimetres);
      return;
    }
    this.#hangOnGates(hung, x, y, compound, -1);
    hung.next(compound, -1, 0);
  }

  #hangOn(hung: HungPoints, x: number, y: number, compound: number, edge: number, along: number, extra: number): void {
    const { graph, net, walls } = this.#network;
    hung.anchor(net.edgeChain[edge]!, offsetOnChain(net, graph, edge, along), extra);
    if (compound >= 0 && walls) this.#hangOnGates(hung, x, y, compound, Math.max(walls.vertexYard[graph.edgeFrom[edge]!]!, walls.vertexYard[graph.edgeTo[edge]!]!));
    hung.next(compound, edge, along);
  }

  /** On those to which no street of the yard leads. */
  #hangOnGates(hung: HungPoints, x: number, y: number, compound: number, yard: number): void {
    for (const gate of this.#gates.get(compound) ?? []) if (gate.yard < 0 || gate.yard !== yard) hung.anchor(gate.chain, gate.offset, lengthMillimetres(x, y, gate.x, gate.y));
  }

  #nearest(x: number, y: number, compound: number): boolean {
    const { walls, graph } = this.#network;
    if (walls === null) return this.#grid.nearest(x, y, this.maxMetres);
    return this.#grid.nearest(x, y, this.maxMetres, (edge) => walls.edgeCompound[edge] === compound && graph.edgeMillimetres[edge]! > 0);
  }
}

/** Points as they are hung, one after the other: first a point's anchors, then the point. */
class HungPoints {
  readonly #start: Uint32Array;
  readonly #edges: Int32Array;
  readonly #along: Uint32Array;
  readonly #compounds: Int32Array;
  readonly #chain: Growing<Uint32ArrayConstructor>;
  readonly #offset: Growing<Uint32ArrayConstructor>;
  readonly #extra: Growing<Uint32ArrayConstructor>;
  #at = 0;

  constructor(readonly count: number) {
    this.#start = new Uint32Array(count + 1);
    this.#edges = new Int32Array(count);
    this.#along = new Uint32Array(count);
    this.#compounds = new Int32Array(count);
    [this.#chain, this.#offset, this.#extra] = [new Growing(Uint32Array, count), new Growing(Uint32Array, count), new Growing(Uint32Array, count)];
  }

  anchor(chain: number, offset: number, extra: number): void {
    this.#chain.push(chain);
    this.#offset.push(offset);
    this.#extra.push(extra);
  }

  next(compound: number, edge: number, along: number): void {
    this.#compounds[this.#at] = compound;
    this.#edges[this.#at] = edge;
    this.#along[this.#at] = along;
    this.#start[++this.#at] = this.#chain.length;
  }

  taken(): SnappedPoints {
    const anchors: Anchors = { count: this.count, start: this.#start, chain: this.#chain.taken(), offset: this.#offset.taken(), extra: this.#extra.taken() };
    return { anchors, edge: this.#edges, alongMillimetres: this.#along, compound: this.#compounds, report: reportOf(anchors, this.#compounds) };
  }
}

/** Not a door, and of some length. */
function isStreet(edge: number, { edgeMillimetres }: Pick<StreetNetwork['graph'], 'edgeMillimetres'>, edgeCompound: Int32Array): boolean {
  return edgeCompound[edge]! >= -1 && edgeMillimetres[edge]! > 0;
}

/** The cells of cut streets are laid once; gates add their links and what became of edges that feet stand on. */
const gridOfCuts = new WeakMap<WallCuts, EdgeGrid>();

function gridOfLaid({ cuts, links, graph, edgeCompound }: LaidGates): EdgeGrid | null {
  let grid = gridOfCuts.get(cuts);
  if (!grid) {
    grid = new EdgeGrid(cuts.graph, (edge) => cuts.graph.component[cuts.graph.edgeFrom[edge]!] === 0 && isStreet(edge, cuts.graph, cuts.edgeCompound), GRID_MARGIN_METRES);
    gridOfCuts.set(cuts, grid);
  }
  const changed = new Set(links.flatMap(({ outer, inner }) => (inner ? [outer.edge, inner.edge] : [outer.edge])));
  for (let edge = cuts.graph.edgeCount; edge < graph.edgeCount; edge++) changed.add(edge);
  return grid.with(graph, [...changed].filter((edge) => graph.component[graph.edgeFrom[edge]!] === 0 && isStreet(edge, graph, edgeCompound)));
}

function widened([west, south, east, north]: readonly [number, number, number, number], metres: number): [number, number, number, number] {
  const [dx, dy] = [metres / metresPerStepEast(Math.max(Math.abs(south), Math.abs(north))), metres / METRES_PER_STEP];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** Place of a vertex on another chain than its door's. */
function placeBeside(net: ContractedGraph, vertex: number, door: number): { chain: number; offset: number } {
  const junction = net.vertexJunction[vertex]!;
  for (let arc = net.arcStart[junction]!; arc < net.arcStart[junction + 1]!; arc++) {
    const chain = net.arcChain[arc]!;
    if (chain !== door) return { chain, offset: net.chainFrom[chain] === junction ? 0 : net.chainMillimetres[chain]! };
  }
  throw new Error(`Door vertex ${vertex} has no yard.`);
}

function reportOf({ count, start, extra }: Anchors, compounds: Int32Array): SnapReport {
  const offsets: number[] = [];
  const outside: number[] = [];
  for (let k = 0; k < count; k++) {
    if (start[k + 1] === start[k]) continue;
    const offset = extra[start[k]!]!;
    offsets.push(offset);
    // Within walls it is the way to a gate, which says nothing of the datum.
    if (compounds[k]! < 0) outside.push(offset);
  }
  const told = outside.length > 0 ? outside : offsets;
  const medianMetres = told.length === 0 ? null : Uint32Array.from(told).sort()[told.length >> 1]! / 1000;
  return { points: count, unsnapped: count - offsets.length, medianMetres, datumSuspected: medianMetres !== null && medianMetres > SUSPICIOUS_MEDIAN_METRES };
}
