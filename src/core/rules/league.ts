/** The league table of subdistricts or districts by the six aspects that districts are audited on (XA23 art. 19), and the progress of sizes. */
import type { Finding } from './finding.ts';
import type { Rule } from './profile.ts';
import type { Layered } from './resolveProfile.ts';
import type { Totals } from './totals.ts';
import { ASPECTS, type Aspect } from './vocabulary.ts';

export interface AspectTally {
  /** Findings that were judged. */
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  /** Percent passed of those judged; null where none was. */
  readonly rate: number | null;
}

export type LeagueRow = { readonly area: string } & Readonly<Record<Aspect, AspectTally>>;

const PERCENT = 100;

/** Findings by aspect that pass, fail and are unknown. */
export type AspectCounts = Record<Aspect, { pass: number; fail: number; unknown: number }>;

/** Where findings of each aspect stand among all of a community. */
export type AspectPlaces = readonly { readonly aspect: Aspect; readonly place: number }[];

/** `rules`: those of which the findings are, in their order. */
export function aspectPlaces(rules: readonly Layered<Rule>[]): AspectPlaces {
  return rules.flatMap(({ aspect, level, reference }, place) => (aspect === undefined || level !== 'community' || reference ? [] : [{ aspect, place }]));
}

export function noAspects(): AspectCounts {
  const none = (): AspectCounts[Aspect] => ({ pass: 0, fail: 0, unknown: 0 });
  return { organisation: none(), size: none(), rooms: none(), team: none(), ability: none(), funds: none() };
}

/** Findings of one community into `counts`; `sign` -1 takes them away. */
export function countAspects(counts: AspectCounts, places: AspectPlaces, findings: readonly Finding[], sign: 1 | -1): void {
  for (const { aspect, place } of places) {
    const { verdict } = findings[place]!;
    if (verdict === 'pass') counts[aspect].pass += sign;
    else if (verdict === 'fail') counts[aspect].fail += sign;
    else if (verdict === 'unknown') counts[aspect].unknown += sign;
  }
}

/** Into `counts`. */
export function addAspects(counts: AspectCounts, more: AspectCounts): void {
  for (const aspect of ASPECTS) {
    const [sum, { pass, fail, unknown }] = [counts[aspect], more[aspect]];
    sum.pass += pass;
    sum.fail += fail;
    sum.unknown += unknown;
  }
}

export function leagueRow(area: string, counts: AspectCounts): LeagueRow {
  const tallies = Object.fromEntries(ASPECTS.map((aspect) => [aspect, rated(counts[aspect])])) as Record<Aspect, AspectTally>;
  return { area, ...tallies };
}

/** The best first in one aspect; areas without any judged finding last; ties by name. */
export function ranked(rows: readonly LeagueRow[], aspect: Aspect): LeagueRow[] {
  return [...rows].sort((a, b) => (b[aspect].rate ?? -1) - (a[aspect].rate ?? -1) || a[aspect].unknown - b[aspect].unknown || (a.area < b.area ? -1 : a.area > b.area ? 1 : 0));
}

function rated({ pass, fail, unknown }: { pass: number; fail: number; unknown: number }): AspectTally {
  return { pass, fail, unknown, rate: pass + fail === 0 ? null : (PERCENT * pass) / (pass + fail) };
}

export interface Progress {
  readonly start: number;
  readonly now: number;
  /** Negative where there are more than at the start. */
  readonly settled: number;
}

/** Super-large and micro communities settled since the base. */
export function sizeProgress(base: Pick<Totals, 'superLarge' | 'micro'>, now: Pick<Totals, 'superLarge' | 'micro'>): { readonly superLarge: Progress; readonly micro: Progress } {
  const of = (start: number, left: number): Progress => ({ start, now: left, settled: start - left });
  return { superLarge: of(base.superLarge, now.superLarge), micro: of(base.micro, now.micro) };
}
