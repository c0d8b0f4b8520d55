/** What a community owes by the rules that apply to it: of several that answer the same need, the one that asks most. */
import type { Finding } from './finding.ts';
import { tidy } from './tidy.ts';
import type { Need, Unit } from './vocabulary.ts';

export interface NeedFigure {
  readonly rule: string;
  /** Null: unknown. */
  readonly owed: number | null;
  readonly have: number | null;
  /** Missing to what is owed; nought where enough. Null where either is unknown. */
  readonly short: number | null;
  readonly unit: Unit;
}

/** A need that no rule asks for here is absent. */
export type Needs = Readonly<Partial<Record<Need, NeedFigure>>>;

export function needsOf(findings: readonly Finding[]): Needs {
  const needs: Partial<Record<Need, NeedFigure>> = {};
  for (const finding of findings) {
    const { need, verdict } = finding;
    if (need === undefined || verdict === 'notApplicable' || finding.reference) continue;
    const figure = figureOf(finding);
    const strictest = needs[need];
    // Where one rule cannot be told, nobody can say that another asks most.
    if (strictest === undefined || (strictest.owed !== null && (figure.owed === null || figure.owed > strictest.owed))) needs[need] = figure;
  }
  return needs;
}

function figureOf({ rule, bound, actual, unit }: Finding): NeedFigure {
  const owed = bound?.proposed ?? bound?.min ?? null;
  const have = typeof actual === 'number' ? actual : null;
  return { rule, owed, have, short: owed === null || have === null ? null : Math.max(0, tidy(owed - have)), unit };
}
