/** The least area of a place for a category: typed, else the rules' figure, else any. */
import { useMemo } from 'react';
import { areaRulesOf, type AreaRule } from '../../core/siting/areaRules.ts';
import { useAssess } from '../../state/assess/assess.ts';
import { readReachSettings } from '../../state/reach/settings.ts';
import { useSession } from '../../state/session.ts';

export interface LeastArea {
  /** Null: any. */
  leastSquareMetres: number | null;
  typed: boolean;
  /** The largest figure of the rules in force; null where they have none. */
  rule: AreaRule | null;
}

export function useLeastArea(category: string | null): LeastArea {
  const rules = useAssess((mirror) => mirror.state?.rules.rules);
  const profile = useSession((session) => session.profile);
  const typed = useMemo(() => readReachSettings(profile).areas.find(([known]) => known === category)?.[1], [profile, category]);
  const rule = category === null ? null : areaRulesOf(category, rules ?? [])[0] ?? null;
  const value = typed ?? rule?.squareMetres ?? 0;
  return { leastSquareMetres: value > 0 ? value : null, typed: typed !== undefined && typed !== rule?.squareMetres, rule };
}
