/** Points by their coordinates: whatever stands close together or far apart, each has one number. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PointTable } from '../../../src/core/coverage/pointTable.ts';

function numbers(points: readonly (readonly [number, number])[], expected: number): number[] {
  const table = new PointTable(expected);
  return points.map(([x, y]) => table.add(x, y));
}

/** The same by a map of texts. */
function expectedNumbers(points: readonly (readonly [number, number])[]): number[] {
  const known = new Map<string, number>();
  return points.map(([x, y]) => {
    const key = `${x},${y}`;
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key)!;
  });
}

describe('points', () => {
  test('numbered as they come, the same for the same, however few were expected', () => {
    const near = fc.integer({ min: -40, max: 40 });
    const far = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
    const beyond = fc.integer({ min: -20_000_000_000, max: 20_000_000_000 });
    const point = fc.oneof(fc.tuple(near, near), fc.tuple(far, far), fc.tuple(beyond, beyond));
    fc.assert(fc.property(fc.array(point, { maxLength: 600 }), fc.integer({ min: 0, max: 50 }), (points, expected) => {
      const twice = [...points, ...points];
      expect(numbers(twice, expected)).toEqual(expectedNumbers(twice));
    }), { seed: 21, numRuns: 200 });
  });

  test('far more points in one place than a cell has room for', () => {
    const crowd = Array.from({ length: 40_000 }, (_, k): [number, number] => [k % 200, Math.floor(k / 200)]);
    const twice = [...crowd, ...crowd];
    expect(numbers(twice, 10)).toEqual([...crowd.keys(), ...crowd.keys()]);
  });

  test('coordinates are kept under the number', () => {
    const table = new PointTable(0);
    table.add(7, -3);
    expect([table.add(1_089_500_000, 343_000_000), table.add(7, -3), table.count]).toEqual([1, 0, 2]);
    expect([table.x[1], table.y[1]]).toEqual([1_089_500_000, 343_000_000]);
  });
});
