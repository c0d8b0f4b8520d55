/** A new scenario from a step, or another name for one. */
import { useState, type SyntheticEvent } from 'react';
import { forkScenario } from '../../../state/operations/forkScenario.ts';
import { renameScenario } from '../../../state/operations/renameScenario.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import type { Translate } from '../../../i18n/index.ts';
import { Modal } from '../../controls/Modal.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { FormRow, TextField } from './CommandForm.tsx';

/** The ten heavenly stems, as scenarios are lettered. */
const STEMS = '甲乙丙丁戊己庚辛壬癸';

export function ScenarioDialog({ of: { action, scenario, at }, onClose }: { of: Extract<PlanDialog, { kind: 'scenario' }>; onClose: () => void }) {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  const taken = new Set(state?.scenarios.map((each) => each.name));
  const [name, setName] = useState(() => state?.scenarios.find((each) => each.id === scenario)?.name ?? freeName(t, taken));
  const forks = action === 'fork';
  const step = at === null ? null : (state?.steps.findIndex((each) => each.revision === at) ?? -1) + 1;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed === '') return;
    onClose();
    if (forks) void forkScenario(typed, at);
    else if (scenario !== null) void renameScenario(scenario, typed);
  };
  return (
    <Modal
      className="sign"
      title={t(forks ? 'scenario.forkTitle' : 'scenario.renameTitle')}
      onClose={onClose}
      foot={(
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="submit" form="scenario-form" className="button primary" disabled={name.trim() === ''}>{t(forks ? 'scenario.forkConfirm' : 'rename.confirm')}</button>
        </>
      )}
    >
      <form id="scenario-form" onSubmit={submit}>
        {forks && <p className="note">{step === null ? t('scenario.forkNote') : t('scenario.forkFromStep', { step })}</p>}
        <FormRow label={t('form.name')} id="scenario-name"><TextField id="scenario-name" value={name} onChange={setName} /></FormRow>
      </form>
    </Modal>
  );
}

function freeName(t: Translate, taken: ReadonlySet<string>): string {
  for (const stem of STEMS) {
    const name = t('scenario.lettered', { letter: stem });
    if (!taken.has(name)) return name;
  }
  return t('scenario.lettered', { letter: taken.size + 1 });
}
