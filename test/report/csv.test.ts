import { describe, expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { figure, signedFigure } from '../../src/report/figures.ts';

const one = (value: string | number | null): string => csv([[value]]).slice(1, -2);

describe('a table of cells', () => {
  test('starts with a byte-order mark and ends every row with CR LF', () => {
    expect(csv([['甲', 1], ['乙', null]])).toBe('\uFEFF甲,1\r\n乙,\r\n');
  });

  test.each([
    ['a,b', '"a,b"'], ['a"b', '"a""b"'], ['a\nb', '"a\nb"'], ['a;b', '"a;b"'], ['a\tb', '"a\tb"'], [' a ', '" a "'], ['', ''], ['甲、乙', '甲、乙'],
  ])('quotes %j', (text, expected) => {
    expect(one(text)).toBe(expected);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '  =1', '\u3000=1', '\uFEFF=1', '\u200B-1'])('disarms %j', (text) => {
    expect(one(text).replace(/^"/, '')).toBe(`'${text}${one(text).startsWith('"') ? '"' : ''}`);
  });

  test.each(['\t=1', '\r=1', '\n=1', '\tx'])('disarms a leading control %j, within quotes', (text) => {
    expect(one(text)).toBe(`"'${text}"`);
  });

  test('quotes inside a disarmed cell are still doubled', () => {
    expect(one('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
  });

  test('a community code keeps its twelve digits', () => {
    expect(one('610111001001')).toBe("'610111001001");
    expect(one('61011100100')).toBe('61011100100');
  });

  test.each([[-1.5, '-1.5'], [0, '0'], [1e-7, '0.0000001'], [-2.5e-8, '-0.000000025'], [Number.NaN, ''], [123456789.25, '123456789.25']])(
    'a number of ours stays a number: %d', (value, expected) => {
      expect(one(value)).toBe(expected);
    },
  );
});

test('figures: thousands by comma, a true minus, no minus on nothing', () => {
  expect(figure(1234567.891, 2)).toBe('1,234,567.89');
  expect(figure(-1234.5, 1)).toBe('\u22121,234.5');
  expect(figure(-0.0001, 2)).toBe('0.00');
  expect([signedFigure(2, 1), signedFigure(-2, 1), signedFigure(0.001, 2), figure(999), figure(1000)]).toEqual(['+2.0', '\u22122.0', '0.00', '999', '1,000']);
});
