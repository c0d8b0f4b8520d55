import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PagedArray } from '../../src/core/pagedArray.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

describe('an array that is never changed', () => {
  test('holds what it was made of', () => {
    for (const count of [0, 1, 63, 64, 65, 200]) {
      const array = PagedArray.from(numbers(count));
      expect([...array]).toEqual(numbers(count));
      expect(array).toHaveLength(count);
    }
  });

  test('with changes is another; the one before stays', () => {
    const before = PagedArray.from(numbers(130));
    const after = before.with(new Map([[3, -3], [129, -129]]));
    expect([after.get(3), after.get(4), after.get(129)]).toEqual([-3, 4, -129]);
    expect([...before]).toEqual(numbers(130));
  });

  test('with no change is itself', () => {
    const array = PagedArray.from(numbers(3));
    expect(array.with(new Map())).toBe(array);
  });

  test('is lengthened without a gap only, in any order of the changes', () => {
    const array = PagedArray.from(numbers(64));
    expect([...array.with(new Map([[65, 65], [64, 64]]))]).toEqual(numbers(66));
    expect(() => array.with(new Map([[65, 65]]))).toThrow('Index 65 of an array of 64.');
    expect(() => array.with(new Map([[-1, 0]]))).toThrow();
  });

  test('an index out of bounds throws', () => {
    const array = PagedArray.from(numbers(3));
    for (const index of [-1, 3, 64]) expect(() => array.get(index)).toThrow();
  });

  test('differences are where two differ, however they came about', () => {
    const a = PagedArray.from(numbers(200));
    const b = a.with(new Map([[7, 0], [100, 0], [200, 1]])).with(new Map([[100, 100]]));
    expect(PagedArray.differences(a, b)).toEqual([7, 200]);
    expect(PagedArray.differences(b, a)).toEqual([7, 200]);
    expect(PagedArray.differences(a, a)).toEqual([]);
    expect(PagedArray.differences(PagedArray.from<number>([]), PagedArray.from([1, 2]))).toEqual([0, 1]);
  });

  test('does as a plain array does', () => {
    const writes = fc.array(fc.array(fc.tuple(fc.nat(400), fc.integer()), { maxLength: 12 }), { maxLength: 8 });
    fc.assert(fc.property(fc.nat(200), writes, (length, rounds) => {
      let paged = PagedArray.from(numbers(length));
      const plain = numbers(length);
      const first = paged;
      for (const round of rounds) {
        const changes = new Map<number, number>();
        let end = plain.length;
        for (const [at, value] of round) {
          const index = at < end ? at : end;
          if (index === end) end++;
          changes.set(index, value);
          plain[index] = value;
        }
        paged = paged.with(changes);
      }
      expect([...paged]).toEqual(plain);
      expect([...first]).toEqual(numbers(length));
      expect(PagedArray.differences(first, paged)).toEqual(plain.flatMap((value, k) => (k < length && value === k ? [] : [k])));
    }), { seed: 20261122, numRuns: 100 });
  });
});
