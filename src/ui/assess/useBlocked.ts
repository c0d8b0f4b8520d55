/** Why no step can be added now, in words: the base is shown, or another tab works on the project. Null: one can. */
import { useSaving } from '../../state/autosave/saving.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function useBlocked(): string | null {
  const t = useTranslate();
  const otherTab = useSaving((state) => state.otherTab !== null);
  const base = usePlan((mirror) => mirror.state?.current === null);
  return otherTab ? t('plan.otherTab') : base ? t('plan.baseOnly') : null;
}
