/** Lines laid into coverages: what they divide, where they fall short, and that the coverage stays sound. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCoverage } from '../../../src/core/coverage/build.ts';
import { OUTSIDE_FACE, type Coverage } from '../../../src/core/coverage/coverage.ts';
import { cutLines } from '../../../src/core/coverage/cut.ts';
import { faceAt } from '../../../src/core/coverage/faceAt.ts';
import { validateCoverage } from '../../../src/core/coverage/validate.ts';
import { finish } from '../../../src/core/progress.ts';
import { polygons } from '../../builders/coverage.ts';
import { steps, type Cell } from '../../builders/drawnPlan.ts';
import { writtenCoverage } from '../../builders/written.ts';
import { cutAll, cutWithin, drawnCoverage, faceAtCell, faceDrawing } from './drawnCoverage.ts';

/** The faces after a cut along lines, two samples to a cell's side. */
function afterCut(drawing: string, ...lines: (readonly Cell[])[]): string {
  const drawn = drawnCoverage(drawing);
  const coverage = cutAll(drawn, ...lines).draft.finish();
  expect(validateCoverage(coverage)).toEqual([]);
  return faceDrawing(drawn, coverage, 2);
}

/** A cut that must change nothing. */
function expectIdle(drawing: string, ...lines: (readonly Cell[])[]) {
  const drawn = drawnCoverage(drawing);
  const outcome = cutAll(drawn, ...lines);
  expect(outcome.pieces.size).toBe(0);
  expect(writtenCoverage(outcome.draft.finish())).toBe(writtenCoverage(drawn.coverage));
  return outcome;
}

describe('what divides a face', () => {
  test('a line across', () => {
    expect(afterCut('aa / aa', [[-1, 1], [3, 1]])).toBe('AAAA / AAAA / BBBB / BBBB');
  });

  test('a line across several faces', () => {
    expect(afterCut('ab / ab', [[-1, 1], [3, 1]])).toBe('AABB / AABB / CCDD / CCDD');
  });

  test('a line from corner to corner', () => {
    const drawn = drawnCoverage('a');
    const coverage = cutAll(drawn, [[0, 0], [1, 1]]).draft.finish();
    expect(validateCoverage(coverage)).toEqual([]);
    expect(faceAtCell({ coverage }, 0.2, 0.8)).not.toBe(faceAtCell({ coverage }, 0.8, 0.2));
  });

  test('lines that meet inside', () => {
    expect(afterCut('aa / aa', [[0, 1], [2, 1]], [[1, 1], [1, 3]])).toBe('AABB / AABB / CCCC / CCCC');
    expect(afterCut('aa / aa', [[0, 1], [1, 1]], [[1, 1], [2, 1]])).toBe('AAAA / AAAA / BBBB / BBBB');
    expect(afterCut('aa / aa', [[0, 1], [1.5, 1]], [[1, 0], [1, 1.5]])).toBe('AAAA / AAAA / BBAA / BBAA');
  });

  test('a line that crosses itself makes a loop', () => {
    expect(afterCut('aaa / aaa / aaa', [[0.5, 0.5], [2.5, 0.5], [2.5, 2.5], [1, 2.5], [1, 0.2]])).toBe('AAAAAA / AABBBA / AABBBA / AABBBA / AABBBA / AAAAAA');
  });

  test('a closed line inside', () => {
    expect(afterCut('aaa / aaa / aaa', [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]])).toBe('AAAAAA / AAAAAA / AABBAA / AABBAA / AAAAAA / AAAAAA');
  });

  test('a closed line round a hole', () => {
    expect(afterCut('aaaa / aaba / aaaa', [[1.5, 0.5], [3.5, 0.5], [3.5, 2.5], [1.5, 2.5], [1.5, 0.5]]))
      .toBe('AAAAAAAA / AAABBBBA / AAABCCBA / AAABCCBA / AAABBBBA / AAAAAAAA');
  });

  test('a line that runs along an arc and turns in', () => {
    expect(afterCut('aab / aab', [[2, 3], [2, 1], [-1, 1]])).toBe('AAAABB / AAAABB / CCCCBB / CCCCBB');
  });

  test('a line through a hole, which stays whole where it may not be cut', () => {
    const drawn = drawnCoverage('aaa / aba / aaa');
    const ring = faceAtCell(drawn, 0.5, 0.5);
    const outcome = cutWithin(drawn.coverage, (face) => face === ring, [[-1, 1.5], [4, 1.5]]);
    const coverage = outcome.draft.finish();
    expect(validateCoverage(coverage)).toEqual([]);
    expect(faceDrawing(drawn, coverage, 2)).toBe('AAAAAA / AAAAAA / AABBAA / CCBBCC / CCCCCC / CCCCCC');
    expect(outcome.crossed).toEqual([OUTSIDE_FACE, ...[ring, faceAtCell(drawn, 1.5, 1.5)].sort((p, q) => p - q)]);
  });

  test('a line that leaves the coverage and comes back', () => {
    expect(afterCut('a.a / aaa', [[-1, 1.5], [4, 1.5]])).toBe('AA..BB / CC..CC / CCCCCC / CCCCCC');
  });

  test('the larger piece keeps the number, every piece keeps what the face was', () => {
    const drawn = drawnCoverage('aaa(ab)');
    const before = faceAtCell(drawn, 0.5, 0.5);
    const { draft, pieces } = cutAll(drawn, [[1, -1], [1, 2]]);
    const coverage = draft.finish();
    expect(faceAtCell({ coverage }, 2, 0.5)).toBe(before);
    for (const piece of pieces.get(before)!) {
      const { claimants, base, parent, inParent } = coverage.faces.get(piece)!;
      expect({ claimants, base, parent, inParent }).toEqual({ claimants: [0], base: [0], parent: -1, inParent: true });
    }
    expect(cutAll(drawn, [[3.5, -1], [3.5, 2]]).draft.finish().unsettled).toHaveLength(2);
  });

  test('halves of a line lead its way, drawn and found', () => {
    const drawn = drawnCoverage('aab / aab');
    const { draft, halves } = cutAll(drawn, [[2, 2], [2, 1], [0, 1]]);
    const ends = halves.map(({ half, drawn: isDrawn }) => {
      const [from, to] = [draft.node(draft.start(half)), draft.node(draft.start(half ^ 1))];
      return { isDrawn, from: [from.x, from.y], to: [to.x, to.y] };
    });
    expect(ends).toEqual([{ isDrawn: true, from: steps(2, 1), to: steps(0, 1) }, { isDrawn: false, from: steps(2, 2), to: steps(2, 1) }]);
  });
});

