/** The task table as lines: how each task stands, what of its communities was found; and progress by its headings. */
import { progressBy, taskStatus, type StatusCount, type TaskStatus } from '../../core/rules/workplan/join.ts';
import { readDay } from '../../core/rules/dates.ts';
import type { DeadlinePart } from '../../core/rules/workplan/deadline.ts';
import type { Task } from '../../core/rules/workplan/tasks.ts';
import { marksOf, type TaskMark } from '../../state/tables/marks.ts';
import type { TasksView } from '../../worker/tableProtocol.ts';

export type TaskMention = TasksView['byTask'][number][1][number];

export interface TaskLine {
  task: Task;
  status: TaskStatus;
  mark: TaskMark | null;
  mentions: readonly TaskMention[];
  /** Days since the deadline that makes it late; null where it is not late. */
  daysLate: number | null;
}

export const TASK_FILTERS = ['all', 'late', 'undone'] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];
export const HEADINGS = ['deadline', 'lead', 'unit'] as const;
export type Heading = (typeof HEADINGS)[number];

/** `asOf`: `YYYY-MM-DD`. */
export function taskLines({ tasks, byTask }: Pick<TasksView, 'tasks' | 'byTask'>, marks: readonly TaskMark[], asOf: string): TaskLine[] {
  const marked = marksOf(tasks, marks);
  const mentions = new Map(byTask);
  return tasks.map((task) => {
    const mark = marked.get(task.key) ?? null;
    const status = taskStatus(task, { done: mark !== null && mark.done !== null, milestone: mark !== null && mark.milestone !== null }, asOf);
    return { task, status, mark, mentions: mentions.get(task.key) ?? [], daysLate: status === 'late' ? daysLate(task, mark, asOf) : null };
  });
}

export function shownLines(lines: readonly TaskLine[], filter: TaskFilter): TaskLine[] {
  return lines.filter(({ status }) => filter === 'all' || (filter === 'late' ? status === 'late' : status !== 'done'));
}

export interface Progress {
  heading: string;
  count: StatusCount;
  total: number;
}

/** Tasks without the heading stand under `none`; a subdistrict has its bare name, however it was written. Deadlines in the order of their days, the rest as the table has them. */
export function progressLines(lines: readonly TaskLine[], by: Heading, deadlineText: (task: Task) => string, none: string): Progress[] {
  const status = new Map(lines.map((line) => [line.task, line.status]));
  const tasks = lines.map(({ task }) => task);
  const ordered = by === 'deadline' ? [...tasks].sort((a, b) => firstDay(a) - firstDay(b)) : tasks;
  const headings = (task: Task): readonly string[] => {
    const found = by === 'deadline' ? [deadlineText(task)] : (by === 'lead' ? task.lead : task.units).map(({ name, subdistrict }) => subdistrict ?? name);
    return found.length === 0 ? [none] : [...new Set(found)];
  };
  return [...progressBy(ordered, (task) => status.get(task)!, headings)].map(([heading, count]) => ({ heading, count, total: Object.values(count).reduce((sum, each) => sum + each, 0) }));
}

export function hasMilestone({ deadline }: Pick<Task, 'deadline'>): boolean {
  return deadline.some((part) => part.type === 'date' && part.milestone);
}

/** The first of its days; null where it has none. */
export function dueDay({ deadline }: Pick<Task, 'deadline'>): string | null {
  return deadline.flatMap((part) => (part.type === 'date' ? [part.until] : [])).sort()[0] ?? null;
}

function firstDay(task: Task): number {
  const day = dueDay(task);
  return day === null ? Number.MAX_SAFE_INTEGER : (readDay(day)?.to ?? Number.MAX_SAFE_INTEGER);
}

function daysLate({ deadline }: Task, mark: TaskMark | null, asOf: string): number | null {
  const today = readDay(asOf)?.from;
  const days = deadline.flatMap((part: DeadlinePart) => (part.type === 'date' && !(part.milestone && mark?.milestone != null) ? [readDay(part.until)?.to ?? Infinity] : []));
  const first = Math.min(...days);
  return today === undefined || !Number.isFinite(first) ? null : today - first;
}
