/** What a profile must keep within itself: names that exist, bounds that fit their metric, ids once, targets with a year. */
import { METRICS_OF_COMMUNITY, METRICS_OF_COMPOUND } from './metrics/index.ts';
import type { Metric, MetricType } from './metrics/metric.ts';
import type { Bound, Condition, Entry, Indicator, Measure, MoneyEntry, Profile, Rule } from './profile.ts';
import type { ProfileProblem } from './readProfile.ts';

type Metrics = ReadonlyMap<string, Pick<Metric<never>, 'type'>>;

export function checkProfile(profile: Profile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const say = (member: string, found: string, expected: string): void => void problems.push({ member, found, expected });
  checkIds(profile, say);
  profile.rules.forEach((rule, i) => {
    checkRule(rule, `rules[${i}]`, say);
    checkYear(rule, `rules[${i}]`, say);
  });
  profile.indicators.forEach((indicator, i) => {
    checkIndicator(indicator, `indicators[${i}]`, say);
    checkYear(indicator, `indicators[${i}]`, say);
  });
  profile.money.forEach((entry, i) => {
    checkMoney(entry, `money[${i}]`, say);
  });
  profile.approval?.routes.forEach((route, i) => {
    route.steps.forEach(({ step }, k) => {
      if (step !== k + 1) say(`approval.routes[${i}].steps[${k}].step`, String(step), String(k + 1));
    });
  });
  if (profile.approval && !profile.approval.routes.some(({ id }) => id === profile.approval?.ordinary)) say('approval.ordinary', profile.approval.ordinary, profile.approval.routes.map(({ id }) => id).join(' '));
  if (profile.extends === profile.id) say('extends', profile.id, 'another profile');
  return problems;
}

type Say = (member: string, found: string, expected: string) => void;

function checkIds(profile: Profile, say: Say): void {
  const documents = new Set(profile.documents.map(({ id }) => id));
  for (const name of ['documents', 'parameters', 'rules', 'indicators', 'money'] as const) {
    const seen = new Set<string>();
    profile[name].forEach((entry, i) => {
      if (seen.has(entry.id)) say(`${name}[${i}].id`, entry.id, 'an id that is not used yet');
      seen.add(entry.id);
      // A child may cite a document of what it extends.
      if ('source' in entry && profile.extends === undefined && !documents.has(entry.source.document)) say(`${name}[${i}].source.document`, entry.source.document, [...documents].join(' '));
    });
  }
}

function checkYear(entry: Pick<Entry, 'strength' | 'year'>, member: string, say: Say): void {
  if (entry.strength === 'target' && entry.year === undefined) say(`${member}.year`, 'undefined', 'the year of the target');
}

function checkRule(rule: Rule, member: string, say: Say): void {
  const metrics: Metrics = rule.level === 'compound' ? METRICS_OF_COMPOUND : METRICS_OF_COMMUNITY;
  const type = typeOf(metrics, rule.metric, `${member}.metric`, say);
  rule.applies?.forEach((condition, i) => {
    checkCondition(condition, metrics, `${member}.applies[${i}]`, say);
  });
  if (rule.waivedBy) checkCondition(rule.waivedBy, metrics, `${member}.waivedBy`, say);
  if (type === null) return;
  checkBound(rule.bound, type, metrics, `${member}.bound`, say);
}

const NUMERIC = new Set<Bound['type']>(['range', 'suitable', 'perUnit', 'perUnitRange', 'brackets', 'byWord', 'strictest', 'sameAs']);

