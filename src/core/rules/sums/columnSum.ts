/** What the communities of an area contribute to one indicator, together. A community may be added and taken away again. */
import type { Contribution } from '../contribution.ts';
import { tidy } from '../tidy.ts';
import { ExactSum } from './exactSum.ts';

/** The community that is farthest out: of equals the lower figure, so that the order of communities does not matter. */
interface Farthest {
  readonly amount: number;
  readonly margin: number;
  /** How many stand there. */
  readonly count: number;
}

export class ColumnSum {
  known = 0;
  unknown = 0;
  /** Of a figure asked of each community. */
  meeting = 0;
  private readonly amounts: ExactSum;
  private readonly bys: ExactSum;
  private readonly hidden: ExactSum;
  /** Unknown ones of which not even `by` is known. */
  private hiddenWhole = 0;
  /** `lost`: the farthest was taken away, and nobody remembers the next. */
  private farthest: Farthest | null | 'lost' = null;

  constructor(before?: ColumnSum) {
    this.amounts = before?.amounts.copy() ?? new ExactSum();
    this.bys = before?.bys.copy() ?? new ExactSum();
    this.hidden = before?.hidden.copy() ?? new ExactSum();
    if (before) [this.known, this.unknown, this.meeting, this.hiddenWhole, this.farthest] = [before.known, before.unknown, before.meeting, before.hiddenWhole, before.farthest];
  }

  /** `sign` -1 takes away what was added. */
  add(contribution: Contribution, sign: 1 | -1): void {
    if (contribution === null) return;
    const { known, amount, by, margin, meets } = contribution;
    if (!known) {
      this.unknown += sign;
      if (by === null) this.hiddenWhole += sign;
      else this.hidden.add(sign * by);
      return;
    }
    this.known += sign;
    if (margin !== null) {
      if (meets) this.meeting += sign;
      this.farthest = farthestWith(this.farthest, amount, margin, 1, sign);
      return;
    }
    this.amounts.add(sign * amount);
    if (by !== null) this.bys.add(sign * by);
  }

  addColumn(other: ColumnSum): void {
    this.known += other.known;
    this.unknown += other.unknown;
    this.meeting += other.meeting;
    this.hiddenWhole += other.hiddenWhole;
    this.amounts.addSum(other.amounts);
    this.bys.addSum(other.bys);
    this.hidden.addSum(other.hidden);
    if (other.farthest === 'lost') this.farthest = 'lost';
    else if (other.farthest !== null) this.farthest = farthestWith(this.farthest, other.farthest.amount, other.farthest.margin, other.farthest.count, 1);
  }

  get amount(): number {
    return tidy(this.amounts.value());
  }

  get by(): number {
    return tidy(this.bys.value());
  }

  /** `by` of the unknown ones; infinite where nobody can tell. */
  get hiddenBy(): number {
    return this.hiddenWhole > 0 ? Infinity : tidy(this.hidden.value());
  }

  /** Null where none is known. */
  get farthestAmount(): number | null {
    if (this.farthest === 'lost') throw new Error('The farthest community was taken away: settle the column first.');
    return this.farthest?.amount ?? null;
  }

  get isSettled(): boolean {
    return this.farthest !== 'lost';
  }

  /** Looks for the farthest among all that are in the sum. */
  settle(contributions: Iterable<Contribution>): void {
    this.farthest = null;
    for (const contribution of contributions) {
      if (contribution === null || contribution.margin === null) continue;
      const { amount, margin } = contribution;
      this.farthest = farthestWith(this.farthest, amount, margin, 1, 1);
    }
  }
}

/** `count` more, or fewer, that stand at this amount and margin. */
function farthestWith(farthest: Farthest | null | 'lost', amount: number, margin: number, count: number, sign: 1 | -1): Farthest | null | 'lost' {
  if (farthest === 'lost') return 'lost';
  if (farthest !== null && margin === farthest.margin && amount === farthest.amount) {
    const left = farthest.count + sign * count;
    return left === 0 ? 'lost' : { ...farthest, count: left };
  }
  if (farthest !== null && (farthest.margin < margin || (farthest.margin === margin && farthest.amount < amount))) return farthest;
  return sign > 0 ? { amount, margin, count } : 'lost';
}
