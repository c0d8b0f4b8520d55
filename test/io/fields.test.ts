import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/io/columns.ts';
import { ALL_FIELDS, guessFields } from '../../src/io/fields.ts';
import { FIELD_ALIASES } from '../../src/io/fieldAliases.ts';
import { normalColumn } from '../../src/io/columnName.ts';
import { cell, unitLabel, unitLabels } from '../../src/io/unitLabel.ts';

describe('guessFields', () => {
  test('every field by its own name and by each of its aliases alone', () => {
    for (const field of ALL_FIELDS) {
      for (const alias of [field, ...FIELD_ALIASES[field]]) expect(guessFields([alias])[field], alias).toBe(alias);
    }
  });

  test('no two fields share a name', () => {
    const owners = new Map<string, string>();
    for (const field of ALL_FIELDS) {
      for (const alias of FIELD_ALIASES[field]) {
        const key = normalColumn(alias);
        expect(owners.get(key) ?? field, alias).toBe(field);
        owners.set(key, field);
      }
    }
  });

  test.each([
    [['CODE', 'NAME'], { code: 'CODE', name: 'NAME' }],
    [['SQDM', 'SQMC', 'JDMC', 'HS', 'RK'], { code: 'SQDM', name: 'SQMC', subdistrict: 'JDMC', households: 'HS', people: 'RK' }],
    [['社区 名称', '户数（户）', '人口(人)', '用房面积(㎡)'], { name: '社区 名称', households: '户数（户）', people: '人口(人)', floorAreaSquareMetres: '用房面积(㎡)' }],
    [['ｎａｍｅ', '所属街道', '行政区划代码'], { name: 'ｎａｍｅ', subdistrict: '所属街道', code: '行政区划代码' }],
    [['户籍户数', '户数', '常住户数'], { householdsRegistered: '户籍户数', households: '常住户数' }],
    [['综合服务设施面积', '社区名'], { floorAreaSquareMetres: '综合服务设施面积', name: '社区名' }],
    [['智慧平台', '儿童之家', '法律顾问'], { indicator10: '智慧平台', indicator14: '儿童之家', indicator21: '法律顾问' }],
    [['居委会人数(人)', '名称'], { committeeMembers: '居委会人数(人)', name: '名称' }],
    [['Name', 'code', 'parentCode', 'color_id', 'labelPoint', 'pinyin'], { name: 'Name', code: 'code' }],
    [['__proto__', 'constructor', 'toString'], {}],
  ])('%j', (columns, fields) => {
    expect(guessFields(columns)).toEqual(fields);
  });
});

describe('columnsOf', () => {
  test('counts what is filled and samples what differs', () => {
    const columns = columnsOf([{ name: '甲', n: 1 }, { name: '甲', n: null, more: { a: 1 } }, { name: '', n: 0, flag: false }]);
    expect(columns).toEqual([
      { name: 'name', samples: ['甲'], filled: 2 },
      { name: 'n', samples: ['1', '0'], filled: 2 },
      { name: 'more', samples: ['{"a":1}'], filled: 1 },
      { name: 'flag', samples: ['false'], filled: 1 },
    ]);
  });

  test('values used as keys do not make a table of a million columns', () => {
    const row = Object.fromEntries(Array.from({ length: 5000 }, (_, k) => [`k${k}`, k]));
    expect(columnsOf([row])).toHaveLength(500);
  });
});

describe('unitLabel', () => {
  test('code, else name, else index', () => {
    const fields = { code: 'DM', name: 'MC' };
    expect(unitLabel({ DM: '610113001001', MC: '甲' }, fields, 3)).toBe('610113001001');
    expect(unitLabel({ DM: 610113001001, MC: '甲' }, fields, 3)).toBe('610113001001');
    expect(unitLabel({ DM: '6.10113001001E+11' }, fields, 3)).toBe('610113001001');
    expect(unitLabel({ DM: ' ', MC: ' 甲社区 ' }, fields, 3)).toBe('甲社区');
    expect(unitLabel({ DM: null }, fields, 3)).toBe('#3');
    expect(unitLabel({}, {}, 0)).toBe('#0');
  });

  test('indices are those of the file', () => {
    expect(unitLabels({ properties: [{}, { name: '甲' }], featureIndex: Uint32Array.of(2, 5) }, { name: 'name' })).toEqual(['#2', '甲']);
  });

  test('a column called like a method of objects is a column', () => {
    expect(cell({}, 'toString')).toBeUndefined();
    expect(cell({ toString: '甲' }, 'toString')).toBe('甲');
  });
});
