/**
 * What the page may ask about rules. The worker holds profiles, tables and facts; the page mirrors a row for each community,
 * the totals and the scorecard, and asks for the rest when it is looked at.
 */
import type { AreaAssessment, DistrictAssessment } from '../core/assess.ts';
import type { MergedGiven } from '../core/facts/mergedGiven.ts';
import type { GivenFact, RuleChange } from '../core/plan/plan.ts';
import type { ApprovalRoute } from '../core/rules/approval.ts';
import type { Band, Proposal } from '../core/rules/classify.ts';
import type { Consequences } from '../core/rules/consequences.ts';
import type { Fact } from '../core/rules/fact.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { ScoreRow } from '../core/rules/indicator.ts';
import type { Money } from '../core/rules/money.ts';
import type { Needs } from '../core/rules/needs.ts';
import type { Approval, DocumentInfo, Indicator, MoneyEntry, Parameter, Profile, ProfileRole, Rule, Source, Wording } from '../core/rules/profile.ts';
import type { ProfileProblem } from '../core/rules/readProfile.ts';
import type { Layered } from '../core/rules/resolveProfile.ts';
import type { Totals } from '../core/rules/totals.ts';
import type { Basis, SizeClass, Unit, Verdict } from '../core/rules/vocabulary.ts';

/** Chosen by the user for the project; the clock's day enters here and nowhere else. */
export interface AssessSettings {
  /** Id of a shipped profile or of one of `own`. */
  profile: string;
  /** The bureau's own profiles, as they were read from files. */
  own: Profile[];
  /** Reference layers shown beside. */
  references: string[];
  /** `YYYY-MM-DD`. */
  asOf: string;
  averagePayYuan: number | null;
}

export interface AssessedRow {
  unit: number;
  id: string;
  class: SizeClass;
  classBasis: Basis | null;
  proposal: Proposal;
  /** Of the profile's own rules. */
  verdicts: Record<Verdict, number>;
  /** The rule missed by most, and by what share of what it asks; null where none fails. */
  worst: { rule: string; out: number } | null;
  /** How far the households lie from the band, by share; 0 within, null unknown. */
  sizeOut: number | null;
  needs: Needs;
  yuanPerYear: number;
  moneyUnknownItems: number;
}

/** How the open scenario stands against the rules. */
export interface AssessNews {
  /** Counts answers: a gap means that one was lost. */
  serial: number;
  whole: boolean;
  changed: AssessedRow[];
  /** Units that have no row any more. */
  gone: number[];
  /** Of the revision assessed. */
  head: number;
  asOf: string;
  totals: Totals;
  /** By the same rules: how the base stands. */
  baseTotals: Totals;
  scorecard: ScoreRow[];
  subdistricts: AreaAssessment[];
  districts: DistrictAssessment[];
  /** Null: the same rules as in the answer before. */
  rules: RulesView | null;
}

/** The profile as it holds in the open scenario, with everything that the page says of it. */
export interface RulesView {
  id: string;
  title: Wording;
  chain: string[];
  references: string[];
  /** Profiles that can be chosen. */
  choices: { id: string; title: Wording; role: ProfileRole; own: boolean }[];
  documents: DocumentInfo[];
  rules: Layered<Rule>[];
  indicators: Layered<Indicator>[];
  parameters: Layered<Parameter>[];
  money: Layered<MoneyEntry>[];
  approval: Approval | null;
  /** Units of what rules measure. */
  units: Record<string, Unit>;
  households: Band | null;
  people: Band | null;
  suitableHouseholds: number | null;
  /** Rules tried in this scenario, and those that no longer fit. */
  changes: RuleChange[];
  problems: ProfileProblem[];
}

export interface Sheet {
  unit: number;
  id: string;
  class: SizeClass;
  classBasis: Basis | null;
  proposal: Proposal;
  findings: Finding[];
  needs: Needs;
  money: Money;
  facts: { name: string; fact: Fact }[];
  /** By the profile's own rules: names of the facts that each stands on. */
  behind: Record<string, string[]>;
  /** Of this community, by hand in this scenario. */
  given: GivenFact[];
  /** By hand before mergers, and what became of each. */
  merged: MergedGiven[];
}

/** By the names of `AreaAssessment`; the empty text is what nobody knows. `subdistrict` null: the whole district. */
export interface AreaKey {
  district: string;
  subdistrict: string | null;
}

/** A value of every community that stands: what the map is coloured by. */
export interface MapValues {
  unit: number;
  /** Of a rule: its verdict, `fail.general` and so on where it fails; else null. */
  verdict: Verdict | null;
  value: number | boolean | string | null;
}

export interface ApprovalView {
  unit: number;
  id: string;
  name: string;
  /** Name; null where it lies in none, `unknown` where nobody can tell. */
  zone: string | null;
  approved: string | null;
  route: ApprovalRoute;
}

/** A compound's rooms ledger, and whether it lies in a community. */
export interface CompoundLedgerRow {
  id: string;
  name: string;
  community: string | null;
  /** Looked after for the time being by this community. */
  attachedTo: string | null;
  households: number | null;
  completed: string | null;
  owed: number | null;
  have: number | null;
  short: number | null;
  verdict: Verdict;
  rule: string | null;
  source: Source | null;
}

export interface SideAssessment {
  class: SizeClass;
  households: number | null;
  needs: Needs;
  verdicts: Record<Verdict, number>;
}

/** Of a command that is being tried: the communities it touches, before and after. */
export type DraftAssessment = { unit: number; before: SideAssessment | null; after: SideAssessment | null }[];

/** Requests about rules, by name: argument and answer. */
export interface AssessApi {
  /** Takes other settings, or the same ones again: all is told. */
  assessOpen(argument: AssessSettings): AssessNews | { problems: ProfileProblem[] };
  /** After the plan changed: what differs since the last answer. Null: nothing was opened. */
  assessNow(argument: null): AssessNews | null;
  /** All findings of a community: as it stands, at the base, and as a command being tried would leave it. */
  assessSheet(argument: { unit: number; draft: boolean }): { now: Sheet | null; base: Sheet | null };
  assessMap(argument: { rule: string } | { metric: string }): MapValues[];
  /** Of the whole, or of what lies in an area. */
  assessConsequences(argument: { from: number; to: number; area?: AreaKey | null }): Consequences;
  /** Areas as they are at the base, by the rules of the open scenario. */
  assessBaseAreas(argument: null): { subdistricts: AreaAssessment[]; districts: AreaAssessment[] };
  /** Of every community that the open scenario creates. */
  assessApprovals(argument: null): ApprovalView[];
  assessCompounds(argument: null): CompoundLedgerRow[];
  /** The rules tried in this scenario as a profile of the bureau's own, for a file. */
  assessExportProfile(argument: { id: string; title: Wording }): { profile: Profile | null; problems: ProfileProblem[] };
}
