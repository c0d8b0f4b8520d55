/**
 * One rule on one community or compound. Applicability first, then the value, then the bound; whatever is missing on the way
 * makes the verdict unknown. A rule of another level, and a suitable value, only show their figures.
 */
import { askFor, boundOn, fixedBound, isFixed, judge, type Asked, type Judged } from './bound.ts';
import type { Compiler } from './compile.ts';
import { UNKNOWN, type Fact, type FactValue, type Known } from './fact.ts';
import type { Finding, FoundBy } from './finding.ts';
import type { Rule } from './profile.ts';
import type { Layered } from './resolveProfile.ts';
import type { Level, Verdict } from './vocabulary.ts';

/** `before`: findings of the rules before it, on the same community. */
type Evaluate<F> = (facts: F, before: readonly Finding[]) => Finding;

/** Rules of a compound are left out for a community, and the other way round. */
export function rulesInForce(rules: readonly Layered<Rule>[], level: Level): Layered<Rule>[] {
  return rules.filter((rule) => !rule.off && (rule.level === 'compound') === (level === 'compound'));
}

/** Findings in the order of the rules. */
export function compileRules<F>(own: readonly Layered<Rule>[], level: Level, compiler: Compiler<F>): (facts: F) => Finding[] {
  const evaluations = own.map((rule, k) => compileRule(rule, { level, compiler, before: own.slice(0, k) }));
  return (facts) => {
    const findings = new Array<Finding>(evaluations.length);
    for (let k = 0; k < evaluations.length; k++) findings[k] = evaluations[k]!(facts, findings);
    return findings;
  };
}

interface Place<F> {
  readonly level: Level;
  readonly compiler: Compiler<F>;
  /** The rules evaluated before it. */
  readonly before: readonly Rule[];
}

/** What a rule asks of one community: null where a figure that it stands on is unknown, `none` where it asks nothing at all. */
type Asking<F> = (facts: F, before: readonly Finding[]) => Asked | null | 'none';

function compileRule<F>(rule: Layered<Rule>, { level, compiler, before }: Place<F>): Evaluate<F> {
  const { bound } = rule;
  const settle = settling(rule, level, compiler);
  const applies = compiler.testAll(rule.applies);
  const read = compiler.read(rule.metric);
  // The same for every community that the rule does not touch.
  const inapplicable: Finding = { ...settle(null, null, UNKNOWN, null, UNKNOWN), verdict: 'notApplicable' };
  if (bound.type === 'strictest') {
    const asking = strictest<F>(bound.of, before);
    return (facts, found) => {
      const doesApply = applies(facts);
      const asked = asking(facts, found);
      return doesApply === false || asked === 'none' ? inapplicable : settle(facts, doesApply, read(facts), asked, UNKNOWN);
    };
  }
  if (isFixed(bound)) {
    const asked = fixedBound(bound);
    const notKnown = settle(null, null, UNKNOWN, asked, UNKNOWN);
    const settleOnce = rule.waivedBy === undefined ? sharing((fact) => settle(null, true, fact, asked, UNKNOWN)) : null;
    return (facts) => {
      const doesApply = applies(facts);
      if (doesApply === false) return inapplicable;
      const fact = read(facts);
      if (!fact.known) return notKnown;
      return doesApply && settleOnce ? settleOnce(fact) : settle(facts, doesApply, fact, asked, UNKNOWN);
    };
  }
  const [of, askedOn] = [compiler.read(bound.of), boundOn(bound)];
  return (facts) => {
    const doesApply = applies(facts);
    if (doesApply === false) return inapplicable;
    const other = of(facts);
    const asked = other.known ? askedOn(other.value) : null;
    return settle(facts, doesApply, read(facts), asked, asked === null ? UNKNOWN : other);
  };
}

/** The highest of what the named rules ask here; unknown as long as one of them is. */
function strictest<F>(of: readonly string[], before: readonly Rule[]): Asking<F> {
  const places = of.map((id) => before.findLastIndex((rule) => rule.id === id)).filter((place) => place >= 0);
  return (_facts, found) => {
    let highest: number | null | 'none' = 'none';
    for (const place of places) {
      const { verdict, bound } = found[place]!;
      if (verdict === 'notApplicable') continue;
      const min: number | undefined = bound?.min;
      highest = min === undefined || highest === null ? null : highest === 'none' ? min : Math.max(highest, min);
    }
    return highest === null || highest === 'none' ? highest : askFor({ min: highest, proposed: highest });
  };
}

/** Of one rule. A city has more square metres than anyone would meet twice; heads, yes and no it has few of. */
const MOST_SHARED = 256;

/** The same finding for the same figure by the same count and date: a bound that is fixed says nothing else of another community. */
function sharing(settle: (fact: Known<FactValue>) => Finding): (fact: Known<FactValue>) => Finding {
  const shared = new Map<FactValue, Finding>();
  return (fact) => {
    const found = shared.get(fact.value);
    if (found !== undefined && found.basis === (fact.basis ?? null) && found.asOf === fact.asOf) return found;
    const finding = settle(fact);
    if (found === undefined && shared.size < MOST_SHARED) shared.set(fact.value, finding);
    return finding;
  };
}

const NOT_JUDGED: Judged = { met: null, margin: null };

/** `restsOn`: what the bound was formed with. */
type Settle<F> = (facts: F | null, applies: true | null, fact: Fact, asked: Asked | null, restsOn: Fact) => Finding;

/** The basis of what is measured leads; of a figure like floor area, which has none, that of its bound. */
function settling<F>(rule: Layered<Rule>, level: Level, compiler: Compiler<F>): Settle<F> {
  const { id, family, strength, level: own, source, reading, year, need } = rule;
  const by: FoundBy = {
    id, family, strength, level: own, unit: compiler.unit(rule.metric), source, reading, year, need, aspect: rule.reference ? undefined : rule.aspect, reference: rule.reference ? true : undefined,
  };
  const isGuide = strength === 'suitable' || rule.bound.type === 'shown' || own !== level;
  // `known` and `shown` ask for no figure.
  const says = rule.bound.type !== 'known' && rule.bound.type !== 'shown';
  const isWaived = rule.waivedBy === undefined ? null : compiler.test(rule.waivedBy);
  return (facts, applies, fact, asked, restsOn) => {
    const { met, margin } = fact.known && asked ? judge(fact.value, asked) : NOT_JUDGED;
    const isTold = applies !== null && fact.known && asked !== null;
    const verdict: Verdict = !isTold ? 'unknown' : isGuide ? 'guide' : met === null ? 'unknown' : met ? 'pass' : 'fail';
    const waived = verdict === 'fail' && isWaived !== null && facts !== null && isWaived(facts) === true;
    return {
      rule: by, verdict: waived ? 'guide' : verdict, actual: fact.value, bound: says ? asked : null, margin: verdict === 'unknown' ? null : margin,
      basis: (fact.known ? fact.basis : undefined) ?? (restsOn.known ? restsOn.basis : undefined) ?? null,
      asOf: (fact.known ? fact.asOf : undefined) ?? (restsOn.known ? restsOn.asOf : undefined), waived: waived ? true : undefined,
    };
  };
}
