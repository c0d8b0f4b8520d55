/**
 * What a person may choose of the walk filter: classes of streets and values of tags. Rules in their order are made of it;
 * the choices of walk-v1 make walk-v1, rule for rule.
 */
import { BadMember, list, oneOf, record, textUpTo, truth, type Reader } from '../plan/readMember.ts';
import { WALK_V1, type TagCondition, type WalkFilter, type WalkRule } from './walkFilter.ts';

export const TRUNK_RULES = ['never', 'withSidewalk', 'always'] as const;
export type TrunkRule = (typeof TRUNK_RULES)[number];

export interface WalkChoices {
  /** Values of `highway` that are walked. */
  readonly classes: readonly string[];
  /** Trunk roads: never, only beside a footway or where `foot` allows, or always. */
  readonly trunk: TrunkRule;
  /** Values of `foot` that shut a way. */
  readonly footShut: readonly string[];
  /** Values of `access` that shut a way unless `foot` allows. */
  readonly accessShut: readonly string[];
  /** Values of `foot` that allow. */
  readonly footAllowed: readonly string[];
  /** Values of `sidewalk` that make a trunk road walkable. */
  readonly sidewalks: readonly string[];
  /** Nodes with a barrier bar the way as in walk-v1's reading with gates. */
  readonly barriers: boolean;
}

export const ALTERED_FILTER = 'walk-v1 altered';
const TRUNKS = ['trunk', 'trunk_link'];
const MOST_VALUES = 100;
const VALUE_LENGTH = 60;

const [footRule, accessRule, classRule, , sidewalkRule] = WALK_V1.ways;

/** The page's default: walk-v1 without the gates variant. */
export const WALK_V1_CHOICES: WalkChoices = {
  classes: valuesOf(classRule?.when, 'highway'), trunk: 'withSidewalk', footShut: valuesOf(footRule?.when, 'foot'), accessShut: valuesOf(accessRule?.when, 'access'),
  footAllowed: valuesOf(accessRule?.unless, 'foot'), sidewalks: valuesOf(sidewalkRule?.when, 'sidewalk'), barriers: false,
};

export const VALUE_SETS = ['classes', 'footShut', 'accessShut', 'footAllowed', 'sidewalks'] as const;
export type ValueSet = (typeof VALUE_SETS)[number];

/** An empty set makes no rule: nothing is shut by `access` when no value of it is chosen. */
export function walkFilterOf(choices: WalkChoices): WalkFilter {
  if (isWalkV1({ ...choices, barriers: false })) return WALK_V1;
  const { classes, trunk, footShut, accessShut, footAllowed, sidewalks } = choices;
  const allows = holds('foot', footAllowed);
  const onTrunk: TagCondition = { key: 'highway', values: TRUNKS };
  const ways: (WalkRule | null)[] = [
    footShut.length > 0 ? { verdict: 'reject', when: [holds('foot', footShut)] } : null,
    accessShut.length > 0 ? { verdict: 'reject', when: [holds('access', accessShut)], unless: [allows] } : null,
    { verdict: 'accept', when: [holds('highway', trunk === 'always' ? [...classes, ...TRUNKS] : classes)] },
    trunk === 'withSidewalk' ? { verdict: 'accept', when: [onTrunk, allows] } : null,
    trunk === 'withSidewalk' ? { verdict: 'accept', when: [onTrunk, holds('sidewalk', sidewalks)] } : null,
  ];
  return { id: ALTERED_FILTER, ways: ways.filter((rule) => rule !== null), gates: WALK_V1.gates };
}

/** The same graph by the same rules, whatever the order of values. */
export function isWalkV1(choices: WalkChoices): boolean {
  return changedFromWalkV1(choices).length === 0;
}

export type WalkChoice = keyof WalkChoices;

/** What differs from walk-v1. */
export function changedFromWalkV1(choices: WalkChoices): WalkChoice[] {
  const changed: WalkChoice[] = VALUE_SETS.filter((set) => !sameValues(choices[set], WALK_V1_CHOICES[set]));
  if (choices.trunk !== WALK_V1_CHOICES.trunk) changed.push('trunk');
  if (choices.barriers !== WALK_V1_CHOICES.barriers) changed.push('barriers');
  return changed;
}

/** With the value or without it; order and doubles play no part. */
export function toggleValue(choices: WalkChoices, set: ValueSet, value: string, on: boolean): WalkChoices {
  const others = choices[set].filter((each) => each !== value);
  const trimmed = value.trim();
  return on && (trimmed === '' || trimmed.length > VALUE_LENGTH || others.length >= MOST_VALUES) ? choices : { ...choices, [set]: on ? [...others, trimmed] : others };
}

const value: Reader<string> = (given, member) => {
  const read = textUpTo(VALUE_LENGTH)(given, member);
  if (read === '') throw new BadMember(member, '""', `text of 1 to ${VALUE_LENGTH} characters`);
  return read;
};
const values = list(value, MOST_VALUES);
const reader = record<WalkChoices>({ classes: values, trunk: oneOf(...TRUNK_RULES), footShut: values, accessShut: values, footAllowed: values, sidewalks: values, barriers: truth });

/** Choices from a project. Throws `BadMember` with the member, what was found and what belongs there. */
export function readWalkChoices(given: unknown): WalkChoices {
  return reader(given, 'walk');
}

function holds(key: string, allowed: readonly string[]): TagCondition {
  return { key, values: allowed };
}

function valuesOf(conditions: readonly TagCondition[] | undefined, key: string): readonly string[] {
  return conditions?.find((condition) => condition.key === key)?.values ?? [];
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((each) => other.has(each));
}
