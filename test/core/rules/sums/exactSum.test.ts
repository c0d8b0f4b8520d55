/** A sum is the true sum, whatever was added and taken away in between. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSum } from '../../../../src/core/rules/sums/exactSum.ts';

const SEED = 20261123;
const value = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.constantFrom(0.1, -0.1, 1e300, 2 ** 53, 2 ** 53 - 1, 1, -1, 2 ** -60, 5e-324),
);

function sumOf(values: readonly number[]): ExactSum {
  const sum = new ExactSum();
  for (const each of values) sum.add(each);
  return sum;
}

/** In units of 2^-1074, as whole numbers of any size. */
function trueSum(values: readonly number[]): bigint {
  return values.reduce((sum, each) => sum + inSmallest(each), 0n);
}

function inSmallest(of: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, of);
  const high = bits.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) + BigInt(bits.getUint32(4));
  const size = exponent === 0 ? fraction : (fraction + (1n << 52n)) << BigInt(exponent - 1);
  return high >>> 31 ? -size : size;
}

describe('an exact sum', () => {
  it('of tenths', () => {
    expect(sumOf(Array.from({ length: 10 }, () => 0.1)).value()).toBe(1);
    expect([0.1, 0.2, 0.3].reduce((sum, each) => sum + each)).not.toBe(0.6);
    expect(sumOf([0.1, 0.2, 0.3]).value()).toBe(0.6);
    expect(sumOf([1e300, 1, -1e300]).value()).toBe(1);
    // Halfway between two doubles: what is far below decides.
    expect(sumOf([2 ** 53, 1, 2 ** -60]).value()).toBe(2 ** 53 + 2);
    expect(sumOf([2 ** 53, 1, -(2 ** -60)]).value()).toBe(2 ** 53);
    expect(new ExactSum().value()).toBe(0);
  });

  it('is the double nearest to the true sum', () => {
    fc.assert(fc.property(fc.array(value, { maxLength: 12 }), (values) => {
      const found = sumOf(values).value();
      const [sum, own] = [trueSum(values), inSmallest(found)];
      const off = (other: number): bigint => (inSmallest(other) > sum ? inSmallest(other) - sum : sum - inSmallest(other));
      const step = Math.max(Math.abs(found) * 2 ** -53, 5e-324);
      for (const other of [found + step, found - step]) expect(own > sum ? own - sum : sum - own, values.join(' ')).toBeLessThanOrEqual(off(other));
    }), { numRuns: 500, seed: SEED });
  });

  it('is the same in any order, after what was taken away, and put together from parts', () => {
    fc.assert(fc.property(fc.array(value, { maxLength: 10 }), fc.array(value, { maxLength: 10 }), (stay, go) => {
      const expected = sumOf(stay).value();
      const sum = sumOf([...go, ...stay].reverse());
      const before = sum.value();
      const copy = sum.copy();
      for (const each of go) copy.add(-each);
      expect(copy.value()).toBe(expected);
      expect(sum.value()).toBe(before);
      const parts = sumOf(stay.slice(0, 3));
      parts.addSum(sumOf(stay.slice(3)));
      expect(parts.value()).toBe(expected);
    }), { numRuns: 500, seed: SEED });
  });
});
