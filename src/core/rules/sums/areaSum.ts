/** Everything that is summed over the communities of one area: totals, audited aspects, and a column for each indicator. */
import type { CommunityAssessment } from '../assessCommunity.ts';
import { compiled } from '../compile.ts';
import { addAspects, countAspects, noAspects } from '../league.ts';
import type { ResolvedProfile } from '../resolveProfile.ts';
import { TotalsSum } from '../totals.ts';
import { ColumnSum } from './columnSum.ts';

export class AreaSum {
  readonly totals: TotalsSum;
  readonly aspects = noAspects();
  /** One for each indicator of the profile, in its order. */
  readonly columns: readonly ColumnSum[];

  constructor(private readonly profile: ResolvedProfile, before?: AreaSum) {
    this.totals = new TotalsSum(before?.totals);
    if (before) addAspects(this.aspects, before.aspects);
    this.columns = profile.indicators.map((_, k) => new ColumnSum(before?.columns[k]));
  }

  /** `sign` -1 takes away what was added. */
  add(community: CommunityAssessment, sign: 1 | -1): void {
    this.totals.add(community, this.profile.bases, sign);
    const { aspects, contributions } = compiled(this.profile);
    countAspects(this.aspects, aspects, community.findings, sign);
    for (let k = 0; k < this.columns.length; k++) this.columns[k]!.add(contributions[k]!(community.facts), sign);
  }

  addArea(other: AreaSum): void {
    this.totals.addTotals(other.totals);
    addAspects(this.aspects, other.aspects);
    this.columns.forEach((column, k) => { column.addColumn(other.columns[k]!); });
  }

  get isEmpty(): boolean {
    return this.totals.communities === 0;
  }

  get isSettled(): boolean {
    return this.columns.every((column) => column.isSettled);
  }

  /** To be called once all changes are in, with all that are in the sum now. */
  settle(members: readonly CommunityAssessment[]): void {
    const { contributions } = compiled(this.profile);
    this.columns.forEach((column, k) => {
      if (!column.isSettled) column.settle(members.map(({ facts }) => contributions[k]!(facts)));
    });
  }
}
