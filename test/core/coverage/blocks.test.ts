/** Street blocks: what streets and boundaries enclose. */
import { describe, expect, test } from 'vitest';
import { streetBlocks, type Block } from '../../../src/core/coverage/blocks.ts';
import { stepArea } from '../../../src/core/coverage/ringMeasure.ts';
import { CELL, stepLine, type Cell } from '../../builders/drawnPlan.ts';
import { drawnCoverage } from './drawnCoverage.ts';

/** Sizes of the blocks in cells, ascending. */
function blocks(drawing: string, ...streets: (readonly Cell[])[]): number[] {
  return streetBlocks(drawnCoverage(drawing).coverage, streets.map((street) => stepLine(...street))).map(size).sort((p, q) => p - q);
}

function size(block: Block): number {
  return Math.abs(block.reduce((sum, ring) => sum + stepArea(ring), 0)) / (2 * CELL * CELL);
}

describe('street blocks', () => {
  test('without streets they are the faces', () => {
    expect(blocks('aab / aab / ccb')).toEqual([2, 3, 4]);
  });

  test('streets divide them', () => {
    expect(blocks('aa / aa', [[0, 1], [2, 1]])).toEqual([2, 2]);
    expect(blocks('aa / aa', [[-3, 1], [5, 1]], [[1, -3], [1, 5]])).toEqual([1, 1, 1, 1]);
  });

  test('a dead end divides nothing, however it is branched', () => {
    expect(blocks('aa / aa', [[0, 1], [1, 1]], [[1, 1], [1.5, 1.5]], [[1, 1], [1.5, 0.5]])).toEqual([4]);
    expect(blocks('aa / aa', [[0.5, 1], [1.5, 1]])).toEqual([4]);
  });

  test('a ring of streets is a block in a block', () => {
    expect(blocks('aaa / aaa / aaa', [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]])).toEqual([1, 8]);
  });

  test('a street along a boundary makes none', () => {
    expect(blocks('ab / ab', [[1, -1], [1, 3]])).toEqual([2, 2]);
  });

  test('what streets enclose beyond the district is none of its ground', () => {
    expect(blocks('aa / aa', [[10, 10], [12, 10], [12, 12], [10, 12], [10, 10]])).toEqual([4]);
  });

  test('gaps and overlaps are blocks, too', () => {
    expect(blocks('aaa / a.a / aaa')).toEqual([1, 8]);
    expect(blocks('a(ab)b')).toEqual([1, 1, 1]);
  });
});
