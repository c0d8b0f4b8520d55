/** The actions for what is selected, each with the reason why it can't be done now. */
import type { CommunityRow } from '../../worker/planProtocol.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { COMMAND_TYPES, PLAN_ACTIONS, type PlanAction } from './actions.ts';
import { useCan } from './useCan.ts';

export interface OfferedAction extends PlanAction {
  reason: string | null;
}

/** Locking and unlocking: only the one that makes sense. */
export function usePlanActions(rows: readonly CommunityRow[]): OfferedAction[] {
  const t = useTranslate();
  const can = useCan(COMMAND_TYPES, rows.map((row) => row.id));
  const locked = rows.length > 0 && rows.every((row) => row.locked);
  return PLAN_ACTIONS.filter(({ id }) => (id === 'lock' ? !locked : id !== 'unlock' || locked)).map((action) => {
    const wanting = rows.length === 0 ? t('plan.needs.any')
      : action.takes === 'two' && rows.length < 2 ? t('plan.needs.two')
        : action.takes === 'one' && rows.length > 1 ? t('plan.needs.one') : null;
    return { ...action, reason: wanting ?? can(action.type) };
  });
}
