/** Tables for tests: from text, joined to a few made-up communities. */
import { expect } from 'vitest';
import { factsOfRow } from '../../../src/io/tables/factsOfRow.ts';
import type { JoinCommunity } from '../../../src/io/tables/join.ts';
import { TableProblems, type TableProblem } from '../../../src/io/tables/problem.ts';
import { readTables, type TableChoice, type TableGround, type TablesReading } from '../../../src/io/tables/readTables.ts';
import { pasteTable, readTable, type Table } from '../../../src/io/tables/table.ts';

export const COMMUNITIES: readonly JoinCommunity[] = [
  { id: '990117001001', code: '990117001001', name: '溯滩社区', subdistrict: '北渡街道' },
  { id: '990117001002', code: '990117001002', name: '梧月社区', subdistrict: '北渡街道' },
  { id: '990117002001', code: '990117002001', name: '红旗社区', subdistrict: '南桥街道' },
  { id: '990117003001', code: '990117003001', name: '红旗社区', subdistrict: '西湾镇' },
  { id: '990117003200', code: '990117003200', name: '杏和村', subdistrict: '西湾镇' },
];

export const GROUND: TableGround = {
  communities: COMMUNITIES, given: new Map(), atoms: [], compounds: new Map(),
  unitOf: (id) => { const at = COMMUNITIES.findIndex((each) => each.id === id); return at < 0 ? null : at; },
};

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function table(text: string, name = '表.csv'): Table {
  const reading = text.includes('\t') ? pasteTable(name, text) : readTable(name, bytes(text));
  expect(reading.problems.filter(({ severity }) => severity === 'refused')).toEqual([]);
  return reading.table!;
}

export function reading(text: string | Table, more: Partial<TableChoice> = {}, ground: Partial<TableGround> = {}): TablesReading {
  return readTables([{ table: typeof text === 'string' ? table(text) : text, ...more }], { ...GROUND, ...ground });
}

export function codes(problems: readonly TableProblem[]): string[] {
  return problems.map(({ code }) => code);
}

/** Plain values of what is known of a community. */
export function values(result: Pick<TablesReading, 'given'>, id: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result.given.get(id) ?? {}).map(([name, fact]) => [name, (fact as { value: unknown }).value]));
}

/** What one cell says of a field, and what is told of it. */
export function cellSays(field: string, text: string): { value: unknown; codes: string[] } {
  const problems = new TableProblems('表');
  const facts = factsOfRow([{ field, column: '列', text }], { table: '表', row: 2, asOf: null }, problems) as Record<string, { value: unknown } | undefined>;
  return { value: facts[field]?.value ?? null, codes: codes(problems.all()) };
}
