/**
 * Figures that people gave by hand of communities before these were merged. What adds up is in the heir's figure as soon as each part has one,
 * by hand or from the files; whatever is not carried over is named, so that nothing vanishes.
 */
import type { GivenFact, LineageEvent, Plan } from '../plan/plan.ts';
import { known, UNKNOWN, type Fact } from '../rules/fact.ts';
import type { CommunityFacts, FactName } from '../rules/facts.ts';
import { handFact } from './inScenario.ts';

/** How a fact of the parts becomes one of the heir; `own`: only the heir's own counts, as of a body that was elected. */
export type Joining = 'groundSum' | 'sum' | 'any' | 'same' | 'own';

/** A hand figure from before a merger, and what became of it: in the heir's figure, replaced by a later one by hand, or left behind: some part has no such figure, or it does not pass on. */
export interface MergedGiven extends GivenFact {
  /** The name that the community had. */
  readonly community: string;
  readonly fate: 'counted' | 'replaced' | 'incomplete' | 'notPassedOn';
}

/** Facts of `unit` that rest on hand figures from before mergers. `filed`: what the files and tables say of a unit. */
export function fromMergedGiven(plan: Plan, unit: number, joiningOf: (fact: FactName) => Joining, filed: (unit: number, fact: FactName) => Fact | undefined): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const { fact, unit: of } of beforeMergers(plan, unit)) {
    const name = fact as FactName;
    const joining = joiningOf(name);
    if (fact in facts || (joining === 'own' && of !== unit)) continue;
    facts[fact] = joining === 'own' ? lastOwn(plan, unit, fact)! : valueOf({ plan, name, joining, filed }, unit, plan.lineage.length, true);
  }
  return facts;
}

/** Of the community as it stands, in the order in which they were given. */
export function mergedGivenOf(plan: Plan, unit: number, joiningOf: (fact: FactName) => Joining, facts: CommunityFacts): MergedGiven[] {
  return beforeMergers(plan, unit).map((given) => {
    const isReplaced = plan.given.some((each) => each.unit === unit && each.fact === given.fact && each.mergedAt === undefined);
    const isOwn = joiningOf(given.fact as FactName) !== 'own' || lastOwnGiven(plan, unit, given.fact) === given;
    const fate = isReplaced ? 'replaced' : !isOwn ? 'notPassedOn' : facts[given.fact as FactName].known ? 'counted' : 'incomplete';
    return { ...given, community: plan.units.get(given.unit).name, fate };
  });
}

/** Those in force when their community was merged into `unit`, or into what was merged into it; of one that had been merged before, not what went into it. */
function beforeMergers(plan: Plan, unit: number): GivenFact[] {
  if (!plan.given.some(({ mergedAt }) => mergedAt !== undefined)) return [];
  const events = new Set<number>();
  const collect = (of: number, until: number): void => {
    const at = mergerInto(plan, of, until);
    if (at < 0 || events.has(at)) return;
    events.add(at);
    for (const part of plan.lineage[at]!.from) collect(part, at);
  };
  collect(unit, plan.lineage.length);
  return plan.given.filter(({ mergedAt }) => mergedAt !== undefined && events.has(mergedAt));
}

interface Asked {
  readonly plan: Plan;
  readonly name: FactName;
  readonly joining: Joining;
  readonly filed: (unit: number, fact: FactName) => Fact | undefined;
}

/** What a unit was worth before event `until`: by hand, else by its parts, else by the files where they may be asked. */
function valueOf(asked: Asked, unit: number, until: number, isAsFiled: boolean): Fact {
  const { plan, name, joining, filed } = asked;
  const hand = plan.given.find((each) => each.unit === unit && each.fact === name && each.mergedAt === until);
  if (hand) return handFact(hand);
  const at = mergerInto(plan, unit, until);
  if (at < 0) return joining === 'groundSum' && !isAsFiled ? UNKNOWN : filed(unit, name) ?? UNKNOWN;
  const { from, asFiled } = plan.lineage[at]!;
  return joined(joining, from.map((part) => valueOf(asked, part, at, asFiled?.includes(part) === true)));
}

function joined(joining: Joining, parts: readonly Fact[]): Fact {
  const values = parts.map(({ value }) => value);
  const first = parts[0] ?? UNKNOWN;
  if (joining === 'any' && values.includes(true)) return parts.find(({ value }) => value === true)!;
  if (!first.known || values.includes(null)) return UNKNOWN;
  if (joining === 'any') return first;
  if (joining === 'same') return values.every((value) => value === first.value) ? first : UNKNOWN;
  return known(values.reduce<number>((sum, value) => sum + Number(value), 0), { source: 'merged' });
}

function mergerInto({ lineage }: Plan, unit: number, until: number): number {
  return lineage.findLastIndex(({ kind, to }: LineageEvent, at) => at < until && kind === 'merged' && to[0] === unit);
}

function lastOwnGiven(plan: Plan, unit: number, fact: string): GivenFact | undefined {
  return plan.given.findLast((each) => each.unit === unit && each.fact === fact && each.mergedAt !== undefined);
}

function lastOwn(plan: Plan, unit: number, fact: string): Fact | undefined {
  const given = lastOwnGiven(plan, unit, fact);
  return given && handFact(given);
}
