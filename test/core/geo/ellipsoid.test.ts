import { describe, expect, it } from 'vitest';
import { areaElement, GRS80_A, GRS80_F, localScale, ringAreaSquareMetres } from '../../../src/core/geo/ellipsoid.ts';

const E2 = GRS80_F * (2 - GRS80_F);
const E = Math.sqrt(E2);
const RADIAN = Math.PI / 180;

/** Exact area between two parallels and two meridians, from the authalic integral. */
function cell(west: number, south: number, east: number, north: number): number {
  const q = (degrees: number) => {
    const s = Math.sin(degrees * RADIAN);
    return s / (2 * (1 - E2 * s * s)) + Math.log((1 + E * s) / (1 - E * s)) / (4 * E);
  };
  return GRS80_A * GRS80_A * (1 - E2) * (east - west) * RADIAN * (q(north) - q(south));
}

function square(south: number, size: number): number[] {
  const steps = (v: number) => Math.round(v * 1e7);
  return [108, south, 108 + size, south, 108 + size, south + size, 108, south + size].map(steps);
}

describe('areas on GRS80', () => {
  it.each([0.0001, 0.01, 0.049, 0.2, 1, 5])('a cell of %d° agrees with the closed form', (size) => {
    for (const south of [3, 20, 34.3, 53]) {
      const area = ringAreaSquareMetres(square(south, size), 0, 4);
      expect(area / cell(108, south, 108 + size, south + size) - 1).toBeCloseTo(0, 8);
    }
  });

  it('clockwise is negative, fewer than three vertices nothing', () => {
    const ring = [0, 0, 0, 1000, 1000, 1000, 1000, 0];
    expect(ringAreaSquareMetres(ring, 0, 4)).toBeLessThan(0);
    expect(ringAreaSquareMetres(ring, 0, 2)).toBe(0);
  });

  it('many small cells add up to the large one', () => {
    let sum = 0;
    const parts = 40;
    for (let i = 0; i < parts; i++) sum += ringAreaSquareMetres([1e9, 3.4e8 + i * 1e5, 1e9 + 4e6, 3.4e8 + i * 1e5, 1e9 + 4e6, 3.4e8 + (i + 1) * 1e5, 1e9, 3.4e8 + (i + 1) * 1e5], 0, 4);
    const whole = ringAreaSquareMetres([1e9, 3.4e8, 1e9 + 4e6, 3.4e8, 1e9 + 4e6, 3.44e8, 1e9, 3.44e8], 0, 4);
    expect(Math.abs(sum - whole)).toBeLessThan(0.05);
  });

  it('the area element is the product of the two scales', () => {
    for (const lat of [0, 1e8, 3.43e8, 5.3e8]) {
      const { east, north } = localScale(lat);
      expect(areaElement(lat).k0 / (east * north)).toBeCloseTo(1, 12);
    }
  });

  it('a degree of latitude at 45° is 111,132 m (GRS80, textbook)', () => {
    expect(localScale(45e7).north * 1e7).toBeCloseTo(111_132, -1);
    expect(localScale(0).east * 1e7).toBeCloseTo(111_319.49, 1);
  });
});
