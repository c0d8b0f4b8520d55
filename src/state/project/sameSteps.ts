/** Whether one log with its scenarios is all in another: nothing is lost then where the other takes its place. */
import type { Pointers } from '../../core/plan/log.ts';

interface Steps {
  log: readonly unknown[];
  pointers: Pointers | null;
}

export function isWithin(part: Steps, whole: Steps): boolean {
  const entries = textsOf(whole.log);
  const scenarios = textsOf(whole.pointers?.scenarios ?? []);
  return part.log.every((entry) => entries.has(JSON.stringify(entry)))
    && (part.pointers?.scenarios ?? []).every((scenario) => scenarios.has(JSON.stringify(scenario)));
}

function textsOf(values: readonly unknown[]): Set<string> {
  return new Set(values.map((value) => JSON.stringify(value)));
}
