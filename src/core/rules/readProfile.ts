/** The door for profiles from outside: a fresh profile, or every problem with its place. */
import { BadMember, isPlainObject, kindOf, list, oneOf, optional, record, wholeWithin, type Reader } from '../plan/readMember.ts';
import { CLASSIFY_BY } from './classify.ts';
import { checkProfile } from './checkProfile.ts';
import { PROFILE_ROLES, type Approval, type ClassificationSpec, type DocumentInfo, type Profile, type Route, type RouteStep } from './profile.ts';
import { day, deadline, filled, id, indicator, money, parameter, rule, source, wording } from './readParts.ts';
import { STATES } from './vocabulary.ts';

export interface ProfileProblem {
  /** Where: `rules[3].bound.min`. */
  readonly member: string;
  readonly found: string;
  readonly expected: string;
}

export type ProfileReading = { readonly ok: true; readonly profile: Profile } | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

const MOST_ENTRIES = 1000;

const document = record<DocumentInfo>({ id, title: wording, date: day });

const classification = record<ClassificationSpec>({
  by: oneOf(...CLASSIFY_BY), households: optional(id), people: optional(id), planAheadStates: list(oneOf(...STATES)), source, reading: optional(wording),
});

const householdBasis = oneOf('resident', 'registered', 'dwellings', 'expected');
const bases = record<NonNullable<Profile['bases']>>({
  households: list(householdBasis), people: list(oneOf('resident', 'registered')), roomsUnoccupied: list(householdBasis),
  unoccupiedStates: list(oneOf(...STATES)), source, reading: optional(wording),
});

const step = record<RouteStep>({ step: wholeWithin(1, 99), wording, who: wording });
const route = record<Route>({ id, wording, source, steps: list(step), afterwards: optional(wording) });
const approval = record<Approval>({ routes: list(route), ordinary: id, deadlines: list(deadline) });

export function readProfile(value: unknown): ProfileReading {
  if (!isPlainObject(value)) return { ok: false, problems: [{ member: '', found: kindOf(value), expected: 'object' }] };
  const problems: ProfileProblem[] = [];
  const members = new Set<string>(['$schema']);
  const take = <T>(name: string, reader: Reader<T>): T | undefined => {
    members.add(name);
    return guarded(() => reader(value[name], name), problems);
  };
  const maybe = <T>(name: string, reader: Reader<T>): T | undefined => {
    members.add(name);
    return Object.hasOwn(value, name) ? guarded(() => reader(value[name], name), problems) : undefined;
  };
  const entries = <T>(name: string, reader: Reader<T>): T[] => {
    members.add(name);
    const found = Object.hasOwn(value, name) ? value[name] : [];
    if (!Array.isArray(found) || found.length > MOST_ENTRIES) {
      problems.push({ member: name, found: Array.isArray(found) ? String(found.length) : kindOf(found), expected: `array, ≤ ${MOST_ENTRIES}` });
      return [];
    }
    return (found as unknown[]).flatMap((each, i) => guarded(() => [reader(each, `${name}[${i}]`)], problems) ?? []);
  };
  const profile = {
    id: take('id', id), role: take('role', oneOf(...PROFILE_ROLES)), title: take('title', wording), extends: maybe('extends', id),
    documents: entries('documents', document), classification: maybe('classification', classification), bases: maybe('bases', bases),
    parameters: entries('parameters', parameter), rules: entries('rules', rule), indicators: entries('indicators', indicator), money: entries('money', money),
    approval: maybe('approval', approval), off: maybe('off', list(filled)),
  };
  for (const name of Object.keys(value)) if (!members.has(name)) problems.push({ member: name, found: name, expected: [...members].join(' ') });
  if (problems.length > 0) return { ok: false, problems };
  const whole = Object.fromEntries(Object.entries(profile).filter(([, member]) => member !== undefined)) as unknown as Profile;
  const wrong = checkProfile(whole);
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, profile: whole };
}

function guarded<T>(read: () => T, problems: ProfileProblem[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadMember)) throw error;
    problems.push({ member: error.member, found: error.found, expected: error.expected });
    return undefined;
  }
}
