/** What a scenario changes, as lines: communities in the order of what became of them, and the totals before and after. */
import type { CommunityConsequence, Consequences } from '../../../core/rules/consequences.ts';
import type { NeedFigure } from '../../../core/rules/needs.ts';
import { CLASSES, NEEDS, type Need, type SizeClass } from '../../../core/rules/vocabulary.ts';

const CHANGES: readonly CommunityConsequence['change'][] = ['created', 'changed', 'abolished'];

export function communityLines({ communities }: Consequences): CommunityConsequence[] {
  return [...communities].sort((a, b) => CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
}

export function changeCounts({ communities }: Consequences): Record<CommunityConsequence['change'], number> {
  const of = (change: CommunityConsequence['change']) => communities.filter((each) => each.change === change).length;
  return { created: of('created'), changed: of('changed'), abolished: of('abolished') };
}

/** Null on a side where the community is not there, or where nobody knows; the unit is the need's own. */
export function needSides({ before, after }: CommunityConsequence, need: Need): { before: NeedFigure | null; after: NeedFigure | null } {
  return { before: before?.needs[need] ?? null, after: after?.needs[need] ?? null };
}

export type TotalLine =
  | { kind: 'count'; id: 'communities' | 'households' | 'people' | SizeClass; before: number; after: number; unknown: number }
  | { kind: 'need'; id: Need; before: number; after: number; shortBefore: number; shortAfter: number; unknown: number }
  | { kind: 'money'; id: 'money'; before: number; after: number; unknown: number };

/** Classes that occur on neither side are left out. */
export function totalLines({ totals: { before, after }, needs }: Pick<Consequences, 'totals' | 'needs'>): TotalLine[] {
  const count = (id: 'communities' | 'households' | 'people' | SizeClass, unknown: number): TotalLine => ({ kind: 'count', id, before: before[id], after: after[id], unknown });
  const occurs = (id: SizeClass) => before[id] > 0 || after[id] > 0;
  return [
    count('communities', 0), ...CLASSES.filter(occurs).map((id) => count(id, 0)), count('households', after.householdsUnknown), count('people', after.peopleUnknown),
    ...NEEDS.flatMap((need): TotalLine[] => {
      const change = needs.find((each) => each.need === need);
      return change ? [{ kind: 'need', id: need, before: change.owedBefore, after: change.owedAfter, shortBefore: change.shortBefore, shortAfter: change.shortAfter, unknown: change.unknown }] : [];
    }),
    { kind: 'money', id: 'money', before: before.moneyYuanPerYear, after: after.moneyYuanPerYear, unknown: after.moneyUnknownItems },
  ];
}

/** As the profile counts them: that of a total is the same for all. */
export function needUnit({ communities }: Pick<Consequences, 'communities'>, need: Need): NeedFigure['unit'] | null {
  for (const { before, after } of communities) {
    const figure = after?.needs[need] ?? before?.needs[need];
    if (figure) return figure.unit;
  }
  return null;
}

