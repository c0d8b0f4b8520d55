/** Numbers, dates and truths as people write them: read where the meaning is plain, else told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../src/io/tables/chineseNumber.ts';
import { cellDay, cellNumber, cellPercent, cellTruth } from '../../../src/io/tables/values.ts';
import { cellSays } from './building.ts';

describe('counts', () => {
  it.each([
    ['3500', 3500], ['约3500户', 3500], ['３５００', 3500], ['3,500', 3500], ['3，500 户', 3500], ['1.2万', 12_000], ['0.35万户', 3500], ['三千五百户', 3500], ['约三千五', 3500], ['一万二', 12_000],
    ['十五', 15], ['二十', 20], ['两千零五', 2005], ['3500余户', 3500], ['0', 0], [' 12 ', 12], ["3500.0", 3500],
  ])('%s → %d', (text, value) => { expect(cellNumber(text, true)).toMatchObject({ state: 'read', value }); });

  it.each(['', ' ', '—', '--', '/', '无', '不详', '暂无', 'N/A', '#N/A'])('%j says nothing', (text) => { expect(cellNumber(text, true).state).toBe('blank'); });

  it.each([
    ['***', 'masked'], ['××', 'masked'], ['-5', 'negative'], ['3500.5', 'fraction'], ['3.5', 'fraction'], ['3000-3500', 'range'], ['3000～3500户', 'range'], ['6.1E+11', 'codeLostDigits'],
    ['3.5公顷', 'unit'], ['很多', 'notANumber'], ['12,34', 'notANumber'], ['3500户（含流动）', 'unit'], ['99999999999999999999', 'notANumber'],
  ])('%s is not read: %s', (text, code) => { expect(cellNumber(text, true)).toMatchObject({ state: 'bad', code }); });

  it('an approximate figure is read and said to be one', () => {
    expect(cellSays('households', '约3500户')).toEqual({ value: 3500, codes: ['approximate'] });
    expect(cellSays('households', '3500')).toEqual({ value: 3500, codes: [] });
  });

  it.each(['-5', '3500.5', '***', '6.1E+11'])('households %s stay unknown', (text) => {
    const { value, codes } = cellSays('households', text);
    expect(value).toBeNull();
    expect(codes).toHaveLength(1);
  });

  it('areas and money may have fractions; money in ten thousands is yuan', () => {
    expect(cellSays('floorAreaSquareMetres', '600.5㎡').value).toBe(600.5);
    expect(cellSays('floorAreaSquareMetres', '600平方米').value).toBe(600);
    expect(cellSays('floorAreaSquareMetres', '1.2亩').codes).toEqual(['unit']);
    expect(cellSays('workFundsYuan', '25万元').value).toBe(250_000);
  });

  it('a percentage is at most a hundred', () => {
    expect(cellPercent('60%')).toMatchObject({ value: 60 });
    expect(cellPercent('101％')).toMatchObject({ state: 'bad', code: 'outOfRange' });
  });

  it('whole numbers come back as they were written, in any dress', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom((n: number) => String(n), (n: number) => n.toLocaleString('en-US'), (n: number) => `${n}户`, (n: number) => `约 ${n} 户`, (n: number) => String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))), (value, dress) => {
      expect(cellNumber(dress(value), true).value).toBe(value);
    }), { seed: 43, numRuns: 500 });
  });
});

describe('Chinese numerals', () => {
  it('every number under ten thousand is read as it is spelt', () => {
    const signs = '零一二三四五六七八九';
    const spell = (n: number): string => {
      let [text, zero] = ['', false];
      for (const [tens, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
        const digit = Math.floor(n / tens) % 10;
        if (digit === 0) { zero = text !== ''; continue; }
        text += `${zero ? '零' : ''}${signs[digit]!}${name}`;
        zero = false;
      }
      return text;
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => { expect(chineseNumber(spell(n))).toBe(n); }), { seed: 44, numRuns: 500 });
  });

  it.each(['三五', '百', '十百', '一二', '三千百', '社区', '', '万', '一万万'])('%s is none', (text) => { expect(chineseNumber(text)).toBeNull(); });
});

describe('dates', () => {
  it.each([
    ['2026-11-22', '2026-11-22'], ['2026/11/22', '2026-11-22'], ['2026年11月22日', '2026-11-22'], ['2026.1.2', '2026-01-02'], ['2026年11月', '2026-11'], ['2026', '2026'], ['20261122', '2026-11-22'],
    ['46348', '2026-11-22'], ['2026/11/22 0:00:00', '2026-11-22'], ['２０２６－１１－２２', '2026-11-22'],
  ])('%s → %s', (text, day) => { expect(cellDay(text)).toMatchObject({ state: 'read', value: day }); });

  it.each(['11/22/26', '2026-13-01', '2026-02-30', '22.11.2026', '去年', '99999', '12'])('%s is told', (text) => { expect(cellDay(text)).toMatchObject({ state: 'bad', code: 'notADate' }); });

  it('unknown dates say nothing', () => { expect(cellDay('不详').state).toBe('blank'); });
});

describe('truths', () => {
  it.each([['是', true], ['√', true], ['有', true], ['2个', true], ['TRUE', true], ['否', false], ['×', false], ['无', false], ['0', false]])('%s → %s', (text, value) => { expect(cellTruth(text)).toMatchObject({ state: 'read', value }); });
  it.each(['', '—', '/'])('%j says nothing', (text) => { expect(cellTruth(text).state).toBe('blank'); });
  it('anything else is told', () => { expect(cellTruth('大概吧')).toMatchObject({ state: 'bad', code: 'notATruth' }); });
});

describe('words', () => {
  it.each([['tenure', '自有产权', 'owned'], ['tenure', '租用', 'rented'], ['tenure', '无偿借用', 'lent'], ['partyBody', '党总支', 'generalBranch'], ['partyBody', '党支部', 'branch'], ['partyBody', '党委', 'committee'], ['kind', '农村', 'rural'], ['districtKind', '区', 'district'], ['state', '部分回迁', 'partlyResettled']])('%s: %s → %s', (field, text, value) => {
    expect(cellSays(field, text)).toEqual({ value, codes: [] });
  });
  it('a word that is not known is told', () => { expect(cellSays('tenure', '说不清')).toEqual({ value: null, codes: ['notAWord'] }); });
});
