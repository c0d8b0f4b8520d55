import { describe, expect, it } from 'vitest';
import { largestInscribedCircle } from '../../../src/core/coverage/inscribedCircle.ts';

const ring = (...points: [number, number][]) => Float64Array.from(points.flat());
const width = (...rings: Float64Array[]) => 2 * largestInscribedCircle(rings).radius;

describe('the largest inscribed circle', () => {
  it('of a square is its side', () => {
    expect(width(ring([0, 0], [10, 0], [10, 10], [0, 10]))).toBeCloseTo(10, 1);
  });

  it('of a strip a kilometre long and 5 cm wide is 5 cm', () => {
    expect(width(ring([0, 0], [1000, 0], [1000, 0.05], [0, 0.05]))).toBeCloseTo(0.05, 3);
  });

  it('of a strip with a bulge is the bulge, where thinness ratios see only the strip', () => {
    const w = width(ring([0, 0], [100, 0], [100, 0.2], [52, 0.2], [52, 4], [48, 4], [48, 0.2], [0, 0.2]));
    expect(w).toBeGreaterThan(3.9);
    expect(w).toBeLessThanOrEqual(4.02);
  });

  it('of a right triangle is the incircle: legs 3 and 4, diameter 2', () => {
    expect(width(ring([0, 0], [4, 0], [0, 3]))).toBeCloseTo(2, 1);
  });

  it('does not reach over a hole', () => {
    const outer = ring([0, 0], [10, 0], [10, 10], [0, 10]);
    const hole = ring([4, 4], [4, 6], [6, 6], [6, 4]);
    const w = width(outer, hole);
    // Between a corner of the outline and the near corner of the hole: r(1 + √2) = 4√2, so d = 4.686.
    expect(w).toBeGreaterThan(4.6);
    expect(w).toBeLessThan(4.7);
  });

  it('turns with the polygon and does not care which way rings run', () => {
    const points: [number, number][] = [[0, 0], [30, 2], [60, 0], [60, 3], [30, 5.5], [0, 3]];
    const turned = points.map(([x, y]): [number, number] => [0.6 * x - 0.8 * y + 1e6, 0.8 * x + 0.6 * y - 1e5]);
    const a = width(ring(...points));
    expect(width(ring(...turned)) / a).toBeCloseTo(1, 1);
    expect(width(ring(...[...points].reverse())) / a).toBeCloseTo(1, 1);
  });

  it('of nothing is nothing', () => {
    expect(width(ring([0, 0], [10, 0]))).toBe(0);
    expect(width(ring([0, 0], [5, 0], [10, 0]))).toBe(0);
  });
});
