/** What the attributes of loaded files say: the same readers as for tables, so that a figure means the same wherever it stands. */
import type { Atom, Counts } from '../../core/households/atom.ts';
import type { Fact } from '../../core/rules/fact.ts';
import { COMPOUND_DATES, COMPOUND_NUMBERS, COMPOUND_TRUTHS, type GivenCompound, type GivenFacts } from '../../core/rules/facts.ts';
import type { FieldMap } from '../fields.ts';
import type { SourceLayer } from '../sourceLayer.ts';
import { cell } from '../unitLabel.ts';
import { aliasesOf, factType, guessColumns, TABLE_FIELDS, type TableField } from './factFields.ts';
import { factOf, factsOfRow, readAs } from './factsOfRow.ts';
import { KIND_FIELDS } from './kindFields.ts';
import type { FactLayer } from './layers.ts';
import { TableProblems, type TableProblem } from './problem.ts';
import { columnsOf } from '../columns.ts';

export interface FileFacts {
  readonly given: FactLayer;
  readonly problems: readonly TableProblem[];
}

/** `ids`: of the file's units, in its order. Columns beyond the contract's fields are guessed among those that are left. */
export function factsOfFile({ fileName, properties, featureIndex }: Pick<SourceLayer, 'fileName' | 'properties' | 'featureIndex'>, fields: FieldMap, ids: readonly string[]): FileFacts {
  const problems = new TableProblems(fileName);
  const taken = new Set(Object.values(fields));
  const left = columnsOf(properties).map(({ name }) => name).filter((name) => !taken.has(name));
  const more = guessColumns(left, TABLE_FIELDS.filter((field) => !Object.hasOwn(fields, field) && !Object.hasOwn(KEYS, field)), aliasesOf);
  const columns = (Object.entries({ ...more, ...fields }) as [TableField, string][]).filter(([field]) => factType(field) !== null && field !== 'subdistrict');
  const given = new Map(properties.map((row, unit): [string, GivenFacts] => [
    ids[unit]!, factsOfRow(columns.map(([field, column]) => ({ field, column, text: textOf(cell(row, column)) })), { table: fileName, row: featureIndex[unit]! + 1, asOf: null }, problems),
  ]));
  return { given, problems: problems.all() };
}

const KEYS = { code: 1, name: 1, subdistrict: 1, district: 1, kind: 1 };

/** Households and people that communities have of themselves, for the ledger (`Dataset.control`), by unit. */
export function controlOf(given: FactLayer, ids: readonly string[]): Counts[] {
  return ids.map((id) => ({ households: numberOf(given.get(id)?.households), people: numberOf(given.get(id)?.people) }));
}

function numberOf(value: GivenFacts['households']): number | null {
  return typeof value === 'object' && value !== null ? value.value : (value ?? null);
}

/** Facts of the compounds of a file, by id of the atom: `atoms` as `readAtoms` made them of it. */
export function compoundsOfFile(source: Pick<SourceLayer, 'fileName' | 'properties' | 'featureIndex'>, atoms: readonly Atom[]): ReadonlyMap<string, GivenCompound> {
  // Points stand among the atoms and not among the units: then a row's atom can't be told by its order.
  if (atoms.length !== source.properties.length) return new Map();
  const problems = new TableProblems(source.fileName);
  const names = columnsOf(source.properties).map(({ name }) => name);
  const fields = KIND_FIELDS.compounds as Readonly<Record<string, readonly string[]>>;
  const columns = guessColumns(names, Object.keys(fields), (field) => fields[field]!);
  return new Map(atoms.map(({ id }, k) => {
    const row = source.properties[k]!;
    const facts: Record<string, Fact> = {};
    for (const [list, type] of [[COMPOUND_NUMBERS, 'number'], [COMPOUND_TRUTHS, 'truth'], [COMPOUND_DATES, 'date']] as const) {
      for (const field of list) {
        const column = columns[field];
        if (column === undefined) continue;
        const text = textOf(cell(row, column));
        const fact = factOf(readAs(type, field, text), column, text, { table: source.fileName, row: source.featureIndex[k]! + 1, asOf: null }, problems);
        if (fact !== null) facts[field] = fact;
      }
    }
    return [id, facts];
  }));
}

/** An attribute as a table would hold it; the empty text for what is no plain value. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
