/** The tasks in working order, each with what there is to do in it. */
import type { KeyboardEvent } from 'react';
import { useSession } from '../../state/session.ts';
import { useView, type Task } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useDefectRows } from '../check/useDefectRows.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useReach } from '../../state/reach/reach.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { CompareSwitch } from '../compare/CompareSwitch.tsx';
import { HistoryButton } from '../plan/HistoryButton.tsx';
import { PlanExportMenu } from '../plan/PlanExportMenu.tsx';
import { OpenFilesButton } from './OpenFilesButton.tsx';

const TASKS: readonly Task[] = ['data', 'check', 'plan', 'reach'];

export function TaskTabs() {
  const t = useTranslate();
  const task = useView((state) => state.task);
  const layers = useSession((state) => state.loaded?.layers.length ?? 0);
  const { rows, checked } = useDefectRows();
  const scenarios = usePlan((state) => state.state?.scenarios.filter((scenario) => !scenario.deleted).length ?? 0);
  const categories = useReach((state) => state.state?.categories.filter(({ noData }) => !noData).length ?? 0);
  const open = rows.filter((row) => row.state === 'open').length;
  const counts: Record<Task, string> = {
    data: layers > 0 ? t('task.layers', { count: layers }) : '',
    check: !checked ? '' : open > 0 ? t('task.open', { count: open }) : t('task.nothingOpen'),
    plan: scenarios > 0 ? t('task.scenarios', { count: scenarios }) : '',
    reach: categories > 0 ? t('task.categories', { count: categories }) : '',
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TASKS[(TASKS.indexOf(task) + step + TASKS.length) % TASKS.length]!;
    useView.setState({ task: next });
    document.getElementById(`task-${next}`)?.focus();
  };
  return (
    <nav className="tasks">
      <div role="tablist" aria-label={t('frame.tasks')} onKeyDown={onKeyDown}>
        {TASKS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`task-${each}`}
            className="task"
            aria-selected={each === task}
            aria-controls="task-panel"
            tabIndex={each === task ? 0 : -1}
            onClick={() => { useView.setState({ task: each }); }}
          >
            {t(`task.${each}`)}{counts[each] !== '' && <i>{counts[each]}</i>}
          </button>
        ))}
      </div>
      <span className="end">{task === 'plan' && <><CompareSwitch /><HistoryButton /></>}{task !== 'data' && <PlanExportMenu />}<OpenFilesButton className="tool"><Icon name="folder" />{t('action.openFiles')}</OpenFilesButton></span>
    </nav>
  );
}
