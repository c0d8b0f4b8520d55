/**
 * Entries of a profile made ready for many communities: what they name by text is looked up once, and each metric and each condition is
 * worked out once for a community however many rules, indicators and sums of money ask for it. The entries stay data; only here, and in
 * the functions that take a `Compiler`, do they become code. Kept as long as the profile.
 */
import { conditionOn } from './condition.ts';
import { compileIndicator, type Contribution } from './contribution.ts';
import { compileRules, rulesInForce } from './evaluate.ts';
import type { Fact } from './fact.ts';
import type { CommunityFacts, CompoundFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { aspectPlaces, type AspectPlaces } from './league.ts';
import { METRICS_OF_COMMUNITY, METRICS_OF_COMPOUND } from './metrics/index.ts';
import type { Metric, Setting } from './metrics/metric.ts';
import { compileMoney, type Money, type MoneyYear } from './money.ts';
import { compileNeeds, type Needs } from './needs.ts';
import type { Condition } from './profile.ts';
import type { ResolvedProfile } from './resolveProfile.ts';
import type { Unit } from './vocabulary.ts';

export type Read<F> = (facts: F) => Fact;
/** Null: nobody knows. */
export type Test<F> = (facts: F) => boolean | null;

export interface Compiler<F> {
  unit(metric: string): Unit;
  /** Throws on a metric that there is none of: the door of profiles has checked them. */
  read(metric: string): Read<F>;
  test(condition: Condition): Test<F>;
  /** False as soon as one does not hold, whatever the others; null where one is unknown. */
  testAll(conditions: readonly Condition[] | undefined): Test<F>;
}

export interface CompiledProfile {
  readonly findings: (facts: CommunityFacts) => Finding[];
  /** Of these findings. */
  readonly needs: (findings: readonly Finding[]) => Needs;
  readonly aspects: AspectPlaces;
  /** One for each indicator of the profile, in its order; null for those switched off. */
  readonly contributions: readonly ((facts: CommunityFacts) => Contribution)[];
  readonly money: (facts: CommunityFacts, year: MoneyYear) => Money;
  readonly findingsOfCompound: (facts: CompoundFacts) => Finding[];
}

const kept = new WeakMap<ResolvedProfile, CompiledProfile>();

export function compiled(profile: ResolvedProfile): CompiledProfile {
  let found = kept.get(profile);
  if (found === undefined) kept.set(profile, (found = compile(profile)));
  return found;
}

function compile(profile: ResolvedProfile): CompiledProfile {
  const ofCommunity = compilerOf(METRICS_OF_COMMUNITY, profile);
  const rules = rulesInForce(profile.rules, 'community');
  const contributions = profile.indicators.map((indicator) => (indicator.off ? () => null : compileIndicator(indicator, ofCommunity)));
  return {
    findings: compileRules(rules, 'community', ofCommunity),
    needs: compileNeeds(rules),
    aspects: aspectPlaces(rules),
    contributions,
    money: compileMoney(profile.money, ofCommunity),
    findingsOfCompound: compileRules(rulesInForce(profile.rules, 'compound'), 'compound', compilerOf(METRICS_OF_COMPOUND, profile)),
  };
}

export function compilerOf<F extends object>(metrics: ReadonlyMap<string, Metric<F>>, setting: Setting): Compiler<F> {
  const reads = new Map<string, Read<F>>();
  const tests = new Map<string, Test<F>>();
  const metricOf = (id: string): Metric<F> => {
    const metric = metrics.get(id);
    if (metric === undefined) throw new Error(`There is no metric ${id}.`);
    return metric;
  };
  const read = (id: string): Read<F> => keptIn(reads, id, () => {
    const { read, isDerived } = metricOf(id);
    return isDerived ? onceFor((facts: F) => read(facts, setting)) : (facts) => read(facts, setting);
  });
  const test = (condition: Condition): Test<F> => keptIn(tests, JSON.stringify(condition), () => {
    const [value, holds] = [read(condition.metric), conditionOn(condition)];
    return onceFor((facts: F) => {
      const fact = value(facts);
      return fact.known ? holds(fact.value) : null;
    });
  });
  const testAll = (conditions: readonly Condition[] = []): Test<F> => {
    const all = conditions.map(test);
    return all.length === 1 ? all[0]! : all.length === 0 ? () => true : keptIn(tests, JSON.stringify(conditions), () => onceFor(allOf(all)));
  };
  return { unit: (id) => metricOf(id).unit, read, test, testAll };
}

function allOf<F>(tests: readonly Test<F>[]): Test<F> {
  return (facts) => {
    let all: boolean | null = true;
    for (const test of tests) {
      const one = test(facts);
      if (one === false) return false;
      if (one === null) all = null;
    }
    return all;
  };
}

/** The same facts asked again at once: what was found for them. Facts are never changed. */
function onceFor<F extends object, T>(work: (facts: F) => T): (facts: F) => T {
  let asked: F | null = null;
  let found: T;
  return (facts) => {
    if (facts !== asked) {
      found = work(facts);
      asked = facts;
    }
    return found;
  };
}

function keptIn<T>(all: Map<string, T>, key: string, make: () => T): T {
  let found = all.get(key);
  if (found === undefined) all.set(key, (found = make()));
  return found;
}
