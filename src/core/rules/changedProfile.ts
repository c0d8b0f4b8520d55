/** A profile with other numbers tried in it: a layer over the profile that carries who answers for each change, and why. */
import type { EntryKind, RuleChange } from '../plan/plan.ts';
import type { DocumentInfo, Entry, Indicator, MoneyEntry, Parameter, Profile, Rule } from './profile.ts';
import type { ProfileProblem } from './readProfile.ts';
import { readProfile } from './readProfile.ts';
import type { Layered, Resolution, ResolvedProfile } from './resolveProfile.ts';
import { resolveProfile } from './resolveProfile.ts';

export interface ChangeableNumber {
  /** Dotted place within the entry: `bound.max`, `bound.brackets.1.value`. */
  readonly member: string;
  readonly value: number;
}

export type AnyEntry = Rule | Indicator | MoneyEntry | Parameter;

/** Parts of an entry that hold what it asks, by kind. Years and texts are the document's. */
const ASKING: Readonly<Record<EntryKind, readonly string[]>> = { rule: ['bound'], indicator: ['target'], parameter: ['value'], money: ['amount'] };

export const TRIED = 'tried';

/** Where a change finds the entry that it is about. */
export type Entries = Pick<ResolvedProfile, EntryGroup>;
type EntryGroup = 'rules' | 'indicators' | 'parameters' | 'money';
type ChangedBase = Entries & { readonly id: string; readonly documents: { values(): Iterable<DocumentInfo> } };

/** The numbers of an entry that may be changed, where they stand. */
export function changeableNumbers(of: EntryKind, entry: AnyEntry): ChangeableNumber[] {
  return ASKING[of].flatMap((part) => numbersIn((entry as unknown as Record<string, unknown>)[part], part));
}

/**
 * The profile of `id` with `changes` laid over it. Changes of entries or members that the profile does not have are left out and
 * reported; so are numbers that make an entry contradict itself. Of two changes of one entry the later one wins.
 */
export function resolveChanged(id: string, profiles: ReadonlyMap<string, Profile>, references: readonly string[], changes: readonly RuleChange[]): { readonly resolution: Resolution; readonly problems: readonly ProfileProblem[] } {
  const plain = resolveProfile(id, profiles, references);
  if (!plain.ok || changes.length === 0) return { resolution: plain, problems: [] };
  const problems: ProfileProblem[] = [];
  let [profile, kept] = [plain.profile, [] as RuleChange[]];
  for (const change of changes) {
    const next = latest([...kept, change]);
    const tried = layered(id, profiles, references, plain.profile, next);
    if (tried.ok) [profile, kept] = [tried.profile, next];
    else problems.push(...tried.problems);
  }
  return { resolution: { ok: true, profile }, problems };
}

/** The changes as a profile of their own that stands on `standsOn`: what a bureau exports. Problems name the entry: `size.households.bound.min`. */
export function profileOfChanges(id: string, title: Profile['title'], base: ChangedBase, changes: readonly RuleChange[], standsOn: string = base.id): { readonly profile: Profile | null; readonly problems: readonly ProfileProblem[] } {
  const problems: ProfileProblem[] = [];
  const of = (kind: EntryKind) => latest(changes).filter((change) => change.of === kind).flatMap((change) => {
    const made = changedEntry(entriesOf(base, kind), change, problems);
    return made === null ? [] : [made];
  });
  const written = { id, role: 'profile', title, extends: standsOn, documents: [...base.documents.values()], parameters: of('parameter'), rules: of('rule'), indicators: of('indicator'), money: of('money') };
  const read = readProfile(written);
  return read.ok ? { profile: read.profile, problems } : { profile: null, problems: [...problems, ...read.problems.map((problem) => ({ ...problem, member: namedPlace(problem.member, written) }))] };
}

/** `rules[0].bound.min` by its place among the changes → `size.households.bound.min`. */
function namedPlace(member: string, written: Readonly<Record<EntryGroup, readonly { readonly id: string }[]>>): string {
  return member.replace(/^(rules|indicators|parameters|money)\[(\d+)\]/, (whole, group: EntryGroup, place: string) => written[group][Number(place)]?.id ?? whole);
}

/** One change for each entry, as a plan keeps them. */
function latest(changes: readonly RuleChange[]): RuleChange[] {
  return changes.filter((change, i) => !changes.some((later, k) => k > i && later.of === change.of && later.entry === change.entry));
}

function layered(id: string, profiles: ReadonlyMap<string, Profile>, references: readonly string[], base: ResolvedProfile, changes: readonly RuleChange[]): Resolution {
  const own = profileOfChanges(TRIED, base.title, base, changes, id);
  if (own.profile === null || own.problems.length > 0) return { ok: false, problems: own.problems };
  return resolveProfile(TRIED, new Map([...profiles, [TRIED, own.profile]]), references);
}

export function entriesOf(profile: Entries, of: EntryKind): readonly Layered<AnyEntry & Pick<Entry, 'id'>>[] {
  switch (of) {
    case 'rule': return profile.rules;
    case 'indicator': return profile.indicators;
    case 'parameter': return profile.parameters;
    case 'money': return profile.money;
  }
}

function changedEntry(entries: readonly Layered<AnyEntry>[], { entry: id, of, values, role, reason }: RuleChange, problems: ProfileProblem[]): Pick<Entry, 'id' | 'changed'> | null {
  const found = entries.find((entry) => entry.id === id && !entry.reference);
  if (found === undefined) {
    problems.push({ member: of, found: id, expected: 'an entry of the profile' });
    return null;
  }
  const known = new Set(changeableNumbers(of, found).map(({ member }) => member));
  const unknown = values.find(({ member }) => !known.has(member));
  if (unknown) {
    problems.push({ member: `${id}.${unknown.member}`, found: unknown.member, expected: [...known].join(' ') });
    return null;
  }
  const { from: _from, overrides: _overrides, off: _off, reference: _reference, ...plain } = found;
  const copy = structuredCopy(plain) as Record<string, unknown>;
  for (const { member, value } of values) put(copy, member.split('.'), value);
  return { ...copy, id, changed: { role, reason } };
}

function numbersIn(value: unknown, place: string): ChangeableNumber[] {
  if (typeof value === 'number') return [{ member: place, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${place}.${key}`));
}

/** `place` was found in the entry before: nothing is put where nothing stood. */
function put(target: Record<string, unknown>, [head, ...rest]: string[], value: number): void {
  if (head === undefined) return;
  if (rest.length === 0) target[head] = value;
  else put(target[head] as Record<string, unknown>, rest, value);
}

/** Entries are plain data. */
function structuredCopy(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
