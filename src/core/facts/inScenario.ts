/** What a person gave of a community in the scenario itself: figures by hand, and the dates of its approval. They go before the files. */
import type { GivenFact, Plan } from '../plan/plan.ts';
import { known, type Fact } from '../rules/fact.ts';
import type { GivenFacts } from '../rules/facts.ts';

export function givenInScenario({ given, approvals }: Plan, unit: number): GivenFacts {
  if (given.length === 0 && approvals.length === 0) return {};
  const facts: Record<string, Fact> = {};
  for (const each of given) if (each.unit === unit && each.mergedAt === undefined) facts[each.fact] = handFact(each);
  const approved = approvals.find((each) => each.unit === unit)?.approved;
  if (approved) facts.approved = known(approved, { source: 'plan' });
  return facts;
}

export function handFact({ value, source, asOf }: GivenFact): Fact {
  return known(value, { source, ...(asOf === undefined ? {} : { asOf }) });
}

export function unitsGivenOtherwise(was: Plan, is: Plan): Set<number> {
  const units = new Set<number>();
  for (const [before, after] of [[was.given, is.given], [was.approvals, is.approvals]] as const) {
    if (before === after) continue;
    const [one, other] = [new Set<object>(before), new Set<object>(after)];
    for (const each of [...before, ...after]) if (!one.has(each) || !other.has(each)) units.add(each.unit);
  }
  return units;
}
