/** Ticks a task off, a milestone of it, or says which scenario answers it: kept with the project. */
import type { Task } from '../../core/rules/workplan/tasks.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { useSession } from '../session.ts';
import { readTaskMarks, withMark, withTaskMarks, type TaskMark } from '../tables/marks.ts';
import { saveDecisions } from './saveDecisions.ts';

export function markTask(tasks: readonly Task[], key: string, change: Partial<Pick<TaskMark, 'done' | 'milestone' | 'scenarios'>>): void {
  if (isReadOnly()) return;
  useSession.setState(({ profile }) => ({ profile: withTaskMarks(profile, withMark(tasks, readTaskMarks(profile), key, change)) }));
  saveDecisions();
}
