/** 切分… 合并… and the menu of the rest, for the communities selected; greyed with the reason. */
import { ActionButton } from './ActionButton.tsx';
import { ActionMenu } from './ActionMenu.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { usePlanActions } from './usePlanActions.ts';
import { useSelectedRows } from './useSelectedRows.ts';

const SHOWN: ReadonlySet<string> = new Set(['split', 'merge']);

export function ActionBar() {
  const t = useTranslate();
  const rows = useSelectedRows();
  const actions = usePlanActions(rows);
  return (
    <>
      {rows.length > 1 && <span className="note">{t('plan.selectedCount', { count: rows.length })}</span>}
      {actions.filter(({ id }) => SHOWN.has(id)).map((action) => (
        <ActionButton key={action.id} reason={action.reason} onClick={() => { action.run(rows); }}>{t(`action.${action.id}`)}</ActionButton>
      ))}
      <ActionMenu rows={rows} actions={actions.filter(({ id }) => !SHOWN.has(id))} />
    </>
  );
}
