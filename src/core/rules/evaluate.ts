/**
 * One rule on one community or compound. Applicability first, then the value, then the bound; whatever is missing on the way
 * makes the verdict unknown. A rule of another level, and a suitable value, only show their figures.
 */
import { boundFor, judge, type Asked, type Judged } from './bound.ts';
import { allHold, holds, type Metrics } from './condition.ts';
import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';
import type { Metric, Setting } from './metrics/metric.ts';
import type { Rule } from './profile.ts';
import type { Layered } from './resolveProfile.ts';
import type { Basis, Level, Verdict } from './vocabulary.ts';

export interface Ground<F> {
  readonly level: Level;
  readonly metrics: Metrics<F>;
  readonly setting: Setting;
}

/** Findings in the order of the rules. Rules of a compound are left out for a community, and the other way round. */
export function evaluateRules<F>(rules: readonly Layered<Rule>[], facts: F, ground: Ground<F>): Finding[] {
  const findings: Finding[] = [];
  const asked = new Map<string, Asked | null>();
  const compared = comparedIn(rules);
  for (const rule of rules) {
    if (rule.off || (rule.level === 'compound') !== (ground.level === 'compound')) continue;
    const finding = rule.bound.type === 'strictest' ? strictest(rule, rule.bound.of, asked, facts, ground) : evaluate(rule, facts, ground);
    if (compared.has(rule.id)) asked.set(rule.id, finding.verdict === 'notApplicable' ? null : (finding.bound ?? UNSETTLED));
    findings.push(finding);
  }
  return findings;
}

const UNSETTLED: Asked = {};
const comparedOf = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/** Rules of which another takes the strictest. */
function comparedIn(rules: readonly Rule[]): ReadonlySet<string> {
  let ids = comparedOf.get(rules);
  if (ids === undefined) comparedOf.set(rules, (ids = new Set(rules.flatMap(({ bound }) => (bound.type === 'strictest' ? bound.of : [])))));
  return ids;
}

function evaluate<F>(rule: Layered<Rule>, facts: F, ground: Ground<F>): Finding {
  const { setting, metrics } = ground;
  const metric = metrics.get(rule.metric)!;
  const applies = allHold(rule.applies, facts, setting, metrics);
  if (applies === false) return notApplicable(rule, metric);
  const fact = metric.read(facts, setting);
  const bound = boundFor(rule.bound, facts, setting, metrics);
  return settle(rule, metric, facts, ground, { applies, fact, asked: bound?.asked ?? null, basis: bound?.basis, asOf: bound?.asOf });
}

interface Settling {
  readonly applies: true | null;
  readonly fact: Fact;
  readonly asked: Asked | null;
  readonly basis?: Basis | undefined;
  readonly asOf?: string | undefined;
}

const NOT_JUDGED: Judged = { met: null, margin: null };

/** The basis of what is measured leads; of a figure like floor area, which has none, that of its bound. */
function settle<F>(rule: Layered<Rule>, metric: Metric<F>, facts: F, ground: Ground<F>, settling: Settling): Finding {
  const { applies, fact, asked } = settling;
  const judged: Judged = fact.known && asked ? judge(fact.value, asked) : NOT_JUDGED;
  let verdict: Verdict = applies === null || !fact.known || asked === null ? 'unknown' : verdictOf(rule, judged, ground.level);
  const waived = verdict === 'fail' && rule.waivedBy !== undefined && holds(rule.waivedBy, facts, ground.setting, ground.metrics) === true;
  if (waived) verdict = 'guide';
  return finding(rule, metric, {
    verdict, actual: fact.value, bound: asked && says(rule) ? asked : null, margin: verdict === 'unknown' ? null : judged.margin,
    basis: (fact.known ? fact.basis : undefined) ?? settling.basis ?? null, asOf: (fact.known ? fact.asOf : undefined) ?? settling.asOf, waived,
  });
}

/** `known` and `shown` ask for no figure. */
function says({ bound: { type } }: Rule): boolean {
  return type !== 'known' && type !== 'shown';
}

function verdictOf(rule: Rule, { met }: Judged, level: Level): Verdict {
  if (rule.strength === 'suitable' || rule.bound.type === 'shown' || rule.level !== level) return 'guide';
  return met === null ? 'unknown' : met ? 'pass' : 'fail';
}

/** The highest of what the named rules ask here; unknown as long as one of them is. */
function strictest<F>(rule: Layered<Rule>, of: readonly string[], others: ReadonlyMap<string, Asked | null>, facts: F, ground: Ground<F>): Finding {
  const metric = ground.metrics.get(rule.metric)!;
  const applies = allHold(rule.applies, facts, ground.setting, ground.metrics);
  const asked = of.map((id) => others.get(id) ?? null).filter((each) => each !== null);
  if (applies === false || asked.length === 0) return notApplicable(rule, metric);
  const lowest = asked.map((each) => each.min);
  const settled = lowest.every((min) => min !== undefined);
  const min = settled ? Math.max(...lowest) : null;
  return settle(rule, metric, facts, ground, { applies, fact: metric.read(facts, ground.setting), asked: min === null ? null : { min, proposed: min } });
}

interface Figures {
  readonly verdict: Verdict;
  readonly actual: Finding['actual'];
  readonly bound: Asked | null;
  readonly margin: number | null;
  readonly basis: Basis | null;
  readonly asOf: string | undefined;
  readonly waived: boolean;
}

const NO_FIGURES: Figures = { verdict: 'notApplicable', actual: null, bound: null, margin: null, basis: null, asOf: undefined, waived: false };
const inapplicable = new WeakMap<Rule, Finding>();

/** The same for every community that the rule does not touch. */
function notApplicable<F>(rule: Layered<Rule>, metric: Metric<F>): Finding {
  let found = inapplicable.get(rule);
  if (found === undefined) inapplicable.set(rule, (found = finding(rule, metric, NO_FIGURES)));
  return found;
}

function finding<F>(rule: Layered<Rule>, metric: Metric<F>, { verdict, actual, bound, margin, basis, asOf, waived }: Figures): Finding {
  return {
    rule: rule.id, family: rule.family, strength: rule.strength, level: rule.level, verdict, actual, bound, margin, unit: metric.unit, basis, source: rule.source,
    asOf, reading: rule.reading, year: rule.year, need: rule.need, aspect: rule.reference ? undefined : rule.aspect,
    waived: waived ? true : undefined, reference: rule.reference ? true : undefined,
  };
}
