/** Coverage, circles and pockets of `sizhi reach`, with the same functions as the page. */
import { STEPS_PER_DEGREE } from '../core/geo/coordinates.ts';
import { circleOf, circleShare, type CircleShare, type Verdict } from '../core/network/circle.ts';
import type { CircleRule } from '../core/network/circleRule.ts';
import { coverageOf, type CategoryCoverage } from '../core/network/coverage.ts';
import type { Homes } from '../core/network/homes.ts';
import type { Anchors } from '../core/network/place.ts';
import type { ReachEngine } from '../core/network/reachEngine.ts';
import { SNAP_METRES, SUSPICIOUS_MEDIAN_METRES, type SnappedPoints, type SnapReport } from '../core/network/snap.ts';
import type { Translate } from '../i18n/index.ts';
import { driven, type ReachCommunity, type ReachInput } from './reachInput.ts';
import type { ReachCall } from './reachOptions.ts';

const POCKETS_LISTED = 20;

/** Who said how far is near. */
export type LimitBasis = 'call' | 'project' | 'profile';

export interface CoverageRow {
  readonly category: string;
  readonly community: string;
  readonly households: number;
  readonly people: number;
  readonly coveredHouseholds: number;
  readonly coveredPeople: number;
  /** Of households; null where there are none, or no facility of the category is known. */
  readonly rate: number | null;
  readonly unknownHouseholds: number;
}

export interface CircleRow {
  readonly community: string;
  readonly complete: Verdict;
  readonly missing: readonly string[];
  readonly noData: readonly string[];
  readonly households: number;
  readonly completeHouseholds: number;
  readonly unknownHouseholds: number;
  readonly sharePercent: number | null;
  readonly kind: ReachCommunity['kind'];
}

export interface ReachCoverage {
  readonly limit: { readonly metres: number; readonly minutes: number | null; readonly basis: LimitBasis };
  readonly coverage: readonly CoverageRow[];
  readonly circle: readonly CircleRow[];
  readonly city: {
    readonly categories: readonly Omit<CoverageRow, 'community'>[];
    /** Shares of communities: rows 18 and 19 of the scorecard. */
    readonly urbanCircle: CircleShare;
    readonly ruralCircle: CircleShare;
    /** Share of households, which is not what the scorecard asks. */
    readonly householdsWithCircle: number | null;
  };
  readonly pockets: readonly { readonly category: string; readonly people: number; readonly households: number; readonly homes: number; readonly lng: number; readonly lat: number }[];
  readonly snapping: { readonly homes: SnapReport; readonly facilities: SnapReport | null };
}

