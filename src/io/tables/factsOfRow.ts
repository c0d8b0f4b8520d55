/** One row of columns → facts of a community, each with its table, column and row; what does not read is told and stays unknown. */
import { known, type Fact } from '../../core/rules/fact.ts';
import type { FactName, GivenFacts } from '../../core/rules/facts.ts';
import { factType } from './factFields.ts';
import type { TableProblems } from './problem.ts';
import { BLANK, cellDay, cellNumber, cellPercent, cellText, cellTruth, read, refused, type CellReading } from './values.ts';
import { WORD_READERS } from './words.ts';

/** Where the row stands, for the source of its facts. */
export interface RowPlace {
  readonly table: string;
  readonly row: number;
  /** Date of the table's data. */
  readonly asOf: string | null;
}

export interface FieldCell {
  readonly field: string;
  readonly column: string;
  readonly text: string;
}

/** Areas, shares and money may have fractions. */
const MEASURED = /(?:SquareMetres|Percent|Yuan)$/;
/** Fewer or more people in a household say that a figure stands in the wrong column (policy sheet §2). */
const [LEAST_PEOPLE, MOST_PEOPLE] = [1.2, 5];

export function factsOfRow(cells: readonly FieldCell[], place: RowPlace, problems: TableProblems): GivenFacts {
  const facts: Record<string, Fact> = {};
  for (const { field, column, text } of cells) {
    const type = factType(field);
    if (type === null) continue;
    const fact = factOf(readAs(type, field, text), column, text, place, problems);
    if (fact !== null) facts[field] = fact;
  }
  compare(facts, cells, place, problems);
  return facts;
}

export function sourceOf({ table, row }: Pick<RowPlace, 'table' | 'row'>, column: string): string {
  return `${table} · ${column} · ${row}`;
}

/** Null: nothing is known; a reason is told unless the cell is blank. */
export function factOf<T extends number | boolean | string>(reading: CellReading<T>, column: string, text: string, place: RowPlace, problems: TableProblems): Fact<T> | null {
  if (reading.state !== 'read') {
    if (reading.state === 'bad') problems.add({ code: reading.code, severity: reading.code === 'masked' ? 'information' : 'warning', row: place.row, column, found: text.trim(), expected: reading.expected });
    return null;
  }
  if (reading.approximate) problems.add({ code: 'approximate', severity: 'information', row: place.row, column, found: text.trim(), expected: String(reading.value) });
  return known(reading.value, { source: sourceOf(place, column), ...(place.asOf === null ? {} : { asOf: place.asOf }) });
}

export function readAs(type: 'number' | 'truth' | 'word' | 'date', field: string, text: string): CellReading<number | boolean | string> {
  if (type === 'number') return field.endsWith('Percent') ? cellPercent(text) : cellNumber(text, !MEASURED.test(field));
  if (type === 'truth') return cellTruth(text);
  if (type === 'date') return cellDay(text);
  const plain = cellText(text);
  if (plain === null) return BLANK;
  const reader = WORD_READERS[field];
  if (reader === undefined) return read(plain);
  const { value, expected } = reader(plain);
  return value === null ? refused('notAWord', expected) : read(value);
}

/** Figures that contradict each other stay as they are written, and are told. */
function compare(facts: Readonly<Record<string, Fact>>, cells: readonly FieldCell[], { row }: RowPlace, problems: TableProblems): void {
  const number = (name: FactName): number | null => {
    const value = facts[name]?.value;
    return typeof value === 'number' ? value : null;
  };
  const columnOf = (name: string) => cells.find(({ field }) => field === name)?.column ?? name;
  for (const [households, people] of [['households', 'people'], ['householdsRegistered', 'peopleRegistered']] as const) {
    const [h, p] = [number(households), number(people)];
    if (h === null || p === null || h === 0 || (p / h >= LEAST_PEOPLE && p / h <= MOST_PEOPLE)) continue;
    problems.add({ code: 'peoplePerHousehold', row, column: columnOf(people), found: `${p} / ${h} = ${Number((p / h).toFixed(2))}`, expected: `${LEAST_PEOPLE}–${MOST_PEOPLE}` });
  }
  for (const [part, whole, code] of [['dwellingsOccupied', 'dwellings', 'moreOccupied'], ['elderlyAreaSquareMetres', 'floorAreaSquareMetres', 'moreThanWhole'], ['activityAreaSquareMetres', 'floorAreaSquareMetres', 'moreThanWhole'], ['bothRoles', 'partyMembers', 'moreThanWhole']] as const) {
    const [p, w] = [number(part), number(whole)];
    if (p !== null && w !== null && p > w) problems.add({ code, row, column: columnOf(part), found: String(p), expected: `≤ ${w}` });
  }
}
