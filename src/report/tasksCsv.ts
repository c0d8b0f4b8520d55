/** The work plan for Excel: every task with its deadline as read and as written, how it stands, its communities, what answers it. */
import type { TaskStatus } from '../core/rules/workplan/join.ts';
import type { Task } from '../core/rules/workplan/tasks.ts';
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';

export interface TaskCsvLine {
  readonly task: Task;
  readonly status: TaskStatus;
  /** `YYYY-MM-DD`; null: none. */
  readonly due: string | null;
  readonly deadline: string;
  readonly doneOn: string | null;
  readonly milestoneOn: string | null;
  /** Names. */
  readonly found: readonly string[];
  readonly notFound: readonly string[];
  readonly scenarios: readonly string[];
}

export function tasksCsv(lines: readonly TaskCsvLine[], t: Translate): string {
  const head = [
    'tasks.number', 'tasks.category', 'tasks.task', 'tasks.lead', 'tasks.units', 'tasks.deadline', 'tasks.csv.due', 'tasks.deadlineWritten', 'tasks.status', 'tasks.csv.doneOn', 'tasks.csv.milestoneOn',
    'tasks.found', 'tasks.notFound', 'tasks.seats', 'tasks.scenario', 'tasks.note', 'tasks.flags',
  ] as const;
  const list = (words: readonly string[]) => words.join(t('report.listSeparator'));
  return csv([head.map((key) => t(key)), ...lines.map(({ task, status, due, deadline, doneOn, milestoneOn, found, notFound, scenarios }) => [
    task.number, task.category, task.text, list(task.lead.map(({ name }) => name)), list(task.units.map(({ name }) => name)), deadline, due, task.deadlineText, t(`tasks.status.${status}`), doneOn, milestoneOn,
    list(found), list(notFound), list(task.seats.map(({ subdistrict, seats }) => t('tasks.seatCount', { subdistrict, seats }))), list(scenarios), task.note, list(task.flags.map((flag) => t(`tasks.flag.${flag}`))),
  ])]);
}