/** Null without homes, or without facilities. */
export function coverReach(call: ReachCall, basis: LimitBasis, engine: ReachEngine, input: ReachInput, rule: CircleRule, t: Translate, notes: string[]): ReachCoverage | null {
  if (input.homes === null || call.facilities === null) return null;
  const limit = limitOf(call, basis, rule);
  const points = driven(engine.snap(input.homes.places), t);
  const placed = driven(engine.snap(input.facilities.flatMap(({ x, y }) => [x, y])), t);
  notes.push(...snapNotes(points.report, t('reach.homes'), t), ...snapNotes(placed.report, t('reach.facilities'), t));
  const categories = [...new Set([...rule.basic.flatMap((name) => name.split('|')), ...input.facilities.flatMap(({ category }) => category ?? [])])];
  const sources = categories.map((category) => ({ category, anchors: anchorsOf(engine, input, [category], t) }));
  const catchment = driven(engine.catchment(points.anchors, sources), t);
  const withoutGate = new Set(engine.network.walls?.report.withoutGate ?? []);
  const homes: Homes = {
    ...input.homes,
    unknown: Uint8Array.from({ length: points.anchors.count }, (_, home) => (points.anchors.start[home] === points.anchors.start[home + 1] || withoutGate.has(points.compound[home]!) ? 1 : 0)),
  };
  const rates = coverageOf(catchment, homes, input.communities.length, limit.millimetres);
  const circles = circleOf(catchment, homes, input.communities.length, rule, limit.millimetres);
  const isKind = (kind: ReachCommunity['kind']) => (community: number) => input.communities[community]!.kind === kind;
  const households = circles.reduce((sum, circle) => sum + circle.households, 0);
  return {
    limit: { metres: limit.millimetres / 1000, minutes: limit.minutes, basis: limit.basis },
    coverage: rates.flatMap(({ category, communities }) => communities.map((count, k) => ({ community: input.communities[k]!.label, ...rowOf(category, count) }))),
    circle: circles.map((circle, k) => ({ community: input.communities[k]!.label, kind: input.communities[k]!.kind, ...circle })),
    city: {
      categories: rates.map(({ category, whole }) => rowOf(category, whole)), urbanCircle: circleShare(circles, isKind('urban')), ruralCircle: circleShare(circles, isKind('rural')),
      householdsWithCircle: households === 0 || circles.some(({ noData }) => noData.length > 0) ? null : circles.reduce((sum, circle) => sum + circle.completeHouseholds, 0) / households,
    },
    pockets: pocketRows(engine, input, rule, homes, points, limit.millimetres, t),
    snapping: { homes: points.report, facilities: placed.report },
  };
}

/** Of basic categories, the sides of a bar taken together. */
function pocketRows(engine: ReachEngine, { facilities, homes: given }: ReachInput, rule: CircleRule, homes: Homes, points: SnappedPoints, limitMillimetres: number, t: Translate): ReachCoverage['pockets'] {
  const sources = rule.basic.map((name) => ({ category: name, anchors: anchorsOf(engine, { facilities }, name.split('|'), t) }));
  const catchment = driven(engine.catchment(points.anchors, sources), t);
  const rows = sources.flatMap(({ category }, c) => {
    if (catchment.facilities[c] === 0) return [];
    return engine.pockets({ catchment, category: c, homes, homeAnchors: points.anchors, homePlaces: given!.places, limitMillimetres })
      .map(({ people, households, homes: members, x, y }) => ({ category, people, households, homes: members.length, lng: x / STEPS_PER_DEGREE, lat: y / STEPS_PER_DEGREE }));
  });
  return rows.sort((a, b) => b.people - a.people || b.households - a.households).slice(0, POCKETS_LISTED);
}

function anchorsOf(engine: ReachEngine, { facilities }: Pick<ReachInput, 'facilities'>, categories: readonly string[], t: Translate): Anchors {
  return driven(engine.snap(facilities.filter(({ category }) => category !== null && categories.includes(category)).flatMap(({ x, y }) => [x, y])), t).anchors;
}

function rowOf(category: string, { households, people, coveredHouseholds, coveredPeople, rate, unknownHouseholds }: CategoryCoverage['whole']) {
  return { category, households, people, coveredHouseholds, coveredPeople, rate, unknownHouseholds };
}

/** The longest limit asked for; the profile's where none was. */
function limitOf(call: ReachCall, basis: LimitBasis, rule: CircleRule): { millimetres: number; minutes: number | null; basis: LimitBasis } {
  if (basis === 'profile') return { millimetres: rule.limitMetres * 1000, minutes: null, basis };
  const longest = call.limits.reduce((best, limit) => (limit.millimetres > best.millimetres ? limit : best));
  return { ...longest, basis };
}

function snapNotes({ unsnapped, medianMetres, datumSuspected }: SnapReport, what: string, t: Translate): string[] {
  return [
    ...(unsnapped > 0 ? [t('reach.unsnapped', { found: unsnapped, expected: SNAP_METRES, what })] : []),
    ...(datumSuspected ? [t('reach.datumSuspected', { what, found: Math.round(medianMetres!), expected: SUSPICIOUS_MEDIAN_METRES })] : []),
  ];
}
