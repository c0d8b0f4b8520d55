/** One reading of the network, open or walled, with homes and facilities hung on it and every home measured to every category. */
import { catchmentFrom, type Catchment } from '../../core/network/catchment.ts';
import { gateChange, type GateChange } from '../../core/network/gateChange.ts';
import type { Homes } from '../../core/network/homes.ts';
import { nearestForAnyone, nearestWithResidents, type NearestField } from '../../core/network/nearest.ts';
import { nearestAfter } from '../../core/network/nearestUpdate.ts';
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

/** One category as it was measured with some facilities proposed, and what it takes to measure it again after gates have changed. */
interface Measured {
  readonly proposed: string;
  readonly catchment: Catchment;
  /** Steps, interleaved. */
  readonly places: readonly number[];
  readonly sources: SnappedPoints;
  readonly field: NearestField;
}

export class Reading {
  readonly engine: ReachEngine;
  /** By category: what was measured last, and always what stands without a scenario. */
  private measured = new Map<string, Measured[]>();

  private constructor(readonly homes: PlacedHomes, readonly homePoints: SnappedPoints, engine: ReachEngine, readonly facilityPoints: SnappedPoints, private readonly facilityPlaces: readonly number[], private readonly places: ReadonlyMap<string, readonly number[]>) {
    this.engine = engine;
  }

  static *open(network: StreetNetwork, homes: PlacedHomes, facilities: readonly Facility[]): Work<Reading> {
    const engine = new ReachEngine(network);
    const homePoints = yield* engine.snap(homes.places);
    const facilityPlaces = facilities.flatMap(({ x, y }) => [x, y]);
    return new Reading(homes, homePoints, engine, yield* engine.snap(facilityPlaces), facilityPlaces, placesByCategory(facilities));
  }

  /** The same network and homes with other facilities; what was measured stands for categories whose places are the same. */
  *refit(facilities: readonly Facility[]): Work<Reading> {
    const facilityPlaces = facilities.flatMap(({ x, y }) => [x, y]);
    const reading = new Reading(this.homes, this.homePoints, this.engine, yield* this.engine.snap(facilityPlaces), facilityPlaces, placesByCategory(facilities));
    for (const [category, measured] of this.measured) if (isSame(this.places.get(category), reading.places.get(category))) reading.measured.set(category, measured);
    return reading;
  }

  /** The same streets, compounds, homes and facilities with other gates: what the change does not touch stands. */
  *withGates(network: StreetNetwork): Work<Reading> {
    const before = this.engine.network;
    const change = gateChange(before, network);
    if (!change) throw new Error('Gates were laid on other streets.');
    const engine = new ReachEngine(network);
    const homePoints = yield* engine.resnap(this.homePoints, this.homes.places, change);
    const facilityPoints = yield* engine.resnap(this.facilityPoints, this.facilityPlaces, change);
    const reading = new Reading(this.homes, homePoints, engine, facilityPoints, this.facilityPlaces, this.places);
    let done = 0;
    for (const [category, all] of this.measured) {
      yield { phase: 'reach.measure', fraction: done++ / this.measured.size };
      const again: Measured[] = [];
      for (const measured of all) again.push(yield* reading.measuredAgain(category, measured, before, change));
      reading.measured.set(category, again);
    }
    return reading;
  }

  private *measuredAgain(category: string, { proposed, places, sources: sourcesBefore, field: fieldBefore }: Measured, before: StreetNetwork, change: GateChange): Work<Measured> {
    const moved: number[] = [];
    const sources = yield* this.engine.resnap(sourcesBefore, places, change, (point) => { moved.push(point); });
    const field = nearestAfter({ field: fieldBefore, net: before.net }, this.engine.network.net, sources.anchors, moved, change);
    return { proposed, places, sources, field, catchment: this.catchmentOf(field, category) };
  }

  private catchmentOf(field: NearestField, category: string): Catchment {
    return catchmentFrom(nearestWithResidents(field, this.engine.doors), this.engine.network.net, this.homePoints.anchors, category);
  }

  categories(): string[] {
    return [...this.places.keys()];
  }

  facilityCount(category: string): number {
    return (this.places.get(category)?.length ?? 0) / 2;
  }

  /** Facilities of a category, those proposed in the scenario behind the others. */
  *sources(category: string, proposed: readonly ProposedFacility[]): Work<Anchors> {
    return (yield* this.engine.snap(this.placesOf(category, proposed))).anchors;
  }

  private placesOf(category: string, proposed: readonly ProposedFacility[]): number[] {
    const added = proposed.filter((each) => each.category === category).flatMap(({ at }) => [Math.round(at[0] * STEPS_PER_DEGREE), Math.round(at[1] * STEPS_PER_DEGREE)]);
    return [...(this.places.get(category) ?? []), ...added];
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
      const places = this.placesOf(category, proposed);
      const sources = yield* this.engine.snap(places);
      const field = nearestForAnyone(this.engine.network.net, sources.anchors);
      const catchment = this.catchmentOf(field, category);
      this.measured.set(category, [...before.filter(({ proposed: own }) => own === NOTHING_PROPOSED), { proposed: key, catchment, places, sources, field }]);
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
