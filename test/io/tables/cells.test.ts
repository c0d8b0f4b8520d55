/** Separated text: every separator, quoting, line ends; written and read again it is the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessSeparator, readCells } from '../../../src/io/tables/cells.ts';

const rows = (text: string) => readCells(text, 1000).rows;

describe('cells', () => {
  it.each([[',', 'a,b\nc,d'], [';', 'a;b\nc;d'], ['\t', 'a\tb\nc\td']] as const)('parted by %j', (separator, text) => {
    expect(guessSeparator(text)).toBe(separator);
    expect(rows(text)).toEqual([['a', 'b'], ['c', 'd']]);
  });

  it('every line end, and none after the last row', () => {
    expect(rows('a,b\r\nc,d\re,f\ng,h')).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]);
    expect(rows('a,b\n')).toEqual([['a', 'b']]);
    expect(rows('a,\n,b\n')).toEqual([['a', ''], ['', 'b']]);
    expect(rows('a,b,')).toEqual([['a', 'b', '']]);
    expect(rows('')).toEqual([]);
  });

  it('quotes hold separators, line ends and doubled quotes', () => {
    expect(rows('"a,1","b\r\n2","c ""3"""\r\n4,5,6')).toEqual([['a,1', 'b\r\n2', 'c "3"'], ['4', '5', '6']]);
    expect(rows('"",x')).toEqual([['', 'x']]);
  });

  it('a byte-order mark is no part of the first cell', () => {
    expect(rows('\uFEFFa,b')).toEqual([['a', 'b']]);
  });

  it('a quote that never closes swallows nothing, and is told', () => {
    const grid = readCells('a,b\n"c,d\ne,f', 10);
    expect(grid.rows).toEqual([['a', 'b'], ['"c', 'd'], ['e', 'f']]);
    expect(grid.unclosedAt).toBe(2);
  });

  it('stops at the most rows', () => {
    expect(readCells('a\nb\nc', 2)).toMatchObject({ cutShort: true, rows: [['a'], ['b']] });
    expect(readCells('a\nb', 2).cutShort).toBe(false);
  });

  it('tabs win over commas within cells', () => {
    expect(guessSeparator('名称\t说明\n甲\t一,二,三\n乙\t四,五,六')).toBe('\t');
  });

  it('what is quoted by the rules is read as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '户', '"', ',', ';', '\t', '\n', '\r', ' ', '1'), maxLength: 8 });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), fc.constantFrom(',' as const, ';' as const, '\t' as const), (grid, separator) => {
      const text = grid.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
      expect(readCells(text, 1000, separator).rows).toEqual(grid);
    }), { seed: 41, numRuns: 300 });
  });

  it('any text is read, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { rows: read } = readCells(text, 50);
      expect(read.length).toBeLessThanOrEqual(50);
    }), { seed: 42, numRuns: 300 });
  });
});
