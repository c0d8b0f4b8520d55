/** Joining: by code, by name within the subdistrict; wrong names proposed and mended; doubled rows never taken silently. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRow, decideAlike, type JoinDecisions } from '../../../src/io/tables/join.ts';
import { editDistance } from '../../../src/io/tables/nearNames.ts';
import { readTable } from '../../../src/io/tables/table.ts';
import { codes, reading, table, values } from './building.ts';
import { gb18030 } from './gb18030.ts';

const join = (text: string, decisions: JoinDecisions = {}) => reading(text, { decisions }).reports[0]!;

describe('joining', () => {
  it('by code, also where a spreadsheet made it a number', () => {
    const { join: found, problems } = join('社区代码,户数\n990117001001,1\n990117001002.0,2\n9.90117002001E+11,3\n\'990117003001,4\n');
    expect(found!.joined.map(({ community, by }) => [community, by])).toEqual([['990117001001', 'code'], ['990117001002', 'code'], ['990117002001', 'code'], ['990117003001', 'code']]);
    expect(problems).toEqual([]);
  });

  it('a damaged code joins by the name, and is told; alone it joins nothing', () => {
    const both = join('社区代码,社区名称,户数\n9.9E+11,溯滩,1\n');
    expect(both.join!.joined).toMatchObject([{ community: '990117001001', by: 'name' }]);
    expect(codes(both.problems)).toEqual(['codeLostDigits']);
    const alone = join('社区代码,户数\n9.9E+11,1\n');
    expect(alone.join!.unjoined).toMatchObject([{ row: 2, reason: 'notFound' }]);
    expect(codes(alone.problems)).toEqual(['codeLostDigits', 'unjoined']);
  });

  it('by name, with or without its ending', () => {
    const names = ['溯滩', '溯滩社区', '溯滩社区居委会', ' 溯 滩 社区 ', '溯滩社区（筹）'];
    for (const name of names) expect(join(`社区名称,户数\n${name},1\n`).join!.joined.map(({ community }) => community)).toEqual(['990117001001']);
  });

  it('one name in two subdistricts: by the subdistrict, however it is written; else ambiguous', () => {
    expect(join('街道,社区名称,户数\n南桥街办,红旗社区,1\n西湾镇,红旗,2\n').join!.joined.map(({ community }) => community)).toEqual(['990117002001', '990117003001']);
    const { join: found, problems } = join('社区名称,户数\n红旗社区,1\n');
    expect(found!.unjoined[0]).toMatchObject({ reason: 'ambiguous', near: [{ id: '990117002001' }, { id: '990117003001' }] });
    expect(codes(problems)).toEqual(['ambiguous']);
  });

  it('a subdistrict in a merged cell holds for the rows below', () => {
    expect(join('街道,社区名称,户数\n北渡街道,溯滩社区,1\n,梧月社区,2\n西湾镇,红旗社区,3\n,杏和村,4\n').join!.joined).toHaveLength(4);
  });

  it('a right name under a wrong subdistrict joins nothing, and is proposed first', () => {
    const { join: found } = join('街道,社区名称,户数\n南桥街道,溯滩社区,1\n');
    expect(found!.joined).toEqual([]);
    expect(found!.unjoined[0]!.near[0]).toMatchObject({ id: '990117001001', distance: 0, sameSubdistrict: false });
  });

  it('code and name of two communities: the code decides, and it is told', () => {
    const { join: found, problems } = join('社区代码,社区名称,户数\n990117001001,梧月社区,1\n');
    expect(found!.joined[0]!.community).toBe('990117001001');
    expect(problems).toMatchObject([{ code: 'codeNameDiffer', row: 2, column: '社区名称', found: '梧月社区', expected: '溯滩社区' }]);
  });

  it('a code of nobody beside a good name is told', () => {
    const { join: found, problems } = join('社区代码,社区名称,户数\n990117009999,溯滩社区,1\n');
    expect(found!.joined[0]!.by).toBe('name');
    expect(codes(problems)).toEqual(['codeUnknown']);
  });

  it('a table without a key is refused with its columns', () => {
    const result = reading('户数,人口\n1,2\n', { kind: 'communities' });
    expect(result.reports[0]!.problems).toMatchObject([{ code: 'noKey', severity: 'refused', found: '户数, 人口' }]);
    expect(result.given.size).toBe(0);
  });

  it('by a column of choice, or by one key alone', () => {
    expect(reading('编号,单位甲,户数\n1,溯滩社区,9\n', { key: '单位甲', kind: 'communities' }).reports[0]!.join!.joined).toHaveLength(1);
    expect(reading('社区代码,社区名称,户数\n990117001001,梧月社区,1\n', { key: 'name' }).reports[0]!.join!.joined[0]!.community).toBe('990117001002');
    expect(codes(reading('社区名称,户数\n溯滩社区,1\n', { key: '没有这列' }).reports[0]!.problems)).toEqual(['noKey']);
  });
});

describe('a GB18030 table with three wrong names', () => {
  const file = gb18030('街道,社区名称,常住户数\r\n北渡街道,朔滩社区,2790\r\n北渡街道,梧月新村,1500\r\n西湾镇,杏河村,800\r\n南桥街道,红旗社区,3100\r\n');
  const { table: read } = readTable('户数.csv', file);

  it('joins what it can, and proposes the right ones first, without taking them', () => {
    const result = reading(read!);
    const { join: found } = result.reports[0]!;
    expect(found!.joined.map(({ community }) => community)).toEqual(['990117002001']);
    expect(found!.unjoined.map(({ row, name, near }) => [row, name, near[0]?.id])).toEqual([[2, '朔滩社区', '990117001001'], [3, '梧月新村', '990117001002'], [4, '杏河村', '990117003200']]);
    expect([...result.given.keys()]).toEqual(['990117002001']);
  });

  it('is mended by decisions, and one row is left out', () => {
    const result = reading(read!, { decisions: { 2: '990117001001', 3: '990117001002', 4: null } });
    const { join: found } = result.reports[0]!;
    expect(found).toMatchObject({ unjoined: [], leftOut: [4] });
    expect(values(result, '990117001001')).toEqual({ households: 2790 });
    expect(values(result, '990117001002')).toEqual({ households: 1500 });
    expect(values(result, '990117003200')).toEqual({});
  });

  it('a decision for a community that is no longer there is told', () => {
    expect(codes(reading(read!, { decisions: { 2: '拟-9' } }).reports[0]!.problems)).toContain('decisionUnknown');
  });
});

describe('two rows for one community', () => {
  const text = '社区名称,户数\n溯滩社区,2790\n梧月社区,1\n溯滩,2800\n';

  it('neither is taken, and the choice is asked', () => {
    const result = reading(text);
    const { join: found, problems } = result.reports[0]!;
    expect(found!.doubled).toEqual([{ community: '990117001001', rows: [2, 4] }]);
    expect(problems).toMatchObject([{ code: 'doubled', found: '2, 4' }]);
    expect(values(result, '990117001001')).toEqual({});
    expect(values(result, '990117001002')).toEqual({ households: 1 });
  });

  it('the row chosen is taken', () => {
    const { join: found } = join(text);
    expect(chooseRow(found!, {}, 4)).toEqual({ 2: null, 4: '990117001001' });
    const result = reading(text, { decisions: chooseRow(found!, {}, 4) });
    expect(values(result, '990117001001')).toEqual({ households: 2800 });
    expect(result.reports[0]!.problems).toEqual([]);
  });

  it('identical rows are one, whatever their running number', () => {
    const { join: found, problems } = join('序号,社区名称,户数\n1,溯滩社区,2790\n2,溯滩社区,2790\n');
    expect(found).toMatchObject({ doubled: [], repeated: [3] });
    expect(found!.joined).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('many rows of one wrong name', () => {
  it('are mended together', () => {
    const rooms = table('社区名称,用途,面积\n朔滩社区,办公,100\n朔滩社区,活动,200\n梧月社区,办公,5\n');
    const { join: found } = reading(rooms).reports[0]!;
    const decisions = decideAlike(found!, {}, 2, '990117001001');
    expect(decisions).toEqual({ 2: '990117001001', 3: '990117001001' });
    expect(values(reading(rooms, { decisions }), '990117001001')).toMatchObject({ floorAreaSquareMetres: 300 });
  });
});

describe('near names', () => {
  it('distance is that of a plain table of all prefixes', () => {
    const word = fc.string({ unit: fc.constantFrom('溯', '滩', '梧', '月', '村'), maxLength: 6 });
    const plain = (a: string, b: string): number => {
      const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
      for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
          d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
        }
      }
      return d[a.length]![b.length]!;
    };
    fc.assert(fc.property(word, word, fc.integer({ min: 1, max: 6 }), (a, b, most) => {
      expect(Math.min(editDistance(a, b, most), most + 1)).toBe(Math.min(plain(a, b), most + 1));
    }), { seed: 45, numRuns: 400 });
  });
});
