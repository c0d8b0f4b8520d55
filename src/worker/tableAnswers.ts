/** Answers about tables: they lie beneath the plan's figures and the facts of the rules, so using others has both formed anew. */
import type { Plan } from '../core/plan/plan.ts';
import type { Work } from '../core/progress.ts';
import type { PlanAnswer } from './planProtocol.ts';
import { joinTasks } from '../core/rules/workplan/join.ts';
import type { DoubledRows } from '../io/tables/join.ts';
import type { TablesReading } from '../io/tables/readTables.ts';
import type { AssessDesk } from './assess/desk.ts';
import type { PlanDesk } from './plan/desk.ts';
import type { ReachDesk } from './reach/desk.ts';
import type { TableBook } from './plan/tables.ts';
import type { TableApi, TablesView } from './tableProtocol.ts';

interface Parts {
  tables: TableBook;
  desk: PlanDesk;
  assess: AssessDesk;
  reach: ReachDesk;
}

type Answers = { [N in keyof TableApi]: (argument: Parameters<TableApi[N]>[0]) => Work<ReturnType<TableApi[N]>> };

export function tableAnswers(parts: () => Parts): Answers {
  return {
    *tableInspect(inputs) {
      const { tables } = parts();
      const previews = [];
      for (const [k, input] of inputs.entries()) {
        yield { phase: 'table.read', fraction: k / inputs.length };
        previews.push(tables.inspect(input));
      }
      return previews;
    },

    *tableColumns({ name, kind }) {
      return parts().tables.guessColumns(name, kind);
    },

    *tablesTry(settings) {
      const { tables, desk } = parts();
      const base = desk.basePlan();
      return viewOf(yield* tables.readWith(settings, base), tables, base);
    },

    *tablesUse(settings) {
      const { tables, desk, assess, reach } = parts();
      const before = tables.inUse();
      let plan: PlanAnswer | null = null;
      tables.use(settings);
      try {
        plan = yield* desk.reread();
      } finally {
        // Cancelled on the way: the figures are still those of before.
        if (plan === null) tables.use(before);
      }
      assess.factsChanged();
      reach.forget();
      return { view: viewOf(desk.reading(), tables, desk.basePlan()), plan };
    },

    *tablesTasks() {
      const { desk } = parts();
      const { tasks } = desk.reading();
      if (tasks === null) return null;
      const standing = [...desk.head().units].flatMap(({ id, name, subdistrict, role, abolished }) => (role === 'community' && !abolished ? [{ id, name, subdistrict }] : []));
      const join = joinTasks(tasks.tasks, standing);
      const plain = <T>(map: ReadonlyMap<string, readonly T[]>): [string, T[]][] => [...map].map(([key, values]) => [key, [...values]]);
      return { tasks: [...tasks.tasks], problems: [...tasks.problems], byTask: plain(join.byTask), byCommunity: plain(join.byCommunity), repeated: plain(join.repeated), unjoined: join.unjoined };
    },
  };
}

/** More are settled one after another. */
const DOUBLED_WITH_CELLS = 100;
/** More cross to the page, and are listed there, when these are settled. */
const MOST_TOLD = 1000;

function viewOf({ reports, conflicts, facilities, tasks }: TablesReading, tables: TableBook, base: Plan): TablesView {
  const names = new Map([...base.units].map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const doubledOf = (table: string, doubled: readonly DoubledRows[]) => {
    const shown = doubled.slice(0, DOUBLED_WITH_CELLS);
    const cells = tables.cellsOf(table, shown.flatMap(({ rows }) => rows));
    let first = 0;
    return doubled.map((each, k) => ({ ...each, name: nameOf(each.community), cells: k < shown.length ? cells.slice(first, (first += each.rows.length)) : [] }));
  };
  return {
    reports: reports.map(({ name, kind, join, facts, problems }) => ({
      name, kind, joined: join && join.joined.length, byName: join ? join.joined.filter(({ by }) => by === 'name').length : 0, unjoined: (join?.unjoined ?? []).slice(0, MOST_TOLD), unjoinedRows: join?.unjoined.length ?? 0,
      doubled: doubledOf(name, (join?.doubled ?? []).slice(0, MOST_TOLD)), doubledCommunities: join?.doubled.length ?? 0, repeated: join?.repeated.length ?? 0, leftOut: join?.leftOut.length ?? 0, facts, problems: [...problems],
    })),
    conflictCount: conflicts.length, conflicts: conflicts.slice(0, MOST_TOLD).map((each) => ({ ...each, name: nameOf(each.community) })), fileProblems: [...tables.problemsOfFiles(base)], facilities: facilities.length, tasks: tasks?.tasks.length ?? 0,
    communities: [...base.units].flatMap(({ id, name, code, subdistrict, role }) => (role === 'community' ? [{ id, name, code, subdistrict }] : [])),
  };
}
