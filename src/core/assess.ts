/** The one door for page, worker and command line: communities and a profile in, findings, totals and the scorecard out. */
import { assessCommunities, type CommunityAssessment } from './rules/assessCommunity.ts';
import { readDay, yearOf } from './rules/dates.ts';
import type { Fact } from './rules/fact.ts';
import type { CommunityFacts } from './rules/facts.ts';
import { scoreRow, type ScoreRow } from './rules/indicator.ts';
import { leagueRow, type LeagueRow } from './rules/league.ts';
import type { MoneyYear } from './rules/money.ts';
import type { ResolvedProfile } from './rules/resolveProfile.ts';
import type { AreaSum } from './rules/sums/areaSum.ts';
import { planSums, type PlanSums } from './rules/sums/planSums.ts';
import type { Totals } from './rules/totals.ts';

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

/** What an assessment was formed with, for the next one. */
const formed = new WeakMap<Assessment, { readonly profile: ResolvedProfile; readonly money: MoneyYear; readonly sums: PlanSums }>();

/**
 * `before`: an assessment of a plan that differs in little. Communities whose facts are the same objects are not judged again, and its
 * sums are changed by the others. The answer is the same to the last digit as without it.
 */
export function assessPlan(communities: readonly CommunityFacts[], profile: ResolvedProfile, context: AssessContext, before?: Assessment | null): Assessment {
  const day = readDay(context.asOf);
  if (day === null) throw new Error(`As-of date ${context.asOf} is no date.`);
  const money = { year: context.year ?? yearOf(day.from), averagePayYuan: context.averagePayYuan ?? null };
  const known = before ? formed.get(before) : undefined;
  const isLike = known?.profile === profile && known.money.year === money.year && known.money.averagePayYuan === money.averagePayYuan;
  const assessed = assessCommunities(communities, profile, money, isLike ? before!.communities : []);
  const sums = planSums(assessed, profile, isLike ? { communities: before!.communities, sums: known.sums } : undefined);
  const districts = byName(sums.districts);
  const assessment: Assessment = {
    profile: profile.id, asOf: context.asOf, communities: assessed, totals: sums.whole.totals.totals(),
    scorecard: scorecardOf(sums.whole, profile, context.whole ?? 'city', context.figures ?? {}),
    subdistricts: districts.flatMap(([district, { subdistricts }]) => byName(subdistricts).map(([name, sum]) => areaOf(name, district, sum))),
    districts: districts.map(([name, { sum }]) => ({ ...areaOf(name, name, sum), scorecard: scorecardOf(sum, profile, 'district', context.districtFigures?.get(name) ?? {}) })),
  };
  formed.set(assessment, { profile, money, sums });
  return assessment;
}

function scorecardOf({ columns }: AreaSum, profile: ResolvedProfile, level: 'city' | 'district', figures: AreaFigures): ScoreRow[] {
  return profile.indicators.flatMap((indicator, i) => (indicator.off ? [] : [scoreRow(indicator, columns[i]!, Object.hasOwn(figures, indicator.id) ? figures[indicator.id] : undefined, level)]));
}

const areas = new WeakMap<AreaSum, AreaAssessment>();

/** The same object as long as no community of the area differs. */
function areaOf(name: string, district: string, sum: AreaSum): AreaAssessment {
  let area = areas.get(sum);
  if (area === undefined) areas.set(sum, (area = { name, district, totals: sum.totals.totals(), league: leagueRow(name, sum.aspects) }));
  return area;
}

/** In the order of code units: the same on every machine. */
function byName<T>(all: ReadonlyMap<string, T>): [string, T][] {
  return [...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
