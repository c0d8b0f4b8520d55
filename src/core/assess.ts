/** The one door for page, worker and command line: communities and a profile in, findings, totals and the scorecard out. */
import { assessCommunity, type CommunityAssessment } from './rules/assessCommunity.ts';
import type { Fact } from './rules/fact.ts';
import type { CommunityFacts } from './rules/facts.ts';
import { scoreRow, type ScoreRow } from './rules/indicator.ts';
import { leagueRow, type LeagueRow } from './rules/league.ts';
import type { ResolvedProfile } from './rules/resolveProfile.ts';
import { totalsOf, type Totals } from './rules/totals.ts';
import { readDay, yearOf } from './rules/dates.ts';

/** Figures of an area that no community bears: `publicServiceList`, `unassignedSquareMetres`, … by the names of the profile. */
export type AreaFigures = Readonly<Record<string, Fact>>;

export interface AssessContext {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Of money; the as-of date's own where it is not given. */
  readonly year?: number;
  readonly averagePayYuan?: number | null;
  /** What the whole plan is, hence which rows are judged. A city unless told. */
  readonly whole?: 'city' | 'district';
  readonly figures?: AreaFigures;
  readonly districtFigures?: ReadonlyMap<string, AreaFigures>;
}

export interface AreaAssessment {
  /** Name; the empty text gathers those whose area is unknown. */
  readonly name: string;
  /** Of a subdistrict: its district, the empty text where unknown. */
  readonly district: string;
  readonly totals: Totals;
  readonly league: LeagueRow;
}

export interface DistrictAssessment extends AreaAssessment {
  readonly scorecard: readonly ScoreRow[];
}

export interface Assessment {
  readonly profile: string;
  readonly asOf: string;
  /** In the order given. */
  readonly communities: readonly CommunityAssessment[];
  readonly totals: Totals;
  readonly scorecard: readonly ScoreRow[];
  /** By name. */
  readonly subdistricts: readonly AreaAssessment[];
  readonly districts: readonly DistrictAssessment[];
}

export function assessPlan(communities: readonly CommunityFacts[], profile: ResolvedProfile, context: AssessContext): Assessment {
  const day = readDay(context.asOf);
  if (day === null) throw new Error(`As-of date ${context.asOf} is no date.`);
  const money = { year: context.year ?? yearOf(day.from), averagePayYuan: context.averagePayYuan ?? null };
  const assessed = communities.map((facts) => assessCommunity(facts, profile, money));
  const districts = grouped(assessed, ({ facts }) => facts.district.value ?? '');
  return {
    profile: profile.id, asOf: context.asOf, communities: assessed, totals: totalsOf(assessed, profile),
    scorecard: scorecardOf(assessed, profile, context.whole ?? 'city', context.figures ?? {}),
    subdistricts: districts.flatMap(([district, members]) => grouped(members, ({ facts }) => facts.subdistrict.value ?? '').map(([name, own]) => area(name, district, own, profile))),
    districts: districts.map(([name, members]) => ({ ...area(name, name, members, profile), scorecard: scorecardOf(members, profile, 'district', context.districtFigures?.get(name) ?? {}) })),
  };
}

export function scorecardOf(communities: readonly CommunityAssessment[], profile: ResolvedProfile, level: 'city' | 'district', figures: AreaFigures): ScoreRow[] {
  return profile.indicators.flatMap((indicator, i) => (indicator.off ? [] : [scoreRow(indicator, { communities, column: i }, Object.hasOwn(figures, indicator.id) ? figures[indicator.id] : undefined, level)]));
}

function area(name: string, district: string, members: readonly CommunityAssessment[], profile: ResolvedProfile): AreaAssessment {
  return { name, district, totals: totalsOf(members, profile), league: leagueRow(name, members) };
}

/** By name, in the order of code units: the same on every machine. */
function grouped(communities: readonly CommunityAssessment[], nameOf: (community: CommunityAssessment) => string): [string, CommunityAssessment[]][] {
  const groups = new Map<string, CommunityAssessment[]>();
  for (const community of communities) {
    const name = nameOf(community);
    const members = groups.get(name);
    if (members) members.push(community);
    else groups.set(name, [community]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
