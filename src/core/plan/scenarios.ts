/** Scenarios of a history: forked, named, laid aside, taken up again. Each is a pointer, so all of this is cheap. */
import { openScenario, withScenario } from './history.ts';
import { done, rejected, type Result } from './rejection.ts';
import type { History, Scenario } from './revision.ts';
import { freeName, scenarioName } from './scenarioName.ts';

/** A new scenario from a revision (null: where the open one stands; the base when none is open). It is opened; its parent stays as it was. */
export function fork(history: History, name: string, atRevision: number | null): Result<History> {
  const named = scenarioName(history, name, null);
  if (!named.ok) return named;
  const at = atRevision ?? openScenario(history)?.head ?? 0;
  const revision = history.revisions[at];
  if (!revision || revision.skipped) return rejected('noRevision', { subjects: [String(at)] });
  const id = history.scenarios.reduce((most, scenario) => Math.max(most, scenario.id), -1) + 1;
  const scenario: Scenario = { id, name: named.value, base: at, head: at, undone: [], deleted: false };
  return done({ ...history, scenarios: [...history.scenarios, scenario], current: id });
}

export function rename(history: History, scenario: number, name: string): Result<History> {
  const found = standing(history, scenario);
  if (!found.ok) return found;
  const named = scenarioName(history, name, scenario);
  if (!named.ok) return named;
  return done(named.value === found.value.name ? history : withScenario(history, { ...found.value, name: named.value }));
}

/** Lays a scenario aside. Its steps stay; the last one that stands can't be. The one before it is opened where it was the open one. */
export function deleteScenario(history: History, scenario: number): Result<History> {
  const found = standing(history, scenario);
  if (!found.ok) return found;
  const others = history.scenarios.filter(({ id, deleted }) => !deleted && id !== scenario);
  if (others.length === 0) return rejected('lastScenario', { subjects: [found.value.name] });
  const next = others.findLast(({ id }) => id < scenario) ?? others[0]!;
  const laidAside = withScenario(history, { ...found.value, deleted: true });
  return done({ ...laidAside, current: history.current === scenario ? next.id : history.current });
}

/** Takes a deleted scenario up again; where its name has been given away meanwhile, with a number: `方案甲（2）`. */
export function restoreScenario(history: History, scenario: number): Result<History> {
  const found = history.scenarios.find(({ id }) => id === scenario);
  if (!found) return noScenario(scenario);
  if (!found.deleted) return done(history);
  const name = freeName(found.name, namesOf(history.scenarios));
  return done(withScenario(history, { ...found, name, deleted: false }));
}

/** Opens a scenario; null: the base is looked at, nothing can be edited. */
export function switchTo(history: History, scenario: number | null): Result<History> {
  if (scenario === null) return done({ ...history, current: null });
  const found = standing(history, scenario);
  return found.ok ? done({ ...history, current: scenario }) : found;
}

/** Names that scenarios bear; those of deleted ones are free. */
export function namesOf(scenarios: readonly { readonly name: string; readonly deleted: boolean }[]): Set<string> {
  return new Set(scenarios.filter(({ deleted }) => !deleted).map(({ name }) => name));
}

function standing(history: History, scenario: number): Result<Scenario> {
  const found = history.scenarios.find(({ id, deleted }) => id === scenario && !deleted);
  return found ? done(found) : noScenario(scenario);
}

function noScenario(scenario: number): Result<never> {
  return rejected('noScenario', { subjects: [String(scenario)] });
}
