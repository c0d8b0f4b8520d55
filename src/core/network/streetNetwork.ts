/**
 * A network ready to be searched: a value of typed arrays, so that it can be handed to a worker or kept. Two readings of one graph
 * stand side by side: open, as if there were no walls, and walled.
 */
import { CompoundIndex, type Compound } from './compound.ts';
import { contract, type ContractedGraph } from './contract.ts';
import type { StreetGraph } from './streetGraph.ts';
import { Walls, type Gate, type WalledNetwork, type WallOptions } from './walls.ts';

export interface StreetNetwork {
  readonly graph: StreetGraph;
  readonly net: ContractedGraph;
  /** Null in the open reading. */
  readonly walls: WalledNetwork | null;
  readonly compounds: readonly Compound[];
}

export function openNetwork(graph: StreetGraph): StreetNetwork {
  return { graph, net: contract(graph), walls: null, compounds: [] };
}

/** Compounds without any gate are closed: nobody knows how their residents leave. `walls.report` lists them. */
export function walledNetwork(graph: StreetGraph, compounds: readonly Compound[], gates: readonly Gate[], options: WallOptions = {}): StreetNetwork {
  return new WalledStreets(graph, compounds, options).withGates(gates);
}

/** Streets cut at the walls of compounds, for gates that change: each network is the same as one built anew. */
export class WalledStreets {
  readonly #walls: Walls;

  constructor(readonly graph: StreetGraph, readonly compounds: readonly Compound[], options: WallOptions = {}) {
    this.#walls = new Walls(graph, new CompoundIndex(compounds), options);
  }

  withGates(gates: readonly Gate[]): StreetNetwork {
    const walls = this.#walls.withGates(gates);
    return { graph: walls.graph, net: walls.net, walls, compounds: this.compounds };
  }
}
