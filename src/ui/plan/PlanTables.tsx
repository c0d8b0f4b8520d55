/** The bottom table of 方案, with what can be done to the communities selected. */
import { useMemo } from 'react';
import { useAssess } from '../../state/assess/assess.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { hasViewBar, isAssessTable, useView } from '../../state/view.ts';
import type { AssessedRow } from '../../worker/assessProtocol.ts';
import { lateCount } from '../assess/approvals/approvalLines.ts';
import { AssessTables } from '../assess/AssessTables.tsx';
import { TablePills } from '../assess/TablePills.tsx';
import { useAnswer } from '../assess/useAnswer.ts';
import { BottomToggle } from '../frame/BottomToggle.tsx';
import { TaskTable } from '../workplan/TaskTable.tsx';
import { useTaskBoard } from '../workplan/useTaskBoard.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ActionBar } from './ActionBar.tsx';
import { changedRows, hasChanged } from './changedRows.ts';
import { OpenTable } from './OpenTable.tsx';
import { PlanCommunityTable } from './PlanCommunityTable.tsx';
import { StepTable } from './StepTable.tsx';
import { useBaseRows, useParentRows } from './useRowsAt.ts';

const NOT_ASSESSED: ReadonlyMap<number, AssessedRow> = new Map();

export function PlanTables({ open }: { open: boolean }) {
  const t = useTranslate();
  const which = useView((view) => view.planTable);
  const state = usePlan((mirror) => mirror.state);
  const base = useBaseRows();
  const assessed = useAssess((mirror) => mirror.state?.rows ?? NOT_ASSESSED);
  const before = useParentRows();
  const approvals = useAnswer('assessApprovals', null);
  const board = useTaskBoard();
  const rows = useMemo(() => changedRows(state?.communities ?? [], base, before, assessed), [state, base, before, assessed]);
  const changed = useMemo(() => rows.filter(hasChanged), [rows]);
  if (!state) return <div className="table-bar"><h2>{t('data.units')}</h2><span className="grow" /><BottomToggle /></div>;
  return (
    <>
      <div className="table-bar">
        <TablePills
          counts={{
            communities: state.communities.length, changed: changed.length, open: state.open.length, steps: state.steps.length,
            registers: state.attachments.length + state.open.filter((ground) => ground.state === 'contested').length, late: lateCount(approvals ?? []),
            tasks: typeof board === 'string' ? null : { count: board.lines.length, late: board.late },
          }}
        />
        <span className="hidden-visually" role="status">{t('planTable.changedCount', { count: figure(changed.length) })}</span>
        <span className="grow" />
        {!hasViewBar(which) && <ActionBar />}
        <BottomToggle />
      </div>
      {open && which === 'communities' && <PlanCommunityTable rows={rows.filter((row) => row.now !== null)} findings={state.findings} empty={t('data.noUnits')} changes={false} />}
      {open && which === 'changed' && <PlanCommunityTable rows={changed} findings={state.findings} empty={t('planTable.nothingChanged')} changes />}
      {open && which === 'open' && <OpenTable open={state.open} />}
      {open && which === 'steps' && <StepTable state={state} />}
      {open && which === 'tasks' && <TaskTable board={board} />}
      {open && isAssessTable(which) && <AssessTables which={which} approvals={approvals} />}
    </>
  );
}
