/** The boundary of two units as paths, and the boundary nearest to a place. */
import { describe, expect, test } from 'vitest';
import { boundaryPaths, holderOf, nearestBoundary } from '../../../src/core/coverage/boundary.ts';
import { OUTSIDE_FACE } from '../../../src/core/coverage/coverage.ts';
import { CELL, steps } from '../../builders/drawnPlan.ts';
import { cutAll, drawnCoverage, faceAtCell, type DrawnCoverage } from './drawnCoverage.ts';

/** Vertices in cells; `*` a junction, `!` one that must stay. */
function paths({ coverage, index }: DrawnCoverage, a: string, b: string): string[] {
  const [west, south] = steps(0, 0);
  return boundaryPaths(coverage, index(a), index(b)).map(({ closed, vertices }) =>
    vertices.map(({ x, y, junction, fixed }) => `${(x - west) / CELL},${(y - south) / CELL}${junction ? '*' : ''}${fixed ? '!' : ''}`).join(' ') + (closed ? ' closed' : ''));
}

describe('paths of a boundary', () => {
  test('from junction to junction, with the first unit on the left', () => {
    const drawn = drawnCoverage('aab / aab / ccb');
    expect(paths(drawn, 'a', 'b')).toEqual(['2,1* 2,2 2,3*']);
    expect(paths(drawn, 'b', 'a')).toEqual(['2,3* 2,2 2,1*']);
  });

  test('goes on over a vertex where a face was cut, and over a node that is no junction', () => {
    const drawn = drawnCoverage('ab / ab');
    const coverage = cutAll(drawn, [[-1, 0.5], [1, 0.5]]).draft.finish();
    expect(paths({ ...drawn, coverage }, 'a', 'b')).toEqual(['1,0* 1,0.5 1,1 1,2*']);
  });

  test('closed round an island', () => {
    expect(paths(drawnCoverage('aaa / aba / aaa'), 'b', 'a')).toEqual(['1,1 2,1 2,2 1,2 closed']);
  });

  test('several stretches', () => {
    expect(paths(drawnCoverage('ab / cb / ab'), 'a', 'b')).toHaveLength(2);
    expect(paths(drawnCoverage('ab / ba'), 'a', 'b')).toHaveLength(2);
  });

  test('none between units that do not touch or touch at a point', () => {
    expect(paths(drawnCoverage('acb'), 'a', 'b')).toEqual([]);
    expect(paths(drawnCoverage('ac / db'), 'a', 'b')).toEqual([]);
  });

  test('none along ground of nobody or of both', () => {
    expect(paths(drawnCoverage('a(ab)b'), 'a', 'b')).toEqual([]);
    const drawn = drawnCoverage('a(ab)b');
    expect([0.5, 1.5].map((x) => holderOf(drawn.coverage, faceAtCell(drawn, x, 0.5)))).toEqual([0, -1]);
    expect(holderOf(drawn.coverage, OUTSIDE_FACE)).toBe(-1);
  });

  test('ends on the parent’s line must stay, and all of a legal line', () => {
    expect(paths(drawnCoverage('ab / ab', 'pp / pp'), 'a', 'b')).toEqual(['1,0*! 1,1 1,2*!']);
    expect(paths(drawnCoverage('ab / ab', 'xy / xy'), 'a', 'b')).toEqual(['1,0*! 1,1! 1,2*!']);
  });
});

describe('the boundary nearest to a place', () => {
  const drawn = drawnCoverage('aab / aab / ccb', 'xxy / xxy / xxy');

  test('with its units, the place on it and how far that is', () => {
    const [x, y] = steps(0.5, 1.1);
    const found = nearestBoundary(drawn.coverage, x, y, 20)!;
    expect([...found.units].sort()).toEqual([drawn.index('a'), drawn.index('c')]);
    expect(found.at).toEqual(steps(0.5, 1));
    expect(found.metres).toBeCloseTo(11.1, 1);
    expect(found.legal).toBe(false);
  });

  test('a legal one is told', () => {
    expect(nearestBoundary(drawn.coverage, ...steps(2.05, 2), 20)?.legal).toBe(true);
  });

  test('none within the distance, none along the outer line', () => {
    expect(nearestBoundary(drawn.coverage, ...steps(0.5, 1.1), 10)).toBeNull();
    expect(nearestBoundary(drawn.coverage, ...steps(0, 2), 10)).toBeNull();
  });
});
