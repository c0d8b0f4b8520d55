/**
 * Does a community have the 15-minute circle: do enough of its households have every basic category within the limit? (policy sheet §6)
 * Three answers. A basic category of which no facility is known makes it unknown; so do homes of which nobody can tell, where they could tip it.
 */
import type { Catchment } from './catchment.ts';
import { UNREACHED } from './place.ts';
import { checkHomes, hasCategory, UNKNOWN_COUNT, type Has, type Homes } from './homes.ts';
import type { CircleRule } from './circleRule.ts';

export type Verdict = boolean | 'unknown';

export interface CommunityCircle {
  readonly complete: Verdict;
  readonly households: number;
  /** Households that have every basic category of which there are data. */
  readonly completeHouseholds: number;
  readonly unknownHouseholds: number;
  /** Share of households with all of it, percent: what the rules take as `circleSharePercent`; null where it is not known. */
  readonly sharePercent: number | null;
  /** Basic categories that too few households have, and those without data, in the rule's order. */
  readonly missing: readonly string[];
  /** Of these, the ones without data. */
  readonly noData: readonly string[];
}

export interface CircleShare {
  readonly communities: number;
  readonly complete: number;
  readonly unknown: number;
  /** Complete ones of all, 0 to 1; null without communities, or when unknown ones leave it open. */
  readonly share: number | null;
}

const PERCENT = 100;

export function circleOf(catchment: Catchment, homes: Homes, communities: number, rule: CircleRule, limitMillimetres: number): CommunityCircle[] {
  checkHomes(catchment, homes);
  const { known, noData } = circleGroups(catchment, rule);
  const sums = Array.from({ length: communities }, () => ({ households: 0, all: 0, open: 0, groups: known.map(() => ({ yes: 0 })) }));
  const { millimetres, homes: count } = catchment;
  const lacks = new Uint8Array(count);
  // `hasAny`, written out and group by group: of homes of which nothing is known nobody can tell any.
  known.forEach(({ categories }, k) => {
    for (let home = 0; home < count; home++) {
      if (homes.unknown[home] === 1) continue;
      let has = false;
      for (let i = 0; i < categories.length && !has; i++) {
        const there = millimetres[categories[i]! * count + home]!;
        has = there <= limitMillimetres && there !== UNREACHED;
      }
      if (!has) lacks[home] = 1;
      else if (homes.households[home]! > 0 && homes.community[home]! >= 0 && homes.community[home]! < communities) sums[homes.community[home]!]!.groups[k]!.yes += homes.households[home]!;
    }
  });
  for (let home = 0; home < count; home++) {
    const sum = sums[homes.community[home]!];
    const households = homes.households[home]!;
    if (sum === undefined || households === UNKNOWN_COUNT) continue;
    sum.households += households;
    if (homes.unknown[home] === 1 && known.length > 0) sum.open += households;
    else if (lacks[home] === 0) sum.all += households;
  }
  return sums.map(({ households, all, open, groups: counted }): CommunityCircle => {
    const needed = (rule.householdSharePercent / PERCENT) * households;
    const lacking = known.filter((_, k) => counted[k]!.yes < needed).map(({ name }) => name);
    const isKnown = noData.length === 0 && households > 0 && known.length > 0;
    const complete: Verdict = !isKnown ? 'unknown' : all >= needed ? true : all + open < needed ? false : 'unknown';
    return {
      complete, households, completeHouseholds: all, unknownHouseholds: open,
      sharePercent: isKnown && complete !== 'unknown' ? (PERCENT * all) / households : null,
      missing: rule.basic.filter((name) => noData.includes(name) || (households > 0 && lacking.includes(name))), noData,
    };
  });
}

/** Of the communities picked. Unknown ones leave the share open. */
export function circleShare(circles: readonly CommunityCircle[], isPicked: (community: number) => boolean = () => true): CircleShare {
  const picked = circles.filter((_, community) => isPicked(community));
  const complete = picked.filter((circle) => circle.complete === true).length;
  const unknown = picked.filter((circle) => circle.complete === 'unknown').length;
  return { communities: picked.length, complete, unknown, share: picked.length === 0 || unknown > 0 ? null : complete / picked.length };
}

/** Categories of the circle with the ones that will do for each, by their index in the catchment; and those of which no facility is known. */
export function circleGroups(catchment: Catchment, rule: CircleRule): { known: { name: string; categories: number[] }[]; noData: string[] } {
  const groups = rule.basic.map((name) => ({ name, categories: name.split('|').flatMap((part) => withData(catchment, part)) }));
  return { known: groups.filter(({ categories }) => categories.length > 0), noData: groups.flatMap(({ name, categories }) => (categories.length === 0 ? [name] : [])) };
}

function withData({ categories, facilities }: Catchment, category: string): number[] {
  const c = categories.indexOf(category);
  return c >= 0 && facilities[c]! > 0 ? [c] : [];
}

/** Has the home one of the categories? */
export function hasAny(catchment: Catchment, homes: Homes, categories: readonly number[], home: number, limitMillimetres: number): Has {
  let best: Has = 'no';
  for (const category of categories) {
    const has = hasCategory(catchment, homes, category, home, limitMillimetres);
    if (has === 'yes') return has;
    if (has === 'unknown') best = has;
  }
  return best;
}
