/** Which scenarios answer a task: several may. */
import { DropdownMenu } from 'radix-ui';
import { usePlan } from '../../state/plan/plan.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { scenarioName } from './taskCsvLine.ts';

interface Props {
  number: string;
  ids: readonly number[];
  blocked: boolean;
  onChange: (ids: number[]) => void;
}

export function ScenarioTie({ number, ids, blocked, onChange }: Props) {
  const t = useTranslate();
  const scenarios = usePlan((mirror) => mirror.state?.scenarios) ?? [];
  const offered = scenarios.filter(({ id, deleted }) => !deleted || ids.includes(id));
  const names = ids.map((id) => scenarioName(t, id, scenarios)).join(t('report.listSeparator'));
  const label = t('tasks.tieOf', { number });
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="cell-button ellipsis" style={{ maxWidth: '100%' }} disabled={blocked} aria-label={names === '' ? label : t('text.labelled', { label, text: names })} title={names === '' ? label : names} onClick={(event) => { event.stopPropagation(); }}>
        {names === '' ? <span className="muted">{t('tasks.tie')}</span> : names}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={2} collisionPadding={8} onClick={(event) => { event.stopPropagation(); }} onKeyDown={(event) => { event.stopPropagation(); }}>
          {offered.map(({ id, deleted, name }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className="option"
              checked={ids.includes(id)}
              onCheckedChange={(on) => { onChange(on ? [...ids, id] : ids.filter((each) => each !== id)); }}
            >
              <DropdownMenu.ItemIndicator><Icon name="check" small /></DropdownMenu.ItemIndicator>{deleted ? t('tasks.scenarioGone') : name}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
