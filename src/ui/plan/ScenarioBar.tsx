/** 现状 | 方案甲 | … | +: which state is shown and worked in, with a menu for the open scenario. */
import { DropdownMenu } from 'radix-ui';
import { deleteScenario, restoreScenario } from '../../state/operations/deleteScenario.ts';
import { switchScenario } from '../../state/operations/switchScenario.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { endComparison } from '../../state/operations/comparePlans.ts';
import { Tip } from '../controls/Tip.tsx';
import { useAfterMenu } from '../controls/useAfterMenu.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

const fork = () => { openPlanDialog({ kind: 'scenario', action: 'fork', scenario: null, at: null }); };

export function ScenarioBar() {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  if (!state) return null;
  const shown = state.scenarios.filter((scenario) => !scenario.deleted);
  const go = (scenario: number | null) => {
    endComparison();
    if (scenario !== state.current) void switchScenario(scenario);
  };
  return (
    <>
      <span className="separator" />
      <div className="segments" role="radiogroup" aria-label={t('scenario.switch')}>
        <button type="button" role="radio" aria-checked={state.current === null} onClick={() => { go(null); }}>{t('scenario.base')}</button>
        {shown.map((scenario) => (
          <button key={scenario.id} type="button" role="radio" aria-checked={state.current === scenario.id} onClick={() => { go(scenario.id); }}>
            <span className="ellipsis">{scenario.name}</span>
          </button>
        ))}
        <Tip text={t('scenario.forkHelp')} side="bottom">
          <button type="button" className="narrow" aria-label={t('scenario.fork')} onClick={fork}><Icon name="plus" /></button>
        </Tip>
      </div>
      <Menu />
    </>
  );
}

function Menu() {
  const t = useTranslate();
  const { choose, onCloseAutoFocus } = useAfterMenu();
  const state = usePlan((mirror) => mirror.state);
  if (!state) return null;
  const { current, scenarios } = state;
  const standing = scenarios.filter((scenario) => !scenario.deleted);
  const deleted = scenarios.filter((scenario) => scenario.deleted);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="icon-button" aria-label={t('scenario.menu')} title={t('scenario.menu')}><Icon name="chevronDown" /></button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} onCloseAutoFocus={onCloseAutoFocus}>
          <DropdownMenu.Item className="option" onSelect={() => { choose(fork); }}>{t('scenario.forkHere')}</DropdownMenu.Item>
          <DropdownMenu.Item className="option" disabled={current === null} onSelect={() => { choose(() => { openPlanDialog({ kind: 'scenario', action: 'rename', scenario: current, at: null }); }); }}>{t('scenario.rename')}</DropdownMenu.Item>
          <DropdownMenu.Item className="option" disabled={current === null || standing.length < 2} onSelect={() => { if (current !== null) void deleteScenario(current); }}>
            {t('scenario.delete')}{standing.length < 2 && <span className="unit">{t('scenario.lastOne')}</span>}
          </DropdownMenu.Item>
          {deleted.length > 0 && <DropdownMenu.Separator className="menu-line" />}
          {deleted.map((scenario) => (
            <DropdownMenu.Item key={scenario.id} className="option" onSelect={() => { void restoreScenario(scenario.id); }}>{t('scenario.restore', { name: scenario.name })}</DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
