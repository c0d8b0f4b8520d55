/** Who gains and who loses by reach between two plans: both measured along the same streets, counted in communities paired by what they are. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { circleOf, circleShare, type CommunityCircle } from '../../core/network/circle.ts';
import type { CircleRule } from '../../core/network/circleRule.ts';
import { millimetresTo } from '../../core/network/catchment.ts';
import { UNKNOWN_COUNT, type Homes } from '../../core/network/homes.ts';
import { UNREACHED } from '../../core/network/place.ts';
import { categoryList, circleList, subjectChange, type ReachSide, type SubjectChange } from '../../core/network/reachChange.ts';
import type { Figures } from '../../core/households/figures.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Work } from '../../core/progress.ts';
import type { Facility } from '../../io/streets/readFacilities.ts';
import { sameUnits, stands } from '../plan/compare.ts';
import { WHOLE_CIRCLE, type CircleCount, type ReachChange, type ReachChangeCommunity, type ReachChangedHome, type ReachChangedHomes, type ReachChangeSubject } from '../reachChangeProtocol.ts';
import { changedFacilities, changedHomesGeoJson, facilitiesGeoJson } from './changeFeatures.ts';
import { unitsOfHomes, type PlacedHomes } from './homes.ts';
import type { Reading } from './readings.ts';
import { straightCatchment } from './straight.ts';

/** Communities of either plan, paired: −1 where it does not stand. */
export interface CommunityRows {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  /** Row of each unit. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

export interface ComparedReach {
  readonly plans: readonly [before: Plan, after: Plan];
  readonly rows: CommunityRows;
  /** Units of homes, −1 in none. */
  readonly units: readonly [before: Int32Array, after: Int32Array];
  /** Communities of `homes` count in rows. */
  readonly sides: readonly [before: ReachSide, after: ReachSide];
  readonly categories: readonly string[];
  readonly placed: PlacedHomes;
  readonly facilities: readonly Facility[];
  readonly rule: CircleRule | null;
  readonly limitMillimetres: number;
}

interface Question extends Pick<ComparedReach, 'plans' | 'placed' | 'facilities' | 'rule' | 'limitMillimetres'> {
  readonly figuresOf: (plan: Plan) => Figures;
  /** Null: no streets; distances are straight lines. */
  readonly reading: Reading | null;
  /** Their communities are not looked at. */
  readonly homes: Homes;
}

const MILLIMETRES = 1000;

export function communityRows(before: Plan, after: Plan): CommunityRows {
  const same = sameUnits(before, after);
  const rows = { before: new Int32Array(before.units.length).fill(-1), after: new Int32Array(after.units.length).fill(-1) };
  const pairs: [number, number][] = [];
  for (let unit = 0; unit < Math.max(before.units.length, after.units.length); unit++) {
    const [was, is] = [stands(before, unit), stands(after, unit)];
    if (was) rows.before[unit] = pairs.length;
    if (was && is && same(unit, unit)) {
      rows.after[unit] = pairs.push([unit, unit]) - 1;
      continue;
    }
    if (was) pairs.push([unit, -1]);
    if (is) rows.after[unit] = pairs.push([-1, unit]) - 1;
  }
  return { pairs, ...rows };
}

/** Both plans with every category of the rules, of the files and of either plan; what was measured before is not measured again. */
export function* comparedReach({ figuresOf, reading, homes, ...asked }: Question): Work<ComparedReach> {
  const { plans, placed, facilities, rule } = asked;
  const basic = rule?.basic.flatMap((name) => name.split('|')) ?? [];
  const categories = [...new Set([...basic, ...facilities.flatMap(({ category }) => category ?? []), ...plans.flatMap((plan) => plan.facilities.map(({ category }) => category))])];
  const rows = communityRows(...plans);
  const measure = function* (plan: Plan, rowOf: Int32Array): Work<{ units: Int32Array; side: ReachSide }> {
    const catchment = reading ? yield* reading.catchment(categories, plan.facilities) : straightCatchment(placed, categories, facilities, plan.facilities);
    const units = unitsOfHomes(placed, figuresOf(plan));
    return { units, side: { catchment, homes: { ...homes, community: units.map((unit) => rowOf[unit] ?? -1) } } };
  };
  const before = yield* measure(plans[0], rows.before);
  const after = yield* measure(plans[1], rows.after);
  return { ...asked, rows, categories, units: [before.units, after.units], sides: [before.side, after.side] };
}

