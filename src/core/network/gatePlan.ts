/** Which gate serves which passage of a wall, and where the gates that no street passes are linked to streets. */
import { WALL_TOLERANCE_METRES } from './compound.ts';
import type { DoorState } from './doors.ts';
import { EdgeGrid } from './edgeGrid.ts';
import { lengthMillimetres } from './edgeLength.ts';
import { between, type WallCuts } from './wallCuts.ts';

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

/** Where a link meets a street. */
export interface Foot {
  readonly baseEdge: number;
  /** Piece of the cut streets, and millimetres along it. */
  readonly edge: number;
  readonly alongMillimetres: number;
  /** Steps. */
  readonly x: number;
  readonly y: number;
}

/** A gate that no street passes, joined to the street outside and, where there is one, to the one inside. */
export interface GateLink {
  readonly compound: number;
  readonly x: number;
  readonly y: number;
  readonly outer: Foot;
  readonly inner: Foot | null;
}

export interface GatePlan {
  /** Compound of each gate; −1 of those that stand at no wall. */
  readonly gateCompound: readonly number[];
  /** Gate of each passage; −1: nothing but a wall is there. */
  readonly passageGate: Int32Array;
  readonly links: readonly GateLink[];
  readonly linkGate: readonly number[];
  readonly gatesWithoutStreet: readonly number[];
}

export class GatePlanner {
  readonly #options: Required<WallOptions>;
  readonly #doorsOf = new Map<number, number[]>();
  /** By gate: neither depends on other gates. */
  readonly #compoundOf = new WeakMap<Gate, number>();
  readonly #linkOf = new WeakMap<Gate, GateLink | null>();
  #grid: EdgeGrid | null = null;

  constructor(readonly cuts: WallCuts, options: WallOptions) {
    this.#options = { ...DEFAULT_WALL_OPTIONS, ...options };
    cuts.doorCompound.forEach((compound, door) => { listIn(this.#doorsOf, compound).push(door); });
  }

  plan(gates: readonly Gate[]): GatePlan {
    const gateCompound = gates.map((gate) => remembered(this.#compoundOf, gate, () => gate.compound ?? this.#nearestWall(gate)));
    const gatesOf = new Map<number, number[]>();
    gateCompound.forEach((compound, gate) => { if (compound >= 0) listIn(gatesOf, compound).push(gate); });
    const passageGate = new Int32Array(this.cuts.doorCompound.length).fill(-1);
    const served = new Set<number>();
    for (const [compound, among] of gatesOf) {
      for (const door of this.#doorsOf.get(compound) ?? []) {
        const gate = this.#nearestGate(gates, among, door);
        passageGate[door] = gate;
        if (gate >= 0) served.add(gate);
      }
    }
    const [links, linkGate, gatesWithoutStreet]: [GateLink[], number[], number[]] = [[], [], []];
    gates.forEach((gate, k) => {
      const compound = gateCompound[k]!;
      if (compound < 0 || served.has(k)) return;
      const link = remembered(this.#linkOf, gate, () => this.#link(gate, compound));
      if (link === null) gatesWithoutStreet.push(k);
      else {
        links.push(link);
        linkGate.push(k);
      }
    });
    return { gateCompound, passageGate, links, linkGate, gatesWithoutStreet };
  }

  #link({ x, y }: Gate, compound: number): GateLink | null {
    const { base, index } = this.cuts;
    const isInside = (edge: number, share: number) => index.isInside(compound, ...between(base, edge, share), WALL_TOLERANCE_METRES);
    const { linkMetres } = this.#options;
    const grid = (this.#grid ??= new EdgeGrid(base));
    if (!grid.nearest(x, y, linkMetres, (edge, share) => base.component[base.edgeFrom[edge]!] === 0 && !isInside(edge, share))) return null;
    const outer = this.#foot(grid.edge, grid.share);
    return { compound, x, y, outer, inner: grid.nearest(x, y, linkMetres, isInside) ? this.#foot(grid.edge, grid.share) : null };
  }

  #foot(baseEdge: number, share: number): Foot {
    const { base, graph, firstPiece, pieceShare, pieceAlong } = this.cuts;
    let edge = firstPiece[baseEdge]!;
    while (edge + 1 < firstPiece[baseEdge + 1]! && pieceShare[edge + 1]! <= share) edge++;
    const along = Math.round(share * base.edgeMillimetres[baseEdge]!) - pieceAlong[edge]!;
    const [x, y] = between(base, baseEdge, share);
    return { baseEdge, edge, alongMillimetres: Math.max(0, Math.min(graph.edgeMillimetres[edge]!, along)), x: Math.round(x), y: Math.round(y) };
  }

  #nearestWall({ x, y }: Gate): number {
    const { index } = this.cuts;
    const { wallMetres } = this.#options;
    // A step of longitude is never longer than one of latitude.
    const margin = Math.ceil((wallMetres / 0.0111195) * 2);
    let found = -1;
    let best = wallMetres;
    for (const compound of index.near(x - margin, y - margin, x + margin, y + margin).sort((p, q) => p - q)) {
      const metres = index.metresToWall(compound, x, y, wallMetres);
      if (metres > best || (metres === best && found >= 0)) continue;
      best = metres;
      found = compound;
    }
    return found;
  }

  #nearestGate(gates: readonly Gate[], among: readonly number[], door: number): number {
    const [x, y] = [this.cuts.doorPlace[2 * door]!, this.cuts.doorPlace[2 * door + 1]!];
    let found = -1;
    let best = this.#options.matchMetres * 1000;
    for (const gate of among) {
      const there = lengthMillimetres(x, y, gates[gate]!.x, gates[gate]!.y);
      if (there > best || (there === best && found >= 0)) continue;
      best = there;
      found = gate;
    }
    return found;
  }
}

function remembered<K extends object, V>(memory: WeakMap<K, V>, key: K, find: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}

function listIn<K>(map: Map<K, number[]>, key: K): number[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}
