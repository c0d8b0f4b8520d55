/** Tables against the rules as CSV: the same number of cells in every row, numbers as numbers, what looks like a formula disarmed. */
import { describe, expect, it } from 'vitest';
import type { AreaAssessment } from '../../src/core/assess.ts';
import type { CommunityConsequence } from '../../src/core/rules/consequences.ts';
import { leagueRow, type AspectCounts } from '../../src/core/rules/league.ts';
import { ASPECTS } from '../../src/core/rules/vocabulary.ts';
import { translator } from '../../src/i18n/index.ts';
import { approvalsCsv } from '../../src/report/approvalsCsv.ts';
import { consequencesCsv, totalsCsv } from '../../src/report/consequencesCsv.ts';
import { leagueCsv } from '../../src/report/leagueCsv.ts';
import { attachmentsCsv, contestedCsv, ledgerCsv } from '../../src/report/registersCsv.ts';
import { scorecardCsv } from '../../src/report/scorecardCsv.ts';

const t = translator('zh');
const EVIL = '=HYPERLINK(1)';

/** Head and rows; no cell here holds a comma. */
function cells(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = text.slice(1).trimEnd().split('\r\n').map((line) => line.split(','));
  for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
  return rows;
}

const column = (rows: string[][], head: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(head)]);

describe('tables against the rules', () => {
  it('scorecard: unknown is empty, not nought', () => {
    const line = { number: 5, name: EVIL, aspect: '', property: '', target: '≥ 60 %', year: 2025, unit: '%', known: 3, unknown: 1, verdict: '', note: '', article: '' };
    const rows = cells(scorecardCsv([{ ...line, actual: 33.333_333_33, base: null }, { ...line, actual: '有', base: 0 }], t));
    expect(column(rows, '现值')).toEqual(['33.3333', '有']);
    expect(column(rows, '现状值')).toEqual(['', '0']);
    expect(column(rows, '指标')).toEqual([`'${EVIL}`, `'${EVIL}`]);
  });

  it('league: each aspect with counts and rate; no rate where nothing was judged', () => {
    const none = { pass: 0, fail: 0, unknown: 0 };
    const aspects = { ...Object.fromEntries(ASPECTS.map((aspect) => [aspect, none])), size: { pass: 2, fail: 1, unknown: 4 } } as AspectCounts;
    const totals = { communities: 3, households: 9000, people: 20_000, householdsUnknown: 0, peopleUnknown: 0, superLarge: 1, micro: 0, inRange: 2, planAhead: 0, noBand: 0, unknown: 0, needs: { rooms: { owed: 900, have: 800, short: 100.04, unknown: 0 } }, moneyYuanPerYear: 750_000, moneyUnknownItems: 0 };
    const area: AreaAssessment = { name: EVIL, district: '甲区', totals, league: leagueRow(EVIL, aspects) };
    const rows = cells(leagueCsv([area], t));
    expect([column(rows, '规模设置 合规（项）'), column(rows, '规模设置 判断（项）'), column(rows, '规模设置 比率（%）'), column(rows, '规模设置 无数据（项）')]).toEqual([['2'], ['3'], ['66.67'], ['4']]);
    expect([column(rows, '经费保障 比率（%）'), column(rows, '用房缺（m²）'), column(rows, '经费（元/年）')]).toEqual([[''], ['100'], ['750000']]);
    expect(rows[1]![0]).toBe(`'${EVIL}`);
  });

  it('registers', () => {
    expect(cells(attachmentsCsv([{ compound: EVIL, community: '甲', until: '2026-03', expired: true, note: '' }], t))[1]).toEqual([`'${EVIL}`, '甲', '2026-03', '已到期', '']);
    expect(cells(contestedCsv([{ claimants: ['甲', '乙'], areaSquareMetres: 12.345, widthMetres: 1.5, at: [108.123_456_78, 34.1] }], t))[1]!.slice(0, 5)).toEqual(['甲、乙', '12.35', '1.5', '108.1234568', '34.1']);
    const rows = cells(ledgerCsv([{ compound: '甲苑', community: EVIL, households: null, completed: null, owed: 30.06, have: null, short: null, verdict: '无数据', deed: '', article: '' }], t));
    expect([column(rows, '应有（m²）'), column(rows, '实有（m²）'), column(rows, '户数（户）'), column(rows, '社区')]).toEqual([['30.1'], [''], [''], [`'${EVIL}`]]);
  });

  it('consequences: a created community has no before, an abolished one no after', () => {
    const state = { class: 'inRange' as const, households: 3000, people: null, needs: { rooms: { rule: 'r', owed: 900, have: 600, short: 300, unit: 'squareMetres' as const } }, yuanPerYear: 250_000, moneyUnknownItems: 0, fails: 2 };
    const of = (part: Partial<CommunityConsequence>): CommunityConsequence => ({ id: '拟-1', name: EVIL, change: 'created', before: null, after: state, election: { until: null, committeeSeats: 7, partySeats: null }, ...part });
    const rows = cells(consequencesCsv([of({}), of({ change: 'abolished', before: { ...state, class: 'micro' }, after: null, election: null })], t));
    expect([column(rows, '规模 前'), column(rows, '规模 后')]).toEqual([['', '微型'], ['合规', '']]);
    expect([column(rows, '用房 缺 前'), column(rows, '用房 缺 后')]).toEqual([['', '300'], ['300', '']]);
    expect([column(rows, '选举期限'), column(rows, '应选居委会（人）')]).toEqual([['批复后定', ''], ['7', '']]);
    expect(rows[1]![0]).toBe(`'${EVIL}`);
    const totals = cells(totalsCsv([{ item: '用房', unit: 'm²', before: 900, after: 1200.123, shortBefore: 0, shortAfter: 300, unknown: 1, article: EVIL }], { before: '现状', after: '方案甲' }, t));
    expect(totals[1]).toEqual(['用房', 'm²', '900', '1200.12', '0', '300', '1', `'${EVIL}`]);
  });

  it('approvals', () => {
    const rows = cells(approvalsCsv([{ community: EVIL, id: '拟-1', zone: '', route: '', approved: null, step: 1, what: '', who: '', planned: '2026-03-01', due: null, done: null, state: '已逾期', article: '' }], t));
    expect([column(rows, '计划'), column(rows, '办结'), column(rows, '步')]).toEqual([['2026-03-01'], [''], ['1']]);
    expect(rows[1]![0]).toBe(`'${EVIL}`);
  });
});
