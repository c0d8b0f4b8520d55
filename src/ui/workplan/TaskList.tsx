/** Tasks row by row: what, who, by when, how it stands; ticks; communities; the scenario that answers. */
import type { Task } from '../../core/rules/workplan/tasks.ts';
import { markTask } from '../../state/operations/markTask.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { StepMark } from '../assess/approvals/StepMark.tsx';
import { useIsNarrow } from '../controls/useMedia.ts';
import { Icon } from '../symbols/Icon.tsx';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useBoardState } from './boardState.ts';
import { ScenarioTie } from './ScenarioTie.tsx';
import { TaskDetail } from './TaskDetail.tsx';
import { hasMilestone, type TaskLine } from './taskLines.ts';
import { deadlineText, unitsAndLead } from './taskWords.ts';

const SHAPES = { done: 'done', late: 'late', open: 'next', waiting: 'open', standing: 'open' } as const;

export function TaskList({ lines, tasks }: { lines: readonly TaskLine[]; tasks: readonly Task[] }) {
  const t = useTranslate();
  const selected = useBoardState((board) => board.selected);
  const otherTab = useSaving((saving) => saving.otherTab !== null);
  const narrow = useIsNarrow();
  const choose = ({ task }: TaskLine) => { useBoardState.setState({ selected: task.key }); };
  const columns: Column<TaskLine>[] = [
    { id: 'number', head: t('tasks.number'), width: '44px', cell: ({ task }) => <Number task={task} /> },
    { id: 'task', head: t('tasks.task'), width: 'minmax(130px, 2.4fr)', cell: (line) => <TaskDetail line={line} label={t('tasks.detail', { number: line.task.number })} className="task-text" text={line.task.text} /> },
    { id: 'units', head: t('tasks.leadUnits'), width: 'minmax(76px, 1fr)', cell: ({ task }) => <span title={unitsAndLead(t, task)}>{unitsAndLead(t, task)}</span> },
    { id: 'deadline', head: t('tasks.deadline'), width: narrow ? 'minmax(112px, 1fr)' : 'minmax(120px, 1.1fr)', cell: (line) => <span className={line.status === 'late' ? 'task-due late' : 'task-due'} title={line.task.deadlineText}>{deadlineText(t, line.task)}</span> },
    { id: 'status', head: t('tasks.status'), width: narrow ? '92px' : '104px', cell: (line) => <Status line={line} /> },
    { id: 'done', head: t('tasks.doneHead'), width: '40px', cell: ({ task, mark }) => <Tick label={t('tasks.tickDone', { number: task.number })} on={mark?.done ?? null} blocked={otherTab} onChange={(done) => { markTask(tasks, task.key, { done }); }} /> },
    { id: 'milestone', head: t('tasks.milestoneHead'), width: '40px', cell: ({ task, mark }) => (hasMilestone(task) ? <Tick label={t('tasks.tickMilestone', { number: task.number })} on={mark?.milestone ?? null} blocked={otherTab} onChange={(milestone) => { markTask(tasks, task.key, { milestone }); }} /> : '') },
    { id: 'communities', head: t('tasks.communities'), width: narrow ? '80px' : '88px', cell: (line) => <Communities line={line} /> },
    { id: 'scenario', head: t('tasks.scenario'), width: narrow ? '78px' : '112px', cell: ({ task, mark }) => <ScenarioTie number={task.number} ids={mark?.scenarios ?? []} blocked={otherTab} onChange={(scenarios) => { markTask(tasks, task.key, { scenarios }); }} /> },
  ];
  return (
    <VirtualTable
      label={t('tasks.title')}
      columns={columns}
      rows={lines}
      keyOf={({ task }) => task.key}
      selected={selected}
      onSelect={choose}
      isDone={({ status }) => status === 'done'}
      empty={<p>{t('tasks.noneMatch')}</p>}
    />
  );
}

function Number({ task }: { task: Task }) {
  const t = useTranslate();
  const words = task.flags.map((flag) => t(`tasks.flag.${flag}`)).join(t('report.listSeparator'));
  return <span className="task-number" title={words === '' ? undefined : words}>{task.number}{words !== '' && <><Icon name="warning" small /><span className="hidden-visually">{words}</span></>}</span>;
}

function Status({ line: { status, daysLate, mark } }: { line: TaskLine }) {
  const t = useTranslate();
  const words = status === 'late' && daysLate !== null ? t('tasks.lateDays', { count: daysLate }) : t(`tasks.status.${status}`);
  return <StepMark state={SHAPES[status]} words={words} {...(mark?.done == null ? {} : { title: t('tasks.doneOn', { day: mark.done }) })} />;
}

/** `on`: the day on which it was ticked. */
function Tick({ label, on, blocked, onChange }: { label: string; on: string | null; blocked: boolean; onChange: (day: string | null) => void }) {
  const t = useTranslate();
  return <input type="checkbox" className="checkbox" aria-label={label} title={on === null ? label : t('tasks.doneOn', { day: on })} checked={on !== null} disabled={blocked} onClick={(event) => { event.stopPropagation(); }} onChange={(event) => { onChange(event.target.checked ? today() : null); }} />;
}

function Communities({ line }: { line: TaskLine }) {
  const t = useTranslate();
  const { mentions, task } = line;
  if (mentions.length === 0) return <span className="muted">—</span>;
  const found = mentions.filter(({ community }) => community !== null).length;
  return <TaskDetail line={line} label={`${t('tasks.communities')} ${task.number}`} className={found < mentions.length ? 'link alarm' : 'link'} text={t('tasks.communitiesCell', { found, count: mentions.length })} />;
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
