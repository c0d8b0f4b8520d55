import { describe, expect, test } from 'vitest';
import { fieldBoolean, fieldNumber, fieldText } from '../../src/io/fieldValues.ts';

describe('fieldNumber', () => {
  test.each<[unknown, number, boolean]>([
    [3500, 3500, false], [0, 0, false], ['3500', 3500, false], [' 3,500 ', 3500, false], ['3，500户', 3500, false],
    ['３５００', 3500, false], ['约3500户', 3500, true], ['3500户左右', 3500, true], ['3500余户', 3500, true], ['1.2万', 12000, false],
    ['1.1万人', 11000, false], ['近2万', 20000, true], ['650㎡', 650, false], ['650.5平方米', 650.5, false], ['85%', 85, false], ['1,234,567', 1234567, false],
  ])('%j is %d', (value, number, approximate) => {
    expect(fieldNumber(value)).toEqual({ value: number, approximate });
  });

  test.each<[unknown, string]>([
    [null, 'missing'], [undefined, 'missing'], ['', 'missing'], ['暂无', 'missing'], ['—', 'missing'], ['N/A', 'missing'],
    ['三千', 'notANumber'], ['3500（含流动）户', 'unit'], ['3000-3500', 'range'], ['3000～3500户', 'range'], ['3000至3500', 'range'],
    [-5, 'negative'], ['-5', 'negative'], [NaN, 'notANumber'], [Infinity, 'notANumber'], [{}, 'notANumber'], [true, 'notANumber'],
    ['2亩', 'unit'], ['0.5公顷', 'unit'], ['1,23', 'notANumber'], ['1'.repeat(1000), 'notANumber'], ['12-34-56', 'range'],
  ])('%j is unknown: %s', (value, reason) => {
    expect(fieldNumber(value)).toMatchObject({ value: null, reason });
  });

  test('a hostile cell costs nothing', () => {
    const started = performance.now();
    for (const unit of ['1,', '9', '约', '(', ' ', '多']) fieldNumber(unit.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('fieldText', () => {
  test.each<[unknown, string | null]>([['  甲社区　', '甲社区'], [17, '17'], [true, 'true'], ['', null], ['   ', null], [null, null], [{}, null], [['甲'], null]])('%j is %j', (value, text) => {
    expect(fieldText(value).value).toBe(text);
  });
});

describe('fieldBoolean', () => {
  test.each<[unknown, boolean | null]>([[true, true], ['是', true], ['有', true], [1, true], ['√', true], ['Ｙ', true], ['否', false], ['无', false], [0, false], ['×', false], ['', null], [null, null], ['也许', null], [2, null]])('%j is %j', (value, answer) => {
    expect(fieldBoolean(value).value).toBe(answer);
  });
});
