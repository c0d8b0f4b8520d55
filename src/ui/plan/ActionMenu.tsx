/** The rest of what can be done, in a menu; what can't be done says why beneath its name. */
import { DropdownMenu } from 'radix-ui';
import type { CommunityRow } from '../../worker/planProtocol.ts';
import { useAfterMenu } from '../controls/useAfterMenu.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import type { OfferedAction } from './usePlanActions.ts';

export function ActionMenu({ rows, actions }: { rows: readonly CommunityRow[]; actions: readonly OfferedAction[] }) {
  const t = useTranslate();
  const { choose, onCloseAutoFocus } = useAfterMenu();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button small" aria-label={t('plan.moreActions')} title={t('plan.moreActions')}><Icon name="more" /></button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu actions" align="end" sideOffset={4} collisionPadding={8} onCloseAutoFocus={onCloseAutoFocus}>
          {actions.map((action) => (
            <DropdownMenu.Item
              key={action.id}
              className={action.reason === null ? 'option' : 'option blocked'}
              aria-disabled={action.reason !== null}
              onSelect={(event) => {
                if (action.reason === null) choose(() => { action.run(rows); });
                else event.preventDefault();
              }}
            >
              <span>{t(`action.${action.id}`)}{action.reason !== null && <span className="note">{action.reason}</span>}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
