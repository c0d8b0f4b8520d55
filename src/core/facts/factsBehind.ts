/** Which facts of a community a rule's finding stands on: those that its value, its bound and its conditions read of these very facts. */
import type { CommunityFacts } from '../rules/facts.ts';
import type { Metric, Setting } from '../rules/metrics/metric.ts';
import { METRICS_OF_COMMUNITY } from '../rules/metrics/index.ts';
import type { Rule } from '../rules/profile.ts';

/** In the order in which they are read: the value first. Of an unknown finding they are what is missing, or what could stand in for it. */
export function factsBehind(rule: Pick<Rule, 'metric' | 'bound' | 'applies'>, facts: CommunityFacts, setting: Setting): string[] {
  const asked = [rule.metric, ...('of' in rule.bound && typeof rule.bound.of === 'string' ? [rule.bound.of] : []), ...(rule.applies ?? []).map(({ metric }) => metric)];
  return [...new Set(asked.flatMap((name) => readBy(METRICS_OF_COMMUNITY.get(name), facts, setting)))];
}

function readBy(metric: Metric<CommunityFacts> | undefined, facts: CommunityFacts, setting: Setting): string[] {
  const read: string[] = [];
  metric?.read(new Proxy(facts, { get: (of, name) => (typeof name === 'string' && name !== 'id' && name !== 'name' && read.push(name), Reflect.get(of, name) as unknown) }), setting);
  return read;
}
