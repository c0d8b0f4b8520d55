/** Points hung on the network: homes, facilities, clicks. In the walled reading no point is hung on a street across a wall. */
import { CompoundIndex } from './compound.ts';
import { offsetOnChain, type ContractedGraph } from './contract.ts';
import { EdgeGrid } from './edgeGrid.ts';
import { lengthMillimetres } from './edgeLength.ts';
import { Growing } from './growing.ts';
import type { Anchors } from './place.ts';
import type { StreetNetwork } from './streetNetwork.ts';
import type { Work } from '../progress.ts';

/** Further from the nearest street than this nobody is taken to live on it (walk-v1). */
export const SNAP_METRES = 200;
/** A median beyond this says that the points are in another datum than the streets. */
export const SUSPICIOUS_MEDIAN_METRES = 60;
const POINTS_PER_STEP = 20_000;

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
  readonly #gates = new Map<number, { chain: number; offset: number; x: number; y: number }[]>();

  /** Only streets of the largest component count: who hangs on an island would reach nothing. */
  constructor(network: StreetNetwork, readonly maxMetres = SNAP_METRES) {
    const { graph, net, walls, compounds } = network;
    this.#network = network;
    this.#index = new CompoundIndex(compounds);
    this.#grid = new EdgeGrid(graph, (edge) => graph.component[graph.edgeFrom[edge]!] === 0 && (walls === null || (walls.edgeCompound[edge]! >= -1 && graph.edgeMillimetres[edge]! > 0)));
    walls?.doorGate.forEach((gate, door) => {
      if (gate < 0) return;
      const vertex = walls.doorInside[door]!;
      const place = { ...placeBeside(net, vertex, walls.doors.chain[door]!), x: graph.coordinates[2 * vertex]!, y: graph.coordinates[2 * vertex + 1]! };
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
    const { graph, net } = this.#network;
    const count = points.length / 2;
    const start = new Uint32Array(count + 1);
    const [chain, offset, extra] = [new Growing(Uint32Array, count), new Growing(Uint32Array, count), new Growing(Uint32Array, count)];
    const edges = new Int32Array(count).fill(-1);
    const along = new Uint32Array(count);
    const compounds = new Int32Array(count).fill(-1);
    for (let k = 0; k < count; k++) {
      if (k % POINTS_PER_STEP === 0) yield { phase: 'snap', fraction: k / count };
      const [x, y] = [points[2 * k]!, points[2 * k + 1]!];
      const compound = compounds[k] = this.compoundAt(x, y);
      if (this.#nearest(x, y, compound)) {
        edges[k] = this.#grid.edge;
        along[k] = this.#grid.alongMillimetres;
        chain.push(net.edgeChain[this.#grid.edge]!);
        offset.push(offsetOnChain(net, graph, this.#grid.edge, this.#grid.alongMillimetres));
        extra.push(this.#grid.offsetMillimetres);
      } else {
        for (const gate of this.#gates.get(compound) ?? []) {
          chain.push(gate.chain);
          offset.push(gate.offset);
          extra.push(lengthMillimetres(x, y, gate.x, gate.y));
        }
      }
      start[k + 1] = chain.length;
    }
    const anchors: Anchors = { count, start, chain: chain.taken(), offset: offset.taken(), extra: extra.taken() };
    return { anchors, edge: edges, alongMillimetres: along, compound: compounds, report: reportOf(anchors, compounds) };
  }

  #nearest(x: number, y: number, compound: number): boolean {
    const { walls } = this.#network;
    if (walls === null) return this.#grid.nearest(x, y, this.maxMetres);
    return this.#grid.nearest(x, y, this.maxMetres, (edge) => walls.edgeCompound[edge] === compound);
  }
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