describe('what divides nothing', () => {
  test('a line that ends inside', () => {
    expect(expectIdle('aa / aa', [[-1, 1], [1, 1]]).crossed).toEqual([OUTSIDE_FACE, 1]);
    expect(expectIdle('aa / aa', [[0.5, 1], [1.5, 1]]).crossed).toEqual([1]);
  });

  test('a line far off', () => {
    expect(expectIdle('aa / aa', [[5, 5], [7, 7]]).crossed).toEqual([OUTSIDE_FACE]);
  });

  test('a line that touches a vertex only', () => {
    expect(expectIdle('a', [[-1, 0], [0, 1], [-1, 2]]).crossed).toEqual([OUTSIDE_FACE]);
    expect(expectIdle('a', [[0.2, 0.2], [1, 1], [2, 1]]).crossed).toEqual([OUTSIDE_FACE, 1]);
  });

  test('a line along a boundary', () => {
    const outcome = expectIdle('ab / ab', [[1, -1], [1, 3]]);
    expect(outcome.crossed).toEqual([OUTSIDE_FACE]);
    expect(outcome.halves.map(({ drawn }) => drawn)).toEqual([false]);
  });

  test('a line on one edge of a boundary, which is not cut for it', () => {
    expect(expectIdle('ab / ab', [[1, 0.25], [1, 0.75]]).halves).toEqual([]);
  });

  test('a slit from the outer line to a hole leaves one piece', () => {
    const drawn = drawnCoverage('aaa / aba / aaa');
    const ring = faceAtCell(drawn, 0.5, 0.5);
    const { draft, pieces } = cutWithin(drawn.coverage, (face) => face === ring, [[-1, 1.5], [1.5, 1.5]]);
    expect(pieces.get(ring)).toEqual([ring]);
    expect(validateCoverage(draft.finish())).toEqual([]);
  });

  test('faces that may not be cut', () => {
    const drawn = drawnCoverage('ab / ab');
    const only = faceAtCell(drawn, 1.5, 0.5);
    const coverage = cutWithin(drawn.coverage, (face) => face === only, [[-1, 1], [3, 1]]).draft.finish();
    expect(faceDrawing(drawn, coverage)).toBe('AB / AC');
  });
});

describe('rounding', () => {
  test('lines and arcs within a step of each other are refused', () => {
    // A wedge; where the line crosses it, its sides are a third of a step apart.
    const built = polygons({ a: [[[[0, 0], [100_000, 0], [100_000, 100]]]], b: [[[[0, 0], [100_000, -50_000], [100_000, 0]]]] }, { scale: 1 });
    const coverage = finish(buildCoverage({ units: built.layer, parent: null }));
    const [west, south] = built.units[0]![0]![0]![0]!;
    const line = [west + 300, south + 1000, west + 333, south - 1000];
    expect(cutLines(coverage, { lines: [line], origin: 'cut', mayCut: () => true })).toBeNull();
  });

  test('any lines leave a sound coverage whose faces are pieces of those before', () => {
    const place = fc.tuple(fc.integer({ min: -5, max: 45 }), fc.integer({ min: -5, max: 45 })).map(([x, y]): Cell => [x / 10, y / 10]);
    const odd: fc.Arbitrary<Cell> = fc.tuple(fc.double({ min: -0.5, max: 4.5, noNaN: true }), fc.double({ min: -0.5, max: 4.5, noNaN: true }));
    const lines = fc.array(fc.array(fc.oneof(place, odd), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.constantFrom('aabb / a(ac)db / ccdd / cced', 'aaaa / abba / abba / aaaa', 'ab.. / ba.c / ..cc / d.cc'), lines, (drawing, drawnLines) => {
      const before = drawnCoverage(drawing).coverage;
      const outcome = cutLines(before, { lines: drawnLines.map((cells) => cells.flatMap((cell) => steps(...cell))), origin: 'cut', mayCut: () => true });
      if (!outcome) return;
      const coverage = outcome.draft.finish();
      expect(validateCoverage(coverage)).toEqual([]);
      expect(Math.abs(ground(coverage) - ground(before))).toBeLessThan(2);
      for (const [face, pieces] of outcome.pieces) for (const piece of pieces) expect(coverage.faces.get(piece)!.base).toEqual(before.faces.get(face)!.base);
      for (let k = 0; k < 16; k++) {
        const at = steps(0.5137 + (k % 4), 0.5271 + (k >> 2));
        expect(coverage.faces.get(faceAt(coverage, ...at))!.claimants).toEqual(before.faces.get(faceAt(before, ...at))!.claimants);
      }
    }), { seed: 20261122, numRuns: 120 });
  });
});

function ground(coverage: Coverage): number {
  return [...coverage.faces].reduce((sum, face) => sum + (face?.areaSquareMetres ?? 0), 0);
}
