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

/** How many findings of each aspect pass, fail and are unknown: kept with the community, so that an edit recounts one. */
export type AspectCounts = Readonly<Record<Aspect, { readonly pass: number; readonly fail: number; readonly unknown: number }>>;

/** `rules`: those of which the findings are, in their order. */
export function compileAspects(rules: readonly Layered<Rule>[]): (findings: readonly Finding[]) => AspectCounts {
  const placesOf = (aspect: Aspect): number[] => rules.flatMap((rule, place) => (rule.aspect === aspect && rule.level === 'community' && !rule.reference ? [place] : []));
  const [organisation, size, rooms, team, ability, funds] = ASPECTS.map(placesOf) as [number[], number[], number[], number[], number[], number[]];
  return (findings) => ({
    organisation: counted(findings, organisation), size: counted(findings, size), rooms: counted(findings, rooms),
    team: counted(findings, team), ability: counted(findings, ability), funds: counted(findings, funds),
  });
}

function counted(findings: readonly Finding[], places: readonly number[]): AspectCounts[Aspect] {
  let [pass, fail, unknown] = [0, 0, 0];
  for (const place of places) {
    const { verdict } = findings[place]!;
    if (verdict === 'pass') pass++;
    else if (verdict === 'fail') fail++;
    else if (verdict === 'unknown') unknown++;
  }
  return { pass, fail, unknown };
}

export function leagueRow(area: string, communities: readonly { readonly aspects: AspectCounts }[]): LeagueRow {
  const counts = noAspects();
  for (const { aspects } of communities) addAspects(counts, aspects, 1);
  const tallies = Object.fromEntries(ASPECTS.map((aspect) => [aspect, rated(counts[aspect])])) as Record<Aspect, AspectTally>;
  return { area, ...tallies };
}

type Counting = Record<Aspect, { pass: number; fail: number; unknown: number }>;

export function noAspects(): Counting {
  const none = (): { pass: number; fail: number; unknown: number } => ({ pass: 0, fail: 0, unknown: 0 });
  return { organisation: none(), size: none(), rooms: none(), team: none(), ability: none(), funds: none() };
}

/** Into `counts`, which are given back; `sign` -1 takes away. */
export function addAspects(counts: Counting, more: AspectCounts, sign: 1 | -1): Counting {
  for (const aspect of ASPECTS) {
    const [sum, { pass, fail, unknown }] = [counts[aspect], more[aspect]];
    sum.pass += sign * pass;
    sum.fail += sign * fail;
    sum.unknown += sign * unknown;
  }
  return counts;
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
