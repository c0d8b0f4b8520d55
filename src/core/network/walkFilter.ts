/**
 * Which ways people walk on and which nodes bar them: plain data, so that a bureau can change it and a project can keep it.
 * Rules are read in order, the first that fits decides; what none fits is not walked on.
 */
import { BadMember, isPlainObject, list, optional, record, type Reader } from '../plan/readMember.ts';

/** The tag is there and has one of these values. */
export interface TagCondition {
  readonly key: string;
  readonly values: readonly string[];
}

export interface WalkRule {
  readonly verdict: 'accept' | 'reject';
  /** All must hold. */
  readonly when: readonly TagCondition[];
  /** None may hold. */
  readonly unless?: readonly TagCondition[];
}

export interface WalkFilter {
  readonly id: string;
  readonly ways: readonly WalkRule[];
  /** Of nodes, for the reading with gates: `reject` bars the way. What none fits is passable. */
  readonly gates: readonly WalkRule[];
}

/** Value of a tag; undefined without it. */
export type Tags = (key: string) => string | undefined;

const ALLOWED = ['yes', 'designated', 'permissive', 'destination', 'official'];
const BARRIERS = ['gate', 'lift_gate', 'swing_gate', 'sliding_gate', 'kissing_gate', 'hampshire_gate', 'entrance', 'turnstile', 'full-height_turnstile', 'wall', 'fence'];
const onFoot: TagCondition = { key: 'foot', values: ALLOWED };
const barrier: TagCondition = { key: 'barrier', values: BARRIERS };
const trunk: TagCondition = { key: 'highway', values: ['trunk', 'trunk_link'] };

/** Undirected; `oneway` says nothing to people on foot. Ways around an area are kept as its outline. */
export const WALK_V1: WalkFilter = {
  id: 'walk-v1',
  ways: [
    { verdict: 'reject', when: [{ key: 'foot', values: ['no', 'private', 'use_sidepath'] }] },
    { verdict: 'reject', when: [{ key: 'access', values: ['no', 'private'] }], unless: [onFoot] },
    {
      verdict: 'accept',
      when: [{
        key: 'highway',
        values: [
          'primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link', 'unclassified', 'residential', 'living_street', 'service', 'pedestrian',
          'footway', 'path', 'steps', 'track', 'cycleway', 'road', 'bridleway', 'corridor', 'crossing', 'platform',
        ],
      }],
    },
    { verdict: 'accept', when: [trunk, onFoot] },
    { verdict: 'accept', when: [trunk, { key: 'sidewalk', values: ['both', 'left', 'right', 'yes'] }] },
  ],
  gates: [
    { verdict: 'reject', when: [barrier, { key: 'foot', values: ['no', 'private'] }] },
    { verdict: 'reject', when: [{ key: 'barrier', values: ['wall', 'fence'] }] },
    { verdict: 'reject', when: [barrier, { key: 'access', values: ['no', 'private'] }], unless: [onFoot] },
    { verdict: 'reject', when: [barrier, { key: 'locked', values: ['yes'] }], unless: [onFoot] },
  ],
};

export function acceptsWay(filter: WalkFilter, tags: Tags): boolean {
  return verdictOf(filter.ways, tags) === 'accept';
}

export function barsNode(filter: WalkFilter, tags: Tags): boolean {
  return verdictOf(filter.gates, tags) === 'reject';
}

/** Tags that the rules look at. */
export function keysOf(rules: readonly WalkRule[]): Set<string> {
  return new Set(rules.flatMap(({ when, unless = [] }) => [...when, ...unless].map(({ key }) => key)));
}

function verdictOf(rules: readonly WalkRule[], tags: Tags): WalkRule['verdict'] | null {
  for (const { verdict: given, when, unless } of rules) if (allHold(when, tags) && !(unless && anyHolds(unless, tags))) return given;
  return null;
}

function allHold(conditions: readonly TagCondition[], tags: Tags): boolean {
  for (const condition of conditions) if (!holds(condition, tags)) return false;
  return true;
}

function anyHolds(conditions: readonly TagCondition[], tags: Tags): boolean {
  for (const condition of conditions) if (holds(condition, tags)) return true;
  return false;
}

function holds({ key, values }: TagCondition, tags: Tags): boolean {
  const value = tags(key);
  return value !== undefined && values.includes(value);
}

const LONGEST_TEXT = 255;
const MOST_RULES = 200;

const word: Reader<string> = (value, member) => {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT) throw new BadMember(member, typeof value === 'string' ? String(value.length) : typeof value, `text of 1 to ${LONGEST_TEXT} characters`);
  return value;
};
const verdict: Reader<WalkRule['verdict']> = (value, member) => {
  if (value !== 'accept' && value !== 'reject') throw new BadMember(member, String(value).slice(0, LONGEST_TEXT), 'accept, reject');
  return value;
};
const condition = record<TagCondition>({ key: word, values: list(word, MOST_RULES) });
const rule = record<WalkRule>({ verdict, when: list(condition, MOST_RULES), unless: optional(list(condition, MOST_RULES)) });
const filter = record<WalkFilter>({ id: word, ways: list(rule, MOST_RULES), gates: list(rule, MOST_RULES) });

/** A filter from a file or a project. Throws `BadMember` with the member, what was found and what belongs there. */
export function readWalkFilter(value: unknown): WalkFilter {
  if (!isPlainObject(value)) throw new BadMember('filter', typeof value, 'object');
  return filter(value, 'filter');
}
