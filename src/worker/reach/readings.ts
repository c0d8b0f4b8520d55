/** One reading of the network, open or walled, with homes and facilities hung on it and every home measured to every category. */
import type { Catchment, CategorySources } from '../../core/network/catchment.ts';
import type { Homes } from '../../core/network/homes.ts';
import type { Anchors } from '../../core/network/place.ts';
import { ReachEngine } from '../../core/network/reachEngine.ts';
import type { SnappedPoints } from '../../core/network/snap.ts';
import type { StreetNetwork } from '../../core/network/streetNetwork.ts';
import type { ProposedFacility } from '../../core/plan/plan.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Work } from '../../core/progress.ts';
import type { Facility } from '../../io/streets/readFacilities.ts';
import type { PlacedHomes } from './homes.ts';

const NOTHING_PROPOSED = '[]';

export class Reading {
  readonly engine: ReachEngine;
  /** By category: what was measured last, and always what stands without a scenario. */
  private measured = new Map<string, { catchment: Catchment; proposed: string }[]>();

  private constructor(readonly homes: PlacedHomes, readonly homePoints: SnappedPoints, engine: ReachEngine, readonly facilityPoints: SnappedPoints, private readonly places: ReadonlyMap<string, readonly number[]>) {
    this.engine = engine;
  }

  static *open(network: StreetNetwork, homes: PlacedHomes, facilities: readonly Facility[]): Work<Reading> {
    const engine = new ReachEngine(network);
    const homePoints = yield* engine.snap(homes.places);
    const facilityPoints = yield* engine.snap(facilities.flatMap(({ x, y }) => [x, y]));
    return new Reading(homes, homePoints, engine, facilityPoints, placesByCategory(facilities));
  }

  /** The same network and homes with other facilities; what was measured stands for categories whose places are the same. */
  *refit(facilities: readonly Facility[]): Work<Reading> {
    const facilityPoints = yield* this.engine.snap(facilities.flatMap(({ x, y }) => [x, y]));
    const reading = new Reading(this.homes, this.homePoints, this.engine, facilityPoints, placesByCategory(facilities));
    for (const [category, measured] of this.measured) if (isSame(this.places.get(category), reading.places.get(category))) reading.measured.set(category, measured);
    return reading;
  }

  categories(): string[] {
    return [...this.places.keys()];
  }

  facilityCount(category: string): number {
    return (this.places.get(category)?.length ?? 0) / 2;
  }

  /** Facilities of a category, those proposed in the scenario behind the others. */
  *sources(category: string, proposed: readonly ProposedFacility[]): Work<Anchors> {
    const added = proposed.filter((each) => each.category === category).flatMap(({ at }) => [Math.round(at[0] * STEPS_PER_DEGREE), Math.round(at[1] * STEPS_PER_DEGREE)]);
    return (yield* this.engine.snap([...(this.places.get(category) ?? []), ...added])).anchors;
  }

  /** Each category is measured once for the facilities that it has; one that a scenario adds to is measured again. */
  *catchment(categories: readonly string[], proposed: readonly ProposedFacility[]): Work<Catchment> {
    const parts: Catchment[] = [];
    for (const [k, category] of categories.entries()) {
      const key = JSON.stringify(proposed.filter((each) => each.category === category).map(({ at }) => at));
      const before = this.measured.get(category) ?? [];
      const known = before.find(({ proposed: own }) => own === key);
      if (known) {
        parts.push(known.catchment);
        continue;
      }
      yield { phase: 'reach.measure', fraction: k / categories.length };
      const source: CategorySources = { category, anchors: yield* this.sources(category, proposed) };
      const catchment = yield* this.engine.catchment(this.homePoints.anchors, [source]);
      this.measured.set(category, [...before.filter(({ proposed: own }) => own === NOTHING_PROPOSED), { catchment, proposed: key }]);
      parts.push(catchment);
    }
    return together(parts, this.homePoints.anchors.count);
  }

  /** The category alone, as it is without the scenario. */
  *without(category: string): Work<Catchment> {
    return yield* this.catchment([category], []);
  }

  /** What can't be told: no street within reach, or a compound without a known gate. */
  homesIn(community: Int32Array): Homes {
    const { anchors, compound } = this.homePoints;
    const withoutGate = new Set(this.engine.network.walls?.report.withoutGate ?? []);
    const unknown = Uint8Array.from({ length: anchors.count }, (_, home) => Number(anchors.start[home] === anchors.start[home + 1] || withoutGate.has(compound[home]!)));
    return { households: this.homes.households, people: this.homes.people, community, unknown };
  }
}

/** Steps, interleaved, in the order of the facilities. */
function placesByCategory(facilities: readonly Facility[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { category, x, y } of facilities) {
    if (category === null) continue;
    const known = places.get(category);
    if (known) known.push(x, y);
    else places.set(category, [x, y]);
  }
  return places;
}

function isSame(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a?.length === b?.length && (a?.every((ordinate, k) => ordinate === b?.[k]) ?? true);
}

function together(parts: readonly Catchment[], homes: number): Catchment {
  const millimetres = new Uint32Array(homes * parts.length);
  const nearest = new Int32Array(homes * parts.length);
  const facilities = new Uint32Array(parts.length);
  parts.forEach((part, c) => {
    millimetres.set(part.millimetres, c * homes);
    nearest.set(part.nearest, c * homes);
    facilities[c] = part.facilities[0]!;
  });
  return { categories: parts.flatMap((part) => part.categories), homes, millimetres, nearest, facilities };
}
