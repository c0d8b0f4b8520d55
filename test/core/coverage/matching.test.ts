/** Matched edges: both sides of a shared line find each other, however finely it is drawn. */
import { describe, expect, test } from 'vitest';
import { matchEdges, UNMATCHED } from '../../../src/core/coverage/matching.ts';
import { surveyRings } from '../../../src/core/coverage/rings.ts';
import { layerOf, type Step } from '../../builders/coverage.ts';

/** Two units on the two sides of a line of teeth. */
function neighbours(teeth: number, stepX: number, stepY: number) {
  const line = Array.from({ length: teeth }, (_, k): Step => [1_000_000 + (k % 2 === 0 ? 0 : stepX), 1_000_000 + k * stepY]);
  const [south, north] = [line[0]![1], line.at(-1)![1]];
  const west: Step[] = [[900_000, south], ...line, [900_000, north]];
  const east: Step[] = [...line, [1_200_000, north], [1_200_000, south]];
  const layer = layerOf([[[west]], [[east]]]);
  return { layer, partner: matchEdges(layer, surveyRings(layer, 0.011), null) };
}

describe('matching', () => {
  test.each([[2, 100, 1000], [50, 3000, 9000], [20_000, 2, 3], [5000, 1, 60_000]])('%i vertices, %i steps east, %i north', (teeth, stepX, stepY) => {
    const { layer, partner } = neighbours(teeth, stepX, stepY);
    const matched = [...partner.entries()].filter(([, mate]) => mate >= 0);
    expect(matched).toHaveLength(2 * (teeth - 1));
    expect(matched.filter(([edge, mate]) => partner[mate] !== edge)).toEqual([]);
    expect([...partner].filter((mate) => mate === UNMATCHED)).toHaveLength(layer.vertexCount - matched.length);
  });
});
