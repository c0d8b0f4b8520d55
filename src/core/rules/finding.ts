/** What a rule says of one community or compound: the verdict with its figures, article, strength and reading. */
import type { Asked } from './bound.ts';
import type { FactValue } from './fact.ts';
import type { Source, Wording } from './profile.ts';
import type { Aspect, Basis, Family, Level, Need, Strength, Unit, Verdict } from './vocabulary.ts';

/** What all findings of one rule have in common: one object, since a city has a hundred thousand findings. */
export interface FoundBy {
  readonly id: string;
  readonly family: Family;
  readonly strength: Strength;
  readonly level: Level;
  readonly unit: Unit;
  readonly source: Source;
  readonly reading?: Wording;
  /** Of a target. */
  readonly year?: number;
  readonly need?: Need;
  readonly aspect?: Aspect;
  /** From a reference layer: shown beside, decides nothing. */
  readonly reference?: true;
}

export interface Finding {
  readonly rule: FoundBy;
  readonly verdict: Verdict;
  readonly actual: FactValue | null;
  /** Null: unknown, or nothing to hold the figure against. */
  readonly bound: Asked | null;
  /** In the rule's unit (days for dates). Negative: how far out. */
  readonly margin: number | null;
  readonly basis: Basis | null;
  /** Date of the data the verdict stands on, where the table gave one. */
  readonly asOf?: string;
  /** It fails, but someone has answered for it. */
  readonly waived?: true;
}

/** Which words a verdict has in the catalogue: a failed `general` or `target` rule reads otherwise than a failed firm one. */
export function verdictKey({ verdict, strength }: { verdict: Verdict; strength: Strength }): `rules.verdict.${string}` {
  return verdict === 'fail' ? `rules.verdict.fail.${strength}` : `rules.verdict.${verdict}`;
}

/** Those to act on, the farthest out first: firm before general before target, then by the share of the bound that is missing. */
export function byUrgency(a: Finding, b: Finding): number {
  const order = ['firm', 'general', 'target', 'suitable'];
  return Number(b.verdict === 'fail') - Number(a.verdict === 'fail') || order.indexOf(a.rule.strength) - order.indexOf(b.rule.strength) || howFarOut(b) - howFarOut(a) || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
}

/** 0 where nothing is missing; 0.25 where a quarter of what is asked is. */
export function howFarOut({ verdict, margin, bound, actual }: Finding): number {
  if (verdict !== 'fail') return 0;
  if (margin === null || bound === null || typeof actual !== 'number') return 1;
  const asked = bound.proposed ?? (bound.min !== undefined && actual < bound.min ? bound.min : bound.max);
  return asked === undefined || asked === 0 ? 1 : -margin / asked;
}
