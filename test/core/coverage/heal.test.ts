/** Drawn lines that divide nothing any more go again, and leave arcs, areas and faces as they were to the last digit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignFaces, healChanged } from '../../../src/core/coverage/assign.ts';
import { faceOf, type Coverage } from '../../../src/core/coverage/coverage.ts';
import { cutLines } from '../../../src/core/coverage/cut.ts';
import { CoverageDraft } from '../../../src/core/coverage/draft.ts';
import { validateCoverage } from '../../../src/core/coverage/validate.ts';
import { steps, type Cell } from '../../builders/drawnPlan.ts';
import { writtenCoverage } from '../../builders/written.ts';
import { cutAll, draftFaces, drawnCoverage, faceAtCell } from './drawnCoverage.ts';

function healed(draft: CoverageDraft): Coverage {
  healChanged(draft);
  const coverage = draft.finish();
  expect(validateCoverage(coverage)).toEqual([]);
  return coverage;
}

/** Gives the face at a place to units; lines that divide nothing go. */
function given(coverage: Coverage, cell: Cell, ...units: number[]): Coverage {
  const draft = new CoverageDraft(coverage);
  assignFaces(draft, [faceAtCell({ coverage }, ...cell)], units);
  return healed(draft);
}

describe('cut and healed', () => {
  test.each<[string, string, (readonly Cell[])[]]>([
    ['across', 'aa / aa', [[[-1, 1], [3, 1]]]],
    ['at odd places, where vertices are rounded', 'ab / cd', [[[-1, 0.1234], [3, 1.7717]], [[0.3333, -1], [1.1111, 3]]]],
    ['from vertex to vertex', 'ab / ab', [[[0, 0], [1, 1], [2, 0]]]],
    ['a loop inside', 'aa / aa', [[[0.5, 0.5], [1.5, 0.5], [1, 1.5], [0.5, 0.5]]]],
    ['through a hole', 'aaa / aba / aaa', [[[-1, 1.37], [4, 1.61]]]],
    ['a slit to a hole', 'aaa / aba / aaa', [[[-1, 1.37], [1.2, 1.61]]]],
    ['a loop round a hole', 'aaaa / aaba / aaaa', [[[1.5, 0.5], [3.5, 0.5], [3.5, 2.5], [1.5, 2.5], [1.5, 0.5]]]],
    ['across an island in the sea', 'a.b / ... / c.d', [[[-1, 0.3], [4, 2.9]]]],
    ['contested and free ground', 'a(ab)b / a.b / aab', [[[-1, 2.2], [4, 1.1]]]],
  ])('%s', (_, drawing, lines) => {
    const drawn = drawnCoverage(drawing);
    const { draft } = cutAll(drawn, ...lines);
    expect(writtenCoverage(healed(draft))).toBe(writtenCoverage(drawn.coverage));
  });

  test('any lines', () => {
    const place = fc.tuple(fc.double({ min: -0.5, max: 4.5, noNaN: true }), fc.double({ min: -0.5, max: 4.5, noNaN: true }));
    const lines = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.constantFrom('aabb / a(ac)db / ccdd / cced', 'aaaa / abba / abba / aaaa', 'ab.. / ba.c / ..cc / d.cc'), lines, (drawing, drawnLines) => {
      const { coverage } = drawnCoverage(drawing);
      const outcome = cutLines(coverage, { lines: drawnLines.map((cells) => cells.flatMap((cell) => steps(...cell))), origin: 'cut', mayCut: () => true });
      if (outcome) expect(writtenCoverage(healed(outcome.draft))).toBe(writtenCoverage(coverage));
    }), { seed: 20261122, numRuns: 80 });
  });

  test('cut again and again, then healed', () => {
    const { coverage } = drawnCoverage('ab / cd');
    let now = coverage;
    for (const line of [[[-1, 0.1234], [3, 1.7717]], [[0.3333, -1], [1.1111, 3]], [[-1, 1.5], [3, 0.2]]] as Cell[][]) {
      const outcome = cutLines(now, { lines: [line.flatMap((cell) => steps(...cell))], origin: 'cut', mayCut: () => true })!;
      now = outcome.draft.finish();
      expect(validateCoverage(now)).toEqual([]);
    }
    const draft = new CoverageDraft(now);
    [...now.faces].forEach((face, id) => { if (face) draft.setFace(id, { ...face }); });
    expect(writtenCoverage(healed(draft))).toBe(writtenCoverage(coverage));
  });
});

describe('given away and back', () => {
  test('a line stays as long as it divides, and goes with the gift’s return', () => {
    const drawn = drawnCoverage('aab / aab');
    const cut = cutAll(drawn, [[-1, 0.7], [2, 1.3]]).draft.finish();
    const b = drawn.index('b');
    const away = given(cut, [0.5, 0.3], b);
    expect(faceOf(away, faceAtCell({ coverage: away }, 0.5, 0.3)).claimants).toEqual([b]);
    expect(faceOf(away, faceAtCell({ coverage: away }, 0.5, 1.8)).claimants).toEqual([drawn.index('a')]);
    expect(writtenCoverage(given(away, [0.5, 0.3], drawn.index('a')))).toBe(writtenCoverage(drawn.coverage));
  });

  test('two gifts, taken back in either order', () => {
    const drawn = drawnCoverage('aab / aab');
    const [a, b] = [drawn.index('a'), drawn.index('b')];
    const cut = cutAll(drawn, [[-1, 0.7], [2, 1.3]], [[0.9, -1], [1.1, 3]]).draft.finish();
    const away = given(given(cut, [0.2, 0.2], b), [1.8, 1.9], b);
    for (const [first, second] of [[[0.2, 0.2], [1.8, 1.9]], [[1.8, 1.9], [0.2, 0.2]]] as [Cell, Cell][]) {
      expect(writtenCoverage(given(given(away, first, a), second, a))).toBe(writtenCoverage(drawn.coverage));
    }
  });

  test('the old boundary stays where a piece changes hands: it was read', () => {
    const drawn = drawnCoverage('ab');
    const away = given(drawn.coverage, [0.5, 0.5], drawn.index('b'));
    expect([...away.faces].filter((face) => face !== null)).toHaveLength(3);
    expect(writtenCoverage(given(away, [0.5, 0.5], drawn.index('a')))).toBe(writtenCoverage(drawn.coverage));
  });

  test('to nobody and back', () => {
    const drawn = drawnCoverage('a(ab)b / aab');
    const contested = given(drawn.coverage, [1.5, 1.5]);
    expect(contested.unsettled).toHaveLength(1);
    expect(writtenCoverage(given(contested, [1.5, 1.5], drawn.index('a'), drawn.index('b')))).toBe(writtenCoverage(drawn.coverage));
  });
});

test('a line drawn to stay does', () => {
  const drawn = drawnCoverage('aa / aa');
  const { draft } = cutLines(drawn.coverage, { lines: [[...steps(-1, 1), ...steps(3, 1)]], origin: 'kept', mayCut: () => true })!;
  expect(draftFaces(draft)).toBe(2);
  healChanged(draft);
  expect(draftFaces(draft)).toBe(2);
});
