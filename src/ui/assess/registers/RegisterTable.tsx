/** 登记: the rooms ledger of compounds, what is looked after for the time being, what several claim. */
import { useMemo, type ReactNode } from 'react';
import { usePlan } from '../../../state/plan/plan.ts';
import { Pills } from '../../controls/Pills.tsx';
import { ViewBar } from '../Cells.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useRuleWords } from '../useRuleWords.ts';
import { useAssessViews, type AssessViews } from '../viewState.ts';
import { AttachmentTable } from './AttachmentTable.tsx';
import { ContestedTable } from './ContestedTable.tsx';
import { LedgerTable } from './LedgerTable.tsx';

type Register = AssessViews['register'];

export function RegisterTable() {
  const { t } = useRuleWords();
  const state = usePlan((mirror) => mirror.state);
  const which = useAssessViews((views) => views.register);
  const compounds = useAnswer('assessCompounds', null);
  const contested = useMemo(() => state?.open.filter((ground) => ground.state === 'contested') ?? [], [state]);
  const attachments = state?.attachments ?? [];
  const bar = (filters: ReactNode, end: ReactNode) => (
    <ViewBar label={t('views.registers.title')} end={end}>
      <Pills<Register>
        label={t('views.registers.which')}
        value={which}
        onChange={(register) => { useAssessViews.setState({ register }); }}
        options={[
          { value: 'ledger', label: t('views.registers.ledger'), ...(compounds === null ? {} : { count: compounds.length }) },
          { value: 'attachments', label: t('views.registers.attachments'), count: attachments.length },
          { value: 'contested', label: t('views.registers.contested'), count: contested.length },
        ]}
      />
      {filters}
    </ViewBar>
  );
  if (which === 'attachments') return <AttachmentTable attachments={attachments} bar={bar} />;
  return which === 'contested' ? <ContestedTable ground={contested} bar={bar} /> : <LedgerTable compounds={compounds} bar={bar} />;
}

/** The register's own filters stand beside the choice of register, its export at the end. */
export type RegisterBar = (filters: ReactNode, end: ReactNode) => ReactNode;
