/** Totals of an area: a subdistrict, a district, the whole plan. What is unknown is counted beside, never as nought. */
import type { CommunityAssessment } from './assessCommunity.ts';
import { householdsOf, peopleOf } from './basis.ts';
import { tidy } from './bound.ts';
import type { ResolvedProfile } from './resolveProfile.ts';
import { NEEDS, type Need, type SizeClass } from './vocabulary.ts';

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

export function totalsOf(communities: readonly CommunityAssessment[], profile: ResolvedProfile): Totals {
  const classes: Record<SizeClass, number> = { superLarge: 0, micro: 0, inRange: 0, planAhead: 0, noBand: 0, unknown: 0 };
  let [households, people, householdsUnknown, peopleUnknown, moneyYuanPerYear, moneyUnknownItems] = [0, 0, 0, 0, 0, 0];
  const needs: Partial<Record<Need, { owed: number; have: number; short: number; unknown: number }>> = {};
  for (const community of communities) {
    classes[community.class]++;
    const [h, p] = [householdsOf(community.facts, profile.bases), peopleOf(community.facts, profile.bases)];
    if (h.known) households += h.value;
    else householdsUnknown++;
    if (p.known) people += p.value;
    else peopleUnknown++;
    moneyYuanPerYear += community.money.knownYuanPerYear;
    moneyUnknownItems += community.money.unknownItems;
    for (const need of NEEDS) {
      const figure = community.needs[need];
      if (figure === undefined) continue;
      const sum = (needs[need] ??= { owed: 0, have: 0, short: 0, unknown: 0 });
      sum.owed += figure.owed ?? 0;
      sum.have += figure.have ?? 0;
      sum.short += figure.short ?? 0;
      if (figure.short === null) sum.unknown++;
    }
  }
  // Sums of fractions depend on their order in the last digits; the totals must not.
  for (const sum of Object.values(needs)) [sum.owed, sum.have, sum.short] = [tidy(sum.owed), tidy(sum.have), tidy(sum.short)];
  return { communities: communities.length, households, people, householdsUnknown, peopleUnknown, ...classes, needs, moneyYuanPerYear: tidy(moneyYuanPerYear), moneyUnknownItems };
}
