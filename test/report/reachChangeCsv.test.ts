/** Who gains and who loses, as a table: a line a category and community, units in the heads, unknown cells empty. */
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { reachChangeCsv, reachChangedHomesCsv, type ReachChangeCsvLine, type ReachChangeCsvSetting } from '../../src/report/reachChangeCsv.ts';

const t = translator('zh');
const setting: ReachChangeCsvSetting = { states: { before: '现状', after: '方案甲' }, basis: '不计围墙', nameOf: (id) => `类${id}` };
const dwellers = (households: number) => ({ households, people: 10 * households });
const line: ReachChangeCsvLine = {
  livingBefore: dwellers(9), livingAfter: dwellers(8), before: dwellers(1), after: dwellers(4), unknownBefore: dwellers(0), unknownAfter: dwellers(0), gained: dwellers(3), lost: dwellers(0), movedIn: dwellers(0), movedOut: dwellers(0),
};
const noData: ReachChangeCsvLine = { ...line, before: null, gained: null, lost: null, movedIn: null, movedOut: null };
const rowsOf = (text: string) => text.replace(/^\uFEFF/u, '').trimEnd().split('\r\n').map((row) => row.split(','));

describe('reach gained and lost', () => {
  it('has the total and each community of every category; heads carry units, cells of no data are empty', () => {
    const subjects = [{ id: '甲', facilitiesBefore: 1, facilitiesAfter: 2, whole: line }, { id: '乙', facilitiesBefore: 0, facilitiesAfter: 1, whole: noData }];
    const communities = [{ nameBefore: '东社区', nameAfter: null, circleBefore: true, circleAfter: null, lines: [line, noData] }, { nameBefore: '西社区', nameAfter: '西社区', circleBefore: false, circleAfter: 'unknown' as const, lines: [line, noData] }];
    const [heads, ...rows] = rowsOf(reachChangeCsv({ subjects, communities }, setting, t));
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toHaveLength(heads!.length);
    const at = (row: number, head: string) => rows[row]![heads!.findIndex((each) => each.includes(head))];
    expect(heads).toContain('现状：圈内人口（人）');
    expect([at(0, '方案甲：圈内人口（人）'), at(0, '新到得了（户）'), at(0, '现状：设施（处）'), at(0, '方案甲：设施（处）'), at(0, '计算口径')]).toEqual(['40', '3', '1', '2', setting.basis]);
    expect([at(3, '现状：圈内人口（人）'), at(3, '方案甲：圈内人口（人）'), at(3, '新到得了（人）')]).toEqual(['', '40', '']);
    expect([at(2, '现状：有生活圈'), at(2, '方案甲：有生活圈'), at(1, '方案甲：有生活圈')]).toEqual(['没有', '不明', '']);
  });

  it('lists homes with their way before and after in whole metres', () => {
    const homes = [{ name: '一号院', change: 'gained' as const, communityBefore: '东社区', communityAfter: '西社区', households: 3, people: null, metresBefore: null, metresAfter: 512.6 }];
    const [heads, row] = rowsOf(reachChangedHomesCsv(homes, '甲', { ...setting, basis: '口径' }, t));
    expect(heads).toEqual(['小区、楼栋', '类别', '得失', '户数（户）', '人口（人）', '现状：社区', '方案甲：社区', '现状：步行（m）', '方案甲：步行（m）', '计算口径']);
    expect(row).toEqual(['一号院', '类甲', '新到得了', '3', '', '东社区', '西社区', '', '513', '口径']);
  });
});
