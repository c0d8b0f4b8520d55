/** Whether commands can be given now, and if not why: asked of the worker whenever head or selection change. */
import { useEffect, useState } from 'react';
import type { CommandType } from '../../core/plan/command.ts';
import type { Rejection } from '../../core/plan/rejection.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { askPlan } from '../../state/plan/askPlan.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { rejectionText } from './planWords.ts';

export type Can = (type: CommandType) => string | null;

/** The reason a command can't be given, in words; null: it can, or it is not known yet. */
export function useCan(types: readonly CommandType[], communities: readonly string[]): Can {
  const t = useTranslate();
  const head = usePlan((state) => state.state?.head);
  const otherTab = useSaving((state) => state.otherTab !== null);
  const base = usePlan((state) => state.state?.current === null);
  const [known, setKnown] = useState<{ key: string; answer: Partial<Record<CommandType, Rejection | null>> } | null>(null);
  const key = `${head} ${types.join()} ${communities.join('\u0000')}`;
  useEffect(() => {
    if (head === undefined) return;
    let wanted = true;
    void askPlan('planCan', { types: [...types], communities: [...communities] }).then((answer) => {
      if (wanted && answer) setKnown({ key, answer });
    });
    return () => { wanted = false; };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says it all
  }, [key]);
  return (type) => {
    if (otherTab) return t('plan.otherTab');
    if (base) return t('plan.baseOnly');
    const rejection = known?.key === key ? known.answer[type] : undefined;
    return rejection ? rejectionText(t, rejection) : null;
  };
}
