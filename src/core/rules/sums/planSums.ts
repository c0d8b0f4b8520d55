/**
 * Sums of a plan, of its districts and of their subdistricts. A value: the next one shares every area in which no community differs,
 * and is the same to the last digit as if it had been summed from nothing, since sums are exact.
 */
import type { CommunityAssessment } from '../assessCommunity.ts';
import type { ResolvedProfile } from '../resolveProfile.ts';
import { AreaSum } from './areaSum.ts';

export interface PlanSums {
  readonly whole: AreaSum;
  /** By name; the empty text gathers those whose district is unknown. Likewise subdistricts. */
  readonly districts: ReadonlyMap<string, DistrictSums>;
}

export interface DistrictSums {
  readonly sum: AreaSum;
  readonly subdistricts: ReadonlyMap<string, AreaSum>;
}

/** `before`: communities summed before, with their sums by the same profile; what differs by identity is added and taken away. */
export function planSums(communities: readonly CommunityAssessment[], profile: ResolvedProfile, before?: { readonly communities: readonly CommunityAssessment[]; readonly sums: PlanSums }): PlanSums {
  if (before === undefined) return summed(communities, profile);
  const differing = differences(before.communities, communities);
  if (differing.size === 0) return before.sums;
  // To take much away costs more than to sum what is there.
  return differing.size > communities.length ? summed(communities, profile) : changed(before.sums, differing, communities, profile);
}

/** From subdistricts up, so that each community is looked at once. */
function summed(communities: readonly CommunityAssessment[], profile: ResolvedProfile): PlanSums {
  const whole = new AreaSum(profile);
  const districts = new Map<string, { sum: AreaSum; subdistricts: Map<string, AreaSum> }>();
  for (const community of communities) {
    const { district, subdistrict } = placeOf(community);
    const { subdistricts } = found(districts, district, () => ({ sum: new AreaSum(profile), subdistricts: new Map<string, AreaSum>() }));
    found(subdistricts, subdistrict, () => new AreaSum(profile)).add(community, 1);
  }
  for (const { sum, subdistricts } of districts.values()) {
    for (const inner of subdistricts.values()) sum.addArea(inner);
    whole.addArea(sum);
  }
  return { whole, districts };
}

/** How many times more each stands in `after` than in `before`; those that stand in both alike are left out. */
function differences(before: readonly CommunityAssessment[], after: readonly CommunityAssessment[]): Map<CommunityAssessment, number> {
  let start = 0;
  let [endBefore, endAfter] = [before.length, after.length];
  while (start < endBefore && start < endAfter && before[start] === after[start]) start++;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) [endBefore, endAfter] = [endBefore - 1, endAfter - 1];
  const more = new Map<CommunityAssessment, number>();
  for (let k = start; k < endAfter; k++) more.set(after[k]!, (more.get(after[k]!) ?? 0) + 1);
  for (let k = start; k < endBefore; k++) more.set(before[k]!, (more.get(before[k]!) ?? 0) - 1);
  for (const [community, times] of more) if (times === 0) more.delete(community);
  return more;
}

function changed(before: PlanSums, differing: ReadonlyMap<CommunityAssessment, number>, communities: readonly CommunityAssessment[], profile: ResolvedProfile): PlanSums {
  const own = new Set<AreaSum>();
  const ownOf = (sum: AreaSum | undefined): AreaSum => {
    if (sum !== undefined && own.has(sum)) return sum;
    const copy = new AreaSum(profile, sum);
    own.add(copy);
    return copy;
  };
  const whole = ownOf(before.whole);
  const districts = new Map<string, { sum: AreaSum; subdistricts: Map<string, AreaSum> }>();
  for (const [community, times] of differing) {
    const { district, subdistrict } = placeOf(community);
    const { sum, subdistricts } = found(districts, district, () => {
      const was = before.districts.get(district);
      return { sum: ownOf(was?.sum), subdistricts: new Map(was?.subdistricts) };
    });
    const inner = ownOf(subdistricts.get(subdistrict));
    subdistricts.set(subdistrict, inner);
    for (let k = 0; k < Math.abs(times); k++) for (const each of [whole, sum, inner]) each.add(community, times > 0 ? 1 : -1);
  }
  for (const { subdistricts } of districts.values()) for (const [name, sum] of subdistricts) if (sum.isEmpty) subdistricts.delete(name);
  const standing = new Map([...before.districts, ...districts]);
  for (const [name, { sum }] of standing) if (sum.isEmpty) standing.delete(name);
  const next: PlanSums = { whole, districts: standing };
  settle(next, communities);
  return next;
}

function settle({ whole, districts }: PlanSums, communities: readonly CommunityAssessment[]): void {
  if (!whole.isSettled) whole.settle(communities);
  for (const [district, { sum, subdistricts }] of districts) {
    const members = lazily(() => communities.filter((community) => placeOf(community).district === district));
    if (!sum.isSettled) sum.settle(members());
    for (const [subdistrict, inner] of subdistricts) if (!inner.isSettled) inner.settle(members().filter((community) => placeOf(community).subdistrict === subdistrict));
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function found<T>(all: Map<string, T>, name: string, make: () => T): T {
  let one = all.get(name);
  if (one === undefined) all.set(name, (one = make()));
  return one;
}

function placeOf({ facts }: CommunityAssessment): { readonly district: string; readonly subdistrict: string } {
  return { district: facts.district.value ?? '', subdistrict: facts.subdistrict.value ?? '' };
}