export function reachChange(compared: ComparedReach): Pick<ReachChange, 'subjects' | 'communities' | 'circleBefore' | 'circleAfter' | 'rule' | 'limitMetres'> {
  const { plans: [before, after], rows: { pairs }, sides, categories, rule, limitMillimetres } = compared;
  const basic = new Set(rule?.basic.flatMap((name) => name.split('|')));
  const changes = [...(rule ? [WHOLE_CIRCLE] : []), ...categories].map((id) => ({ id, of: changeOf(compared, id) }));
  const circles = sides.map(({ catchment, homes }) => (rule ? circleOf(catchment, homes, pairs.length, rule, limitMillimetres) : []));
  const subjects = changes.map(({ id, of: { whole } }): ReachChangeSubject => {
    const count = (side: ReachSide) => (id === WHOLE_CIRCLE ? null : side.catchment.facilities[side.catchment.categories.indexOf(id)]!);
    return { id, basic: id === WHOLE_CIRCLE || basic.has(id), facilitiesBefore: count(sides[0]), facilitiesAfter: count(sides[1]), whole };
  });
  const communities = pairs.map(([was, is], row): ReachChangeCommunity => {
    const [one, other] = [was < 0 ? null : before.units.get(was), is < 0 ? null : after.units.get(is)];
    const [had, has] = [one && circles[0]?.[row], other && circles[1]?.[row]];
    return {
      unitBefore: was < 0 ? null : was, unitAfter: is < 0 ? null : is, nameBefore: one?.name ?? null, nameAfter: other?.name ?? null, subdistrict: (other ?? one)?.subdistrict ?? null,
      circleBefore: had?.complete ?? null, circleAfter: has?.complete ?? null, shareBefore: had?.sharePercent ?? null, shareAfter: has?.sharePercent ?? null,
      lines: changes.map(({ of }) => of.communities[row]!),
    };
  });
  const counted = (side: 0 | 1) => circleCount((circles[side] ?? []).filter((_, row) => pairs[row]![side] >= 0));
  return { subjects, communities, circleBefore: counted(0), circleAfter: counted(1), rule, limitMetres: limitMillimetres / MILLIMETRES };
}

export function changedHomes(compared: ComparedReach, subject: string): ReachChangedHomes {
  const { plans, units, sides, placed } = compared;
  const { change } = changeOf(compared, subject);
  const metres = ({ catchment, homes }: ReachSide, home: number): number | null => {
    const c = catchment.categories.indexOf(subject);
    const there = c < 0 || homes.unknown[home] === 1 ? UNREACHED : millimetresTo(catchment, c, home);
    return there === UNREACHED ? null : there / MILLIMETRES;
  };
  const name = (side: 0 | 1, home: number) => (units[side][home]! < 0 ? null : plans[side].units.get(units[side][home]!).name);
  const known = (count: number) => (count === UNKNOWN_COUNT ? null : count);
  const homes: ReachChangedHome[] = [];
  change.forEach((sign, home) => {
    if (sign === 0) return;
    const atom = placed.atoms[home]!;
    homes.push({
      id: home, name: atom.name ?? atom.id, at: [placed.places[2 * home]! / STEPS_PER_DEGREE, placed.places[2 * home + 1]! / STEPS_PER_DEGREE], change: sign > 0 ? 'gained' : 'lost',
      communityBefore: name(0, home), communityAfter: name(1, home), households: known(placed.households[home]!), people: known(placed.people[home]!),
      metresBefore: metres(sides[0], home), metresAfter: metres(sides[1], home),
    });
  });
  homes.sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || a.id - b.id);
  const marks = changedFacilities(compared, subject);
  return { homes, homesGeoJson: changedHomesGeoJson(placed, homes), facilitiesGeoJson: facilitiesGeoJson(marks), facilityStates: [...new Set(marks.map(({ state }) => state))] };
}

function changeOf({ rows: { pairs }, sides: [before, after], rule, limitMillimetres }: ComparedReach, subject: string): SubjectChange {
  const list = (side: ReachSide) => {
    if (subject !== WHOLE_CIRCLE) return categoryList(side, subject, limitMillimetres);
    return rule ? circleList(side, rule, limitMillimetres) : categoryList(side, '', limitMillimetres);
  };
  return subjectChange(list(before), list(after), before.homes, after.homes, pairs.length);
}

function circleCount(circles: readonly CommunityCircle[]): CircleCount {
  const { communities, complete, unknown } = circleShare(circles);
  return { communities, complete, unknown };
}
