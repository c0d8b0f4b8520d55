/** The league table: areas in the order of one aspect or of one total, each with its place. */
import type { AreaAssessment } from '../../../core/assess.ts';
import { ranked } from '../../../core/rules/league.ts';
import { ASPECTS, type Aspect } from '../../../core/rules/vocabulary.ts';

export const LEAGUE_TOTALS = ['communities', 'households', 'people', 'superLarge', 'micro', 'roomsShort', 'money'] as const;
export type LeagueTotal = (typeof LEAGUE_TOTALS)[number];

export interface LeagueSort {
  column: Aspect | LeagueTotal | 'name';
  descending: boolean;
}

export interface LeagueLine {
  area: AreaAssessment;
  /** Of several areas with the same rate, the best place; null where nothing was judged, or the order is by name or total. */
  place: number | null;
}

export function leagueLines(areas: readonly AreaAssessment[], { column, descending }: LeagueSort): LeagueLine[] {
  if (isAspect(column)) return byAspect(areas, column, descending);
  const sign = descending ? -1 : 1;
  const key = (area: AreaAssessment) => (column === 'name' ? area.name : totalOf(area, column));
  return [...areas].sort((a, b) => {
    const [p, q] = [key(a), key(b)];
    const order = typeof p === 'string' ? p.localeCompare(String(q), 'zh') : p - Number(q);
    return sign * order || byName(a, b);
  }).map((area) => ({ area, place: null }));
}

export function isAspect(column: string): column is Aspect {
  return (ASPECTS as readonly string[]).includes(column);
}

export function totalOf({ totals }: AreaAssessment, which: LeagueTotal): number {
  if (which === 'roomsShort') return totals.needs.rooms?.short ?? 0;
  return which === 'money' ? totals.moneyYuanPerYear : totals[which];
}

function byAspect(areas: readonly AreaAssessment[], aspect: Aspect, descending: boolean): LeagueLine[] {
  const of = new Map(areas.map((area) => [area.league, area]));
  const rows = ranked(areas.map(({ league }) => league), aspect);
  const lines = rows.map((row): LeagueLine => {
    const { rate } = row[aspect];
    return { area: of.get(row)!, place: rate === null ? null : rows.findIndex((other) => other[aspect].rate === rate) + 1 };
  });
  if (descending) return lines;
  // The worst first; areas without any judged finding stay last.
  return [...lines.filter(({ place }) => place !== null).reverse(), ...lines.filter(({ place }) => place === null)];
}

function byName(a: AreaAssessment, b: AreaAssessment): number {
  return a.district.localeCompare(b.district, 'zh') || a.name.localeCompare(b.name, 'zh');
}
