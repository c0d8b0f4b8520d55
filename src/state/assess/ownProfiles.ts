/** Profiles of a project: those that come with the program and the bureau's own; which may be added, what goes when one is dropped. */
import { TRIED } from '../../core/rules/changedProfile.ts';
import type { Profile, Wording } from '../../core/rules/profile.ts';
import type { ProfileProblem } from '../../core/rules/readProfile.ts';
import { resolveProfile } from '../../core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../io/profiles/shipped.ts';
import { DEFAULT_RULES, type RuleSettings } from './settings.ts';

/** By id; an own one takes the place of a shipped one of its id. */
export function profilesAtHand(own: readonly Profile[]): ReadonlyMap<string, Profile> {
  return new Map([...shippedProfiles(), ...own.map((profile) => [profile.id, profile] as const)]);
}

export type Admission =
  | { readonly kind: 'fits' }
  /** The same, word for word, is one of the project's own. */
  | { readonly kind: 'known' }
  /** `taken`: title of the profile that has the id; null: the program keeps it for itself. */
  | { readonly kind: 'clash'; readonly taken: Wording | null; readonly free: string }
  | { readonly kind: 'refused'; readonly problems: readonly ProfileProblem[] };

/** Whether a profile that was read may join: with all that it stands on, under an id of its own. */
export function admission(profile: Profile, own: readonly Profile[]): Admission {
  const known = profilesAtHand(own);
  const resolution = resolveProfile(profile.id, new Map([...known, [profile.id, profile]]));
  if (!resolution.ok) return { kind: 'refused', problems: resolution.problems };
  const other = known.get(profile.id);
  if (other === undefined && profile.id !== TRIED) return { kind: 'fits' };
  if (own.some((each) => each.id === profile.id && JSON.stringify(each) === JSON.stringify(profile))) return { kind: 'known' };
  return { kind: 'clash', taken: other?.title ?? null, free: freeId(profile.id, own) };
}

const ID_LENGTH = 80;

/** `xian-2`, `xian-3`: the first that nothing has. */
export function freeId(id: string, own: readonly Profile[]): string {
  const taken = profilesAtHand(own);
  const stem = id.replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const free = stem.slice(0, ID_LENGTH - ending.length) + ending;
    if (!taken.has(free)) return free;
  }
}

export type Removal = { readonly ok: true; readonly settings: RuleSettings } | { readonly ok: false; readonly neededBy: Wording };

/** Without one of the own profiles. Where it was chosen, what it stands on decides, as far as that may be chosen. */
export function withoutOwn(settings: RuleSettings, id: string): Removal {
  const needing = settings.own.find((profile) => profile.extends === id);
  if (needing) return { ok: false, neededBy: needing.title };
  const gone = settings.own.find((profile) => profile.id === id);
  const own = settings.own.filter((profile) => profile.id !== id);
  return { ok: true, settings: { ...settings, own, references: settings.references.filter((each) => each !== id), profile: settings.profile === id ? nextBelow(gone?.extends, own) : settings.profile } };
}

function nextBelow(id: string | undefined, own: readonly Profile[]): string {
  const known = profilesAtHand(own);
  for (let next = id; next !== undefined; next = known.get(next)?.extends) if (known.get(next)?.role === 'profile') return next;
  return DEFAULT_RULES.profile;
}

/**
 * A profile and the own ones that it stands on, as one that stands on what is shipped: it reads anywhere. The nearest entry wins.
 * The chain must resolve.
 */
export function folded(profile: Profile, own: readonly Profile[]): Profile {
  const layers = [profile];
  for (let deepest = profile; ;) {
    const below = own.find((each) => each.id === deepest.extends);
    if (below === undefined || layers.includes(below)) break;
    layers.push((deepest = below));
  }
  if (layers.length === 1) return profile;
  const merged = <E extends { readonly id: string }>(of: (layer: Profile) => readonly E[]): E[] => [...new Map([...layers].reverse().flatMap((layer) => of(layer).map((entry) => [entry.id, entry] as const))).values()];
  const nearest = <K extends 'classification' | 'bases' | 'approval'>(member: K): Partial<Pick<Profile, K>> => {
    const layer = layers.find((each) => each[member] !== undefined);
    return layer === undefined ? {} : { [member]: layer[member] } as Partial<Pick<Profile, K>>;
  };
  const off = switchedOff(layers);
  const standsOn = layers.at(-1)?.extends;
  return {
    id: profile.id, role: profile.role, title: profile.title, ...(standsOn === undefined ? {} : { extends: standsOn }),
    documents: merged((layer) => layer.documents), ...nearest('classification'), ...nearest('bases'), ...nearest('approval'),
    parameters: merged((layer) => layer.parameters), rules: merged((layer) => layer.rules), indicators: merged((layer) => layer.indicators), money: merged((layer) => layer.money),
    ...(off.length === 0 ? {} : { off }),
  };
}

/** As `resolveProfile` reads it: a nearer layer that says an entry anew switches it on again. */
function switchedOff(layers: readonly Profile[]): string[] {
  const off = new Set<string>();
  for (const layer of [...layers].reverse()) {
    for (const { id } of [...layer.rules, ...layer.indicators, ...layer.money, ...layer.parameters]) off.delete(id);
    for (const id of layer.off ?? []) off.add(id);
  }
  return [...off];
}
