/**
 * The plan: how the ground is divided among communities. A value; commands make new ones.
 *
 * Units are the communities and the declared ground (barracks, campus, reservoir), by index: those of the files
 * first, in file order, created ones behind them. A unit is never taken out: one that was merged away is `abolished`
 * and holds no face.
 */
import type { LngLat } from '../geo/coordinates.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { PagedArray } from '../pagedArray.ts';

export interface Unit {
  /** Code, else name, else `#number`; unique in the plan. A created community: `拟-1`, `拟-2` …, never a code. */
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly role: 'community' | 'declared';
  /** Of declared ground: what it is. */
  readonly groundKind: string | null;
  readonly kind: 'urban' | 'rural' | null;
  readonly subdistrict: string | null;
  /** Index of the unit in the files; null for a created one. */
  readonly source: number | null;
  readonly abolished: boolean;
  readonly locked: boolean;
}

/** What became of communities: one entry for each command that made, ended or divided any. */
export interface LineageEvent {
  readonly kind: 'split' | 'merged' | 'formed' | 'converted';
  /** Unit indices. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Of a merger: those of `from` that still held just the ground that the files give them. What the files counted of these is theirs. */
  readonly asFiled?: readonly number[];
}

/** 就近代管: a compound in no community, looked after by a near one for the time being. */
export interface Attachment {
  readonly id: string;
  /** The compound's name or id as the command gave it. */
  readonly compound: string;
  /** Unit index. */
  readonly community: number;
  /** As typed: a date or an event; null where none was given. */
  readonly until: string | null;
  readonly note: string;
  /** A place in its ground; null where the compound has no geometry. */
  readonly at: LngLat | null;
}

/** Someone has answered for a departure from the rule; it stays visible. */
export interface DeclaredException {
  readonly id: string;
  readonly kind: ExceptionKind;
  /** Unit indices. */
  readonly units: readonly number[];
  readonly role: string;
  readonly reason: string;
}

export const EXCEPTION_KINDS = ['pieces', 'enclave', 'cutCompound', 'crossesSubdistrict', 'crossesZone'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** A counted figure for the part of an atom that lies in a community; null leaves the estimate. */
export interface CountedPart {
  readonly atom: string;
  /** Unit index. */
  readonly unit: number;
  readonly households: number | null;
  readonly people: number | null;
  readonly source: string;
}

export const ENTRY_KINDS = ['rule', 'indicator', 'parameter', 'money'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Numbers of one entry of the rule profile that are tried here with others: who answers for it, and why. */
export interface RuleChange {
  readonly of: EntryKind;
  readonly entry: string;
  /** Places within the entry, dotted: `bound.max`, `bound.brackets.1.value`. */
  readonly values: readonly { readonly member: string; readonly value: number }[];
  readonly role: string;
  readonly reason: string;
}

/** What is known or planned of a community in this scenario: rooms allotted, staff assigned. By the names of `rules/facts.ts`. */
export interface GivenFact {
  /** Unit index. */
  readonly unit: number;
  readonly fact: string;
  readonly value: number | boolean | string;
  /** On what it rests, or why it is given. */
  readonly source: string;
  /** Who answers for it. */
  readonly role?: string;
  /** Of which day it is: `2016`, `2016-02`, `2016-02-13`. */
  readonly asOf?: string;
  /** Given before the unit took part in this merger (index in `lineage`): of what it was then, not of what it became. */
  readonly mergedAt?: number;
}

/** Dates of the approval of one community, `YYYY-MM-DD`: of the approval itself, of steps by number, of deadlines by id. */
export interface ApprovalRecord {
  /** Unit index. */
  readonly unit: number;
  readonly approved: string | null;
  readonly planned: Readonly<Record<string, string>>;
  readonly done: Readonly<Record<string, string>>;
  readonly met: Readonly<Record<string, string>>;
}

/** A facility that stands only in the plan. */
export interface ProposedFacility {
  /** `拟建-1`, `拟建-2` … */
  readonly id: string;
  /** Id of a category of facilities. */
  readonly category: string;
  readonly name: string;
  readonly at: LngLat;
  readonly areaSquareMetres: number | null;
}

export interface Plan {
  readonly coverage: Coverage;
  readonly units: PagedArray<Unit>;
  readonly lineage: readonly LineageEvent[];
  readonly attachments: readonly Attachment[];
  readonly exceptions: readonly DeclaredException[];
  readonly counted: readonly CountedPart[];
  readonly ruleChanges: readonly RuleChange[];
  readonly given: readonly GivenFact[];
  readonly approvals: readonly ApprovalRecord[];
  readonly facilities: readonly ProposedFacility[];
  /** Number of the next provisional mark. */
  readonly nextMark: number;
}

export function provisionalId(mark: number): string {
  return `拟-${mark}`;
}
