/** The task table in use, joined to the communities of the open scenario: asked again when either changes. The last answer stands meanwhile. */
import { useEffect, useMemo, useState } from 'react';
import { useAssess } from '../../state/assess/assess.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useSession } from '../../state/session.ts';
import { askTables } from '../../state/tables/askTables.ts';
import { readTaskMarks } from '../../state/tables/marks.ts';
import { useTables } from '../../state/tables/tables.ts';
import type { TasksView } from '../../worker/tableProtocol.ts';
import { taskLines, type TaskLine } from './taskLines.ts';

export interface TaskBoard {
  view: TasksView;
  lines: readonly TaskLine[];
  late: number;
  /** Day by which lateness is told, as the rules have it; empty while they are opened. */
  asOf: string;
}

/** `none`: there is no task table; `asking`: it is being read. */
export function useTaskBoard(): TaskBoard | 'none' | 'asking' {
  const tables = useTables((each) => each.view);
  const state = usePlan((mirror) => mirror.state);
  const profile = useSession((session) => session.profile);
  const asOf = useAssess((mirror) => mirror.state?.asOf ?? '');
  const [answer, setAnswer] = useState<{ of: typeof tables; view: TasksView | null } | null>(null);
  const has = tables?.reports.some(({ kind }) => kind === 'tasks') ?? false;
  useEffect(() => {
    if (!has || state === null) return;
    let wanted = true;
    void askTables('tablesTasks', null).then((view) => { if (wanted && view !== undefined) setAnswer({ of: tables, view }); });
    return () => { wanted = false; };
  }, [has, tables, state]);
  const marks = useMemo(() => readTaskMarks(profile), [profile]);
  const view = has ? (answer?.view ?? null) : null;
  return useMemo(() => {
    if (!has) return 'none';
    if (!view) return answer === null ? 'asking' : 'none';
    const lines = taskLines(view, marks, asOf);
    return { view, lines, late: lines.filter(({ status }) => status === 'late').length, asOf };
  }, [has, view, answer, marks, asOf]);
}
