/** What each kind of table brings: sums of rooms, counts of staff, indicators, compounds, facilities, tasks; and tables over one another. */
import { describe, expect, it } from 'vitest';
import type { Atom } from '../../../src/core/households/atom.ts';
import type { Known } from '../../../src/core/rules/fact.ts';
import { readTables } from '../../../src/io/tables/readTables.ts';
import { codes, GROUND, reading, table, values } from './building.ts';

const ID = '990117001001';

describe('communities', () => {
  it('each value remembers table, column, row and date', () => {
    const result = reading('（2026年6月）,\n社区名称,户数\n溯滩社区,2790\n');
    expect(result.given.get(ID)!.households as Known<number>).toEqual({ known: true, value: 2790, source: '表.csv · 户数 · 3', asOf: '2026-06' });
  });

  it('bad cells are told with row, column, found and expected, and stay unknown', () => {
    const result = reading('社区名称,户数,人口,设立时间,产权,儿童之家\n溯滩社区,-5,3.5,22.11.2026,不知道谁的,也许\n');
    expect(values(result, ID)).toEqual({});
    expect(result.reports[0]!.problems.map(({ code, row, column, found }) => [code, row, column, found])).toEqual([
      ['negative', 2, '户数', '-5'], ['fraction', 2, '人口', '3.5'], ['notAWord', 2, '产权', '不知道谁的'], ['notADate', 2, '设立时间', '22.11.2026'], ['notATruth', 2, '儿童之家', '也许'],
    ]);
  });

  it('forty people a household are read as written, and told', () => {
    const result = reading('社区名称,户数,人口\n溯滩社区,100,4000\n梧月社区,1000,2600\n');
    expect(values(result, ID)).toEqual({ households: 100, people: 4000 });
    expect(result.reports[0]!.problems).toMatchObject([{ code: 'peoplePerHousehold', row: 2, found: '4000 / 100 = 40', expected: '1.2–5' }]);
  });

  it('parts larger than their whole are told', () => {
    expect(codes(reading('社区名称,住宅套数,入住套数,用房面积,养老用房面积\n溯滩社区,10,20,100,200\n').reports[0]!.problems)).toEqual(['moreOccupied', 'moreThanWhole']);
  });

  it('a mapping corrected by hand wins over the guess', () => {
    expect(values(reading('社区名称,户数,住户\n溯滩社区,1,2\n', { columns: { name: '社区名称', households: '住户' } }), ID)).toEqual({ households: 2 });
  });

  it('hostile headings and names are plain text', () => {
    const result = reading('社区名称,__proto__,constructor,户数\n__proto__,1,2,3\n溯滩社区,4,5,6\n');
    expect(values(result, ID)).toEqual({ households: 6 });
    expect(({} as Record<string, unknown>).households).toBeUndefined();
  });
});

describe('rooms', () => {
  const head = '社区名称,用房名称,用途,建筑面积,产权\n';

  it('floor area holds all indoor rooms, the elderly’s told apart; the plaza is no floor', () => {
    // 320.5 + 180 + 260 = 760.5 indoors; 180 for the elderly; 260 for activities.
    const result = reading(`${head}溯滩社区,一楼,办公,320.5,自有\n,二楼,日间照料中心,180,自有\n,三楼,图书室,260㎡,租用\n,门前,室外广场,"1,200",\n梧月社区,一楼,办公,50,租用\n`);
    expect(values(result, ID)).toEqual({ floorAreaSquareMetres: 760.5, elderlyAreaSquareMetres: 180, activityAreaSquareMetres: 260, plazaSquareMetres: 1200, tenure: 'owned' });
    expect(values(result, '990117001002')).toEqual({ floorAreaSquareMetres: 50, elderlyAreaSquareMetres: 0, activityAreaSquareMetres: 0, plazaSquareMetres: 0, tenure: 'rented' });
  });

  it('a room without an area makes the sums unknown: part would read as the whole', () => {
    const result = reading(`${head}溯滩社区,一楼,办公,320,自有\n溯滩社区,二楼,活动,***,自有\n`);
    expect(values(result, ID)).toEqual({ tenure: 'owned' });
    expect(codes(result.reports[0]!.problems)).toEqual(['masked', 'incompleteSum']);
  });

  it('a room without a use is floor, but the sums by use are unknown; so is tenure where one lacks it', () => {
    expect(values(reading(`${head}溯滩社区,一楼,办公,320,\n溯滩社区,二楼,,80,自有\n`), ID)).toEqual({ floorAreaSquareMetres: 400 });
  });

  it('a table without a plaza says nothing of plazas', () => {
    expect(values(reading(`${head}溯滩社区,一楼,办公,320,自有\n`), ID)).not.toHaveProperty('plazaSquareMetres');
  });
});

describe('staff', () => {
  it('posts are counted, those in both bodies once in each', () => {
    const people = ['党支部书记、居委会主任,是', '党支部副书记,否', '居委会副主任,否', '居委会委员,否', '专职社区工作者,是', '社区工作者,否'];
    const result = reading(`社区名称,姓名,职务,是否持证\n${people.map((each, k) => `溯滩社区,某${k},${each}`).join('\n')}\n梧月社区,某,社区工作者,否\n`);
    expect(values(result, ID)).toEqual({ certified: 2, partyMembers: 2, bothRoles: 1, committeeMembers: 3, fullTime: 1, workers: 2 });
    expect(values(result, '990117001002')).toEqual({ certified: 0, partyMembers: 0, bothRoles: 0, committeeMembers: 0, fullTime: 0, workers: 1 });
  });

  it('a member of a body that is not said makes both unknown', () => {
    const result = reading('社区名称,姓名,职务\n溯滩社区,甲,书记\n溯滩社区,乙,主任\n溯滩社区,丙,委员\n');
    expect(values(result, ID)).toEqual({});
    expect(codes(result.reports[0]!.problems)).toEqual(['unknownRole']);
  });

  it('carried totals: rows with numbers', () => {
    expect(values(reading('社区名称,岗位,人数\n溯滩社区,社区工作者,7\n溯滩社区,楼栋长,23\n'), ID)).toEqual({ workers: 7, stairwellHeads: 23 });
    expect(values(reading('社区名称,社区工作者,专职人员\n溯滩社区,7,4\n'), ID)).toEqual({ workers: 7, fullTime: 4 });
  });
});

