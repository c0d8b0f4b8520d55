/** What the page may ask about tables: they are read in the worker, previewed and corrected in the page, joined in the worker. */
import type { TableEncoding } from '../io/tables/decode.ts';
import type { TableKind } from '../io/tables/kindFields.ts';
import type { FactConflict } from '../io/tables/layers.ts';
import type { TableProblem } from '../io/tables/problem.ts';
import type { DoubledRows, JoinDecisions, UnjoinedRow } from '../io/tables/join.ts';
import type { Task } from '../core/rules/workplan/tasks.ts';
import type { TaskJoin } from '../core/rules/workplan/join.ts';
import type { PlanAnswer } from './planProtocol.ts';

export type TableInput = { name: string; bytes: ArrayBuffer } | { name: string; text: string };

export interface TablePreview {
  name: string;
  /** False: refused; `problems` say why. */
  usable: boolean;
  /** Null: pasted. */
  encoding: TableEncoding | null;
  kind: TableKind;
  /** Which column holds which field, as guessed. */
  columns: Record<string, string | undefined>;
  heads: string[];
  /** The first rows, with their numbers in the sheet. */
  rows: { row: number; cells: string[] }[];
  rowCount: number;
  asOf: string | null;
  problems: TableProblem[];
}

/** A table with what a person said of it. Plain JSON: it is kept with the project. */
export interface TableSetting {
  name: string;
  kind: TableKind;
  columns: Record<string, string | undefined>;
  /** Column of the key; null as guessed. */
  key: string | null;
  decisions: JoinDecisions;
  /** Date of the data; null as the table's title has it. */
  asOf: string | null;
}

export interface TableReportView {
  name: string;
  kind: TableKind;
  /** Rows that found their community; null: a table that joins none. */
  joined: number | null;
  byName: number;
  /** The first ones; `unjoinedRows`: how many there are. */
  unjoined: UnjoinedRow[];
  unjoinedRows: number;
  /** The first ones. `cells`: of each of the rows, as they stand; of fewer still. */
  doubled: (DoubledRows & { name: string; cells: string[][] })[];
  doubledCommunities: number;
  repeated: number;
  leftOut: number;
  facts: number;
  problems: TableProblem[];
}

export interface TablesView {
  reports: TableReportView[];
  /** The first ones. */
  conflicts: (FactConflict & { name: string })[];
  conflictCount: number;
  /** Of cells of the loaded files. */
  fileProblems: TableProblem[];
  facilities: number;
  tasks: number;
  /** Communities that a row can be joined to. */
  communities: { id: string; name: string; code: string | null; subdistrict: string | null }[];
}

export interface TasksView {
  tasks: Task[];
  problems: { row: number; code: string }[];
  byTask: [string, { name: string; community: string | null; candidates: readonly string[] }[]][];
  byCommunity: [string, string[]][];
  repeated: [string, string[]][];
  unjoined: TaskJoin['unjoined'];
}

export interface TableApi {
  tableInspect(argument: TableInput[]): TablePreview[];
  tableColumns(argument: { name: string; kind: TableKind }): Record<string, string | undefined>;
  /** Tables as they would join, without using them. */
  tablesTry(argument: TableSetting[]): TablesView;
  /** Uses these tables from now on: households, people and facts are read anew. The plan's figures follow. */
  tablesUse(argument: TableSetting[]): { view: TablesView; plan: PlanAnswer };
  /** The district's task table among the tables in use, joined to the communities of the open scenario. Null: there is none. */
  tablesTasks(argument: null): TasksView | null;
}
