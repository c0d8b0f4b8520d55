import { describe, expect, test } from 'vitest';
import { compareCodes, type CodeUnit } from '../../src/io/codeAgreement.ts';
import { checkCodes } from '../../src/io/codeCheck.ts';
import { officialParts, readCode } from '../../src/io/codes.ts';
import { columnsOf } from '../../src/io/columns.ts';
import { guessFields } from '../../src/io/fields.ts';
import { read } from './reading.ts';

describe('readCode', () => {
  test.each<[unknown, string | null, string | null]>([
    ['610113001001', '610113001001', null],
    [610113001001, '610113001001', 'number'],
    ['６１０１１３００１００１', '610113001001', null],
    ['610113001001.0', '610113001001', 'number'],
    ['6.10113001001E+11', '610113001001', 'number'],
    ['6.10113001001e11', '610113001001', 'number'],
    ['6.1E+11', '6.1E+11', 'lostDigits'],
    ['6.10113E+11', '6.10113E+11', 'lostDigits'],
    ['610113-001-001', '610113001001', 'shape'],
    ['6101 1300 1001', '610113001001', 'shape'],
    ['610113001', '610113001', null],
    ['SQ-17', 'SQ-17', null],
    ['拟-1', '拟-1', null],
    ['', null, null], [null, null, null], [NaN, null, null], [-1, null, null], [{}, null, null],
    [6.1e25, '6.1e+25', 'lostDigits'],
  ])('%j', (value, code, note) => {
    expect(readCode(value)).toMatchObject({ code, note });
  });
});

describe('officialParts', () => {
  test.each([
    ['610113001001', { level: 'community', district: '610113', subdistrict: '610113001', subdistrictKind: 'subdistrict', kind: 'urban' }],
    ['610113101200', { level: 'community', subdistrictKind: 'town', kind: 'rural' }],
    ['610113201399', { subdistrictKind: 'township', kind: 'rural' }],
    ['610113001498', { level: 'community', kind: null }],
    ['610113001000', { level: 'subdistrict', subdistrict: '610113001', kind: null }],
    ['610113001', { level: 'subdistrict' }],
    ['610113', { level: 'district', district: '610113', subdistrict: null }],
    ['610113000000', { level: 'district' }],
    ['610100000000', { level: 'city', district: null }],
    ['610000', { level: 'province' }],
  ])('%s', (code, parts) => {
    expect(officialParts(code)).toMatchObject(parts);
  });

  test.each(['', '61011', '6101130010', 'abc', '012345678901', '61011300100１'])('%j is none', (code) => {
    expect(officialParts(code)).toBeNull();
  });
});

const unit = (feature: number, code: unknown, more: Partial<CodeUnit> = {}): CodeUnit => ({ feature, code, name: null, subdistrict: null, district: null, kind: null, ...more });
const told = (units: CodeUnit[]): string[] => compareCodes(units, 'x.geojson').map(({ code, feature }) => `${code} ${feature ?? ''}`);

describe('compareCodes', () => {
  test('twice the same code', () => {
    expect(told([unit(0, '610113001001'), unit(1, '610113001002'), unit(2, '610113001001')])).toEqual(['duplicateId 2']);
  });

  test('a prefix unlike that of the same subdistrict, however its name is written', () => {
    const units = ['610113001001', '610113001002', '610113002003', '610113001004'].map((code, k) => unit(k, code, { subdistrict: k % 2 ? '席王街办' : '席王街道' }));
    expect(told(units)).toEqual(['codeParent 2']);
  });

  test('a subdistrict written otherwise than its prefix has it', () => {
    const units = ['席王街道', '席王街道', '红旗街道', '席王街道'].map((subdistrict, k) => unit(k, `61011300100${k + 1}`, { subdistrict }));
    expect(told(units)).toEqual(['subdistrictMixed 2']);
  });

  test('two subdistricts of equal number accuse nobody', () => {
    expect(told([unit(0, '610113001001', { subdistrict: '席王' }), unit(1, '610113002001', { subdistrict: '席王' })])).toEqual([]);
  });

  test('urban or rural against the last three digits', () => {
    expect(told([unit(0, '610113001001', { kind: 'rural' }), unit(1, '610113001201', { kind: 'rural' }), unit(2, '610113001498', { kind: 'urban' })])).toEqual(['codeKind 0']);
  });

  test('another length or level than most', () => {
    expect(told([unit(0, '610113001001'), unit(1, '610113001002'), unit(2, '610113001'), unit(3, '610113001003'), unit(4, 'SQ-4')])).toEqual(['codeShape 2', 'codeShape 4']);
    expect(told([unit(0, 'A1'), unit(1, 'A2'), unit(2, 'B-3')])).toEqual([]);
  });

  test('numbers are told once, as information', () => {
    const problems = compareCodes([unit(0, 610113001001), unit(1, 610113001002)], 'x');
    expect(problems).toMatchObject([{ code: 'codeAsNumber', severity: 'information', found: '610113001001', more: 1 }]);
    expect(told([unit(0, 1), unit(1, 2)])).toEqual([]);
  });

  test('digits lost are not repaired, nor called duplicates', () => {
    expect(told([unit(0, '6.1E+11'), unit(1, '6.1E+11'), unit(2, '610113001001')])).toEqual(['codeLostDigits 0', 'codeLostDigits 1']);
    expect(told([unit(0, 610000000000), unit(1, 610000000000)])).toEqual(['codeLostDigits 0', 'codeLostDigits 1']);
    expect(told([unit(0, '610113001001'), unit(1, '610113001002'), unit(2, 610113000000)])).toEqual(['codeLostDigits 2']);
  });
});

describe('checkCodes', () => {
  test('a unit with neither code nor name is told', () => {
    const source = { fileName: 'x', properties: [{ code: '610113001001' }, { name: '乙' }, { other: 1 }], featureIndex: Uint32Array.of(0, 1, 2) };
    expect(checkCodes(source, { code: 'code', name: 'name' })).toMatchObject([{ code: 'missingId', feature: 2, severity: 'warning' }]);
  });

  test('subdistricts whose codes stand as numbers, as public files have them, give no warning', () => {
    const features = [1, 2, 3].map((n) => ({
      type: 'Feature', properties: { Name: `街道${n}`, code: 110199000000 + 1000 * n, parentCode: 110199000000 },
      geometry: { type: 'Polygon', coordinates: [[[116 + n, 30], [117 + n, 30], [117 + n, 31], [116 + n, 30]]] },
    }));
    const { source, problems } = read(JSON.stringify({ type: 'FeatureCollection', features }), {}, 'subdistricts');
    const all = [...problems, ...checkCodes(source!, guessFields(columnsOf(source!.properties)))];
    expect(all.filter(({ severity }) => severity !== 'information')).toEqual([]);
  });
});
