/** What a compared state is called: 现状, or the scenario's name. */
import { useCallback } from 'react';
import { usePlan } from '../../state/plan/plan.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function useStateName(): (scenario: number | null) => string {
  const t = useTranslate();
  const scenarios = usePlan((mirror) => mirror.state?.scenarios);
  return useCallback((scenario) => scenarios?.find((each) => each.id === scenario)?.name ?? t('scenario.base'), [scenarios, t]);
}
