/** Names of scenarios: none is empty, none is borne by two that stand. */
import { done, rejected, type Result } from './rejection.ts';
import type { History } from './revision.ts';

/** The name without blanks round it, where it may be given to scenario `id` (null: to a new one). */
export function scenarioName(history: History, name: string, id: number | null): Result<string> {
  const trimmed = name.trim();
  if (trimmed === '') return rejected('noName');
  const taken = history.scenarios.some((scenario) => !scenario.deleted && scenario.id !== id && scenario.name === trimmed);
  return taken ? rejected('scenarioNameTaken', { subjects: [trimmed] }) : done(trimmed);
}

/** The name, or with the first number that makes it free: `方案甲（2）`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/（\d+）$/, '');
  for (let number = 2; ; number++) {
    const candidate = `${stem}（${number}）`;
    if (!taken.has(candidate)) return candidate;
  }
}
