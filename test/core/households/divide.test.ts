/** Whole numbers divided by weights: they sum, they are fair, they do not depend on the order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide, largestRemainder, type Weight } from '../../../src/core/households/divide.ts';
import { CONTESTED, DECLARED, UNASSIGNED } from '../../../src/core/households/owner.ts';

const given = (...pairs: [number, number][]): Weight[] => pairs.map(([owner, weight]) => ({ owner, weight }));
const listed = (map: ReadonlyMap<number, number>) => [...map].sort(([p], [q]) => p - q);

describe('largestRemainder', () => {
  test('by hand', () => {
    // Quotas 4.7, 3.1, 2.2: the remaining one goes to 0.7.
    expect(listed(largestRemainder(10, given([0, 47], [1, 31], [2, 22])))).toEqual([[0, 5], [1, 3], [2, 2]]);
    expect(listed(largestRemainder(0, given([0, 1], [1, 1])))).toEqual([[0, 0], [1, 0]]);
    expect(listed(largestRemainder(7, given([4, 0])))).toEqual([[4, 7]]);
    expect(largestRemainder(7, []).size).toBe(0);
  });

  test('ties go to the lowest community, and to a community before a group', () => {
    expect(listed(largestRemainder(101, given([8, 1], [3, 1])))).toEqual([[3, 51], [8, 50]]);
    expect(listed(largestRemainder(3, given([UNASSIGNED, 1], [5, 1])))).toEqual([[UNASSIGNED, 1], [5, 2]]);
    expect(listed(largestRemainder(1, given([CONTESTED, 1], [DECLARED, 1])))).toEqual([[CONTESTED, 0], [DECLARED, 1]]);
  });

  test('no weight at all counts alike; one owner given twice is one', () => {
    expect(listed(largestRemainder(5, given([1, 0], [2, 0])))).toEqual([[1, 3], [2, 2]]);
    expect(listed(largestRemainder(9, given([1, 1], [2, 1], [1, 1])))).toEqual([[1, 6], [2, 3]]);
  });

  test('exact where doubles are not', () => {
    // 2 · (2^52 − 1) / (2^53 − 3) is a hair above one: the first has the larger rest.
    expect(listed(largestRemainder(2, given([7, 2 ** 52 - 1], [1, 2 ** 52 - 2])))).toEqual([[1, 1], [7, 1]]);
    expect(listed(largestRemainder(3, given([7, 2 ** 52 - 1], [1, 2 ** 52 - 2])))).toEqual([[1, 1], [7, 2]]);
    expect(listed(largestRemainder(10, given([0, 0.1], [1, 0.2], [2, 0.7])))).toEqual([[0, 1], [1, 2], [2, 7]]);
  });

  test('refuses what is no weight', () => {
    expect(() => largestRemainder(1, given([0, -1]))).toThrow();
    expect(() => largestRemainder(1, given([0, NaN]))).toThrow();
    expect(() => largestRemainder(1, given([0, Infinity], [1, 1]))).toThrow();
  });

  test('sums, stays within one of its quota, and does not depend on the order', () => {
    const weights = fc.uniqueArray(fc.record({ owner: fc.integer({ min: -4, max: 30 }), weight: fc.nat(1e14) }), { minLength: 1, maxLength: 8, selector: ({ owner }) => owner });
    fc.assert(fc.property(fc.nat(1e6), weights, (total, list) => {
      const values = largestRemainder(total, list);
      expect([...values.values()].reduce((sum, value) => sum + value, 0)).toBe(total);
      expect(listed(largestRemainder(total, [...list].reverse()))).toEqual(listed(values));
      const sum = list.reduce((before, { weight }) => before + weight, 0);
      if (sum === 0) return;
      for (const { owner, weight } of list) expect(Math.abs(values.get(owner)! - (total * weight) / sum)).toBeLessThan(1 + 1e-6);
    }), { seed: 20260, numRuns: 300 });
  });
});

describe('divide', () => {
  test('the others share what is left', () => {
    const { values, estimated, conflict } = divide(100, given([0, 50], [1, 30], [2, 20]), new Map([[0, 10]]));
    expect(listed(values)).toEqual([[0, 10], [1, 54], [2, 36]]);
    expect([...estimated]).toEqual([1, 2]);
    expect(conflict).toBe(false);
  });

  test('the last one is no estimate', () => {
    const { values, estimated } = divide(100, given([0, 50], [1, 30]), new Map([[0, 10]]));
    expect(listed(values)).toEqual([[0, 10], [1, 90]]);
    expect(estimated.size).toBe(0);
  });

  test('what does not fit is not taken', () => {
    for (const counted of [new Map([[0, 101]]), new Map([[0, 40], [1, 50]])]) {
      const { values, conflict } = divide(100, given([0, 1], [1, 1]), counted);
      expect(conflict).toBe(true);
      expect(listed(values)).toEqual([[0, 50], [1, 50]]);
    }
    expect(divide(100, given([0, 1], [1, 1]), new Map([[7, 900]])).conflict).toBe(false);
  });
});
