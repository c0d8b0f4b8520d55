/** Totals of an area: a subdistrict, a district, the whole plan. What is unknown is counted beside, never as nought. */
import type { CommunityAssessment } from './assessCommunity.ts';
import { householdsOf, peopleOf, type Bases } from './basis.ts';
import type { Fact } from './fact.ts';
import type { NeedFigure } from './needs.ts';
import { ExactSum } from './sums/exactSum.ts';
import { tidy } from './tidy.ts';
import { CLASSES, NEEDS, type Need, type SizeClass } from './vocabulary.ts';

export interface Totals {
  readonly communities: number;
  /** Of those whose figure is known. */
  readonly households: number;
  readonly people: number;
  readonly householdsUnknown: number;
  readonly peopleUnknown: number;
  readonly superLarge: number;
  readonly micro: number;
  readonly inRange: number;
  readonly planAhead: number;
  /** The profile has no band. */
  readonly noBand: number;
  readonly unknown: number;
  /** By need: owed, there, missing; and the communities of which nobody can tell. */
  readonly needs: Readonly<Partial<Record<Need, { readonly owed: number; readonly have: number; readonly short: number; readonly unknown: number }>>>;
  readonly moneyYuanPerYear: number;
  readonly moneyUnknownItems: number;
}

/** Totals that a community may be added to and taken away from. */
export class TotalsSum {
  communities = 0;
  private readonly classes: Record<SizeClass, number>;
  private readonly households: CountSum;
  private readonly people: CountSum;
  private readonly needs: Readonly<Record<Need, NeedSum>>;
  private readonly money: CountSum;

  constructor(before?: TotalsSum) {
    this.communities = before?.communities ?? 0;
    this.classes = before ? { ...before.classes } : { superLarge: 0, micro: 0, inRange: 0, planAhead: 0, noBand: 0, unknown: 0 };
    this.households = new CountSum(before?.households);
    this.people = new CountSum(before?.people);
    this.money = new CountSum(before?.money);
    this.needs = Object.fromEntries(NEEDS.map((need) => [need, new NeedSum(before?.needs[need])])) as Record<Need, NeedSum>;
  }

  /** `sign` -1 takes away what was added. */
  add({ class: sizeClass, facts, needs, money }: CommunityAssessment, bases: Bases, sign: 1 | -1): void {
    this.communities += sign;
    this.classes[sizeClass] += sign;
    this.households.addFact(householdsOf(facts, bases), sign);
    this.people.addFact(peopleOf(facts, bases), sign);
    this.money.sum.add(sign * money.knownYuanPerYear);
    this.money.unknown += sign * money.unknownItems;
    for (const need of NEEDS) {
      const figure = needs[need];
      if (figure !== undefined) this.needs[need].add(figure, sign);
    }
  }

  addTotals(other: TotalsSum): void {
    this.communities += other.communities;
    for (const name of CLASSES) this.classes[name] += other.classes[name];
    this.households.addCount(other.households);
    this.people.addCount(other.people);
    this.money.addCount(other.money);
    for (const need of NEEDS) this.needs[need].addNeed(other.needs[need]);
  }

  totals(): Totals {
    const { households, people, money } = this;
    return {
      communities: this.communities, households: households.sum.value(), people: people.sum.value(), householdsUnknown: households.unknown, peopleUnknown: people.unknown,
      ...this.classes, needs: Object.fromEntries(NEEDS.flatMap((need) => (this.needs[need].communities === 0 ? [] : [[need, this.needs[need].figures()]]))),
      moneyYuanPerYear: tidy(money.sum.value()), moneyUnknownItems: money.unknown,
    };
  }
}

class CountSum {
  readonly sum: ExactSum;
  unknown: number;

  constructor(before?: CountSum) {
    this.sum = before?.sum.copy() ?? new ExactSum();
    this.unknown = before?.unknown ?? 0;
  }

  addFact(fact: Fact<number>, sign: 1 | -1): void {
    if (fact.known) this.sum.add(sign * fact.value);
    else this.unknown += sign;
  }

  addCount({ sum, unknown }: CountSum): void {
    this.sum.addSum(sum);
    this.unknown += unknown;
  }
}

class NeedSum {
  /** That have the need at all. */
  communities: number;
  private unknown: number;
  private readonly owed: ExactSum;
  private readonly have: ExactSum;
  private readonly short: ExactSum;

  constructor(before?: NeedSum) {
    this.communities = before?.communities ?? 0;
    this.unknown = before?.unknown ?? 0;
    this.owed = before?.owed.copy() ?? new ExactSum();
    this.have = before?.have.copy() ?? new ExactSum();
    this.short = before?.short.copy() ?? new ExactSum();
  }

  add({ owed, have, short }: NeedFigure, sign: 1 | -1): void {
    this.communities += sign;
    this.owed.add(sign * (owed ?? 0));
    this.have.add(sign * (have ?? 0));
    this.short.add(sign * (short ?? 0));
    if (short === null) this.unknown += sign;
  }

  addNeed({ communities, owed, have, short, unknown }: NeedSum): void {
    this.communities += communities;
    this.owed.addSum(owed);
    this.have.addSum(have);
    this.short.addSum(short);
    this.unknown += unknown;
  }

  figures(): { owed: number; have: number; short: number; unknown: number } {
    return { owed: tidy(this.owed.value()), have: tidy(this.have.value()), short: tidy(this.short.value()), unknown: this.unknown };
  }
}
