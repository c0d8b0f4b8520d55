/**
 * Who gains and who loses: the same homes before and after, each counted where it lies. A home gains a category when it had none within
 * the limit and has one now; a boundary that passes over it takes it to another community and leaves its walk as it was.
 *
 * Invariant of every line with data on both sides: after = before + moved in − moved out + gained − lost.
 */
import type { Catchment } from './catchment.ts';
import type { CircleRule } from './circleRule.ts';
import { circleGroups, hasAny } from './circle.ts';
import { checkHomes, hasCategory, UNKNOWN_COUNT, type Homes } from './homes.ts';

export interface Dwellers {
  readonly households: number;
  readonly people: number;
}

/** Of a community, or of all. What is counted within reach is null where no facility of the category is known. */
export interface ChangeLine {
  readonly livingBefore: Dwellers;
  readonly livingAfter: Dwellers;
  readonly before: Dwellers | null;
  readonly after: Dwellers | null;
  /** Of homes of which nobody can tell: of the living, not of those within reach. */
  readonly unknownBefore: Dwellers;
  readonly unknownAfter: Dwellers;
  /** Null where either side has no data. */
  readonly gained: Dwellers | null;
  readonly lost: Dwellers | null;
  /** Within reach before, and in the community only after, or only before. */
  readonly movedIn: Dwellers | null;
  readonly movedOut: Dwellers | null;
}

/** The same homes in the same order on both sides. `homes.community` counts in rows common to both. */
export interface ReachSide {
  readonly catchment: Catchment;
  readonly homes: Homes;
}

/** What each home has. `noData`: no facility is known, or of the circle not of every category. */
export interface HasList {
  readonly has: Uint8Array;
  readonly noData: boolean;
}

export interface SubjectChange {
  readonly whole: ChangeLine;
  /** By row. */
  readonly communities: readonly ChangeLine[];
  /** 1: the home gains, −1: it loses; 0 where either side has no data. */
  readonly change: Int8Array;
}

export const NO = 0;
export const YES = 1;
const UNKNOWN = 2;
const CODES = { no: NO, yes: YES, unknown: UNKNOWN } as const;

/** Which homes have a category within the limit; one that was not measured has no data. */
export function categoryList({ catchment, homes }: ReachSide, category: string, limitMillimetres: number): HasList {
  checkHomes(catchment, homes);
  const c = catchment.categories.indexOf(category);
  if (c < 0 || catchment.facilities[c] === 0) return { has: new Uint8Array(catchment.homes).fill(UNKNOWN), noData: true };
  return { has: Uint8Array.from({ length: catchment.homes }, (_, home) => CODES[hasCategory(catchment, homes, c, home, limitMillimetres)]), noData: false };
}

/** Which homes have every category of the circle within the limit. */
export function circleList({ catchment, homes }: ReachSide, rule: CircleRule, limitMillimetres: number): HasList {
  checkHomes(catchment, homes);
  const { known, noData } = circleGroups(catchment, rule);
  const isOpen = noData.length > 0 || known.length === 0;
  const has = Uint8Array.from({ length: catchment.homes }, (_, home) => {
    let code: number = isOpen ? UNKNOWN : YES;
    for (const { categories } of known) {
      const own = hasAny(catchment, homes, categories, home, limitMillimetres);
      if (own === 'no') return NO;
      if (own === 'unknown') code = UNKNOWN;
    }
    return code;
  });
  return { has, noData: isOpen };
}

export function subjectChange(before: HasList, after: HasList, was: Homes, is: Homes, rows: number): SubjectChange {
  const count = before.has.length;
  if (after.has.length !== count) throw new Error(`${count} homes before, ${after.has.length} after.`);
  const noData = before.noData || after.noData;
  const whole = new LineTally();
  const each = Array.from({ length: rows }, () => new LineTally());
  const change = new Int8Array(count);
  for (let home = 0; home < count; home++) {
    const [had, has] = [before.has[home]!, after.has[home]!];
    const [from, to] = [was.community[home]!, is.community[home]!];
    if (!noData && had === NO && has === YES) change[home] = 1;
    if (!noData && had === YES && has === NO) change[home] = -1;
    const counts = { households: countOf(is.households, home), people: countOf(is.people, home) };
    whole.leave(counts, had);
    whole.enter(counts, has, change[home]!);
    each[from]?.leave(counts, had);
    each[to]?.enter(counts, has, change[home]!);
    if (from === to || had !== YES) continue;
    each[from]?.movedOut.add(counts);
    each[to]?.movedIn.add(counts);
  }
  return { whole: whole.line(before.noData, after.noData), communities: each.map((tally) => tally.line(before.noData, after.noData)), change };
}

class Sum implements Dwellers {
  households = 0;
  people = 0;

  add({ households, people }: Dwellers): void {
    this.households += households;
    this.people += people;
  }

  taken(): Dwellers {
    return { households: this.households, people: this.people };
  }
}

class LineTally {
  readonly livingBefore = new Sum();
  readonly livingAfter = new Sum();
  readonly before = new Sum();
  readonly after = new Sum();
  readonly unknownBefore = new Sum();
  readonly unknownAfter = new Sum();
  readonly gained = new Sum();
  readonly lost = new Sum();
  readonly movedIn = new Sum();
  readonly movedOut = new Sum();

  /** A home as it was. */
  leave(counts: Dwellers, had: number): void {
    this.livingBefore.add(counts);
    if (had === YES) this.before.add(counts);
    if (had === UNKNOWN) this.unknownBefore.add(counts);
  }

  /** A home as it is: what it gains and loses counts where it lies now. */
  enter(counts: Dwellers, has: number, change: number): void {
    this.livingAfter.add(counts);
    if (has === YES) this.after.add(counts);
    if (has === UNKNOWN) this.unknownAfter.add(counts);
    if (change > 0) this.gained.add(counts);
    if (change < 0) this.lost.add(counts);
  }

  line(noDataBefore: boolean, noDataAfter: boolean): ChangeLine {
    const either = noDataBefore || noDataAfter;
    const known = (sum: Sum, isUnknown: boolean) => (isUnknown ? null : sum.taken());
    return {
      livingBefore: this.livingBefore.taken(), livingAfter: this.livingAfter.taken(),
      before: known(this.before, noDataBefore), after: known(this.after, noDataAfter), unknownBefore: this.unknownBefore.taken(), unknownAfter: this.unknownAfter.taken(),
      gained: known(this.gained, either), lost: known(this.lost, either), movedIn: known(this.movedIn, noDataBefore), movedOut: known(this.movedOut, noDataBefore),
    };
  }
}

function countOf(list: Int32Array, home: number): number {
  return list[home] === UNKNOWN_COUNT ? 0 : list[home]!;
}
