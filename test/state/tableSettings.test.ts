/** Tables and ticks in the project's record: read as untrusted, put back beside the rest; marks follow the task's words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf, readTaskMarks, withMark, withTaskMarks, type TaskMark } from '../../src/state/tables/marks.ts';
import { MOST_TABLES, readTableSettings, withTables } from '../../src/state/tables/settings.ts';
import { DEFAULT_RULES, readRuleSettings, writtenSettings } from '../../src/state/assess/settings.ts';
import type { TableSetting } from '../../src/worker/tableProtocol.ts';

const SEED = 20_251_122;
const setting = (name: string, part: Partial<TableSetting> = {}): TableSetting => ({ name, kind: 'communities', columns: { name: '社区名称', households: '户数' }, key: null, decisions: { 5: 'a', 9: null }, asOf: '2024-06', ...part });

describe('tables of the project', () => {
  it('are read as they were written, in their order, beside the rules', () => {
    const tables = [setting('乙.csv', { kind: 'rooms', key: 'name', asOf: null }), setting('甲.csv')];
    const record = writtenSettings(withTables(null, tables), { ...DEFAULT_RULES, averagePayYuan: 60_000 });
    expect(readTableSettings(JSON.parse(JSON.stringify(record)))).toEqual(tables);
    expect(readRuleSettings(record).averagePayYuan).toBe(60_000);
    expect(readTableSettings(withTables(record, []))).toEqual([]);
    expect(readRuleSettings(withTables(record, [])).averagePayYuan).toBe(60_000);
  });

  it('leave out what does not read, member by member', () => {
    const bad = JSON.parse('{"name":"a.csv","kind":"communities","columns":{"__proto__":"x","name":"社区","bad field":"y","code":7},"key":5,"decisions":{"3":"b","-1":"c","x":"d","4":{},"5":null,"__proto__":"e"},"asOf":"2024-13"}') as unknown;
    const [read] = readTableSettings({ tables: [bad] });
    expect(read).toEqual({ name: 'a.csv', kind: 'communities', columns: { name: '社区' }, key: null, decisions: { 3: 'b', 5: null }, asOf: null });
    expect(Object.getPrototypeOf(read!.columns)).toBe(Object.prototype);
    expect(readTableSettings({ tables: [{ ...setting('a'), kind: 'spells' }, { ...setting(''), columns: null }, 3, null, setting('b'), setting('b', { kind: 'rooms' })] })).toEqual([setting('b')]);
    expect(readTableSettings({ tables: Array.from({ length: 80 }, (_, k) => setting(`${k}.csv`)) })).toHaveLength(MOST_TABLES);
  });

  it('any record at all is read without a throw, and what was read reads the same again', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.record({ tables: fc.array(fc.anything()), tasks: fc.array(fc.anything()) })), (record) => {
      const tables = readTableSettings(record);
      const tasks = readTaskMarks(record);
      expect(readTableSettings(withTables(record, tables))).toEqual(tables);
      expect(readTaskMarks(withTaskMarks(record, tasks))).toEqual(tasks);
    }), { seed: SEED, numRuns: 300 });
  });
});

describe('ticks and ties', () => {
  const tasks = [{ key: '1', text: '拆分甲社区' }, { key: '15', text: '整合乙社区' }, { key: '15#2', text: '补足用房' }];

  it('are kept by the words of the task, so that another numbering keeps them and other words do not', () => {
    let marks = withMark(tasks, [], '15#2', { done: '2025-02-03' });
    marks = withMark(tasks, marks, '15#2', { scenarios: [0, 2] });
    marks = withMark(tasks, marks, '1', { milestone: '2025-01-01' });
    expect(marksOf(tasks, marks).get('15#2')).toMatchObject({ done: '2025-02-03', milestone: null, scenarios: [0, 2] });
    const renumbered = [{ key: '2', text: '补足用房' }, { key: '15#2', text: '另一件事' }];
    expect([...marksOf(renumbered, marks)].map(([key, { done }]) => [key, done])).toEqual([['2', '2025-02-03']]);
    // What the corrected table lacks stays for the next one.
    expect(withMark(renumbered, marks, '2', { done: null, scenarios: [] })).toEqual([expect.objectContaining({ text: '拆分甲社区' })]);
  });

  it('two tasks of the same words keep their own', () => {
    const twins = [{ key: '3', text: '同一句话' }, { key: '4', text: '同一句话' }];
    const marks = withMark(twins, withMark(twins, [], '3', { done: '2025-01-01' }), '4', { done: '2025-02-02' });
    expect([...marksOf(twins, marks)].map(([key, { done }]) => [key, done])).toEqual([['3', '2025-01-01'], ['4', '2025-02-02']]);
    expect(marksOf([twins[1]!], marks).get('4')?.done).toBe('2025-02-02');
  });

  it('a mark that says nothing is dropped, an unknown task changes nothing', () => {
    const marks = withMark(tasks, [], '1', { done: '2025-01-01' });
    expect(withMark(tasks, marks, '1', { done: null })).toEqual([]);
    expect(withMark(tasks, marks, '99', { done: '2025-01-01' })).toEqual(marks);
  });

  it('from outside only days and whole numbers are taken', () => {
    const good: TaskMark = { text: '甲', key: '1', done: null, milestone: '2025-01-31', scenarios: [1] };
    expect(readTaskMarks({ tasks: [{ ...good, done: '2025-02-30', scenarios: [1, 1, -1, 0.5, '2'] }, { ...good, text: '' }, { ...good, key: 1 }, 'x'] })).toEqual([good]);
    expect(readTaskMarks({ tasks: [{ ...good, milestone: '2025' }] })).toEqual([{ ...good, milestone: null }]);
  });
});
