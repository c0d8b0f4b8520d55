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

/** `rules`: those of which the findings are, in their order. */
export function compileNeeds(rules: readonly Layered<Rule>[]): (findings: readonly Finding[]) => Needs {
  const at = Object.fromEntries(NEEDS.map((asked) => [asked, rules.flatMap(({ need, reference }, place) => (need === asked && !reference ? [place] : []))])) as Record<Need, number[]>;
  return (findings) => ({
    rooms: strictest(findings, at.rooms), plaza: strictest(findings, at.plaza), committeeSeats: strictest(findings, at.committeeSeats), partySeats: strictest(findings, at.partySeats),
    workers: strictest(findings, at.workers), fullTime: strictest(findings, at.fullTime), grids: strictest(findings, at.grids), heads: strictest(findings, at.heads),
  } satisfies Record<Need, NeedFigure | undefined>);
}

function strictest(findings: readonly Finding[], places: readonly number[]): NeedFigure | undefined {
  let [asking, most]: [Finding | null, number | null] = [null, null];
  for (const place of places) {
    const finding = findings[place]!;
    if (finding.verdict === 'notApplicable') continue;
    const owed = owedBy(finding);
    // Where one rule cannot be told, nobody can say that another asks most.
    if (owed === null) return figureOf(finding, null);
    if (most === null || owed > most) [asking, most] = [finding, owed];
  }
  return asking === null ? undefined : figureOf(asking, most);
}

function owedBy({ bound }: Finding): number | null {
  return bound?.proposed ?? bound?.min ?? null;
}

function figureOf({ rule: { id, unit }, actual }: Finding, owed: number | null): NeedFigure {
  const have = typeof actual === 'number' ? actual : null;
  return { rule: id, owed, have, short: owed === null || have === null ? null : Math.max(0, tidy(owed - have)), unit };
}
