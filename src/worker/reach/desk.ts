/**
 * Where reach is worked out: streets, gates, homes and facilities are read and measured once; a change of the plan only counts again.
 * Counts go along the streets, home by home. Without streets distances are straight lines, and say so.
 */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Figures } from '../../core/households/figures.ts';
import { planFigures } from '../../core/households/read.ts';
import type { Catchment } from '../../core/network/catchment.ts';
import { circleOf, circleShare, type CommunityCircle } from '../../core/network/circle.ts';
import { circleRuleOf, type CircleRule } from '../../core/network/circleRule.ts';
import { coverageOf, Tally } from '../../core/network/coverage.ts';
import type { Homes } from '../../core/network/homes.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { finish, type Work } from '../../core/progress.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import type { ReachApi, ReachCommunityRow, ReachSettings, ReachState } from '../reachProtocol.ts';
import type { ReachChangeApi } from '../reachChangeProtocol.ts';
import { categoryView } from './categoryView.ts';
import { changedHomes, comparedReach, reachChange, type ComparedReach } from './compare.ts';
import type { ReachFile } from './files.ts';
import { placedHomes, unitsOfHomes } from './homes.ts';
import { isochroneOf } from './isochrone.ts';
import { networkView, wallsView } from './networkViews.ts';
import { openedWith, ownCategories, ruleCategories, type Opened } from './opening.ts';
import type { Reading } from './readings.ts';
import type { SitingGround } from './sitingGround.ts';
import { straightCatchment } from './straight.ts';
import { unmappedView } from './words.ts';

type Api = ReachApi & ReachChangeApi;
type Ask<N extends keyof Api> = Parameters<Api[N]>[0];
type Answer<N extends keyof Api> = Work<ReturnType<Api[N]>>;

export interface ReachPlans {
  head(): Plan;
  figuresOf(plan: Plan): Figures;
  /** Rules that the head is judged by. */
  profile(): ResolvedProfile;
  /** By revision; 0 is the base. */
  planOf(revision: number): Plan;
  /** Rules that a plan is judged by. */
  profileOf(plan: Plan): ResolvedProfile;
}

interface Counted {
  plan: Plan;
  settings: ReachSettings;
  reading: Reading | null;
  catchment: Catchment;
  homes: Homes;
  rule: CircleRule | null;
  limitMillimetres: number;
  circles: readonly CommunityCircle[];
  state: ReachState;
}

const MILLIMETRES = 1000;
const SECONDS_PER_MINUTE = 60;

export class ReachDesk {
  private opened: Opened | null = null;
  private counted: Counted | null = null;
  private held: ReachFile[] | null = null;

  /** `loaded`: streets, facilities and gates as they were loaded. */
  constructor(private readonly plans: ReachPlans, private readonly loaded: () => readonly ReachFile[]) {}

  *reachFile({ kind, name, bytes }: Ask<'reachFile'>): Answer<'reachFile'> {
    const files = this.files();
    const at = files.findIndex((file) => file.kind === kind && file.name === name);
    if (at >= 0) files.splice(at, 1);
    files.push({ kind, name, bytes: new Uint8Array(bytes) });
    this.forget();
    return null;
  }

  *reachOpen(settings: Ask<'reachOpen'>): Answer<'reachOpen'> {
    return yield* this.reachState(settings);
  }

  *reachState(settings: Ask<'reachState'>): Answer<'reachState'> {
    const started = performance.now();
    const opened = yield* this.open(settings);
    this.counted = yield* this.count(opened, settings, this.plans.head());
    return { ...this.counted.state, milliseconds: performance.now() - started };
  }

  *reachIsochrone(asked: Ask<'reachIsochrone'>): Answer<'reachIsochrone'> {
    const counted = this.need();
    if (counted.reading) yield* this.raster(counted.reading);
    return isochroneOf(asked, counted.reading, this.opened!.homes, this.opened!.points.facilities);
  }

