/** Baqiao's task table in our own words: read whole; deadlines as the policy sheet reads them; what joins and what does not (§10). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../../src/core/rules/workplan/deadline.ts';
import { joinTasks, progressBy, taskStatus, type NamedCommunity } from '../../../src/core/rules/workplan/join.ts';
import { communitiesIn } from '../../../src/core/rules/workplan/mentions.ts';
import { readUnits } from '../../../src/core/rules/workplan/names.ts';
import { readTaskTable, type Task } from '../../../src/core/rules/workplan/tasks.ts';

const fixture = JSON.parse(readFileSync('test/fixtures/workplan/baqiao.json', 'utf8')) as { paper: string; cells: string[][] };
const { tasks, problems } = readTaskTable(fixture.cells, { paper: fixture.paper });
const task = (key: string): Task => tasks.find((each) => each.key === key)!;
const names = (key: string): string[] => task(key).communities.map(({ name }) => name);

describe('the table', () => {
  it('has eighteen rows, numbered 1–15, 15, 17, 18', () => {
    expect(problems).toEqual([]);
    expect(tasks.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '15#2', '17', '18']);
    expect([task('15#2').flags, task('17').flags]).toEqual([['numberRepeated'], ['numberSkipped']]);
  });

  it('merged categories reach down', () => {
    const counts = new Map<string, number>();
    for (const { category } of tasks) counts.set(category, (counts.get(category) ?? 0) + 1);
    expect([...counts]).toEqual([['健全社区管理体系', 3], ['优化社区规模设置', 3], ['建强社区服务阵地', 5], ['加强社区队伍建设', 2], ['提升社区服务能力', 3], ['做好社区综合保障', 2]]);
  });

  it('reads the same when merged cells are left out, and over a page break', () => {
    const [head, ...rest] = fixture.cells;
    const lost = rest.map((row) => (row[1] === '' ? [row[0]!, ...row.slice(2)] : row));
    const broken = [head!, ...lost.slice(0, 7), head!, ['', '', ''], ...lost.slice(7)];
    expect(readTaskTable(broken, { paper: fixture.paper }).tasks.map(({ row: _row, ...each }) => each)).toEqual(tasks.map(({ row: _row, ...each }) => each));
  });

  it('finds every community that is named, and no other', () => {
    expect(names('4')).toEqual(['联盟', '云锦', '沁蓝', '米秦北路', '高科绿水东城']);
    expect(names('5')).toEqual(['宋围', '黄邓', '建材', '草北', '蒋家湾', '秦孟街']);
    expect(names('6')).toEqual(['郭渠', '安邸', '北牛寺', '段家', '刘小', '谢王', '康秦', '南牛寺', '郝家']);
    expect(names('8')).toEqual(['龙腾', '玄武东路', '龙湖香醍', '沁水路', '米秦北路', '御锦城', '万锦', '九珑湾', '御锦二路', '华文', '锦绣']);
    expect(names('12')).toEqual(['五星', '庆华', '务庄']);
    expect(tasks.filter(({ communities }) => communities.length > 0).map(({ key }) => key)).toEqual(['4', '5', '6', '8', '12']);
  });

  it('knows what the sentence says of each', () => {
    expect(task('6').communities.map(({ state }) => state)).toEqual([...Array.from({ length: 7 }, () => 'demolished'), 'partlyResettled', 'toBeDemolished']);
    expect([task('2'), task('4'), task('5'), task('6'), task('8'), task('12')].map(({ intents }) => intents)).toEqual([['attach'], ['split'], ['merge'], ['planAhead', 'merge'], ['rooms'], ['seats']]);
  });

  it('reads seats by subdistrict', () => {
    expect(task('13').seats).toEqual([{ subdistrict: '纺织城', seats: 9 }, { subdistrict: '席王', seats: 16 }, { subdistrict: '红旗', seats: 5 }, { subdistrict: '洪庆', seats: 12 }, { subdistrict: '灞桥', seats: 6 }]);
  });

  it('reads deadlines', () => {
    const june = { type: 'date', until: '2024-06-30', milestone: true };
    const standing = { type: 'standing' };
    expect(tasks.map(({ deadline }) => deadline)).toEqual([
      [standing], [{ type: 'date', until: '2024-01-31', milestone: false }], [june, standing], [june],
      [{ type: 'date', until: '2024-05-31', milestone: true }], // 6月前, not 6月底前
      [{ type: 'event', event: '完成回迁时' }], [standing], [june], [{ type: 'event', event: '完成回迁时' }],
      [{ type: 'date', until: '2023-06-30', milestone: true }, standing], [june, standing], [{ type: 'event', event: '下届两委换届选举时' }],
      [{ type: 'date', until: '2024-04-30', milestone: false }], [{ type: 'date', until: '2024-04-30', milestone: true }], [standing], [standing], [standing],
      [{ type: 'date', until: '2024-06-30', milestone: false }],
    ]);
    expect(tasks.filter(({ flags }) => flags.includes('deadlineBeforePaper')).map(({ key }) => key)).toEqual(['10']);
  });

  it('without a heading says so', () => {
    expect(readTaskTable([['甲', '乙']])).toEqual({ tasks: [], problems: [{ row: 0, code: 'noHeader' }] });
  });
});

describe('single cells', () => {
  it.each([
    ['2024年底前', '2024-12-31'], ['2024年前', '2023-12-31'], ['2024年2月底', '2024-02-29'], ['２０２４年１月前', '2023-12-31'], ['2024年6月15日前', '2024-06-15'],
  ])('%s ends %s', (text, until) => {
    expect(readDeadline(text)).toEqual([{ type: 'date', until, milestone: false }]);
  });

  it('what it does not understand it keeps', () => {
    expect(readDeadline('尽快')).toEqual([{ type: 'unread', text: '尽快' }]);
    expect(readDeadline('2024年13月底前')).toEqual([{ type: 'unread', text: '2024年13月底前' }]);
    expect(readDeadline(' ')).toEqual([]);
  });

  it('the last suffix serves all units without one; bureaus keep their own', () => {
    expect(readUnits('十里铺街、席王、红旗街道办事处').map(({ subdistrict }) => subdistrict)).toEqual(['十里铺', '席王', '红旗']);
    expect(readUnits('区住建局，各街道办事处').map(({ subdistrict, all }) => [subdistrict, all])).toEqual([[null, false], [null, true]]);
  });

  it('names that begin with a joining word, lists that share one suffix', () => {
    expect(communitiesIn('研究东里社区和和平社区、和谐社区的整合').map(({ name }) => name)).toEqual(['东里', '和平', '和谐']);
    expect(communitiesIn('推进宋围、黄邓社区整合', new Set(['宋围', '黄邓'])).map(({ name }) => name)).toEqual(['宋围', '黄邓']);
    expect(communitiesIn('老旧社区、新建社区和各社区')).toEqual([]);
  });
});

describe('joining', () => {
  const communities: NamedCommunity[] = [
    { id: '1', name: '联盟社区', subdistrict: '十里铺街道' }, { id: '2', name: '联盟社区居委会', subdistrict: '洪庆街道' },
    { id: '3', name: '米秦北路社区', subdistrict: '十里铺街道' }, { id: '4', name: '锦绣社区', subdistrict: '纺织城街道' }, { id: '5', name: '锦绣', subdistrict: '洪庆街道' },
  ];
  const join = joinTasks(tasks, communities);

  it('by name, within the responsible subdistricts where there are several', () => {
    expect(join.byTask.get('4')!.slice(0, 2)).toEqual([{ name: '联盟', community: '1', candidates: ['1'] }, { name: '云锦', community: null, candidates: [] }]);
    expect(join.byCommunity.get('3')).toEqual(['4', '8']);
    expect([...join.repeated]).toEqual([['米秦北路', ['4', '8']]]);
  });

  it('lists what does not join', () => {
    expect(join.unjoined.filter(({ reason }) => reason === 'ambiguous')).toEqual([{ task: '8', name: '锦绣', reason: 'ambiguous' }]);
    // 34 mentions in all; 联盟 and twice 米秦北路 join, 锦绣 is ambiguous
    expect(join.unjoined).toHaveLength(34 - 3);
  });

  it('progress by deadline, with milestones ticked off', () => {
    const status = (key: string, asOf: string, milestone = false): string => taskStatus(task(key), { done: false, milestone }, asOf);
    expect([status('2', '2024-01-31'), status('2', '2024-02-01'), status('5', '2024-06-01'), status('5', '2024-06-01', true), status('6', '2030-01-01'), status('1', '2030-01-01')]).toEqual(['open', 'late', 'late', 'open', 'waiting', 'standing']);
    const byLead = progressBy(tasks, (each) => taskStatus(each, { done: each.key === '2', milestone: false }, '2024-05-15'), (each) => each.lead.map(({ name }) => name));
    expect(byLead.get('区民政局')).toEqual({ done: 1, late: 3, open: 6, standing: 5, waiting: 3 });
  });
});
