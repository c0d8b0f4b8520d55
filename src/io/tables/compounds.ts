/** Rows of compounds: each goes to the compound on the map that has its name in its community, else it is an atom without ground. */
import type { Atom } from '../../core/households/atom.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { COMPOUND_DATES, COMPOUND_NUMBERS, COMPOUND_TRUTHS, type GivenCompound } from '../../core/rules/facts.ts';
import type { Fact } from '../../core/rules/fact.ts';
import { withUniqueIds } from '../atoms.ts';
import { factOf, sourceOf } from './factsOfRow.ts';
import type { JoinedRow } from './join.ts';
import type { FactConflict } from './layers.ts';
import { pointOf } from './point.ts';
import type { TableProblems } from './problem.ts';
import type { ColumnReader } from './tableFacts.ts';
import { cellDay, cellNumber, cellText, cellTruth } from './values.ts';

export interface CompoundRows {
  readonly atoms: readonly Atom[];
  /** By id of the atom. */
  readonly compounds: ReadonlyMap<string, GivenCompound>;
  /** Counts of the map that a row replaced. */
  readonly conflicts: readonly FactConflict[];
}

const FIELDS = [
  ...COMPOUND_NUMBERS.map((field) => [field, 'number'] as const), ...COMPOUND_TRUTHS.map((field) => [field, 'truth'] as const), ...COMPOUND_DATES.map((field) => [field, 'date'] as const),
];

/** `unitOf`: index of a community by its id. `before`: what was known of compounds by id. */
export function compoundRows(
  joined: readonly JoinedRow[], read: ColumnReader, atoms: readonly Atom[], before: ReadonlyMap<string, GivenCompound>, unitOf: (id: string) => number | null, problems: TableProblems,
): CompoundRows {
  const placed = new Map<string, number>();
  atoms.forEach(({ kind, name, community }, k) => { if (kind === 'compound' && name !== null && community !== null) placed.set(keyOf(community, name), k); });
  const next = [...atoms];
  const compounds = new Map(before);
  const conflicts: FactConflict[] = [];
  const rowsOf = new Map<string, number>();
  // Ids of new atoms are settled when all are there.
  const made = new Map<number, GivenCompound>();
  for (const { row, community } of joined) {
    const unit = unitOf(community);
    const name = cellText(read.text(row, 'name'));
    if (name === null) problems.add({ code: 'noName', row: row.row, column: read.column('name') ?? null, expected: '小区名称' });
    if (unit === null || name === null) continue;
    const facts = givenOf(row.row, (field) => read.text(row, field), read, problems);
    const key = keyOf(unit, name);
    const twin = rowsOf.get(key);
    if (twin !== undefined) {
      problems.add({ code: 'doubled', row: row.row, column: read.column('name') ?? null, found: `${twin}, ${row.row}`, expected: '1' });
      continue;
    }
    rowsOf.set(key, row.row);
    const count = (field: 'households' | 'people'): number | null => (facts[field] as Fact<number> | undefined)?.value ?? null;
    const at = placed.get(key);
    if (at === undefined) next.push({ id: name, kind: 'compound', name, shape: pointShape(read, row), households: count('households'), people: count('people'), community: unit });
    else {
      const atom = next[at]!;
      for (const field of ['households', 'people'] as const) {
        const [was, is] = [atom[field], count(field)];
        if (was !== null && is !== null && was !== is) conflicts.push({ community, fact: `${atom.name ?? name} · ${field}`, values: [{ value: was, source: null, asOf: null }, { value: is, source: sourceOf({ table: read.place.table, row: row.row }, read.column(field) ?? field), asOf: read.place.asOf }] });
      }
      next[at] = { ...atom, households: count('households') ?? atom.households, people: count('people') ?? atom.people };
    }
    if (at === undefined) made.set(next.length - 1, facts);
    else compounds.set(next[at]!.id, { ...compounds.get(next[at]!.id), ...facts });
  }
  const unique = withUniqueIds(next);
  for (const [k, facts] of made) compounds.set(unique[k]!.id, facts);
  return { atoms: unique, compounds, conflicts };
}

function givenOf(row: number, text: (field: string) => string, read: ColumnReader, problems: TableProblems): GivenCompound {
  const facts: Record<string, Fact> = {};
  for (const [field, type] of FIELDS) {
    const column = read.column(field);
    if (column === undefined) continue;
    const written = text(field);
    const reading = type === 'number' ? cellNumber(written, field !== 'roomsSquareMetres') : type === 'truth' ? cellTruth(written) : cellDay(written);
    const fact = factOf<number | boolean | string>(reading, column, written, { ...read.place, row }, problems);
    if (fact !== null) facts[field] = fact;
  }
  return facts;
}

function pointShape(read: ColumnReader, row: JoinedRow['row']): Atom['shape'] {
  const at = pointOf(read, row, null);
  return at && { type: 'point', x: Math.round(at[0] * STEPS_PER_DEGREE), y: Math.round(at[1] * STEPS_PER_DEGREE) };
}

/** Names that differ by width, blanks and 小区 at the end are one. */
function keyOf(unit: number, name: string): string {
  const plain = name.normalize('NFKC').replace(/\s/g, '');
  return `${unit} ${plain.replace(/小区$/, '') || plain}`;
}
