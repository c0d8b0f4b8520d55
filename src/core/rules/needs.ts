/** What a community owes by the rules that apply to it: of several that answer the same need, the one that asks most. */
import type { Finding } from './finding.ts';
import type { Rule } from './profile.ts';
import type { Layered } from './resolveProfile.ts';
import { tidy } from './tidy.ts';
import { NEEDS, type Need, type Unit } from './vocabulary.ts';

export interface NeedFigure {
  readonly rule: string;
  /** Null: unknown. */
  readonly owed: number | null;
  readonly have: number | null;
  /** Missing to what is owed; nought where enough. Null where either is unknown. */
  readonly short: number | null;
  readonly unit: Unit;
}

/** A need that no rule asks for here is undefined. */
export type Needs = Readonly<Partial<Record<Need, NeedFigure>>>;

const NO_NEEDS: Partial<Record<Need, NeedFigure>> = Object.fromEntries(NEEDS.map((need) => [need, undefined]));

/** `rules`: those of which the findings are, in their order. */
export function compileNeeds(rules: readonly Layered<Rule>[]): (findings: readonly Finding[]) => Needs {
  const places = rules.flatMap(({ need, reference }, place) => (need === undefined || reference ? [] : [{ need, place }]));
  return (findings) => {
    const needs = { ...NO_NEEDS };
    for (const { need, place } of places) {
      const finding = findings[place]!;
      if (finding.verdict === 'notApplicable') continue;
      const strictest = needs[need];
      // Where one rule cannot be told, nobody can say that another asks most.
      if (strictest?.owed === null) continue;
      const figure = figureOf(finding);
      if (strictest === undefined || figure.owed === null || figure.owed > strictest.owed) needs[need] = figure;
    }
    return needs;
  };
}

function figureOf({ rule: { id, unit }, bound, actual }: Finding): NeedFigure {
  const owed = bound?.proposed ?? bound?.min ?? null;
  const have = typeof actual === 'number' ? actual : null;
  return { rule: id, owed, have, short: owed === null || have === null ? null : Math.max(0, tidy(owed - have)), unit };
}
