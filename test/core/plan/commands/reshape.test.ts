/** Boundaries redrawn: by a path between two communities, and by moving a vertex where any number of them meet. */
import { describe, expect, test } from 'vitest';
import { shapeOfFaces } from '../../../../src/core/coverage/shape.ts';
import { validateCoverage } from '../../../../src/core/coverage/validate.ts';
import type { Command } from '../../../../src/core/plan/command.ts';
import { after, aDrawnPlan, drawn, line, place, refusal, refused, unitOf, type Cell, type Drawn } from '../../../builders/drawnPlan.ts';
import { writtenCoverage } from '../../../builders/written.ts';

const CITY = aDrawnPlan('aabb / aabb / ccbb');

function reshape(communities: [string, string], cells: readonly Cell[]): Command {
  return { type: 'reshape', communities, path: line(...cells) };
}

function moveVertex(from: Cell, to: Cell): Command {
  return { type: 'moveVertex', from: place(...from), to: place(...to) };
}

/** Drawn, after the coverage was found sound. */
function redrawn(city: Drawn, ...commands: Command[]): string {
  const result = after(city, ...commands);
  expect(validateCoverage(result.plan.coverage)).toEqual([]);
  return drawn(result);
}

describe('reshape', () => {
  test('the stretch between the path’s ends gives way to the path', () => {
    expect(redrawn(CITY, reshape(['a', 'b'], [[2, 1], [1, 1], [1, 3], [2, 3]]))).toBe('abbb / abbb / ccbb');
    expect(redrawn(CITY, reshape(['a', 'b'], [[2, 2], [3, 2], [3, 3], [2, 3]]))).toBe('aaab / aabb / ccbb');
  });

  test('both ways of the path and both orders of the two are the same', () => {
    const path: Cell[] = [[2, 1], [1, 1], [1, 3], [2, 3]];
    const wanted = redrawn(CITY, reshape(['a', 'b'], path));
    for (const pair of [['a', 'b'], ['b', 'a']] as [string, string][]) for (const way of [path, [...path].reverse()]) expect(redrawn(CITY, reshape(pair, way))).toBe(wanted);
  });

  test('the path may run along the boundary first and cross it', () => {
    expect(redrawn(CITY, reshape(['a', 'b'], [[2, 1], [2, 2], [3, 2], [3, 3], [2, 3]]))).toBe('aaab / aabb / ccbb');
    expect(redrawn(aDrawnPlan('aabb / aabb / aabb / aabb'), reshape(['a', 'b'], [[2, 0], [1, 0], [1, 2], [3, 2], [3, 4], [2, 4]]))).toBe('aaab / aaab / abbb / abbb');
  });

  test('back again, the coverage is the very same', () => {
    for (const path of [[[2, 1], [1.234, 1.777], [2, 2]], [[2, 1], [2.71, 1.3], [1.33, 2.9], [2, 3]], [[2, 1.2345], [1.1, 1.4321], [2, 2.7]]] as Cell[][]) {
      const out = after(CITY, reshape(['a', 'b'], path));
      const back = after(out, reshape(['a', 'b'], [path[0]!, ...[[2, 2]].filter(() => path.at(-1)![1] > 2) as unknown as Cell[], path.at(-1)!]));
      expect(writtenCoverage(back.plan.coverage)).toBe(writtenCoverage(CITY.plan.coverage));
    }
  });

  test('round an island: the shorter stretch of two', () => {
    const island = aDrawnPlan('aaaaa / aaaaa / abbba / abbba / aaaaa');
    expect(redrawn(island, reshape(['a', 'b'], [[1, 3], [1, 4], [2, 4], [2, 3]]))).toBe('aaaaa / abaaa / abbba / abbba / aaaaa');
  });

  test('a vertex is added, moved, taken out by paths of two and three', () => {
    const added = after(CITY, reshape(['a', 'b'], [[2, 1], [1.5, 1.5], [2, 2]]));
    expect(drawn(added, 4)).not.toBe(drawn(CITY, 4));
    const moved = after(added, reshape(['a', 'b'], [[2, 1], [2.5, 1.5], [2, 2]]));
    expect(drawn(moved, 4)).not.toBe(drawn(added, 4));
    expect(writtenCoverage(after(moved, reshape(['a', 'b'], [[2, 1], [2, 2]])).plan.coverage)).toBe(writtenCoverage(CITY.plan.coverage));
  });

  test.each<[string, [string, string], readonly Cell[], string]>([
    ['is not on the boundary', ['a', 'b'], [[0.5, 1.5], [1, 2.5]], 'notOnBoundary'],
    ['begins beside the boundary', ['a', 'b'], [[1.5, 1.5], [1, 2], [2, 3]], 'notOnBoundary'],
    ['runs along the boundary', ['a', 'b'], [[2, 1], [2, 3]], 'lineAlongBoundary'],
    ['crosses itself', ['a', 'b'], [[2, 1], [1, 2], [1, 1.5], [2, 2]], 'lineCrossesItself'],
    ['is a point', ['a', 'b'], [[2, 1], [2, 1]], 'lineTooShort'],
    ['comes back to where it began', ['a', 'b'], [[2, 2], [1, 2.5], [1, 1.5], [2, 2]], 'notOnBoundary'],
    ['runs along a part of the boundary', ['a', 'b'], [[2, 1], [2, 2]], 'lineAlongBoundary'],
    ['goes through a third', ['a', 'b'], [[2, 1], [1, 0.5], [1, 2], [2, 2]], 'acrossThird'],
    ['leaves the coverage', ['a', 'b'], [[2, 2], [1, 5], [2, 3]], 'acrossLegalLine'],
    ['joins two that do not touch', ['a', 'd'], [[2, 1], [1, 2], [2, 2]], 'noSharedBoundary'],
  ])('a path that %s is refused', (_, pair, cells, code) => {
    const city = aDrawnPlan('aabbd / aabbd / ccbbd');
    expect(refused(city, reshape(pair, cells))).toBe(code);
    expect(refused(city, reshape([pair[1], pair[0]], cells))).toBe(code);
  });

  test('a third one in the way is named', () => {
    expect(refusal(CITY, reshape(['a', 'b'], [[2, 1], [1, 0.5], [1, 2], [2, 2]]))).toEqual({ code: 'acrossThird', subjects: ['c'] });
    expect(refusal(aDrawnPlan('aabb / a(ac)bb'), reshape(['a', 'b'], [[2, 2], [1.5, 0.5], [2, 1]]))).toMatchObject({ code: 'acrossThird', subjects: ['a', 'c'] });
  });

  test('legal lines stand: neither moved nor crossed', () => {
    const legal = aDrawnPlan('aabb / aabb / ccbb', { parent: 'xxyy / xxyy / xxyy' });
    expect(refused(legal, reshape(['a', 'b'], [[2, 1], [1.5, 1.5], [2, 2]]))).toBe('legalLine');
    const crossed = aDrawnPlan('aabb / aabb', { parent: 'xyyy / xyyy' });
    expect(refused(crossed, reshape(['a', 'b'], [[2, 0], [0.5, 1], [2, 2]]))).toBe('acrossLegalLine');
    expect(redrawn(crossed, reshape(['a', 'b'], [[2, 0], [1, 0], [1, 2], [2, 2]]))).toBe('abbb / abbb');
    const named = aDrawnPlan('aabb / aabb', { subdistricts: { a: '甲街道', b: '乙街道' } });
    expect(refused(named, reshape(['a', 'b'], [[2, 0], [1, 1], [2, 1]]))).toBe('legalLine');
    expect(refused(aDrawnPlan('aabb / aabb', { parent: 'xxxx / xxxx' }), reshape(['a', 'b'], [[2, 1], [1, 3], [2, 2]]))).toBe('acrossLegalLine');
  });

  test('no community is emptied', () => {
    expect(refusal(aDrawnPlan('aaaa / abba / aaaa'), reshape(['a', 'b'], [[1, 1], [1, 2], [3, 2], [3, 1]]))).toMatchObject({ code: 'lineAlongBoundary' });
    expect(refusal(aDrawnPlan('ab / ab'), reshape(['a', 'b'], [[1, 0], [0, 0], [0, 2], [1, 2]]))).toEqual({ code: 'emptiesCommunity', subjects: ['a'] });
  });

  test('whom it cannot be done to', () => {
    const path: Cell[] = [[2, 1], [1, 2], [2, 2]];
    expect(refused(CITY, reshape(['a', 'a'], path))).toBe('sameCommunity');
    expect(refused(CITY, reshape(['a', 'x'], path))).toBe('unknownCommunity');
    expect(refused(after(CITY, { type: 'lock', communities: ['b'], locked: true }), reshape(['a', 'b'], path))).toBe('locked');
    expect(refused(aDrawnPlan('aabb / aabb / ccbb', { declared: 'b' }), reshape(['a', 'b'], path))).toBe('notACommunity');
    expect(refused(after(CITY, { type: 'merge', communities: ['b', 'c'], into: 'b' }), reshape(['a', 'c'], path))).toBe('abolished');
  });
});