  *reachCategory({ category }: Ask<'reachCategory'>): Answer<'reachCategory'> {
    const { reading, catchment, homes, limitMillimetres, rule } = this.need();
    const plan = this.plans.head();
    const { points, homes: placed } = this.opened!;
    const facilities = [
      ...points.facilities.flatMap(({ name, category: own, x, y }) => (own === category ? [{ name: name ?? '', at: [x, y] as const, proposed: false }] : [])),
      ...plan.facilities.flatMap(({ name, category: own, at }) => (own === category ? [{ name, at: [Math.round(at[0] * STEPS_PER_DEGREE), Math.round(at[1] * STEPS_PER_DEGREE)] as const, proposed: true }] : [])),
    ];
    const isProposed = facilities.some(({ proposed }) => proposed);
    const before = !isProposed ? null : reading ? yield* reading.without(category) : straightCatchment(placed, [category], points.facilities, []);
    return categoryView({ category, catchment, homes, placed, limitMillimetres, rule, plan, facilities, reading, before });
  }

  *reachCommunity({ unit }: Ask<'reachCommunity'>): Answer<'reachCommunity'> {
    return this.counted?.state.communities.find((row) => row.unit === unit) ?? null;
  }

  *reachCompare({ a, b }: Ask<'reachCompare'>): Answer<'reachCompare'> {
    const started = performance.now();
    const { settings: { limit }, reading } = this.need();
    const change = reachChange(yield* this.compared(a, b));
    const kind = reading === null ? 'straight' : reading.engine.network.walls === null ? 'open' : 'walled';
    const pace = limit.by === 'minutes' ? { minutes: limit.minutes, speedMetresPerSecond: limit.speedMetresPerSecond } : { minutes: null, speedMetresPerSecond: null };
    return { reading: kind, ...pace, ...change, milliseconds: performance.now() - started };
  }

  *reachChangedHomes({ a, b, subject }: Ask<'reachChangedHomes'>): Answer<'reachChangedHomes'> {
    return changedHomes(yield* this.compared(a, b), subject);
  }

  /** Of every community by unit, the share of households with the circle, percent; null where it is unknown. Null: reach is not open. */
  circleShares(plan: Plan): ReadonlyMap<number, number | null> | null {
    if (!this.counted || !this.opened) return null;
    let shares = this.shares.get(plan);
    if (shares?.of !== this.counted.settings) {
      const { state } = plan === this.counted.plan ? this.counted : finish(this.count(this.opened, this.counted.settings, plan));
      shares = { of: this.counted.settings, byUnit: new Map(state.communities.map(({ unit, sharePercent }) => [unit, sharePercent])) };
      this.shares.set(plan, shares);
    }
    return shares.byUnit;
  }

  /** What siting stands on; it goes along streets. */
  sitingGround(): SitingGround {
    const { reading, catchment, homes, limitMillimetres } = this.need();
    if (!reading) throw new Error('Sites are sought along streets: none are loaded.');
    return { reading, catchment, homes, limitMillimetres, plan: this.plans.head() };
  }

  /** Homes are others by now: tables were used. */
  forget(): void {
    this.opened = null;
    this.counted = null;
  }

  private files(): ReachFile[] {
    this.held ??= [...this.loaded()];
    return this.held;
  }

  private *open(settings: ReachSettings): Work<Opened> {
    const opened = yield* openedWith(this.opened, this.files(), () => placedHomes(this.plans.figuresOf(this.plans.head())), settings, ruleCategories(this.plans.profile()));
    return (this.opened = opened);
  }

