/**
 * A rule profile: every number of the policy, with its document, article, strength and level. Data, not code.
 * A profile extends another and overrides by id; what it overrides stays visible in the resolved one.
 */
import type { Bases } from './basis.ts';
import type { ClassifyBy } from './classify.ts';
import type { Aspect, Family, Level, Need, Payer, Strength, Unit } from './vocabulary.ts';

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

export interface Source {
  /** Short id of a document of the profile. */
  readonly document: string;
  readonly article: string;
}

/** What every entry carries. `reading`: the documents leave it open; this is how we read it. */
export interface Entry {
  readonly id: string;
  readonly wording: Wording;
  readonly source: Source;
  readonly strength: Strength;
  readonly level: Level;
  readonly reading?: Wording;
  /** Of a target: the year by whose end it is to be met. */
  readonly year?: number;
  /** Who changed it in a bureau's copy, and why. */
  readonly changed?: { readonly role: string; readonly reason: string };
}

/** One of: a word or truth, a figure's side (both inclusive), a day on or after which. */
export interface Condition {
  readonly metric: string;
  readonly is?: string | boolean | readonly string[];
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly above?: number;
  readonly onOrAfter?: string;
}

/** A figure that the document has and our copy masks. */
export type Figure = number | 'unknown';

export type Bound =
  | { readonly type: 'range'; readonly min?: Figure; readonly max?: Figure }
  | { readonly type: 'suitable'; readonly value: number }
  /** `amount` for each `per` of another metric, never less than `least`; `proposed` rounds for whole heads. `about`: no side is wrong. */
  | { readonly type: 'perUnit'; readonly of: string; readonly amount: number; readonly per: number; readonly least?: number; readonly rounding?: 'up' | 'nearest'; readonly about?: boolean }
  /** Between one for each `most` and one for each `fewest` of another metric. */
  | { readonly type: 'perUnitRange'; readonly of: string; readonly most: number; readonly fewest: number }
  | { readonly type: 'brackets'; readonly of: string; readonly brackets: readonly Bracket[] }
  | { readonly type: 'byWord'; readonly of: string; readonly values: Readonly<Record<string, number>> }
  | { readonly type: 'is'; readonly value: boolean | string }
  /** The value must be known, whatever it is. */
  | { readonly type: 'known' }
  | { readonly type: 'withinMonths'; readonly of: string; readonly months: number }
  /** The highest of what other rules ask. */
  | { readonly type: 'strictest'; readonly of: readonly string[] }
  /** As much as another metric. */
  | { readonly type: 'sameAs'; readonly of: string }
  /** A figure that is shown, with nothing to hold it against. */
  | { readonly type: 'shown' };

/** Both ends belong to it; where two claim a figure either passes and the preferred one is proposed. */
export interface Bracket {
  readonly from?: number;
  readonly to?: number;
  readonly value: number;
  readonly preferred?: boolean;
}

export interface Rule extends Entry {
  readonly family: Family;
  readonly aspect?: Aspect;
  readonly metric: string;
  readonly bound: Bound;
  readonly applies?: readonly Condition[];
  /** Where this is known to hold, a fail is only shown (`guide`): someone has answered for it. */
  readonly waivedBy?: Condition;
  readonly need?: Need;
}

/** How a figure of many communities is formed. */
export type Measure =
  /** Communities that meet all conditions, of those whose data are known. */
  | { readonly type: 'share'; readonly has: readonly Condition[] }
  /** `capped`: the one cannot exceed the other. */
  | { readonly type: 'ratio'; readonly of: string; readonly by: string; readonly per: number; readonly capped?: boolean }
  /** Each community by itself: met when every one is. */
  | { readonly type: 'each'; readonly metric: string }
  /** The sum, held against the sum of another. */
  | { readonly type: 'sum'; readonly metric: string; readonly by: string }
  /** A figure of the whole area that no community bears; given under the indicator's id. */
  | { readonly type: 'given' };

export interface Indicator extends Omit<Entry, 'level'> {
  /** Where it is judged; elsewhere the figure is shown. */
  readonly levels: readonly Level[];
  /** Number in the plan's table of indicators. */
  readonly row?: number;
  readonly property?: 'binding' | 'expected';
  readonly issuers?: readonly ('central' | 'province' | 'city')[];
  readonly aspect?: Aspect;
  readonly unit: Unit;
  readonly kind?: 'urban' | 'rural';
  readonly measure: Measure;
  readonly target: Extract<Bound, { type: 'range' | 'perUnitRange' | 'shown' | 'is' }>;
}

export type Amount =
  | { readonly type: 'fixed'; readonly yuan: number }
  | { readonly type: 'perUnit'; readonly of: string; readonly yuan: number; readonly per: number; readonly least?: number }
  /** `share` percent of so many average yearly pays, the year's pay being given by the user. */
  | { readonly type: 'ofPay'; readonly persons: number; readonly sharePercent: number }
  /** Of a cost that nobody has given: the share alone is known. */
  | { readonly type: 'share'; readonly sharePercent: number }
  | { readonly type: 'unknown' };

export interface MoneyEntry extends Entry {
  readonly purpose: 'workFunds' | 'pay' | 'partyService' | 'rooms';
  readonly payer: Payer;
  readonly amount: Amount;
  readonly applies?: readonly Condition[];
  readonly unless?: readonly Condition[];
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** A number or list that no rule holds: walking speeds, categories, starting counts. */
export interface Parameter extends Entry {
  readonly unit: Unit;
  readonly value: Figure | readonly number[] | readonly string[];
}

export interface RouteStep {
  readonly step: number;
  readonly wording: Wording;
  /** Who acts. */
  readonly who: Wording;
}

export interface Route {
  readonly id: string;
  readonly wording: Wording;
  readonly source: Source;
  readonly steps: readonly RouteStep[];
  /** Also filed once set up. */
  readonly afterwards?: Wording;
}

export type Deadline = Entry & { readonly step: number } & (
  | { readonly due: 'monthsAfterApproval'; readonly months: number }
  | { readonly due: 'endOfApprovalYear' }
);

export interface Approval {
  readonly routes: readonly Route[];
  /** Route of ground that lies in no zone, or in one that is not entrusted. */
  readonly ordinary: string;
  readonly deadlines: readonly Deadline[];
}

export interface ClassificationSpec {
  readonly by: ClassifyBy;
  /** Ids of the rules whose ranges are the band; absent: no band. */
  readonly households?: string;
  readonly people?: string;
  readonly planAheadStates: readonly string[];
  readonly source: Source;
  readonly reading?: Wording;
}

export interface DocumentInfo {
  readonly id: string;
  readonly title: Wording;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
}

/** `layer`: one document, for others to stand on. `reference`: shown beside, off by default. */
export const PROFILE_ROLES = ['profile', 'layer', 'reference'] as const;
export type ProfileRole = (typeof PROFILE_ROLES)[number];

export interface Profile {
  readonly id: string;
  readonly role: ProfileRole;
  readonly title: Wording;
  readonly extends?: string;
  readonly documents: readonly DocumentInfo[];
  readonly classification?: ClassificationSpec;
  readonly bases?: Bases & { readonly source: Source; readonly reading?: Wording };
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
  readonly indicators: readonly Indicator[];
  readonly money: readonly MoneyEntry[];
  readonly approval?: Approval;
  /** Ids of inherited entries that do not hold here. */
  readonly off?: readonly string[];
}
