/** Who reaches what: households and people by category and community, and in all. Counted home by home along the streets. */
import type { Catchment } from './catchment.ts';
import { checkHomes, hasCategory, UNKNOWN_COUNT, type Homes } from './homes.ts';

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
  return catchment.categories.map((category, c) => {
    const whole = new Tally();
    const each = Array.from({ length: communities }, () => new Tally());
    for (let home = 0; home < catchment.homes; home++) {
      const has = hasCategory(catchment, homes, c, home, limitMillimetres);
      whole.add(homes, home, has === 'yes', has === 'unknown');
      each[homes.community[home]!]?.add(homes, home, has === 'yes', has === 'unknown');
    }
    const noData = catchment.facilities[c] === 0;
    return { category, noData, whole: whole.count(noData), communities: each.map((tally) => tally.count(noData)) };
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

  count(noData = false): Count {
    const { households, people, coveredHouseholds, coveredPeople, unknownHouseholds, unknownPeople } = this;
    const share = (part: number, whole: number) => (noData || whole === 0 ? null : part / whole);
    return { households, people, coveredHouseholds, coveredPeople, unknownHouseholds, unknownPeople, rate: share(coveredHouseholds, households), peopleRate: share(coveredPeople, people) };
  }
}
