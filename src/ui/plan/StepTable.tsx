/** The steps of the open scenario; Enter or a click goes there. */
import { goToStep } from '../../state/operations/goToStep.ts';
import type { PlanState, StepInfo } from '../../worker/planProtocol.ts';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { dateTime } from '../words/figures.ts';
import { useStepRule } from '../rules/editor/useRuleName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { stepWords } from './planWords.ts';

export function StepTable({ state }: { state: PlanState }) {
  const t = useTranslate();
  const ruleOf = useStepRule();
  const number = new Map(state.steps.map((step, index) => [step, index + 1]));
  const columns: Column<StepInfo>[] = [
    { id: 'number', head: t('column.number'), width: '52px', numeric: true, cell: (step) => number.get(step) },
    { id: 'verb', head: t('history.step'), width: '112px', cell: (step) => stepWords(t, step).verb },
    { id: 'object', head: t('history.about'), width: 'minmax(140px, 2fr)', cell: (step) => stepWords(t, step, ruleOf).object },
    { id: 'by', head: t('plan.operator'), width: 'minmax(80px, 1fr)', cell: ({ stamp }) => (stamp === null || stamp.by === '' ? <span className="muted">{t('plan.unsigned')}</span> : stamp.by) },
    { id: 'when', head: t('history.when'), width: '128px', cell: ({ stamp }) => (stamp ? dateTime(stamp.when) : '—') },
    { id: 'state', head: t('column.state'), width: '72px', cell: (step) => (step.undone ? <span className="muted">{t('history.undone')}</span> : '') },
  ];
  return (
    <VirtualTable
      label={t('history.title')}
      columns={columns}
      rows={state.steps}
      keyOf={(step) => String(step.revision)}
      selected={String(state.head)}
      onActivate={(step) => { if (state.current !== null && step.revision !== state.head) void goToStep(step.revision); }}
      isDone={(step) => step.undone}
      empty={<p>{t('history.none')}</p>}
    />
  );
}
