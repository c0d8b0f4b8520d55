/** What siting stands on: homes along the streets, who is covered already, what a place would cover. */
import { STEPS_PER_DEGREE, type LngLat } from '../../core/geo/coordinates.ts';
import { millimetresTo, type Catchment } from '../../core/network/catchment.ts';
import { UNKNOWN_COUNT, type Homes } from '../../core/network/homes.ts';
import { UNREACHED, type Anchors } from '../../core/network/place.ts';
import type { ReachEngine } from '../../core/network/reachEngine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Reading } from './readings.ts';

export interface SitingGround {
  readonly reading: Reading;
  readonly catchment: Catchment;
  readonly homes: Homes;
  readonly limitMillimetres: number;
  readonly plan: Plan;
}

export interface Demand {
  readonly anchors: Anchors;
  readonly weight: Float64Array;
  /** Millimetres to the nearest facility of the category, those proposed included. */
  readonly existing: Uint32Array;
}

/** Of whom nobody can tell where they leave their compound, nobody can tell who would be reached: they weigh nothing. */
export function demandOf({ reading, catchment, homes }: SitingGround, category: string): Demand {
  const c = catchment.categories.indexOf(category);
  const { anchors } = reading.homePoints;
  return {
    anchors,
    existing: Uint32Array.from({ length: anchors.count }, (_, home) => (c < 0 ? UNREACHED : millimetresTo(catchment, c, home))),
    weight: Float64Array.from({ length: anchors.count }, (_, home) => (homes.unknown[home] === 1 ? 0 : known(homes.people[home]!))),
  };
}

export interface NewlyCovered {
  readonly people: number;
  readonly households: number;
  readonly communities: { name: string; people: number }[];
}

/** Tells place by place whom it covers beyond the facilities that stand and the places before it. */
export class Coverage {
  readonly #covered: Uint8Array;

  constructor(readonly ground: SitingGround, readonly demand: Demand) {
    this.#covered = Uint8Array.from(demand.existing, (millimetres) => Number(millimetres <= ground.limitMillimetres));
  }

  /** `keep`: what is covered now counts no more for those after. */
  of(places: Anchors, place: number, keep: boolean): NewlyCovered {
    const { reading: { engine }, homes, plan, limitMillimetres } = this.ground;
    engine.search.run(places, place, limitMillimetres);
    const communities = new Map<string, number>();
    let [people, households] = [0, 0];
    for (const home of engine.membersOf(this.demand.anchors)) {
      if (this.#covered[home] === 1 || homes.unknown[home] === 1) continue;
      if (keep) this.#covered[home] = 1;
      people += known(homes.people[home]!);
      households += known(homes.households[home]!);
      const unit = homes.community[home]!;
      if (unit >= 0) communities.set(plan.units.get(unit).name, (communities.get(plan.units.get(unit).name) ?? 0) + known(homes.people[home]!));
    }
    return { people, households, communities: [...communities].map(([name, own]) => ({ name, people: own })).sort((p, q) => q.people - p.people || (p.name < q.name ? -1 : 1)) };
  }
}

export function junctionPlace({ network: { graph, net } }: ReachEngine, junction: number): LngLat {
  const vertex = net.junctionVertex[junction]!;
  return [graph.coordinates[2 * vertex]! / STEPS_PER_DEGREE, graph.coordinates[2 * vertex + 1]! / STEPS_PER_DEGREE];
}

function known(count: number): number {
  return count === UNKNOWN_COUNT ? 0 : count;
}