describe('indicators', () => {
  it('by number, by name; what is not one is told', () => {
    const result = reading('社区名称,指标,完成情况\n溯滩社区,14,是\n溯滩社区,15.儿童主任,√\n溯滩社区,社会组织数,12\n溯滩社区,别的,1\n');
    expect(values(result, ID)).toEqual({ indicator14: true, indicator15: true, socialOrganisations: 12 });
    expect(codes(result.reports[0]!.problems)).toEqual(['unknownIndicator']);
  });

  it('without communities they are the area’s', () => {
    const result = reading('指标,完成情况\n16,100%\n30,是\n', { kind: 'indicators' });
    expect(Object.entries(result.areaFigures).map(([row, fact]) => [row, fact.value])).toEqual([['row16', 100], ['row30', true]]);
  });
});

describe('compounds', () => {
  const atom: Atom = { id: '橘桥嘉园', kind: 'compound', name: '橘桥嘉园', shape: { type: 'point', x: 1, y: 1 }, households: 262, people: 652, community: 0 };
  const text = '小区名称,所属社区,户数,人口,住宅套数,党员数\n橘桥嘉园小区,溯滩社区,270,,318,14\n新苑,溯滩社区,100,260,120,\n新苑,梧月社区,90,200,95,3\n,溯滩社区,5,,,\n';

  it('a row goes to the compound on the map, else it is an atom of its community', () => {
    const { atoms, compounds, conflicts, reports } = reading(text, {}, { atoms: [atom] });
    expect(atoms.map(({ id, households, people, community, shape }) => [id, households, people, community, shape?.type ?? null])).toEqual([
      ['橘桥嘉园', 270, 652, 0, 'point'], ['新苑', 100, 260, 0, null], ['新苑 (2)', 90, 200, 1, null],
    ]);
    expect((compounds.get('橘桥嘉园')?.dwellings as Known<number>).value).toBe(318);
    expect((compounds.get('新苑 (2)')?.partyMembersCount as Known<number>).value).toBe(3);
    expect(conflicts).toMatchObject([{ fact: '橘桥嘉园 · households', values: [{ value: 262 }, { value: 270 }] }]);
    expect(codes(reports[0]!.problems)).toEqual(['noName']);
  });

  it('two rows for one compound: the first stands, the other is told', () => {
    const { atoms, reports } = reading('小区名称,所属社区,户数\n新苑,溯滩社区,100\n新苑小区,溯滩社区,90\n');
    expect(atoms).toHaveLength(1);
    expect(codes(reports[0]!.problems)).toEqual(['doubled']);
  });
});

describe('facilities and tasks', () => {
  it('facilities with their places; a place that is none is told', () => {
    const { facilities, reports } = reading('设施名称,类别,经度,纬度,面积,所属社区\n甲店,餐饮,108.91,34.33,80,溯滩社区\n乙店,餐饮,208,34,,\n');
    expect(facilities).toMatchObject([{ name: '甲店', category: '餐饮', at: [108.91, 34.33], areaSquareMetres: 80, community: ID }, { name: '乙店', at: null, community: null }]);
    expect(codes(reports[0]!.problems)).toContain('outOfRange');
  });

  it('a table of tasks is read as tasks', () => {
    const { tasks } = reading('序号,工作任务,牵头单位,责任单位,完成时限\n1,推进溯滩社区拆分,民政局,北渡街道,2026年6月底前\n');
    expect(tasks!.tasks).toMatchObject([{ number: '1', communities: [{ name: '溯滩' }], intents: ['split'] }]);
  });
});

describe('tables over one another', () => {
  it('the later wins visibly, what it does not know stays', () => {
    const result = readTables([{ table: table('社区名称,户数,人口\n溯滩社区,2790,7000\n', '甲.csv') }, { table: table('社区名称,户数,人口\n溯滩社区,2800,\n', '乙.csv') }], { ...GROUND, given: new Map([[ID, { households: 2700, people: 7000 }]]) });
    expect(values(result, ID)).toEqual({ households: 2800, people: 7000 });
    expect(result.conflicts).toEqual([{ community: ID, fact: 'households', values: [
      { value: 2700, source: null, asOf: null }, { value: 2790, source: '甲.csv · 户数 · 2', asOf: null }, { value: 2800, source: '乙.csv · 户数 · 2', asOf: null },
    ] }]);
  });

  it('the order of the tables decides, their order of reading nothing else', () => {
    const [a, b] = [{ table: table('社区名称,户数\n溯滩社区,1\n', 'a.csv') }, { table: table('社区名称,户数\n溯滩社区,2\n', 'b.csv') }];
    expect(values(readTables([a, b], GROUND), ID).households).toBe(2);
    expect(values(readTables([b, a], GROUND), ID).households).toBe(1);
  });
});
