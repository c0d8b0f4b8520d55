/** The matrix within what can be held: whole where there is room, else fewer candidates, spread; for the mean a shorter cut-off. */
import { describe, expect, it } from 'vitest';
import { finish, type Work } from '../../../src/core/progress.ts';
import { NO_LIMIT, TooManyPairs, type Distances } from '../../../src/core/siting/distances.ts';
import { objectiveDistances } from '../../../src/core/siting/objectiveDistances.ts';

/** Candidates and points on one line, a metre apart, as many of one as of the other. */
function onLine(count: number) {
  return function* (candidates: Uint32Array, limit: number, most: number): Work<Distances> {
    yield { phase: 'sitingDistances', fraction: null };
    const [start, point, millimetres] = [[0], [] as number[], [] as number[]];
    for (const candidate of candidates) {
      for (let k = 0; k < count; k++) {
        const length = 1000 * Math.abs(candidate - k);
        if (length > limit) continue;
        point.push(k);
        millimetres.push(length);
      }
      if (point.length > most) throw new TooManyPairs(most);
      start.push(point.length);
    }
    return { candidates: candidates.length, points: count, start: Uint32Array.from(start), point: Uint32Array.from(point), millimetres: Uint32Array.from(millimetres), limitMillimetres: limit };
  };
}
const take = (count: number, objective: 'coverage' | 'median', limit: number, most: number) => finish(objectiveDistances(onLine(count), count, objective, limit, most));

describe('objectiveDistances', () => {
  it('takes all candidates and all distances where there is room', () => {
    const { distances, kept } = take(300, 'median', 10_000, 90_000);
    expect([distances.point.length, distances.limitMillimetres, kept.length]).toEqual([90_000, NO_LIMIT, 300]);
    expect([...take(300, 'coverage', 10_000, 90_000).kept]).toEqual(Array.from({ length: 300 }, (_, k) => k));
  });

  it('leaves candidates out evenly where there is not, and keeps within the room', () => {
    const { distances, kept } = take(2_000, 'coverage', 100_000, 40_000);
    expect(distances.point.length).toBeLessThan(1.5 * 40_000);
    expect(kept.length).toBeLessThan(2_000);
    const steps = [...kept].slice(1).map((each, k) => each - kept[k]!);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });

  it('cuts the mean off at a multiple of the limit before it takes too few candidates', () => {
    const { distances, kept } = take(1_000, 'median', 10_000, 100_000);
    expect(distances.limitMillimetres).toBeLessThan(NO_LIMIT);
    expect(distances.limitMillimetres % 10_000).toBe(0);
    expect(kept.length).toBeGreaterThanOrEqual(400);
  });

  it('no candidates, hardly any room: an answer all the same', () => {
    expect(take(0, 'median', 1_000, 10)).toMatchObject({ distances: { candidates: 0 } });
    expect(take(500, 'median', 1_000, 1).kept).toHaveLength(1);
  });
});
