/**
 * All tables, in the order in which they lie over one another → what they say of communities, compounds and the area; what did not join;
 * where two contradict. A pure function of the tables, their corrected columns and the person's decisions: a page changes one and runs it again.
 */
import type { AreaFigures } from '../../core/assess.ts';
import type { Atom } from '../../core/households/atom.ts';
import { finish, type Work } from '../../core/progress.ts';
import type { GivenCompound } from '../../core/rules/facts.ts';
import { bareCommunity } from '../../core/rules/workplan/names.ts';
import { readTaskTable, type TaskTable } from '../../core/rules/workplan/tasks.ts';
import { compoundRows } from './compounds.ts';
import { facilityRows, type FacilityRow } from './facilities.ts';
import { factsOfRow } from './factsOfRow.ts';
import { factType } from './factFields.ts';
import { guessKind, guessTableColumns, type TableColumns } from './guessKind.ts';
import { areaIndicators, indicatorFacts } from './indicators.ts';
import { joiningTable, keyOf, type JoinCommunity, type JoinDecisions, type TableJoin } from './join.ts';
import type { TableKind } from './kindFields.ts';
import { layerFacts, type FactConflict, type FactLayer, type LayeredFacts } from './layers.ts';
import { TableProblems, type TableProblem } from './problem.ts';
import { roomFacts } from './rooms.ts';
import { staffFacts } from './staff.ts';
import { cellOf, type Table } from './table.ts';
import { columnReader, type ColumnReader } from './tableFacts.ts';

/** A table with what a person said of it; what is left out is guessed. */
export interface TableChoice {
  readonly table: Table;
  readonly kind?: TableKind;
  readonly columns?: TableColumns;
  /** Column of the key where it is not the guessed one, or `code` / `name` to join by that alone. */
  readonly key?: string;
  readonly decisions?: JoinDecisions;
  /** Date of the data; the titles' own where it is left out. */
  readonly asOf?: string;
}

/** What stands beneath the tables. */
export interface TableGround {
  readonly communities: readonly JoinCommunity[];
  /** Of the files' own rows, by id. */
  readonly given: FactLayer;
  readonly atoms: readonly Atom[];
  /** Of the files' compounds, by id of the atom. */
  readonly compounds: ReadonlyMap<string, GivenCompound>;
  /** Index of a community's unit in the files, by id; null for one that is not in them. */
  readonly unitOf: (id: string) => number | null;
}

export interface TableReport {
  readonly name: string;
  readonly kind: TableKind;
  readonly columns: TableColumns;
  /** Null: refused, or a table that joins nothing by its kind. */
  readonly join: TableJoin | null;
  /** Facts that it brought. */
  readonly facts: number;
  readonly problems: readonly TableProblem[];
}

export interface TablesReading extends LayeredFacts {
  readonly conflicts: readonly FactConflict[];
  readonly atoms: readonly Atom[];
  readonly compounds: ReadonlyMap<string, GivenCompound>;
  readonly facilities: readonly FacilityRow[];
  readonly tasks: TaskTable | null;
  readonly areaFigures: AreaFigures;
  readonly reports: readonly TableReport[];
}

export function readTables(choices: readonly TableChoice[], ground: TableGround): TablesReading {
  return finish(readingTables(choices, ground));
}

/** The same with places where a cancel is heard. */
export function* readingTables(choices: readonly TableChoice[], ground: TableGround): Work<TablesReading> {
  const reading = new Reading(ground);
  for (const choice of choices) yield* reading.take(choice);
  return reading.finish();
}

class Reading {
  private readonly layers: FactLayer[];
  private readonly reports: TableReport[] = [];
  private readonly facilities: FacilityRow[] = [];
  private readonly moreConflicts: FactConflict[] = [];
  private atoms: readonly Atom[];
  private compounds: ReadonlyMap<string, GivenCompound>;
  private tasks: TaskTable | null = null;
  private area: AreaFigures = {};

  constructor(private readonly ground: TableGround) {
    this.layers = [ground.given];
    this.atoms = ground.atoms;
    this.compounds = ground.compounds;
  }

  *take(choice: TableChoice): Work<void> {
    const { table } = choice;
    const problems = new TableProblems(table.name);
    const kind = choice.kind ?? guessKind(table);
    const columns = choice.columns ?? guessTableColumns(table.columns, kind);
    if (kind === 'tasks') {
      this.takeTasks(table);
      this.reports.push({ name: table.name, kind, columns, join: null, facts: 0, problems: [] });
      return;
    }
    const asOf = choice.asOf ?? table.asOf;
    const read = columnReader(table, columns, asOf, problems);
    const join = yield* this.joined(choice, kind, columns, problems);
    const before = this.layers.length;
    if (join !== null) this.takeRows(kind, table, columns, join, read, problems);
    else if (kind === 'facilities') this.facilities.push(...facilityRows(table.rows, new Map(), read, problems));
    const facts = this.layers.slice(before).reduce((sum, layer) => sum + [...layer.values()].reduce((all, each) => all + Object.keys(each).length, 0), 0);
    this.reports.push({ name: table.name, kind, columns, join, facts, problems: problems.all() });
  }

