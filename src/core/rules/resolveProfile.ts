/**
 * A profile with all that it stands on. The nearest entry of an id wins; those it overrides stay beside it, the latest first.
 * Reference layers add their own rules, and decide nothing.
 */
import type { Bases } from './basis.ts';
import type { Band, Classification } from './classify.ts';
import type { Setting } from './metrics/metric.ts';
import type { Approval, DocumentInfo, Entry, Figure, Indicator, MoneyEntry, Parameter, Profile, Rule, Wording } from './profile.ts';
import type { ProfileProblem } from './readProfile.ts';

export type Layered<E> = E & {
  /** Profile that it comes from. */
  readonly from: string;
  readonly overrides: readonly (E & { readonly from: string })[];
  /** A profile nearer by switched it off: shown, not judged. */
  readonly off: boolean;
  /** From a reference layer. */
  readonly reference: boolean;
};

export interface ResolvedProfile extends Setting {
  readonly id: string;
  readonly title: Wording;
  /** Nearest first. */
  readonly chain: readonly string[];
  readonly references: readonly string[];
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  readonly rules: readonly Layered<Rule>[];
  readonly indicators: readonly Layered<Indicator>[];
  readonly money: readonly Layered<MoneyEntry>[];
  readonly parameters: readonly Layered<Parameter>[];
  readonly approval: Approval | null;
}

export type Resolution = { readonly ok: true; readonly profile: ResolvedProfile } | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** Reference order is kept. `profiles` holds the shipped ones and the bureau's own. */
export function resolveProfile(id: string, profiles: ReadonlyMap<string, Profile>, references: readonly string[] = []): Resolution {
  const problems: ProfileProblem[] = [];
  const chain = chainOf(id, profiles, problems);
  const beside = references.map((reference) => chainOf(reference, profiles, problems));
  if (problems.length > 0) return { ok: false, problems };
  const own = <E extends { readonly id: string }>(of: (profile: Profile) => readonly E[]): Layered<E>[] => [...layered(chain, of, false), ...beside.flatMap((each) => layered(each, of, true))];
  const rules = own((profile) => profile.rules);
  const parameters = own((profile) => profile.parameters);
  const nearest = chain[0]!;
  const spec = chain.find((profile) => profile.classification)?.classification;
  const profile: ResolvedProfile = {
    id, title: nearest.title, chain: chain.map((each) => each.id), references,
    documents: new Map([...beside.flat(), ...chain].reverse().flatMap((each) => each.documents.map((paper) => [paper.id, paper] as const))),
    rules, parameters, indicators: own((each) => each.indicators), money: own((each) => each.money),
    approval: chain.find((each) => each.approval)?.approval ?? null,
    bases: chain.find((each) => each.bases)?.bases ?? RESIDENT_ONLY,
    classification: {
      by: spec?.by ?? 'households', planAheadStates: spec?.planAheadStates ?? [],
      households: bandOf(spec?.households, rules, problems), people: bandOf(spec?.people, rules, problems),
    } satisfies Classification,
    circleSharePercent: numberOf(parameters.find((parameter) => parameter.id === 'circle.householdShare')?.value),
  };
  checkReferences(profile, problems, chain);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile };
}

const RESIDENT_ONLY: Bases = { households: ['resident'], people: ['resident'], roomsUnoccupied: ['resident'], unoccupiedStates: [] };

/** Nearest first. A profile that comes twice, or is not there, is a problem. */
function chainOf(id: string, profiles: ReadonlyMap<string, Profile>, problems: ProfileProblem[]): Profile[] {
  const chain: Profile[] = [];
  for (let next: string | undefined = id; next !== undefined; next = profiles.get(next)?.extends) {
    const profile = profiles.get(next);
    if (profile === undefined) {
      problems.push({ member: 'extends', found: next, expected: [...profiles.keys()].join(' ') });
      return chain;
    }
    if (chain.includes(profile)) {
      problems.push({ member: 'extends', found: [...chain.map((each) => each.id), next].join(' → '), expected: 'a chain that ends' });
      return chain;
    }
    chain.push(profile);
  }
  return chain;
}

/** In the order in which the deepest layer first names them, so that an override keeps its place. */
function layered<E extends { readonly id: string }>(chain: readonly Profile[], of: (profile: Profile) => readonly E[], reference: boolean): Layered<E>[] {
  const stacks = new Map<string, (E & { readonly from: string })[]>();
  const off = new Set<string>();
  for (const profile of [...chain].reverse()) {
    for (const id of profile.off ?? []) off.add(id);
    for (const entry of of(profile)) {
      const stack = stacks.get(entry.id) ?? [];
      stack.unshift({ ...entry, from: profile.id });
      stacks.set(entry.id, stack);
      if (!(profile.off ?? []).includes(entry.id)) off.delete(entry.id);
    }
  }
  return [...stacks.values()].map(([top, ...overrides]) => ({ ...top!, overrides, off: off.has(top!.id), reference }));
}

function bandOf(id: string | undefined, rules: readonly Layered<Rule>[], problems: ProfileProblem[]): Band | null {
  if (id === undefined) return null;
  const rule = rules.find((each) => each.id === id && !each.reference);
  if (rule?.bound.type === 'range') return rule.off ? null : { min: numberOf(rule.bound.min), max: numberOf(rule.bound.max) };
  problems.push({ member: 'classification', found: id, expected: 'a rule with a range' });
  return null;
}

function numberOf(value: Figure | readonly number[] | readonly string[] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** What names another entry must find it in the chain. */
function checkReferences({ rules, indicators, money, parameters, documents, references }: ResolvedProfile, problems: ProfileProblem[], chain: readonly Profile[]): void {
  const ids = new Set(rules.map((rule) => rule.id));
  for (const rule of rules) {
    if (rule.bound.type !== 'strictest') continue;
    for (const id of rule.bound.of) {
      const other = rules.find((each) => each.id === id);
      if (other === undefined || other.bound.type === 'strictest') problems.push({ member: `${rule.id}.bound.of`, found: id, expected: 'a rule with a figure' });
    }
  }
  const entries: readonly (Pick<Entry, 'id' | 'source'>)[] = [...rules, ...indicators, ...money, ...parameters];
  for (const entry of entries) {
    if (!documents.has(entry.source.document)) problems.push({ member: `${entry.id}.source.document`, found: entry.source.document, expected: [...documents.keys()].join(' ') });
    ids.add(entry.id);
  }
  for (const profile of chain) {
    for (const id of profile.off ?? []) if (!ids.has(id)) problems.push({ member: 'off', found: id, expected: 'an id of the profile or of what it extends' });
  }
  if (references.length > 0 && new Set(rules.map((rule) => rule.id)).size < rules.length) problems.push({ member: 'references', found: references.join(' '), expected: 'ids of their own' });
}
