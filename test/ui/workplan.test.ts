/** The work plan as lines, progress and export; rows of a table that did not join, grouped by how they are written. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTaskTable, type Task } from '../../src/core/rules/workplan/tasks.ts';
import { translator } from '../../src/i18n/index.ts';
import type { UnjoinedRow } from '../../src/io/tables/join.ts';
import { readCells } from '../../src/io/tables/cells.ts';
import { tasksCsv } from '../../src/report/tasksCsv.ts';
import { withMark } from '../../src/state/tables/marks.ts';
import { decidedGroups, rowNumbers, unjoinedGroups } from '../../src/ui/tables/joinGroups.ts';
import { conflictValueText, reportText, tableFieldText } from '../../src/ui/tables/tableWords.ts';
import { csvLine } from '../../src/ui/workplan/taskCsvLine.ts';
import { dueDay, hasMilestone, progressLines, shownLines, taskLines } from '../../src/ui/workplan/taskLines.ts';
import { deadlineText, unitsAndLead } from '../../src/ui/workplan/taskWords.ts';
import type { TableReportView } from '../../src/worker/tableProtocol.ts';

const t = translator('zh');
const fixture = JSON.parse(readFileSync('test/fixtures/workplan/baqiao.json', 'utf8')) as { paper: string; cells: string[][] };
const { tasks } = readTaskTable(fixture.cells, { paper: fixture.paper });
const view = { tasks: [...tasks], byTask: [] };
const byKey = (key: string): Task => tasks.find((task) => task.key === key)!;

describe('lines of the work plan', () => {
  it('tell lateness in days after the last day, the day itself included', () => {
    const late = (asOf: string) => taskLines(view, [], asOf).flatMap(({ task, daysLate }) => (daysLate === null ? [] : [[task.key, daysLate]]));
    // Only task 10 was late when the paper was written: June 2023.
    expect(late('2024-01-31')).toEqual([['10', 215]]);
    expect(late('2024-02-01')).toEqual([['2', 1], ['10', 216]]);
  });

  it('a milestone ticked off makes nothing late; done is done', () => {
    const marks = withMark(tasks, withMark(tasks, [], '10', { milestone: '2024-01-01' }), '2', { done: '2024-03-01' });
    const lines = taskLines(view, marks, '2024-02-01');
    expect(lines.filter(({ status }) => status === 'late')).toEqual([]);
    expect([shownLines(lines, 'all').length, shownLines(lines, 'undone').length, shownLines(lines, 'late').length]).toEqual([18, 17, 0]);
  });

  it('know their milestones and first days', () => {
    expect([hasMilestone(byKey('4')), hasMilestone(byKey('2')), hasMilestone(byKey('1'))]).toEqual([true, false, false]);
    expect([dueDay(byKey('4')), dueDay(byKey('6'))]).toEqual(['2024-06-30', null]);
    expect([deadlineText(t, byKey('3')), deadlineText(t, byKey('6')), deadlineText(t, { deadline: [] })]).toEqual(['2024-06-30 阶段、长期推进', '完成回迁时', '未写时限']);
    expect(unitsAndLead(t, byKey('2'))).toBe('各街道办事处 / 区民政局');
  });
});

describe('progress', () => {
  const lines = taskLines(view, withMark(tasks, [], '2', { done: '2024-01-30' }), '2024-05-15');
  const of = (by: 'deadline' | 'lead' | 'unit') => progressLines(lines, by, (task) => deadlineText(t, task), '—');

  it('by lead is as the table of the core has it', () => {
    expect(of('lead')[0]).toEqual({ heading: '区民政局', total: 18, count: { done: 1, late: 3, open: 6, standing: 5, waiting: 3 } });
  });

  it('by deadline goes by the day, each task once; without one at the end', () => {
    const rows = of('deadline');
    expect(rows[0]!.heading).toBe('2023-06-30 阶段、长期推进');
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(18);
    const days = rows.map(({ heading }) => /\d{4}-\d\d-\d\d/.exec(heading)?.[0] ?? '9');
    expect(days).toEqual([...days].sort());
  });

  it('by unit counts a task in each of its units, a subdistrict under one name', () => {
    const units = of('unit');
    // 十里铺街 in task 4, 十里铺 before a shared suffix elsewhere.
    expect(units.filter(({ heading }) => heading.startsWith('十里铺')).map(({ heading, total }) => [heading, total])).toEqual([['十里铺', tasks.filter(({ units: own }) => own.some(({ subdistrict }) => subdistrict === '十里铺')).length]]);
    expect(units.reduce((sum, { total }) => sum + total, 0)).toBe(tasks.reduce((sum, { units: own }) => sum + Math.max(1, new Set(own.map(({ name, subdistrict }) => subdistrict ?? name)).size), 0));
  });
});

it('the export has every task, with what was found, what answers it, and no formula', () => {
  const evil = { ...byKey('4'), text: '=1+1' };
  const lines = taskLines({ tasks: [evil, byKey('13')], byTask: [['4', [{ name: '联盟', community: 'x', candidates: ['x'] }, { name: '云锦', community: null, candidates: [] }]]] }, withMark([evil], [], '4', { done: '2024-06-01', scenarios: [0, 7] }), '2024-06-02');
  const text = tasksCsv(lines.map((line) => csvLine(t, line, [{ id: 0, name: '方案甲', head: 0, steps: 0, deleted: false }])), t);
  const { rows } = readCells(text.slice(1), 100);
  const cell = (row: number, head: string) => rows[row]![rows[0]!.indexOf(head)];
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect([cell(1, '任务'), cell(1, '状态'), cell(1, '完成日'), cell(1, '截止日'), cell(1, '方案')]).toEqual(["'=1+1", '完成', '2024-06-01', '2024-06-30', '方案甲、已删方案']);
  expect([cell(1, '找到的社区'), cell(1, '没有找到')]).toEqual(['联盟', '云锦']);
  expect(cell(2, '补足职数')).toBe('纺织城 9 个、席王 16 个、红旗 5 个、洪庆 12 个、灞桥 6 个');
});

describe('rows that did not join', () => {
  const row = (number: number, name: string, subdistrict: string | null = null): UnjoinedRow => ({ row: number, code: null, name, subdistrict, reason: 'notFound', near: [] });
  const rows = [row(3, '东里'), row(4, '西里'), row(7, '东里'), row(8, '东里', '甲街道')];

  it('stand together where they are written alike, or one by one', () => {
    expect(unjoinedGroups(rows, true).map((group) => group.rows)).toEqual([[3, 7], [4], [8]]);
    expect(unjoinedGroups(rows, false).map((group) => group.rows)).toEqual([[3], [4], [7], [8]]);
  });

  it('once settled stand by what became of them', () => {
    const written = new Map([[3, { name: '东里', code: null, subdistrict: null }], [7, { name: '东里', code: null, subdistrict: null }]]);
    expect(decidedGroups({ 3: 'x', 7: 'x', 9: 'x', 4: null }, written)).toEqual([
      { rows: [3, 7], written: written.get(3), community: 'x' }, { rows: [4], written: null, community: null }, { rows: [9], written: null, community: 'x' },
    ]);
    expect([rowNumbers([1, 2], '、'), rowNumbers([1, 2, 3, 4, 5, 6], '、')]).toEqual(['1、2', '1、2、3、4、5…']);
  });
});

describe('words of tables', () => {
  it('a field by the table that it stands in, else by itself, else as it is', () => {
    expect([tableFieldText(t, 'name', 'compounds'), tableFieldText(t, 'households', 'compounds'), tableFieldText(t, 'grids'), tableFieldText(t, 'nonsense')]).toEqual(['小区名称', '常住户数', '网格数', 'nonsense']);
    expect([conflictValueText(t, 1234.5), conflictValueText(t, true), conflictValueText(t, 'rented'), conflictValueText(t, '某路')]).toEqual(['1,234.50', '有', '租用', '某路']);
  });

  it('what came of a table: the worst first', () => {
    const report: TableReportView = { name: 'a', kind: 'communities', joined: 3, byName: 3, unjoined: [], unjoinedRows: 0, doubled: [], doubledCommunities: 0, repeated: 0, leftOut: 0, facts: 9, problems: [] };
    const counts = { rows: 20, tasks: 18 };
    expect(reportText(t, undefined, counts)).toEqual({ text: '20 行', alarming: false });
    expect(reportText(t, report, counts)).toEqual({ text: '对上 3', alarming: false });
    expect(reportText(t, { ...report, doubledCommunities: 1, doubled: [{ community: 'x', rows: [3, 4], name: 'x', cells: [] }] }, counts)).toEqual({ text: '1 处重复', alarming: true });
    expect(reportText(t, { ...report, unjoinedRows: 1, unjoined: [{ row: 3, code: null, name: 'x', subdistrict: null, reason: 'notFound', near: [] }] }, counts)).toEqual({ text: '1 行未对上', alarming: true });
    expect(reportText(t, { ...report, kind: 'tasks', joined: null }, counts)).toEqual({ text: '18 项任务', alarming: false });
  });
});