  finish(): TablesReading {
    const { given, conflicts } = layerFacts(this.layers);
    return { given, conflicts: [...conflicts, ...this.moreConflicts], atoms: this.atoms, compounds: this.compounds, facilities: this.facilities, tasks: this.tasks, areaFigures: this.area, reports: this.reports };
  }

  private *joined({ table, key, decisions }: TableChoice, kind: TableKind, columns: TableColumns, problems: TableProblems): Work<TableJoin | null> {
    const isWide = kind === 'communities';
    const chosen = chosenKey(keyOf(columns, isWide), key, table);
    if (chosen.code === undefined && chosen.name === undefined) {
      // Facilities have places, indicators may be the whole area's.
      const mayLack = kind === 'facilities' || kind === 'indicators';
      if (kind === 'indicators') this.area = { ...this.area, ...areaIndicators(table.rows, columnReader(table, columns, table.asOf, problems)) };
      if (!mayLack) problems.add({ code: 'noKey', severity: 'refused', found: table.columns.slice(0, 12).join(', '), expected: '社区代码 / 社区名称' });
      return null;
    }
    const many = !(isWide || (kind === 'staff' && columns.role === undefined) || (kind === 'indicators' && columns.indicator === undefined));
    return yield* joiningTable(table, this.ground.communities, { many, merged: many && kind !== 'facilities', key: chosen, ...(decisions === undefined ? {} : { decisions }) }, problems);
  }

  private takeRows(kind: TableKind, table: Table, columns: TableColumns, join: TableJoin, read: ColumnReader, problems: TableProblems): void {
    if (kind === 'facilities') this.facilities.push(...facilityRows(table.rows, new Map(join.joined.map(({ row, community }) => [row.row, community])), read, problems));
    else if (kind === 'compounds') {
      const rows = compoundRows(join.joined, read, this.atoms, this.compounds, this.ground.unitOf, problems);
      [this.atoms, this.compounds] = [rows.atoms, rows.compounds];
      this.moreConflicts.push(...rows.conflicts);
    } else if (kind === 'rooms') this.layers.push(roomFacts(join.joined, read, problems).facts);
    else {
      this.layers.push(wideFacts(table, columns, join, read, problems));
      if (kind === 'staff' && columns.role !== undefined) this.layers.push(staffFacts(join.joined, read, problems).facts);
      if (kind === 'indicators' && columns.indicator !== undefined) this.layers.push(indicatorFacts(join.joined, read, problems).facts);
    }
  }

  private takeTasks(table: Table): void {
    const known = new Set(this.ground.communities.map(({ name, id }) => bareCommunity(name ?? id)));
    this.tasks = readTaskTable(table.cells, { known, ...(table.asOf === null ? {} : { paper: table.asOf }) });
  }
}

/** Columns that hold facts themselves; the subdistrict is part of the key. In a list with many rows a community there are none. */
function wideFacts(table: Table, columns: TableColumns, join: TableJoin, read: ColumnReader, problems: TableProblems): FactLayer {
  const isList = columns.role !== undefined || columns.indicator !== undefined;
  const fields = isList ? [] : Object.entries(columns).flatMap(([field, column]) => {
    const at = column === undefined ? -1 : table.columns.indexOf(column);
    return at < 0 || factType(field) === null || field === 'subdistrict' ? [] : [{ field, column: column!, at }];
  });
  if (fields.length === 0) return new Map();
  return new Map(join.joined.map(({ row, community }) => [
    community, factsOfRow(fields.map(({ field, column, at }) => ({ field, column, text: cellOf(row, at) })), { ...read.place, row: row.row }, problems),
  ]));
}

/** `code` or `name`: by that alone. A column's name: that column, by what stands in it. */
function chosenKey(guessed: ReturnType<typeof keyOf>, key: string | undefined, table: Table): ReturnType<typeof keyOf> {
  if (key === undefined) return guessed;
  const { subdistrict } = guessed;
  const within = subdistrict === undefined ? {} : { subdistrict };
  if (key === 'code' && guessed.code !== undefined) return { code: guessed.code };
  if (key === 'name' && guessed.name !== undefined) return { name: guessed.name, ...within };
  const at = table.columns.indexOf(key);
  if (at < 0) return {};
  const filled = table.rows.slice(0, 20).map((row) => cellOf(row, at).trim()).filter((text) => text !== '');
  const looksCoded = filled.length > 0 && filled.every((text) => /^['`’]?\d{6,}$/.test(text));
  return looksCoded ? { code: key } : { name: key, ...within };
}
