/**
 * How one walks and where, what facilities are called, gates that were set by hand, how candidates are read: kept in the project's `profile` record beside the rules.
 * From outside it is read member by member; what does not read is as if it were not there.
 */
import type { Datum, LngLat } from '../../core/geo/coordinates.ts';
import { readCategoryTree, type CategoryTree } from '../../core/network/categoryTree.ts';
import { isWalkV1, readWalkChoices, type WalkChoices } from '../../core/network/walkChoices.ts';
import { BadMember, isPlainObject } from '../../core/plan/readMember.ts';
import { isSeedTree } from '../../io/streets/seedTree.ts';
import type { ReachSettings } from '../../worker/reachProtocol.ts';

export const GATE_ACCESSES = ['open', 'residents', 'closed'] as const;
export type GateAccess = (typeof GATE_ACCESSES)[number];

export interface OwnGate {
  at: LngLat;
  access: GateAccess;
}

export interface KeptReach {
  /** Null: nothing was chosen, the rules' own distance holds. */
  limit: ReachSettings['limit'] | null;
  walled: boolean;
  mapping: [string, string][];
  facilityDatum: Datum;
  gates: OwnGate[];
  /** Null: the shipped tree. */
  categories: CategoryTree | null;
  /** Null: walk-v1. */
  walk: WalkChoices | null;
  /** Of the file of places where facilities may be put. */
  candidateDatum: Datum;
  /** Least area of a place by category, m², as typed; 0: any. Without an entry the rules' figure holds, where they have one. */
  areas: [category: string, squareMetres: number][];
}

export const DEFAULT_REACH: KeptReach = { limit: null, walled: true, mapping: [], facilityDatum: 'CGCS2000', gates: [], categories: null, walk: null, candidateDatum: 'CGCS2000', areas: [] };

export const MINUTES = { least: 1, most: 60 };
export const SPEED = { least: 0.3, most: 3 };
export const METRES = { least: 50, most: 5000 };
export const AREA = { least: 0, most: 1_000_000 };

/** Where the rules say nothing of the circle. */
const LIMIT_METRES = 1000;
const DATUMS: readonly Datum[] = ['CGCS2000', 'GCJ-02', 'BD-09'];
const MOST_GATES = 5000;
const MOST_WORDS = 1000;
const MOST_AREAS = 1000;

export function readReachSettings(record: unknown): KeptReach {
  if (!isPlainObject(record) || !isPlainObject(record.reach)) return DEFAULT_REACH;
  const { limit, walled, mapping, facilityDatum, gates, categories, walk, candidateDatum, areas } = record.reach;
  return {
    limit: readLimit(limit),
    walled: typeof walled === 'boolean' ? walled : DEFAULT_REACH.walled,
    mapping: Array.isArray(mapping) ? mapping.slice(0, MOST_WORDS).flatMap((pair: unknown) => (isPair(pair) ? [pair] : [])) : [],
    facilityDatum: readDatum(facilityDatum),
    gates: Array.isArray(gates) ? gates.slice(0, MOST_GATES).flatMap(readGate) : [],
    categories: orNone(readCategoryTree, categories, isSeedTree),
    walk: orNone(readWalkChoices, walk, isWalkV1),
    candidateDatum: readDatum(candidateDatum),
    areas: Array.isArray(areas) ? areas.slice(0, MOST_AREAS).flatMap((pair: unknown) => (isArea(pair) ? [pair] : [])) : [],
  };
}

/** Put back beside whatever else the record holds. */
export function writtenReach(record: unknown, reach: KeptReach): Record<string, unknown> {
  return { ...(isPlainObject(record) ? record : {}), reach: { ...reach } };
}

/** What the worker is asked with; `ruleMetres`: the distance that the rules name. */
export function reachSettings({ limit, candidateDatum: _, areas: __, ...others }: KeptReach, ruleMetres: number | null): ReachSettings {
  return { limit: limit ?? { by: 'metres', metres: ruleMetres ?? LIMIT_METRES }, ...others };
}

/** With another least area of the category; null: what was typed is taken back. */
export function withArea(areas: KeptReach['areas'], category: string, squareMetres: number | null): KeptReach['areas'] {
  const others = areas.filter(([known]) => known !== category);
  return squareMetres === null ? others : [...others, [category, squareMetres]];
}

function readLimit(value: unknown): ReachSettings['limit'] | null {
  if (!isPlainObject(value)) return null;
  const { by, metres, minutes, speedMetresPerSecond } = value;
  if (by === 'metres' && isWithin(metres, METRES)) return { by, metres };
  if (by === 'minutes' && isWithin(minutes, MINUTES) && isWithin(speedMetresPerSecond, SPEED)) return { by, minutes, speedMetresPerSecond };
  return null;
}

/** Null: nothing is there, it does not read, or it says what is shipped. */
function orNone<T>(read: (value: unknown) => T, value: unknown, isShipped: (read: T) => boolean): T | null {
  if (value === undefined || value === null) return null;
  try {
    const found = read(value);
    return isShipped(found) ? null : found;
  } catch (error) {
    if (error instanceof BadMember) return null;
    throw error;
  }
}

function readDatum(value: unknown): Datum {
  return DATUMS.find((each) => each === value) ?? 'CGCS2000';
}

function readGate(value: unknown): OwnGate[] {
  if (!isPlainObject(value) || !Array.isArray(value.at)) return [];
  const [lng, lat] = value.at as unknown[];
  const access = GATE_ACCESSES.find((each) => each === value.access);
  return access !== undefined && isWithin(lng, { least: -180, most: 180 }) && isWithin(lat, { least: -90, most: 90 }) ? [{ at: [lng, lat], access }] : [];
}

function isWithin(value: unknown, { least, most }: { least: number; most: number }): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function isArea(value: unknown): value is [string, number] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isWithin(value[1], AREA);
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');
}
