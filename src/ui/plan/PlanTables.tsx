/** The bottom table of 方案, with what can be done to the communities selected. */
import { useMemo } from 'react';
import { usePlan } from '../../state/plan/plan.ts';
import { useView, type PlanTable } from '../../state/view.ts';
import { Pills } from '../controls/Pills.tsx';
import { BottomToggle } from '../frame/BottomToggle.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ActionBar } from './ActionBar.tsx';
import { changedRows, hasChanged } from './changedRows.ts';
import { OpenTable } from './OpenTable.tsx';
import { PlanCommunityTable } from './PlanCommunityTable.tsx';
import { StepTable } from './StepTable.tsx';
import { useBaseRows, useParentRows } from './useRowsAt.ts';

export function PlanTables({ open }: { open: boolean }) {
  const t = useTranslate();
  const which = useView((view) => view.planTable);
  const state = usePlan((mirror) => mirror.state);
  const base = useBaseRows();
  const before = useParentRows();
  const rows = useMemo(() => changedRows(state?.communities ?? [], base, before), [state, base, before]);
  const changed = useMemo(() => rows.filter(hasChanged), [rows]);
  if (!state) return <div className="table-bar"><h2>{t('data.units')}</h2><span className="grow" /><BottomToggle /></div>;
  return (
    <>
      <div className="table-bar">
        <Pills<PlanTable>
          label={t('frame.table')}
          value={which}
          onChange={(planTable) => { useView.setState({ planTable, bottomOpen: true }); }}
          options={[
            { value: 'communities', label: t('planTable.communities'), count: state.communities.length },
            { value: 'changed', label: t('planTable.changed'), count: changed.length },
            { value: 'open', label: t('planTable.open'), count: state.open.length },
            { value: 'steps', label: t('planTable.steps'), count: state.steps.length },
          ]}
        />
        <span className="hidden-visually" role="status">{t('planTable.changedCount', { count: figure(changed.length) })}</span>
        <span className="grow" />
        <ActionBar />
        <BottomToggle />
      </div>
      {open && which === 'communities' && <PlanCommunityTable rows={rows.filter((row) => row.now !== null)} findings={state.findings} empty={t('data.noUnits')} />}
      {open && which === 'changed' && <PlanCommunityTable rows={changed} findings={state.findings} empty={t('planTable.nothingChanged')} />}
      {open && which === 'open' && <OpenTable open={state.open} />}
      {open && which === 'steps' && <StepTable state={state} />}
    </>
  );
}
