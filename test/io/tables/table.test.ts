/** From bytes to a table: encodings, titles above the header, merged headers, totals and notes below. */
import { describe, expect, it } from 'vitest';
import { guessKind, guessTableColumns } from '../../../src/io/tables/guessKind.ts';
import { MOST_ROWS, pasteTable, readTable } from '../../../src/io/tables/table.ts';
import { bytes, codes, table } from './building.ts';
import { gb18030 } from './gb18030.ts';

const plain = '社区代码,社区名称,户数\r\n990117001001,溯滩社区,2790\r\n';

describe('encodings', () => {
  const expected = { columns: ['社区代码', '社区名称', '户数'], rows: [{ row: 2, cells: ['990117001001', '溯滩社区', '2790'] }] };
  it.each([
    ['UTF-8', bytes(plain), 'utf-8'], ['UTF-8 with its mark', bytes(`\uFEFF${plain}`), 'utf-8'], ['GB18030', gb18030(plain), 'gb18030'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(plain, (sign) => sign.charCodeAt(0)).buffer)]), 'utf-16'],
  ] as const)('%s', (_, file, encoding) => { expect(readTable('户数.csv', file).table).toMatchObject({ encoding, ...expected }); });

  it.each([
    ['empty', new Uint8Array(0)], ['looksLike', new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytes('xl/workbook.xml')])], ['notText', new Uint8Array([0x41, 0x00, 0x42, 0x0a, 0x41])],
    ['noHeader', bytes('1,2,3\n4,5,6\n')], ['noRows', bytes('社区代码,户数\n')],
  ] as const)('%s is refused', (code, file) => {
    const { table: read, problems } = readTable('x.csv', file);
    expect(read).toBeNull();
    expect(codes(problems)).toEqual([code]);
  });

  it('nothing pasted is refused', () => { expect(codes(pasteTable('x', ' \n').problems)).toEqual(['empty']); });

  it('more rows than can be read are refused', () => {
    expect(codes(readTable('x.csv', bytes(`社区名称,户数\n${'甲社区,1\n'.repeat(MOST_ROWS + 40)}`)).problems)).toEqual(['tooManyRows']);
  });
});

describe('header', () => {
  it('below titles, whose date is the data’s', () => {
    const read = table('澜川区社区基本情况统计表,,\n（截至2026年6月30日）,,\n社区名称,常住户数,常住人口\n溯滩社区,2790,7369\n');
    expect(read).toMatchObject({ headerRow: 3, asOf: '2026-06-30', columns: ['社区名称', '常住户数', '常住人口'] });
    expect(read.rows.map(({ row }) => row)).toEqual([4]);
  });

  it('merged over two rows', () => {
    const read = table('序号,街道,社区名称,户数,,人口,,\n,,,常住,户籍,常住,户籍,备注\n1,北渡街道,溯滩社区,2790,2039,7369,5814,\n');
    expect(read.headerRow).toBe(2);
    expect(guessTableColumns(read.columns, 'communities')).toMatchObject({ subdistrict: '街道', name: '社区名称', households: '常住户数', householdsRegistered: '户籍户数', people: '常住人口', peopleRegistered: '户籍人口' });
  });

  it('close variants, units in brackets, full width', () => {
    expect(guessTableColumns(['社区 名称', '用房面积（㎡）', '现有社区工作者人数', 'ＨＳ'], 'communities')).toEqual({ name: '社区 名称', floorAreaSquareMetres: '用房面积（㎡）', workers: '现有社区工作者人数', households: 'ＨＳ' });
  });

  it('doubled and missing headings are told apart', () => {
    expect(table('社区名称,户数,户数,\n甲,1,2,3\n').columns).toEqual(['社区名称', '户数', '户数 (2)', 'D']);
  });

  it('by hand, where the guess is wrong', () => {
    expect(readTable('x.csv', bytes('社区名称,户数\n名称甲,列乙\n溯滩社区,5\n'), { headerRow: 2 }).table?.columns).toEqual(['名称甲', '列乙']);
  });
});

describe('rows', () => {
  it('units, blanks, totals and notes are no rows; totals are told', () => {
    const { table: read, problems } = readTable('x.csv', bytes('社区名称,户数,人口\n,(户),(人)\n溯滩社区,1,2\n,,\n合 计,1,2\n注：不含流动人口,,\n'));
    expect(read?.rows).toHaveLength(1);
    expect(codes(problems)).toEqual(['totalRow']);
  });

  it('too many cells and broken quotes are told', () => {
    const { problems } = readTable('x.csv', bytes('社区名称,户数\n甲社区,1,多\n乙社区,"2\n'));
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['unclosedQuote', 3], ['unevenRow', 2]]);
  });

  it('pasted from a spreadsheet, with quotes and line ends in cells', () => {
    expect(pasteTable('粘贴', '社区名称\t四至\n溯滩社区\t"东至棠沙路\n南至菱里街"\n').table?.rows[0]?.cells[1]).toBe('东至棠沙路\n南至菱里街');
  });
});

describe('kinds', () => {
  it.each([
    ['communities', '社区代码,社区名称,户数,用房面积\n1,甲,2,3\n'], ['compounds', '小区名称,所属社区,户数,人口\n甲苑,乙,1,2\n'], ['rooms', '社区名称,用房名称,用途,建筑面积,产权\n甲,办公楼,办公,100,自有\n'],
    ['staff', '社区名称,姓名,职务\n甲,某某,主任\n'], ['indicators', '社区名称,指标,完成情况\n甲,14,是\n'], ['facilities', '设施名称,类别,经度,纬度\n甲店,餐饮,108.9,34.3\n'],
    ['tasks', '序号,工作任务,牵头单位,责任单位,完成时限\n1,推进甲社区拆分,民政局,乙街道,2026年6月底前\n'], ['communities', '社区名称,社区工作者,专职人员,书记主任一肩挑\n甲,1,2,是\n'],
  ] as const)('%s', (kind, text) => { expect(guessKind(table(text))).toBe(kind); });
});
