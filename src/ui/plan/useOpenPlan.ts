/** Builds the plan when it is first needed; its first scenario is named in the page's language. */
import { useCallback } from 'react';
import { openPlan } from '../../state/operations/openPlan.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function useOpenPlan(): () => Promise<boolean> {
  const t = useTranslate();
  return useCallback(() => openPlan(t('scenario.first')), [t]);
}
