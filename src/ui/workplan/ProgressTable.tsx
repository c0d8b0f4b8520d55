/** How far the work plan has come, by deadline, lead or unit. A task of two units counts in both. */
import type { TaskStatus } from '../../core/rules/workplan/join.ts';
import { useRowChoice } from '../assess/useRowChoice.ts';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { progressLines, type Heading, type Progress, type TaskLine } from './taskLines.ts';
import { deadlineText } from './taskWords.ts';

const STATUSES: readonly TaskStatus[] = ['done', 'late', 'open', 'waiting', 'standing'];

export function ProgressTable({ lines, by }: { lines: readonly TaskLine[]; by: Heading }) {
  const t = useTranslate();
  const { selected, choose } = useRowChoice();
  const rows = progressLines(lines, by, (task) => deadlineText(t, task), t('value.none'));
  const columns: Column<Progress>[] = [
    { id: 'heading', head: t(`tasks.heading.${by}`), width: 'minmax(140px, 2fr)', cell: ({ heading }) => <span title={heading}>{heading}</span> },
    { id: 'total', head: t('tasks.total'), width: '56px', numeric: true, cell: ({ total }) => total },
    ...STATUSES.map((status): Column<Progress> => ({
      id: status, head: t(`tasks.status.${status}`), width: '64px', numeric: true,
      cell: ({ count }) => (count[status] === 0 ? <span className="muted">0</span> : <span className={status === 'late' ? 'alarm strong' : undefined}>{count[status]}</span>),
    })),
    { id: 'bar', head: '', width: 'minmax(72px, 1fr)', cell: ({ count, total }) => <span className="progress-bar" aria-hidden="true">{(['done', 'late', 'open'] as const).map((status) => <i key={status} className={status} style={{ width: `${(100 * count[status]) / total}%` }} />)}</span> },
  ];
  return <VirtualTable label={t(`tasks.view.${by}`)} columns={columns} rows={rows} keyOf={({ heading }) => heading} selected={selected} onSelect={({ heading }) => { choose(heading); }} empty={null} />;
}
