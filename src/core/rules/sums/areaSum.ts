/** Everything that is summed over the communities of one area: totals, audited aspects, and a column for each indicator. */
import type { CommunityAssessment } from '../assessCommunity.ts';
import { compiled } from '../compile.ts';
import { addAspects, noAspects } from '../league.ts';
import type { ResolvedProfile } from '../resolveProfile.ts';
import { TotalsSum } from '../totals.ts';
import { ColumnSum } from './columnSum.ts';

export class AreaSum {
  readonly totals: TotalsSum;
  readonly aspects: ReturnType<typeof noAspects>;
  /** One for each indicator of the profile, in its order. */
  readonly columns: readonly ColumnSum[];

  constructor(private readonly profile: ResolvedProfile, before?: AreaSum) {
    this.totals = new TotalsSum(before?.totals);
    this.aspects = addAspects(noAspects(), before?.aspects ?? noAspects(), 1);
    this.columns = profile.indicators.map((_, k) => new ColumnSum(before?.columns[k]));
  }

  /** `sign` -1 takes away what was added. */
  add(community: CommunityAssessment, sign: 1 | -1): void {
    this.totals.add(community, this.profile.bases, sign);
    addAspects(this.aspects, community.aspects, sign);
    const { contributions } = compiled(this.profile);
    for (let k = 0; k < this.columns.length; k++) this.columns[k]!.add(contributions[k]!(community.facts), sign);
  }

  addArea(other: AreaSum): void {
    this.totals.addTotals(other.totals);
    addAspects(this.aspects, other.aspects, 1);
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
