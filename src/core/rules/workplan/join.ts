/** Tasks and communities: one to many, by bare name within the subdistricts that a task makes responsible. And how far the plan has come. */
import { readDay } from '../dates.ts';
import { bareCommunity, bareSubdistrict } from './names.ts';
import type { Task } from './tasks.ts';

export interface NamedCommunity {
  readonly id: string;
  readonly name: string;
  readonly subdistrict: string | null;
}

export interface JoinedMention {
  readonly name: string;
  /** Null: none, or several of that name. */
  readonly community: string | null;
  /** Ids of all that bear the name. */
  readonly candidates: readonly string[];
}

export interface TaskJoin {
  readonly byTask: ReadonlyMap<string, readonly JoinedMention[]>;
  /** Task keys by community id. */
  readonly byCommunity: ReadonlyMap<string, readonly string[]>;
  /** Names that stand in more than one task, with the keys. */
  readonly repeated: ReadonlyMap<string, readonly string[]>;
  readonly unjoined: readonly { readonly task: string; readonly name: string; readonly reason: 'notFound' | 'ambiguous' }[];
}

export function joinTasks(tasks: readonly Task[], communities: readonly NamedCommunity[]): TaskJoin {
  const byName = grouped(communities, ({ name }) => bareCommunity(name));
  const byTask = new Map<string, JoinedMention[]>();
  const byCommunity = new Map<string, string[]>();
  const mentioned = new Map<string, string[]>();
  const unjoined: { task: string; name: string; reason: 'notFound' | 'ambiguous' }[] = [];
  for (const task of tasks) {
    const responsible = new Set(task.units.flatMap(({ subdistrict }) => (subdistrict === null ? [] : [subdistrict])));
    byTask.set(task.key, task.communities.map(({ name }) => {
      push(mentioned, name, task.key);
      const all = byName.get(bareCommunity(name)) ?? [];
      const near = all.filter(({ subdistrict }) => subdistrict !== null && responsible.has(bareSubdistrict(subdistrict)));
      const fitting = all.length > 1 && near.length > 0 ? near : all;
      const community = fitting.length === 1 ? fitting[0]!.id : null;
      if (community === null) unjoined.push({ task: task.key, name, reason: fitting.length === 0 ? 'notFound' : 'ambiguous' });
      else push(byCommunity, community, task.key);
      return { name, community, candidates: fitting.map(({ id }) => id) };
    }));
  }
  return { byTask, byCommunity, repeated: new Map([...mentioned].filter(([, keys]) => keys.length > 1)), unjoined };
}

export type TaskStatus = 'done' | 'late' | 'open' | 'standing' | 'waiting';

/** `waiting`: for an event that has no day. A milestone that has passed makes nothing late by itself once it is ticked off. */
export function taskStatus(task: Task, ticked: { readonly done: boolean; readonly milestone: boolean }, asOf: string): TaskStatus {
  if (ticked.done) return 'done';
  const today = readDay(asOf);
  const late = task.deadline.some((part) => part.type === 'date' && !(part.milestone && ticked.milestone) && today !== null && today.from > readDay(part.until)!.to);
  if (late) return 'late';
  if (task.deadline.some(({ type }) => type === 'date')) return 'open';
  return task.deadline.some(({ type }) => type === 'event') ? 'waiting' : task.deadline.some(({ type }) => type === 'standing') ? 'standing' : 'open';
}

export type StatusCount = Readonly<Record<TaskStatus, number>>;

/** Progress by any heading of a task: its lead, each of its units, its deadline as written. A task with two units counts in both. */
export function progressBy(tasks: readonly Task[], statusOf: (task: Task) => TaskStatus, headings: (task: Task) => readonly string[]): ReadonlyMap<string, StatusCount> {
  const counts = new Map<string, Record<TaskStatus, number>>();
  for (const task of tasks) {
    const status = statusOf(task);
    for (const heading of headings(task)) {
      let count = counts.get(heading);
      if (count === undefined) counts.set(heading, (count = { done: 0, late: 0, open: 0, standing: 0, waiting: 0 }));
      count[status]++;
    }
  }
  return counts;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
