/** How a unit is called on screen, by its index in defects; -1 is the parent's line. */
import { useCallback } from 'react';
import { shortName, stem } from '../../state/defectRows.ts';
import { useCheck } from '../../state/check.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useSession } from '../../state/session.ts';
import { useTranslate } from './useTranslate.ts';

export type UnitName = (index: number | null) => string;

export function useUnitName(form: 'short' | 'full' = 'short'): UnitName {
  const t = useTranslate();
  const units = useSession((state) => state.loaded?.units);
  const ofPlan = useCheck((state) => state.reportOf.subject === 'plan');
  const rows = usePlan((state) => state.state?.communities);
  return useCallback((index) => {
    if (index === null) return '—';
    if (index < 0) return t('unit.parentLine');
    const row = ofPlan ? rows?.find((each) => each.unit === index) : undefined;
    if (row) return form === 'short' ? stem(row.name) : row.name;
    const unit = units?.[index];
    if (!unit) return `#${index}`;
    return form === 'short' ? shortName(unit) : unit.name ?? unit.label;
  }, [t, units, form, ofPlan, rows]);
}
