/** Who gains and who loses by reach, for Excel: sums by category and community, and the homes. What is unknown is an empty cell; every line says how it was counted. */
import type { Translate } from '../i18n/index.ts';
import { csv, type Cell } from './csv.ts';

interface Dwellers {
  households: number;
  people: number;
}

export interface ReachChangeCsvLine {
  livingBefore: Dwellers;
  livingAfter: Dwellers;
  before: Dwellers | null;
  after: Dwellers | null;
  unknownBefore: Dwellers;
  unknownAfter: Dwellers;
  gained: Dwellers | null;
  lost: Dwellers | null;
  movedIn: Dwellers | null;
  movedOut: Dwellers | null;
}

interface Subject {
  id: string;
  facilitiesBefore: number | null;
  facilitiesAfter: number | null;
  whole: ReachChangeCsvLine;
}

type Verdict = boolean | 'unknown';

interface Community {
  nameBefore: string | null;
  nameAfter: string | null;
  circleBefore: Verdict | null;
  circleAfter: Verdict | null;
  /** In the order of the subjects. */
  lines: readonly ReachChangeCsvLine[];
}

interface Home {
  name: string;
  change: 'gained' | 'lost';
  communityBefore: string | null;
  communityAfter: string | null;
  households: number | null;
  people: number | null;
  metresBefore: number | null;
  metresAfter: number | null;
}

export interface ReachChangeCsvSetting {
  states: { before: string; after: string };
  /** In words: reading and limit. */
  basis: string;
  nameOf: (subject: string) => string;
}

/** A line for each category and community, the total first. */
export function reachChangeCsv({ subjects, communities }: { subjects: readonly Subject[]; communities: readonly Community[] }, { states, basis, nameOf }: ReachChangeCsvSetting, t: Translate): string {
  const side = (state: string) => (['living.households', 'living.people', 'within.households', 'within.people', 'unknown.people'] as const).map((what) => t('reachChange.csv.side', { state, what: t(`reachChange.csv.${what}`) }));
  const both = (what: 'facilities' | 'circle') => [states.before, states.after].map((state) => t('reachChange.csv.side', { state, what: t(`reachChange.csv.${what}`) }));
  const verdict = (of: Verdict | null): Cell => (of === null ? null : t(`reachPage.complete.${of}`));
  return csv([
    [
      t('reachChange.csv.subject'), t('reachChange.csv.communityBefore'), t('reachChange.csv.communityAfter'), ...side(states.before), ...side(states.after), t('reachChange.csv.gained.households'), t('reachChange.csv.gained.people'),
      t('reachChange.csv.lost.households'), t('reachChange.csv.lost.people'), t('reachChange.csv.movedIn.people'), t('reachChange.csv.movedOut.people'), ...both('facilities'), ...both('circle'), t('reachChange.csv.basis'),
    ],
    ...subjects.flatMap(({ id, whole, facilitiesBefore, facilitiesAfter }, index) => [
      [nameOf(id), t('reachChange.csv.whole'), t('reachChange.csv.whole'), ...figures(whole), facilitiesBefore, facilitiesAfter, null, null, basis],
      ...communities.map(({ nameBefore, nameAfter, circleBefore, circleAfter, lines }) => [nameOf(id), nameBefore, nameAfter, ...figures(lines[index]), null, null, verdict(circleBefore), verdict(circleAfter), basis]),
    ]),
  ]);
}

export function reachChangedHomesCsv(homes: readonly Home[], subject: string, { states, basis, nameOf }: ReachChangeCsvSetting, t: Translate): string {
  const both = (what: 'community' | 'metres') => [states.before, states.after].map((state) => t('reachChange.csv.side', { state, what: t(`reachChange.csv.${what}`) }));
  return csv([
    [t('reachChange.home'), t('reachChange.csv.subject'), t('reachChange.change'), t('report.households'), t('report.people'), ...both('community'), ...both('metres'), t('reachChange.csv.basis')],
    ...homes.map(({ name, change, households, people, communityBefore, communityAfter, metresBefore, metresAfter }) => [
      name, nameOf(subject), t(`reachChange.${change}`), households, people, communityBefore, communityAfter, whole(metresBefore), whole(metresAfter), basis,
    ]),
  ]);
}

function figures(line: ReachChangeCsvLine | undefined): Cell[] {
  const side = (living: Dwellers | undefined, within: Dwellers | null | undefined, unknown: Dwellers | undefined): Cell[] => [living?.households ?? null, living?.people ?? null, within?.households ?? null, within?.people ?? null, unknown?.people ?? null];
  return [
    ...side(line?.livingBefore, line?.before, line?.unknownBefore), ...side(line?.livingAfter, line?.after, line?.unknownAfter),
    line?.gained?.households ?? null, line?.gained?.people ?? null, line?.lost?.households ?? null, line?.lost?.people ?? null, line?.movedIn?.people ?? null, line?.movedOut?.people ?? null,
  ];
}

function whole(metres: number | null): Cell {
  return metres === null ? null : Math.round(metres);
}
