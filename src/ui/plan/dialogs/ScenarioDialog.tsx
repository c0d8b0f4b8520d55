/** A new scenario from a step, or another name for one. */
import { useState, type SyntheticEvent } from 'react';
import { forkScenario } from '../../../state/operations/forkScenario.ts';
import { renameScenario } from '../../../state/operations/renameScenario.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import type { Translate } from '../../../i18n/index.ts';
import { Modal } from '../../controls/Modal.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { rejectionText } from '../planWords.ts';
import { FormRow, TextField } from './CommandForm.tsx';

/** The ten heavenly stems, as scenarios are lettered. */
const STEMS = '甲乙丙丁戊己庚辛壬癸';

export function ScenarioDialog({ of: { action, scenario, at }, onClose }: { of: Extract<PlanDialog, { kind: 'scenario' }>; onClose: () => void }) {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  const refused = usePlan((mirror) => mirror.refused);
  const taken = new Set(state?.scenarios.map((each) => each.name));
  const [name, setName] = useState(() => state?.scenarios.find((each) => each.id === scenario)?.name ?? freeName(t, taken));
  const forks = action === 'fork';
  const step = at === null ? null : (state?.steps.findIndex((each) => each.revision === at) ?? -1) + 1;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed === '') return;
    const done = forks ? forkScenario(typed, at) : scenario === null ? Promise.resolve(false) : renameScenario(scenario, typed);
    void done.then((isDone) => { if (isDone) onClose(); });
  };
  const close = () => {
    usePlan.setState({ refused: null });
    onClose();
  };
  return (
    <Modal
      className="sign"
      title={t(forks ? 'scenario.forkTitle' : 'scenario.renameTitle')}
      onClose={close}
      foot={(
        <>
          <span className="grow note alarm" role="status">{refused && rejectionText(t, refused.rejection)}</span>
          <button type="button" className="button" onClick={close}>{t('action.cancel')}</button>
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