describe('move a vertex', () => {
  const junction = aDrawnPlan('aabb / aabb / ccdd / ccdd');

  test('of one boundary: both sides follow', () => {
    const city = after(CITY, moveVertex([2, 2], [1, 2]));
    expect(drawn(city, 2)).toBe(drawn(after(CITY, reshape(['a', 'b'], [[2, 1], [1, 2], [2, 3]])), 2));
    expect(writtenCoverage(after(city, moveVertex([1, 2], [2, 2])).plan.coverage)).toBe(writtenCoverage(CITY.plan.coverage));
  });

  test('where four meet: all follow', () => {
    const city = after(junction, moveVertex([2, 2], [2.6, 2.6]));
    expect(validateCoverage(city.plan.coverage)).toEqual([]);
    const area = (id: string, { plan }: Drawn) => plan.coverage.facesOf.get(unitOf(city, id)).reduce((sum, face) => sum + plan.coverage.faces.get(face)!.areaSquareMetres, 0);
    expect(['a', 'b', 'c', 'd'].map((id) => Math.sign(Math.round(area(id, city) - area(id, junction))) + 0)).toEqual([0, -1, 1, 0]);
    const back = after(city, moveVertex([2.6, 2.6], [2, 2]));
    expect(writtenCoverage(back.plan.coverage)).toBe(writtenCoverage(junction.plan.coverage));
  });

  test('where four meet: in any direction, along a boundary, and as far as the next vertex', () => {
    for (const to of [[2.4, 2.1], [1.3, 2.6], [2.9, 2.9], [2, 2.5], [2.5, 2], [3, 2], [2, 3]] as Cell[]) {
      const city = after(junction, moveVertex([2, 2], to));
      expect(validateCoverage(city.plan.coverage)).toEqual([]);
      for (const id of ['a', 'b', 'c', 'd']) expect(shapeOfFaces(city.plan.coverage, city.plan.coverage.facesOf.get(unitOf(city, id)))).toHaveLength(1);
    }
    expect(drawn(after(junction, moveVertex([2, 2], [3, 2])), 2).split(' / ')).toEqual(drawn(after(junction, reshape(['a', 'b'], [[2, 2], [3, 2], [2, 3]]), reshape(['c', 'd'], [[2, 2], [3, 2], [2, 1]])), 2).split(' / '));
  });

  test('refused where there is none, where it stays, on legal and outer lines', () => {
    expect(refusal(CITY, moveVertex([0.5, 2.5], [1, 2]))).toEqual({ code: 'noVertex', at: place(0.5, 2.5) });
    expect(refused(CITY, moveVertex([2, 1.5], [1, 2]))).toBe('noVertex');
    expect(refused(CITY, moveVertex([2, 2], [2, 2]))).toBe('nothingChanges');
    expect(refused(CITY, moveVertex([0, 2], [0.5, 2]))).toBe('acrossThird');
    expect(refused(CITY, moveVertex([2, 3], [1.5, 3]))).toBe('acrossThird');
    expect(refused(aDrawnPlan('ab / ab', { parent: 'pp / pp' }), moveVertex([0, 1], [0.5, 1]))).toBe('legalLine');
    expect(refused(aDrawnPlan('ab / ab', { parent: 'xy / xy' }), moveVertex([1, 1], [0.5, 1]))).toBe('legalLine');
    expect(refused(CITY, { type: 'moveVertex', from: [200, 0], to: [0, 0] })).toBe('outOfRange');
  });

  test('refused beside ground of nobody or of several', () => {
    expect(refused(aDrawnPlan('aab / a.b / ccb'), moveVertex([1, 1], [0.8, 0.8]))).toBe('acrossThird');
    expect(refused(aDrawnPlan('aab / a(ab)b / aab'), moveVertex([2, 2], [1.8, 2]))).toBe('acrossThird');
  });

  test('refused into a third one, beyond, over other lines', () => {
    expect(refused(CITY, moveVertex([2, 2], [1, 0.5]))).toBe('acrossThird');
    expect(refused(CITY, moveVertex([2, 2], [1, 5]))).toBe('acrossLegalLine');
    expect(refused(aDrawnPlan('aabbe / aabbe / ccdde / ccdde'), moveVertex([2, 2], [4.5, 2.5]))).toBe('acrossThird');
    expect(refused(junction, moveVertex([2, 2], [7, 7]))).toBe('acrossLegalLine');
  });

  test('refused where one that meets there is locked or declared', () => {
    expect(refusal(after(junction, { type: 'lock', communities: ['d'], locked: true }), moveVertex([2, 2], [2.5, 2.5]))).toEqual({ code: 'locked', subjects: ['d'] });
    expect(refusal(aDrawnPlan('aabb / aabb / ccdd / ccdd', { declared: 'd' }), moveVertex([2, 2], [2.5, 2.5]))).toEqual({ code: 'notACommunity', subjects: ['d'] });
  });

  test('refused inside one community, where a line was only drawn', () => {
    const cut = after(CITY, { type: 'cut', line: line([0, 2], [1, 2.5], [2, 2]) });
    expect(refused(cut, moveVertex([1, 2.5], [1, 2.2]))).toBe('noSharedBoundary');
  });
});
