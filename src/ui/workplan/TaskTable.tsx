/** 任务: the district's task table in use, row by row or summed; ticks, ties to scenarios, what is late. */
import { tasksCsv } from '../../report/tasksCsv.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { Pills } from '../controls/Pills.tsx';
import { ViewBar } from '../assess/Cells.tsx';
import { ExportCsv } from '../assess/ExportCsv.tsx';
import { AddTablesButton } from '../tables/AddTablesButton.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useBoardState } from './boardState.ts';
import { ProgressTable } from './ProgressTable.tsx';
import { HEADINGS, shownLines, TASK_FILTERS, type Heading, type TaskFilter } from './taskLines.ts';
import { TaskList } from './TaskList.tsx';
import { csvLine } from './taskCsvLine.ts';
import type { TaskBoard } from './useTaskBoard.ts';

export function TaskTable({ board }: { board: TaskBoard | 'none' | 'asking' }) {
  const t = useTranslate();
  if (board === 'asking') return <p className="empty" role="status">{t('tasks.asking')}</p>;
  if (board === 'none') return <div className="empty"><p>{t('tasks.none')}</p><p className="note">{t('tasks.noneNote')}</p><div className="buttons"><AddTablesButton className="button" /></div></div>;
  return <Board board={board} />;
}

function Board({ board: { view, lines, late, asOf } }: { board: TaskBoard }) {
  const t = useTranslate();
  const { view: which, filter } = useBoardState();
  const scenarios = usePlan((mirror) => mirror.state?.scenarios) ?? [];
  const counts: Record<TaskFilter, number> = { all: lines.length, late, undone: shownLines(lines, 'undone').length };
  const names = [...new Set(view.unjoined.map(({ name }) => name))].join(t('report.listSeparator'));
  return (
    <>
      <ViewBar
        label={t('tasks.title')}
        end={<ExportCsv what={t('tasks.title')} text={() => tasksCsv(lines.map((line) => csvLine(t, line, scenarios)), t)} disabled={lines.length === 0} />}
      >
        <Pills<'list' | Heading>
          label={t('tasks.view')}
          value={which}
          onChange={(next) => { useBoardState.setState({ view: next }); }}
          options={[{ value: 'list', label: t('tasks.view.list') }, ...HEADINGS.map((value) => ({ value, label: t(`tasks.view.${value}`) }))]}
        />
        {which === 'list' && (
          <>
            <span className="separator" />
            <Pills<TaskFilter> label={t('tasks.filter')} value={filter} onChange={(next) => { useBoardState.setState({ filter: next }); }} options={TASK_FILTERS.map((value) => ({ value, label: t(`tasks.filter.${value}`), count: counts[value] }))} />
          </>
        )}
        <span className="note view-note" title={view.unjoined.length > 0 ? t('tasks.unjoinedHelp', { names }) : undefined}>
          {asOf !== '' && t('tasks.asOf', { day: asOf })}
          {view.unjoined.length > 0 && ` · ${t('tasks.unjoined', { count: figure(view.unjoined.length) })}`}
        </span>
      </ViewBar>
      {which === 'list' ? <TaskList lines={shownLines(lines, filter)} tasks={view.tasks} /> : <ProgressTable lines={lines} by={which} />}
    </>
  );
}
