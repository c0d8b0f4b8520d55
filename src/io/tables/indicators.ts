/** A list of indicators, one a row: of a community, or of the whole area where a row names none (policy sheet §8). */
import type { AreaFigures } from '../../core/assess.ts';
import { known, type Fact } from '../../core/rules/fact.ts';
import { TRUTH_FACTS } from '../../core/rules/facts.ts';
import { normalColumn } from '../columnName.ts';
import { aliasesOf, factType, TABLE_FIELDS } from './factFields.ts';
import { factOf, readAs, sourceOf } from './factsOfRow.ts';
import type { JoinedRow } from './join.ts';
import type { TableProblems } from './problem.ts';
import type { TableRow } from './table.ts';
import type { ColumnReader, TableFacts } from './tableFacts.ts';
import { cellNumber, cellText, cellTruth } from './values.ts';

const BY_NAME = new Map(TABLE_FIELDS.flatMap((field) => aliasesOf(field).map((alias) => [normalColumn(alias), field] as const)));
const TRUTHS = new Set<string>(TRUTH_FACTS);
const MOST_ROWS = 30;

export function indicatorFacts(joined: readonly JoinedRow[], read: ColumnReader, problems: TableProblems): TableFacts {
  const facts = new Map<string, Record<string, Fact>>();
  for (const { row, community } of joined) {
    const field = fieldOf(read.text(row, 'indicator'));
    const type = field === null ? null : factType(field);
    if (field === null || type === null) {
      problems.add({ code: 'unknownIndicator', row: row.row, column: read.column('indicator') ?? null, found: read.text(row, 'indicator').trim(), expected: '1–30' });
      continue;
    }
    const fact = factOf(readAs(type, field, read.text(row, 'value')), read.column('value') ?? 'value', read.text(row, 'value'), { ...read.place, row: row.row }, problems);
    let own = facts.get(community);
    if (own === undefined) facts.set(community, (own = {}));
    if (fact !== null) own[field] = fact;
  }
  return { facts: facts };
}

/** Rows without a community: figures of the area, by `row1` … `row30`. */
export function areaIndicators(rows: readonly TableRow[], read: ColumnReader): AreaFigures {
  const figures: Record<string, Fact> = {};
  for (const row of rows) {
    const number = rowNumber(read.text(row, 'indicator'));
    const text = cellText(read.text(row, 'value'));
    if (number === null || text === null) continue;
    const value = cellNumber(text, false).value ?? cellTruth(text).value;
    if (value !== null) figures[`row${number}`] = known(value, { source: sourceOf({ table: read.place.table, row: row.row }, read.column('value') ?? 'value'), ...(read.place.asOf === null ? {} : { asOf: read.place.asOf }) });
  }
  return figures;
}

/** By its number or its name. */
function fieldOf(text: string): string | null {
  const number = rowNumber(text);
  if (number !== null && TRUTHS.has(`indicator${number}`)) return `indicator${number}`;
  return BY_NAME.get(normalColumn(text.replace(/^\s*\d{1,2}\s*[.、．:：]?\s*/, ''))) ?? null;
}

function rowNumber(text: string): number | null {
  const match = /^(?:indicator|row|指标)?(\d{1,2})(?:[.、．:：].*)?$/i.exec(text.normalize('NFKC').replace(/\s/g, ''));
  const number = match ? Number(match[1]) : 0;
  return number >= 1 && number <= MOST_ROWS ? number : null;
}
