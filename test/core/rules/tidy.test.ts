/** Twelve digits, the same as writing the number out and reading it again. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tidy } from '../../../src/core/rules/tidy.ts';

it('takes the noise out of a difference', () => {
  expect([tidy(1180 - 1623.3), tidy(0.1 + 0.2), tidy(-700 / 9), tidy(3), tidy(Infinity), tidy(-0.5)]).toEqual([-443.3, 0.3, -77.7777777778, 3, Infinity, -0.5]);
  expect(tidy(NaN)).toBeNaN();
});

it('is the number with twelve digits', () => {
  const written = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));
  const near = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 999 })).map(([whole, part]) => whole / part);
  /** Between two figures of twelve digits, give or take an ulp; and around powers of ten. */
  const middle = fc.tuple(fc.integer({ min: 1e11, max: 1e12 - 1 }), fc.integer({ min: -20, max: 4 }), fc.integer({ min: -3, max: 3 })).map(([digits, power, ulps]) => (digits + 0.5) * 10 ** power * (1 + ulps * Number.EPSILON));
  const power = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -4, max: 4 })).map(([exponent, ulps]) => 10 ** exponent * (1 + ulps * Number.EPSILON));
  fc.assert(fc.property(fc.oneof(near, middle, power, fc.double({ noNaN: true, noDefaultInfinity: true })), (value) => {
    expect(tidy(value)).toBe(written(value));
  }), { numRuns: 5000, seed: 20261123 });
});
