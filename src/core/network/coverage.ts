/** Who reaches what: households and people by category and community, and in all. Counted home by home along the streets. */
import type { Catchment } from './catchment.ts';
import { checkHomes, UNKNOWN_COUNT, type Homes } from './homes.ts';
import { UNREACHED } from './place.ts';

export interface Count {
  readonly households: number;
  readonly people: number;
  readonly coveredHouseholds: number;
  readonly coveredPeople: number;
  /** Of homes of which nobody can tell; among `households` and `people`, not among the covered. */
  readonly unknownHouseholds: number;
  readonly unknownPeople: number;
  /** Covered share of households, 0 to 1; null without households, or where the category has no facility anywhere. */
  readonly rate: number | null;
  readonly peopleRate: number | null;
}

export interface CategoryCoverage {
  readonly category: string;
  /** No facility of it is known: not the same as far away. */
  readonly noData: boolean;
  readonly whole: Count;
  /** By community index. */
  readonly communities: readonly Count[];
}

export function coverageOf(catchment: Catchment, homes: Homes, communities: number, limitMillimetres: number): CategoryCoverage[] {
  checkHomes(catchment, homes);
  const { households, people, community, unknown } = homes;
  const inhabitants = new Tally();
  const ofCommunity = Array.from({ length: communities }, () => new Tally());
  for (let home = 0; home < catchment.homes; home++) {
    inhabitants.add(homes, home, false, unknown[home] === 1);
    ofCommunity[community[home]!]?.add(homes, home, false, unknown[home] === 1);
  }
  return catchment.categories.map((category, c) => {
    const noData = catchment.facilities[c] === 0;
    // The last is of homes in no community.
    const coveredHouseholds = new Float64Array(communities + 1);
    const coveredPeople = new Float64Array(communities + 1);
    const first = c * catchment.homes;
    // `hasCategory`, written out: the loop runs five million times in a city.
    for (let home = 0; !noData && home < catchment.homes; home++) {
      const there = catchment.millimetres[first + home]!;
      if (there > limitMillimetres || there === UNREACHED || unknown[home] === 1) continue;
      const at = community[home]! >= 0 && community[home]! < communities ? community[home]! : communities;
      if (households[home]! > 0) coveredHouseholds[at]! += households[home]!;
      if (people[home]! > 0) coveredPeople[at]! += people[home]!;
    }
    const sum = (list: Float64Array) => list.reduce((total, each) => total + each, 0);
    return {
      category, noData, whole: inhabitants.covering(sum(coveredHouseholds), sum(coveredPeople)).count(noData),
      communities: ofCommunity.map((tally, k) => tally.covering(coveredHouseholds[k]!, coveredPeople[k]!).count(noData)),
    };
  });
}

export class Tally {
  households = 0;
  people = 0;
  coveredHouseholds = 0;
  coveredPeople = 0;
  unknownHouseholds = 0;
  unknownPeople = 0;

  add({ households, people }: Homes, home: number, isCovered: boolean, isUnknown: boolean): void {
    const h = households[home] === UNKNOWN_COUNT ? 0 : households[home]!;
    const p = people[home] === UNKNOWN_COUNT ? 0 : people[home]!;
    this.households += h;
    this.people += p;
    if (isCovered) {
      this.coveredHouseholds += h;
      this.coveredPeople += p;
    } else if (isUnknown) {
      this.unknownHouseholds += h;
      this.unknownPeople += p;
    }
  }

  /** The same inhabitants, so many of them covered. */
  covering(coveredHouseholds: number, coveredPeople: number): Tally {
    return Object.assign(new Tally(), this, { coveredHouseholds, coveredPeople });
  }

  /** Without data everybody is unknown. */
  count(noData = false): Count {
    const { households, people, coveredHouseholds, coveredPeople } = this;
    const [unknownHouseholds, unknownPeople] = noData ? [households, people] : [this.unknownHouseholds, this.unknownPeople];
    const share = (part: number, whole: number) => (noData || whole === 0 ? null : part / whole);
    return { households, people, coveredHouseholds, coveredPeople, unknownHouseholds, unknownPeople, rate: share(coveredHouseholds, households), peopleRate: share(coveredPeople, people) };
  }
}
