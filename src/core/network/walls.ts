/**
 * Compounds as walls. Every street that passes one is cut there and joined again by a door of no length, which the gate beside it
 * opens, opens to residents, or leaves shut. A gate that no mapped street passes is linked to the nearest street on either side.
 *
 * Streets are cut once (`wallCuts.ts`); other gates on the same cuts cost what they touch, and give what all built anew would give.
 */
import type { CompoundIndex } from './compound.ts';
import type { ContractedGraph } from './contract.ts';
import { DOOR_STATES, type DoorTable } from './doors.ts';
import { GatePlanner, type Gate, type GateLink, type GatePlan, type WallOptions } from './gatePlan.ts';
import { layGates, withOwnArcs, type LaidGates } from './layGates.ts';
import type { StreetGraph } from './streetGraph.ts';
import { cutAtWalls } from './wallCuts.ts';

export { DEFAULT_WALL_OPTIONS, type Gate, type WallOptions } from './gatePlan.ts';
export { DOOR_EDGE } from './wallCuts.ts';

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
  /** Of vertices on streets behind walls: which of these are joined with one another inside; −1 outside, and of gates that no street passes. */
  readonly vertexYard: Int32Array;
  readonly report: WallReport;
}

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

/** How a network was laid: what another one on the same cuts is compared with. */
const laidOf = new WeakMap<WalledNetwork, LaidGates>();

export class Walls {
  readonly #index: CompoundIndex;
  readonly #planner: GatePlanner;
  #last: LaidGates | null = null;

  constructor(base: StreetGraph, index: CompoundIndex, options: WallOptions = {}) {
    this.#index = index;
    this.#planner = new GatePlanner(cutAtWalls(base, index), options);
  }

  withGates(gates: readonly Gate[]): WalledNetwork {
    const plan = this.#planner.plan(gates);
    const laid = this.#last && isSame(this.#last.links, plan.links) ? withOwnArcs(this.#last) : layGates(this.#planner.cuts, plan.links);
    this.#last = laid;
    const doorGate = joined(plan);
    const state = Uint8Array.from(doorGate, (gate) => DOOR_STATES.indexOf(gate < 0 ? 'closed' : gates[gate]!.access));
    const walled: WalledNetwork = {
      graph: laid.graph, net: laid.net, doorGate, doorInside: laid.doorInside, edgeCompound: laid.edgeCompound, vertexYard: laid.vertexYard,
      doors: { count: doorGate.length, chain: laid.doorChain, compound: laid.doorCompound, state, junctionCompound: laid.junctionCompound }, report: this.#report(plan),
    };
    laidOf.set(walled, laid);
    return walled;
  }

  #report({ gateCompound, passageGate, gatesWithoutStreet }: GatePlan): WallReport {
    const withGate = new Set(gateCompound);
    return {
      withoutGate: this.#index.compounds.flatMap((_, compound) => (withGate.has(compound) ? [] : [compound])),
      gatesAstray: gateCompound.flatMap((compound, gate) => (compound < 0 ? [gate] : [])), gatesWithoutStreet, gateCompound,
      cuts: passageGate.reduce((sum, gate) => sum + Number(gate < 0), 0),
    };
  }
}

export function buildWalls(base: StreetGraph, index: CompoundIndex, gates: readonly Gate[], options: WallOptions = {}): WalledNetwork {
  return new Walls(base, index, options).withGates(gates);
}

/** Null of a network that came from elsewhere as a value. */
export function laidGatesOf(walled: WalledNetwork): LaidGates | null {
  return laidOf.get(walled) ?? null;
}

function isSame(a: readonly GateLink[], b: readonly GateLink[]): boolean {
  return a.length === b.length && a.every((link, k) => link.compound === b[k]!.compound && link.x === b[k]!.x && link.y === b[k]!.y);
}

/** Gate of every door: those of passages, then those of links. */
function joined({ passageGate, linkGate }: GatePlan): Int32Array {
  const doorGate = new Int32Array(passageGate.length + linkGate.length);
  doorGate.set(passageGate);
  doorGate.set(linkGate, passageGate.length);
  return doorGate;
}