  private *count(opened: Opened, settings: ReachSettings, plan: Plan): Work<Counted> {
    const figures = this.plans.figuresOf(plan);
    const reading = settings.walled && opened.walled ? opened.walled : opened.open;
    const own = ownCategories(this.plans.profile(), settings);
    const rule = circleRuleOf(this.plans.profile(), own);
    const limitMillimetres = limitOf(settings);
    const basic = rule?.basic.flatMap((name) => name.split('|')) ?? [];
    const known = [...new Set(opened.points.facilities.flatMap(({ category }) => category ?? []))];
    const categories = [...new Set([...basic, ...known, ...plan.facilities.map(({ category }) => category)])];
    const catchment = reading ? yield* reading.catchment(categories, plan.facilities) : straightCatchment(opened.homes, categories, opened.points.facilities, plan.facilities);
    const community = unitsOfHomes(opened.homes, figures);
    const homes = reading ? reading.homesIn(community) : { households: opened.homes.households, people: opened.homes.people, community, unknown: new Uint8Array(community.length) };
    const coverage = coverageOf(catchment, homes, plan.units.length, limitMillimetres);
    const circles = rule ? circleOf(catchment, homes, plan.units.length, rule, limitMillimetres) : [];
    const standing = [...plan.units].flatMap(({ role, abolished }, unit) => (role === 'community' && !abolished ? [unit] : []));
    const ofKind = (kind: 'urban' | 'rural') => circleShare(standing.filter((unit) => plan.units.get(unit).kind === kind).flatMap((unit) => circles[unit] ?? []));
    const whole = new Tally();
    for (let home = 0; home < catchment.homes; home++) whole.add(homes, home, false, homes.unknown[home] === 1);
    const counts = whole.count();
    const households = standing.reduce((sum, unit) => sum + (circles[unit]?.households ?? 0), 0);
    const state: ReachState = {
      network: networkView(opened, settings), walls: wallsView(opened, settings), rule, ownBasic: own, limitMetres: limitMillimetres / MILLIMETRES,
      homes: { count: catchment.homes, households: counts.households, people: counts.people, householdsElsewhere: Math.max(0, planFigures(figures).total.households - counts.households) },
      homeSnap: reading?.homePoints.report ?? null, facilitySnap: reading?.facilityPoints.report ?? null, facilities: opened.points.facilities.length,
      categories: coverage.map(({ category, noData, whole: count }, c) => ({
        id: category, basic: basic.includes(category), facilities: catchment.facilities[c]!, proposed: plan.facilities.filter((each) => each.category === category).length, noData, count,
      })),
      proposed: plan.facilities.map(({ id, category, name, at }) => ({ id, category, name, at: [at[0], at[1]] })),
      communities: standing.map((unit): ReachCommunityRow => {
        const { name, subdistrict } = plan.units.get(unit);
        const circle = circles[unit];
        return {
          unit, name, subdistrict, complete: circle?.complete ?? 'unknown', households: circle?.households ?? 0, completeHouseholds: circle?.completeHouseholds ?? 0,
          unknownHouseholds: circle?.unknownHouseholds ?? 0, sharePercent: circle?.sharePercent ?? null, missing: [...(circle?.missing ?? [])], noData: [...(circle?.noData ?? [])],
          rates: coverage.map(({ communities }) => communities[unit]?.rate ?? null),
        };
      }),
      urban: ofKind('urban'), rural: ofKind('rural'),
      householdShare: households === 0 || circles.some(({ noData }) => noData.length > 0) ? null : standing.reduce((sum, unit) => sum + (circles[unit]?.completeHouseholds ?? 0), 0) / households,
      ...unmappedView(opened.points.words), problems: { streets: [...opened.streets.problems], files: [...opened.points.problems], tables: [...opened.points.tableProblems] }, milliseconds: 0,
    };
    return { plan, settings, reading, catchment, homes, rule, limitMillimetres, circles, state };
  }

  /** Two plans along the streets as reach was opened, by the rules of the second; the last pair is kept. */
  private *compared(a: number, b: number): Work<ComparedReach> {
    const counted = this.need();
    const { homes: placed, points: { facilities } } = this.opened!;
    const { reading, limitMillimetres, homes } = counted;
    const plans = [this.plans.planOf(a), this.plans.planOf(b)] as const;
    if (this.lastCompared?.counted === counted && this.lastCompared.of.plans.every((plan, side) => plan === plans[side])) return this.lastCompared.of;
    const profile = this.plans.profileOf(plans[1]);
    const rule = circleRuleOf(profile, ownCategories(profile, counted.settings));
    const of = yield* comparedReach({ plans, figuresOf: (plan) => this.plans.figuresOf(plan), reading, homes, placed, facilities, rule, limitMillimetres });
    this.lastCompared = { counted, of };
    return of;
  }

  private lastCompared: { counted: Counted; of: ComparedReach } | null = null;
  private readonly rastered = new WeakSet<Reading>();
  /** Kept with the plan as long as the settings are the same object. */
  private readonly shares = new WeakMap<Plan, { of: ReachSettings; byUnit: ReadonlyMap<number, number | null> }>();

  private *raster(reading: Reading): Work<void> {
    if (this.rastered.has(reading)) return;
    yield* reading.engine.prepareRaster();
    this.rastered.add(reading);
  }

  private need(): Counted {
    if (!this.counted) throw new Error('Reach is not open.');
    return this.counted;
  }
}

function limitOf({ limit }: ReachSettings): number {
  return Math.round(MILLIMETRES * (limit.by === 'metres' ? limit.metres : limit.minutes * SECONDS_PER_MINUTE * limit.speedMetresPerSecond));
}
