/** 第 3 步，共 3 步 · 操作历史: the steps of the open scenario, each a way there and a place to branch off. */
import { useState } from 'react';
import { Popover } from 'radix-ui';
import { goToStep } from '../../state/operations/goToStep.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { PlanState, StepInfo } from '../../worker/planProtocol.ts';
import { Icon } from '../symbols/Icon.tsx';
import { dateTime } from '../words/figures.ts';
import { useStepRule } from '../rules/editor/useRuleName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { OperatorField } from './OperatorField.tsx';
import { stepWords } from './planWords.ts';
import { doneCount } from './steps.ts';

export function HistoryButton() {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const state = usePlan((mirror) => mirror.state);
  if (!state) return null;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="tool">
          <span className="muted">{t('history.place', { step: doneCount(state), count: state.steps.length })}</span><Icon name="history" />{t('history.title')}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover history" align="end" sideOffset={6} aria-label={t('history.title')}>
          <h3 className="heading">{t('history.title')} <span className="unit">{t('history.place', { step: doneCount(state), count: state.steps.length })}</span></h3>
          <Steps state={state} onGone={() => { setOpen(false); }} />
          <OperatorField id="history-operator" />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Steps({ state, onGone }: { state: PlanState; onGone: () => void }) {
  const t = useTranslate();
  const start = state.steps[0];
  return (
    <ol className="history-list">
      <li className={state.head === 0 || (start?.undone ?? true) ? 'on' : undefined}>
        <button type="button" className="go" disabled={state.current === null || state.steps.length === 0} onClick={() => { void goToStep(0); }}><b>{t('history.start')}</b></button>
      </li>
      {state.steps.map((step, index) => <Step key={step.revision} step={step} number={index + 1} on={step.revision === state.head} fixed={state.current === null} onGone={onGone} />)}
      {state.steps.length === 0 && <li className="muted">{t('history.none')}</li>}
    </ol>
  );
}

function Step({ step, number, on, fixed, onGone }: { step: StepInfo; number: number; on: boolean; fixed: boolean; onGone: () => void }) {
  const t = useTranslate();
  const { verb, object } = stepWords(t, step, useStepRule());
  const fork = () => {
    onGone();
    openPlanDialog({ kind: 'scenario', action: 'fork', scenario: null, at: step.revision });
  };
  return (
    <li className={[on ? 'on' : '', step.undone ? 'undone' : ''].join(' ').trim() || undefined} aria-current={on ? 'step' : undefined}>
      <button type="button" className="go" disabled={fixed || on} onClick={() => { void goToStep(step.revision); }}>
        <span className="unit">{number}</span> <span className="verb">{verb}</span> {object}
        <span className="note">{step.stamp ? `${dateTime(step.stamp.when)} · ${step.stamp.by === '' ? t('plan.unsigned') : step.stamp.by}` : ''}{step.undone && ` · ${t('history.undone')}`}</span>
      </button>
      <button type="button" className="icon-button" aria-label={t('history.forkFrom', { step: number })} title={t('history.forkFrom', { step: number })} onClick={fork}><Icon name="fork" /></button>
    </li>
  );
}
