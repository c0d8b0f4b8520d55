/** What a scenario costs and mends against its base: per created, changed or abolished community, and in total. */
import type { Assessment } from '../assess.ts';
import type { CommunityAssessment } from './assessCommunity.ts';
import { addMonths, dayText, readDay } from './dates.ts';
import type { ScoreRow } from './indicator.ts';
import type { NeedFigure } from './needs.ts';
import type { ResolvedProfile } from './resolveProfile.ts';
import type { Totals } from './totals.ts';
import { NEEDS, type Need, type SizeClass } from './vocabulary.ts';

export interface CommunityState {
  readonly class: SizeClass;
  readonly households: number | null;
  readonly people: number | null;
  readonly needs: Readonly<Partial<Record<Need, NeedFigure>>>;
  readonly yuanPerYear: number;
  readonly moneyUnknownItems: number;
  /** Findings that fail. */
  readonly fails: number;
}

export interface CommunityConsequence {
  readonly id: string;
  readonly name: string;
  readonly change: 'created' | 'changed' | 'abolished';
  /** Null where it was not there. */
  readonly before: CommunityState | null;
  readonly after: CommunityState | null;
  /** Both bodies are elected anew: of a created community. `until` null as long as the approval has no date. */
  readonly election: { readonly until: string | null; readonly committeeSeats: number | null; readonly partySeats: number | null } | null;
}

export interface NeedChange {
  readonly need: Need;
  readonly owedBefore: number;
  readonly owedAfter: number;
  readonly shortBefore: number;
  readonly shortAfter: number;
  /** Communities of which nobody can tell, after. */
  readonly unknown: number;
}

export interface RowMoved {
  readonly indicator: string;
  readonly row: number | null;
  readonly before: Pick<ScoreRow, 'actual' | 'verdict' | 'known' | 'unknown'>;
  readonly after: Pick<ScoreRow, 'actual' | 'verdict' | 'known' | 'unknown'>;
}

export interface Consequences {
  readonly communities: readonly CommunityConsequence[];
  readonly totals: { readonly before: Totals; readonly after: Totals };
  readonly needs: readonly NeedChange[];
  readonly elections: number;
  readonly yuanPerYear: number;
  readonly indicators: readonly RowMoved[];
  /** Rows that were met and are not, or the other way round. */
  readonly verdictsMoved: number;
}

/** `approvals`: planned date of the approval document by community. Both assessments are of the same profile and context. */
export function consequences(base: Assessment, scenario: Assessment, profile: ResolvedProfile, approvals: ReadonlyMap<string, string> = new Map()): Consequences {
  const before = new Map(base.communities.map((each) => [each.id, each]));
  const after = new Map(scenario.communities.map((each) => [each.id, each]));
  const communities: CommunityConsequence[] = [];
  for (const [id, now] of after) {
    const was = before.get(id);
    if (was === undefined) communities.push({ id, name: now.name, change: 'created', before: null, after: stateOf(now), election: electionOf(now, profile, approvals.get(id)) });
    else if (was !== now && !sameFacts(was, now)) communities.push({ id, name: now.name, change: 'changed', before: stateOf(was), after: stateOf(now), election: null });
  }
  for (const [id, was] of before) if (!after.has(id)) communities.push({ id, name: was.name, change: 'abolished', before: stateOf(was), after: null, election: null });
  const indicators = rowsMoved(base.scorecard, scenario.scorecard);
  return {
    communities, totals: { before: base.totals, after: scenario.totals }, needs: needChanges(base.totals, scenario.totals),
    elections: communities.filter(({ election }) => election).length, yuanPerYear: scenario.totals.moneyYuanPerYear - base.totals.moneyYuanPerYear,
    indicators, verdictsMoved: indicators.filter((row) => row.before.verdict !== row.after.verdict).length,
  };
}

function stateOf({ class: sizeClass, facts, needs, money, findings }: CommunityAssessment): CommunityState {
  return {
    class: sizeClass, households: facts.households.value, people: facts.people.value, needs,
    yuanPerYear: money.knownYuanPerYear, moneyUnknownItems: money.unknownItems, fails: findings.filter(({ verdict, rule }) => verdict === 'fail' && !rule.reference).length,
  };
}

/** Values count, not the objects that hold them. */
function sameFacts(a: CommunityAssessment, b: CommunityAssessment): boolean {
  return a.facts === b.facts || (a.name === b.name && JSON.stringify(a.facts) === JSON.stringify(b.facts));
}

/** Months from the profile's rule on elections; without one, no date is made up. */
function electionOf({ needs }: CommunityAssessment, profile: ResolvedProfile, approved: string | undefined): CommunityConsequence['election'] {
  const bound = profile.rules.find((rule) => rule.bound.type === 'withinMonths' && !rule.off && !rule.reference)?.bound;
  const day = approved === undefined ? null : readDay(approved);
  const until = bound?.type === 'withinMonths' && day !== null && day.from === day.to ? dayText(addMonths(day.from, bound.months)) : null;
  return { until, committeeSeats: needs.committeeSeats?.owed ?? null, partySeats: needs.partySeats?.owed ?? null };
}

function needChanges(before: Totals, after: Totals): NeedChange[] {
  return NEEDS.flatMap((need) => {
    const [was, is] = [before.needs[need], after.needs[need]];
    if (was === undefined && is === undefined) return [];
    return [{ need, owedBefore: was?.owed ?? 0, owedAfter: is?.owed ?? 0, shortBefore: was?.short ?? 0, shortAfter: is?.short ?? 0, unknown: is?.unknown ?? 0 }];
  });
}

function rowsMoved(before: readonly ScoreRow[], after: readonly ScoreRow[]): RowMoved[] {
  const was = new Map(before.map((row) => [row.indicator, row]));
  return after.flatMap((row) => {
    const old = was.get(row.indicator);
    if (old === undefined || same(old, row)) return [];
    return [{ indicator: row.indicator, row: row.row, before: figures(old), after: figures(row) }];
  });
}

function figures({ actual, verdict, known, unknown }: ScoreRow): RowMoved['before'] {
  return { actual, verdict, known, unknown };
}

function same(a: ScoreRow, b: ScoreRow): boolean {
  return a.actual === b.actual && a.verdict === b.verdict && a.known === b.known && a.unknown === b.unknown;
}
