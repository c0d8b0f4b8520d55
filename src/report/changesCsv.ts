/** Communities before and after as a table for Excel: those that are listed, one row each. */
import type { Translate } from '../i18n/index.ts';
import { csv, type Cell } from './csv.ts';
import { rounded } from './defectRow.ts';

export interface CommunityFigures {
  id: string;
  name: string;
  code: string | null;
  subdistrict: string | null;
  households: { value: number; estimatedShare: number; known: boolean };
  people: { value: number; estimatedShare: number; known: boolean };
  areaSquareMetres: number;
  pieces: number;
}

export interface ChangeRow {
  before: CommunityFigures | null;
  after: CommunityFigures | null;
}

/** `states`: what the two sides are called. An estimate is said to be one, as a share of the figure beside it. */
export function changesCsv(rows: readonly ChangeRow[], states: { before: string; after: string }, t: Translate): string {
  const of = (state: string, what: string) => `${state} ${what}`;
  const head = [
    t('identity.oldName'), t('identity.newName'), t('column.code'), t('column.subdistrict'),
    ...[states.before, states.after].flatMap((state) => [
      of(state, t('report.households')), of(state, t('report.estimatedShare')), of(state, t('report.people')), of(state, t('report.areaSquareMetres')), of(state, t('column.parts')),
    ]),
    t('report.changeHouseholds'), t('column.fate'),
  ];
  return csv([head, ...rows.map((row) => cells(row, t))]);
}

function cells({ before, after }: ChangeRow, t: Translate): Cell[] {
  const one = after ?? before;
  const figures = (side: CommunityFigures | null): Cell[] => (side === null ? [null, null, null, null, null] : [
    side.households.known ? side.households.value : null, side.households.known ? rounded(side.households.estimatedShare, 4) : null,
    side.people.known ? side.people.value : null, rounded(side.areaSquareMetres, 2), side.pieces,
  ]);
  const known = before?.households.known === true && after?.households.known === true;
  return [
    before?.name ?? null, after?.name ?? null, one?.code ?? one?.id ?? null, one?.subdistrict ?? null,
    ...figures(before), ...figures(after),
    known ? after.households.value - before.households.value : null,
    before === null ? t('fate.new') : after === null ? t('fate.abolished') : '',
  ];
}
