/** The life circle in the facts of communities: the same objects again as long as neither the facts nor the shares are others. */
import type { PlanFacts } from '../../core/facts/planFacts.ts';
import { known, UNKNOWN } from '../../core/rules/fact.ts';
import { withFacts, type CommunityFacts } from '../../core/rules/facts.ts';

/** Percent of households by unit; null: unknown. */
export type CircleShares = ReadonlyMap<number, number | null>;

const together = new WeakMap<PlanFacts, { shares: CircleShares; facts: PlanFacts }>();
const single = new WeakMap<CommunityFacts, { share: number | null; facts: CommunityFacts }>();

export function withCircles(facts: PlanFacts, shares: CircleShares): PlanFacts {
  const before = together.get(facts);
  if (before?.shares === shares) return before.facts;
  const byUnit = new Map([...facts.byUnit].map(([unit, own]) => [unit, withCircle(own, shares.get(unit) ?? null)]));
  const made = { ...facts, byUnit, communities: [...byUnit.values()] };
  together.set(facts, { shares, facts: made });
  return made;
}

function withCircle(facts: CommunityFacts, share: number | null): CommunityFacts {
  const before = single.get(facts);
  if (before?.share === share) return before.facts;
  const made = withFacts(facts, { circleSharePercent: share === null ? UNKNOWN : known(share, { basis: 'reach', source: 'reach' }) });
  single.set(facts, { share, facts: made });
  return made;
}
