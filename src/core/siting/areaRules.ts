/** What the rules say of the floor or land that a facility of a category needs. Most categories have no figure: then nobody guesses one. */
import type { Rule } from '../rules/profile.ts';
import type { Layered } from '../rules/resolveProfile.ts';

export interface AreaRule {
  readonly rule: string;
  readonly squareMetres: number;
}

/** Metrics of a community by the category of facility whose area they are. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  governmentService: ['floorAreaSquareMetres', 'floorAreaWithoutElderly'],
  elderlyCare: ['elderlyAreaSquareMetres'],
  plaza: ['plazaSquareMetres'],
};

/** Fixed least areas in force, the largest first; of a category with several names joined by `|`, those of each. What depends on a community's households is not among them. */
export function areaRulesOf(category: string, rules: readonly Layered<Rule>[]): AreaRule[] {
  const metrics = new Set(category.split('|').flatMap((part) => (Object.hasOwn(METRICS, part) ? METRICS[part]! : [])));
  return rules.flatMap(({ id, metric, bound, off, reference }): AreaRule[] => {
    if (off || reference || !metrics.has(metric) || bound.type !== 'range' || typeof bound.min !== 'number' || bound.min <= 0) return [];
    return [{ rule: id, squareMetres: bound.min }];
  }).sort((a, b) => b.squareMetres - a.squareMetres || (a.rule < b.rule ? -1 : 1));
}
