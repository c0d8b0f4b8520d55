/**
 * What a person ticked off on the task table and which scenarios answer a row. The number of a row is no key and a corrected table is
 * read again: a mark belongs to the task's words, and follows them wherever they stand.
 */
import { isPlainObject } from '../../core/plan/readMember.ts';
import { readDay } from '../../core/rules/dates.ts';
import type { Task } from '../../core/rules/workplan/tasks.ts';

export interface TaskMark {
  /** The task's words, at most `TEXT_LENGTH` of them. */
  readonly text: string;
  /** Key of the row when it was marked: tells two tasks of the same words apart. */
  readonly key: string;
  /** Day on which it was ticked off, `YYYY-MM-DD`. */
  readonly done: string | null;
  readonly milestone: string | null;
  /** Ids of scenarios that answer it. */
  readonly scenarios: readonly number[];
}

const TEXT_LENGTH = 120;
const MOST_MARKS = 5_000;
const MOST_SCENARIOS = 100;

/** What does not read is left out. */
export function readTaskMarks(record: unknown): TaskMark[] {
  const written = isPlainObject(record) ? record.tasks : null;
  return Array.isArray(written) ? written.slice(0, MOST_MARKS).flatMap((each) => readMark(each) ?? []) : [];
}

/** Put beside whatever else the record holds. */
export function withTaskMarks(record: unknown, tasks: readonly TaskMark[]): Record<string, unknown> {
  return { ...(isPlainObject(record) ? record : {}), tasks: [...tasks] };
}

/** By key of the task. Of several marks with its words the one with its key, else one that no other task has by its key. */
export function marksOf(tasks: readonly Pick<Task, 'key' | 'text'>[], marks: readonly TaskMark[]): Map<string, TaskMark> {
  const found = new Map<string, TaskMark>();
  const left = new Set(marks);
  const take = (fits: (task: Pick<Task, 'key' | 'text'>, mark: TaskMark) => boolean) => {
    for (const task of tasks) {
      if (found.has(task.key)) continue;
      const mark = [...left].find((each) => each.text === wordsOf(task) && fits(task, each));
      if (mark === undefined) continue;
      found.set(task.key, mark);
      left.delete(mark);
    }
  };
  take((task, mark) => mark.key === task.key);
  take(() => true);
  return found;
}

/** With one task's mark changed; a mark that says nothing any more is dropped. */
export function withMark(tasks: readonly Pick<Task, 'key' | 'text'>[], marks: readonly TaskMark[], key: string, change: Partial<Pick<TaskMark, 'done' | 'milestone' | 'scenarios'>>): TaskMark[] {
  const task = tasks.find((each) => each.key === key);
  if (task === undefined) return [...marks];
  const before = marksOf(tasks, marks).get(key);
  const mark: TaskMark = { done: null, milestone: null, scenarios: [], ...before, ...change, text: wordsOf(task), key };
  const others = marks.filter((each) => each !== before);
  return mark.done === null && mark.milestone === null && mark.scenarios.length === 0 ? others : [...others, mark];
}

function wordsOf({ text }: Pick<Task, 'text'>): string {
  return text.slice(0, TEXT_LENGTH);
}

function readMark(value: unknown): TaskMark | null {
  if (!isPlainObject(value)) return null;
  const { text, key, done, milestone, scenarios } = value;
  if (typeof text !== 'string' || text === '' || text.length > TEXT_LENGTH || typeof key !== 'string' || key.length > TEXT_LENGTH) return null;
  return {
    text, key, done: dayOf(done), milestone: dayOf(milestone),
    scenarios: Array.isArray(scenarios) ? [...new Set(scenarios.filter((id): id is number => Number.isSafeInteger(id) && (id as number) >= 0))].slice(0, MOST_SCENARIOS) : [],
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && DAY.test(value) && readDay(value) !== null ? value : null;
}
