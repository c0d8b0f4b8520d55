/**
 * What files and tables say of communities and compounds: the files' own rows beneath, tables over them in their order. Tables are
 * read once and kept here; what a person says of them (kind, columns, joins) comes with each choice and the whole is read again.
 */
import type { Atom } from '../../core/households/atom.ts';
import { selectAtoms } from '../../core/households/selectAtoms.ts';
import type { Dataset } from '../../core/households/atom.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Work } from '../../core/progress.ts';
import type { GivenCompound, GivenFacts } from '../../core/rules/facts.ts';
import type { PlanSource } from '../../io/geojson/writePlan.ts';
import type { SourceLayer } from '../../io/sourceLayer.ts';
import { compoundsOfFile, controlOf, factsOfFile } from '../../io/tables/fileFacts.ts';
import { guessKind, guessTableColumns } from '../../io/tables/guessKind.ts';
import type { TableProblem } from '../../io/tables/problem.ts';
import { readingTables, type TableGround, type TablesReading } from '../../io/tables/readTables.ts';
import { pasteTable, readTable, type Table } from '../../io/tables/table.ts';
import type { TableInput, TablePreview, TableSetting } from '../tableProtocol.ts';

/** Rows shown before a table is used. */
const SHOWN_ROWS = 12;

export interface TableFiles {
  /** Communities first, declared ground behind them, in the order of the units. */
  readonly communities: readonly PlanSource[];
  readonly atoms: readonly { readonly source: SourceLayer; readonly atoms: readonly Atom[] }[];
}

export class TableBook {
  private readonly tables = new Map<string, Table>();
  private settings: readonly TableSetting[] = [];
  private ground: { base: Plan; ground: TableGround; problems: readonly TableProblem[] } | null = null;

  constructor(private readonly files: TableFiles) {}

  /** Reads a table and guesses what it is. One of the same name takes the place of the earlier. */
  inspect(input: TableInput): TablePreview {
    const { name } = input;
    const { table, problems } = 'text' in input ? pasteTable(name, input.text) : readTable(name, new Uint8Array(input.bytes));
    if (table === null) return { name, usable: false, encoding: null, kind: 'communities', columns: {}, heads: [], rows: [], rowCount: 0, asOf: null, problems: [...problems] };
    this.tables.set(name, table);
    const kind = guessKind(table);
    return {
      name, usable: true, encoding: table.encoding, kind, columns: { ...guessTableColumns(table.columns, kind) }, heads: [...table.columns],
      rows: table.rows.slice(0, SHOWN_ROWS).map(({ row, cells }) => ({ row, cells: [...cells] })), rowCount: table.rows.length, asOf: table.asOf, problems: [...problems],
    };
  }

  /** Cells of rows by their numbers in the sheet; an empty list for a row that is not there. */
  cellsOf(name: string, rows: readonly number[]): string[][] {
    const wanted = new Set(rows);
    const found = new Map<number, string[]>(this.tables.get(name)?.rows.flatMap(({ row, cells }) => (wanted.has(row) ? [[row, [...cells]]] : [])));
    return rows.map((row) => found.get(row) ?? []);
  }

  guessColumns(name: string, kind: TablePreview['kind']): Record<string, string | undefined> {
    const table = this.tables.get(name);
    return table ? { ...guessTableColumns(table.columns, kind) } : {};
  }

  /** In the order in which they lie over one another. Tables that were never inspected are left out. */
  use(settings: readonly TableSetting[]): void {
    this.settings = settings;
  }

  inUse(): readonly TableSetting[] {
    return this.settings;
  }

  read(base: Plan): Work<TablesReading> {
    return this.readWith(this.settings, base);
  }

  *readWith(settings: readonly TableSetting[], base: Plan): Work<TablesReading> {
    const { ground } = this.groundOf(base);
    return yield* readingTables(settings.filter(({ name }) => this.tables.has(name)).map(({ name, kind, columns, key, decisions, asOf }) => ({
      table: this.tables.get(name)!, kind, columns, decisions, ...(key === null ? {} : { key }), ...(asOf === null ? {} : { asOf }),
    })), ground);
  }

  /** Of cells in the loaded files that could not be read as what their column holds. */
  problemsOfFiles(base: Plan): readonly TableProblem[] {
    return this.groundOf(base).problems;
  }

  private groundOf(base: Plan): { ground: TableGround; problems: readonly TableProblem[] } {
    if (this.ground?.base === base) return this.ground;
    const units = [...base.units];
    const ids = units.map(({ id }) => id);
    const given = new Map<string, GivenFacts>();
    const problems: TableProblem[] = [];
    let first = 0;
    for (const { source, fields } of this.files.communities) {
      const facts = factsOfFile(source, fields, ids.slice(first, (first += source.properties.length)));
      for (const [id, own] of facts.given) given.set(id, own);
      problems.push(...facts.problems);
    }
    const compounds = new Map<string, GivenCompound>();
    for (const { source, atoms } of this.files.atoms) for (const [id, facts] of compoundsOfFile(source, atoms)) compounds.set(id, facts);
    const unitOf = new Map(ids.map((id, unit) => [id, unit]));
    const ground: TableGround = {
      communities: units.flatMap(({ id, code, name, subdistrict, role }) => (role === 'community' ? [{ id, code, name, subdistrict }] : [])),
      given, atoms: this.files.atoms.flatMap(({ atoms }) => atoms), compounds, unitOf: (id) => unitOf.get(id) ?? null,
    };
    this.ground = { base, ground, problems };
    return this.ground;
  }
}

export function datasetOf({ atoms, given }: TablesReading, base: Plan): Dataset {
  const units = [...base.units];
  const control = controlOf(given, units.map(({ id }) => id));
  return { atoms: selectAtoms(atoms).atoms, control: control.map((counts, unit) => (units[unit]!.role === 'declared' ? { households: null, people: null } : counts)) };
}