function checkBound(bound: Bound, type: MetricType, metrics: Metrics, member: string, say: Say): void {
  if (NUMERIC.has(bound.type) && type !== 'number') say(member, type, 'a metric that is a number');
  if (bound.type === 'is' && type !== (typeof bound.value === 'boolean' ? 'truth' : 'word')) say(member, type, typeof bound.value === 'boolean' ? 'a metric that is true or false' : 'a metric that is a word');
  if (bound.type === 'withinMonths' && type !== 'date') say(member, type, 'a metric that is a date');
  if ('of' in bound && typeof bound.of === 'string') {
    const other = typeOf(metrics, bound.of, `${member}.of`, say);
    const expected: MetricType = bound.type === 'byWord' ? 'word' : bound.type === 'withinMonths' ? 'date' : 'number';
    if (other !== null && other !== expected) say(`${member}.of`, other, expected);
  }
  checkSides(bound, member, say);
  if (bound.type !== 'brackets') return;
  if (bound.brackets.length === 0) say(`${member}.brackets`, '0', 'at least one');
  bound.brackets.forEach(({ from, to }, i) => {
    if (from !== undefined && to !== undefined && from > to) say(`${member}.brackets[${i}].from`, String(from), `≤ ${to}`);
  });
}

/** Figures that contradict each other can never be met. */
function checkSides(bound: Bound, member: string, say: Say): void {
  if (bound.type === 'range') {
    if (bound.min === undefined && bound.max === undefined) say(member, 'no side', 'min or max');
    if (typeof bound.min === 'number' && typeof bound.max === 'number' && bound.min > bound.max) say(`${member}.min`, String(bound.min), `≤ ${bound.max}`);
  }
  if (bound.type === 'perUnitRange' && bound.most < bound.fewest) say(`${member}.most`, String(bound.most), `≥ ${bound.fewest}`);
}

function checkCondition(condition: Condition, metrics: Metrics, member: string, say: Say): void {
  const type = typeOf(metrics, condition.metric, `${member}.metric`, say);
  if (type === null) return;
  const expected: MetricType = condition.onOrAfter !== undefined ? 'date' : condition.is === undefined ? 'number' : typeof condition.is === 'boolean' ? 'truth' : 'word';
  if (type !== expected) say(`${member}.metric`, type, expected);
}

function checkIndicator({ measure, target, levels }: Indicator, member: string, say: Say): void {
  if (levels.length === 0) say(`${member}.levels`, '0', 'at least one');
  if (measure.type === 'share') {
    if (measure.has.length === 0) say(`${member}.measure.has`, '0', 'at least one');
    measure.has.forEach((condition, i) => {
      checkCondition(condition, METRICS_OF_COMMUNITY, `${member}.measure.has[${i}]`, say);
    });
  }
  for (const name of numericMetrics(measure)) {
    const type = typeOf(METRICS_OF_COMMUNITY, name, `${member}.measure`, say);
    if (type !== null && type !== 'number') say(`${member}.measure`, type, 'number');
  }
  if (target.type === 'perUnitRange' && measure.type !== 'sum') say(`${member}.target`, target.type, 'range');
  checkSides(target, `${member}.target`, say);
  if (target.type === 'is' && measure.type !== 'given') say(`${member}.target`, target.type, 'range');
}

function numericMetrics(measure: Measure): readonly string[] {
  if (measure.type === 'ratio') return [measure.of, measure.by];
  if (measure.type === 'each') return [measure.metric];
  return measure.type === 'sum' ? [measure.metric, measure.by] : [];
}

function checkMoney(entry: MoneyEntry, member: string, say: Say): void {
  for (const name of ['applies', 'unless'] as const) {
    entry[name]?.forEach((condition, i) => {
      checkCondition(condition, METRICS_OF_COMMUNITY, `${member}.${name}[${i}]`, say);
    });
  }
  if (entry.amount.type === 'perUnit') typeOf(METRICS_OF_COMMUNITY, entry.amount.of, `${member}.amount.of`, say);
}

function typeOf(metrics: Metrics, name: string, member: string, say: Say): MetricType | null {
  const metric = metrics.get(name);
  if (metric === undefined) say(member, name, 'a metric: see the list in profile.schema.json');
  return metric?.type ?? null;
}
