/** Splitting along a line and by ground, and cutting without giving away. */
import { describe, expect, test } from 'vitest';
import { STEPS_PER_DEGREE } from '../../../../src/core/geo/coordinates.ts';
import type { Command } from '../../../../src/core/plan/command.ts';
import { provisionalId } from '../../../../src/core/plan/plan.ts';
import { polygons, type Step } from '../../../builders/coverage.ts';
import { after, aDrawnPlan, drawn, groundAt, groundIn, line, planOf, refusal, refused, unitOf, type Cell, type Drawn } from '../../../builders/drawnPlan.ts';

const CITY = aDrawnPlan('aab / aab / ccb', { rural: 'c', subdistricts: { a: '甲街道', b: '甲街道', c: '甲街道' } });

function split(community: string, cells: readonly Cell[], more: Partial<Extract<Command, { type: 'split' }>> = {}): Command {
  return { type: 'split', community, line: line(...cells), name: '新社区', ...more };
}

describe('split along a line', () => {
  test('the smaller part becomes a new community', () => {
    expect(drawn(after(CITY, split('b', [[2, 1], [3, 1]])))).toBe('aab / aab / cc1');
    expect(drawn(after(CITY, split('b', [[3, 2], [2, 2]])))).toBe('aa1 / aab / ccb');
  });

  test('the part on the side named stays the old one; left and right are those of whoever walks the line', () => {
    expect(drawn(after(CITY, split('b', [[2, 1], [3, 1]], { keep: 'right' })))).toBe('aa1 / aa1 / ccb');
    expect(drawn(after(CITY, split('b', [[3, 1], [2, 1]], { keep: 'left' })))).toBe('aa1 / aa1 / ccb');
    expect(drawn(after(CITY, split('b', [[2, 1], [3, 1]], { keep: 'left' })))).toBe('aab / aab / cc1');
  });

  test('the old one keeps id, name and attributes; the new one has its kind and subdistrict, a provisional mark and no code', () => {
    const city = after(CITY, split('c', [[0.8, 0], [0.8, 1]]));
    expect(city.plan.units.get(unitOf(city, 'c'))).toBe(CITY.plan.units.get(unitOf(CITY, 'c')));
    expect(city.plan.units.get(3)).toEqual({
      id: provisionalId(1), name: '新社区', code: null, role: 'community', groundKind: null, kind: 'rural', subdistrict: '甲街道', source: null, abolished: false, locked: false,
    });
    expect(city.plan.lineage).toEqual([{ kind: 'split', from: [2], to: [2, 3] }]);
  });

  test('marks go on', () => {
    const twice = after(CITY, split('b', [[2, 1], [3, 1]]), split('a', [[0, 2], [2, 2]], { name: '又一社区' }));
    expect(drawn(twice).includes('2')).toBe(true);
    expect(twice.plan.nextMark).toBe(3);
  });

  test('a line may reach beyond, come from a hole, or cut several pieces off one side', () => {
    expect(drawn(after(CITY, split('a', [[-1, 2], [5, 2]])))).toBe('11b / aab / ccb');
    const ring = aDrawnPlan('aaaa / abba / aaaa');
    expect(drawn(after(ring, split('a', [[0, 1.5], [4, 1.5]])), 2).split(' / ')).toEqual(['11111111', '11111111', '11bbbb11', 'aabbbbaa', 'aaaaaaaa', 'aaaaaaaa']);
    // Both teeth lie on one side of the line, and so are one community.
    expect(drawn(after(aDrawnPlan('aba / aaa'), split('a', [[0, 1], [3, 1]])))).toBe('1b1 / aaa');
  });

  test('a closed line takes out what it encloses', () => {
    expect(drawn(after(aDrawnPlan('aaa / aaa / aaa'), split('a', [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]])))).toBe('aaa / a1a / aaa');
  });

  test('a part that the line does not touch stays', () => {
    expect(drawn(after(aDrawnPlan('aab / aba'), split('a', [[0, 1], [2, 1]], { keep: 'left' })))).toBe('aab / 1ba');
  });

  test.each<[string, readonly Cell[], string]>([
    ['misses', [[5, 5], [6, 6]], 'lineMisses'],
    ['misses, in a neighbour', [[0.2, 0.2], [0.8, 0.8]], 'lineMisses'],
    ['runs along the boundary', [[2, 1], [2, 3]], 'lineAlongBoundary'],
    ['touches a vertex only', [[4, 2], [3, 3], [4, 4]], 'lineMisses'],
    ['ends inside', [[2, 1.5], [2.5, 1.5]], 'lineDividesNothing'],
    ['crosses itself', [[2, 0.5], [3, 0.5], [3, 1.5], [2.5, 1.5], [2.5, 0]], 'lineCrossesItself'],
    ['doubles back', [[2, 0.5], [3, 0.5], [2.5, 0.5]], 'lineCrossesItself'],
    ['is a point', [[2.5, 0.5], [2.5, 0.5]], 'lineTooShort'],
  ])('a line that %s is refused', (_, cells, code) => {
    expect(refused(CITY, split('b', cells))).toBe(code);
  });

  test('a line that meets a hole and ends there divides nothing', () => {
    expect(refused(aDrawnPlan('aaa / aba / aaa'), split('a', [[0, 1.5], [1.5, 1.5]]))).toBe('lineDividesNothing');
  });

  test('whom it cannot be done to', () => {
    const across: readonly Cell[] = [[2, 1], [3, 1]];
    expect(refusal(CITY, split('x', across))).toEqual({ code: 'unknownCommunity', subjects: ['x'] });
    expect(refused(aDrawnPlan('aab / aab / ccb', { declared: 'b' }), split('b', across))).toBe('notACommunity');
    expect(refused(after(CITY, { type: 'lock', communities: ['b'], locked: true }), split('b', across))).toBe('locked');
    expect(refused(after(CITY, { type: 'merge', communities: ['a', 'b'], into: 'a' }), split('b', across))).toBe('abolished');
  });

  test('what it cannot be called', () => {
    const across: readonly Cell[] = [[2, 1], [3, 1]];
    expect(refusal(CITY, split('b', across, { name: ' a社区 ' }))).toEqual({ code: 'nameTaken', subjects: ['a社区'] });
    for (const name of ['', '  ', '长'.repeat(61)]) expect(refused(CITY, split('b', across, { name }))).toBe('noName');
    const merged = after(CITY, { type: 'merge', communities: ['a', 'c'], into: 'a' });
    expect(drawn(after(merged, split('b', across, { name: 'c社区' })))).toContain('1');
  });

  test('places beyond the earth and lines without end are refused', () => {
    expect(refused(CITY, { type: 'split', community: 'b', line: [[190, 0], [0, 0]], name: '新' })).toBe('outOfRange');
    expect(refused(CITY, { type: 'split', community: 'b', line: [[Number.NaN, 0], [0, 0]], name: '新' })).toBe('outOfRange');
    expect(refused(CITY, { type: 'split', community: 'b', line: Array.from({ length: 20_001 }, () => [109, 34] as const), name: '新' })).toBe('outOfRange');
  });

  test('where boundaries lie within a step of each other a line is too fine', () => {
    const wedge = polygons({ a: [[[[0, 0], [100_000, 0], [100_000, 100]]]], b: [[[[0, 0], [100_000, -50_000], [100_000, 0]]]] }, { scale: 1 });
    const [[west, south]] = wedge.units[0]![0]![0]! as [Step];
    const place = (x: number, y: number) => [(west + x) / STEPS_PER_DEGREE, (south + y) / STEPS_PER_DEGREE] as const;
    const city = { plan: planOf(wedge), built: wedge, columns: 1, rows: 1 };
    expect(refused(city, { type: 'split', community: 'a', line: [place(300, 1000), place(333, -1000)], name: '新' })).toBe('tooFine');
    expect(refused(city, { type: 'cut', line: [place(300, 1000), place(333, -1000)] })).toBe('tooFine');
  });
});

describe('split by ground', () => {
  const parts = (...list: { name: string; ground: ReturnType<typeof groundIn>[] }[]): Command => ({ type: 'splitByGround', community: 'a', parts: list });

  test('each part becomes a community, what is left stays', () => {
    const city = after(CITY, parts({ name: '东', ground: [groundIn(1, 1, 2, 3)] }, { name: '西', ground: [groundIn(0, 1, 1, 2)] }));
    expect(drawn(city)).toBe('a1b / 21b / ccb');
    expect(city.plan.lineage).toEqual([{ kind: 'split', from: [0], to: [0, 3, 4] }]);
  });

  test('by faces that were cut before; of ground beyond it only its own is taken', () => {
    const cut = after(CITY, { type: 'cut', line: line([0, 2], [2, 2]), within: ['a'] });
    expect(drawn(after(cut, parts({ name: '北', ground: [groundAt(0.5, 2.5)] })))).toBe('11b / aab / ccb');
    expect(drawn(after(CITY, parts({ name: '东', ground: [groundIn(1, 0, 3, 3)] })))).toBe('a1b / a1b / ccb');
  });

  test('refused whole where one part cannot be', () => {
    const part = { name: '东', ground: [groundIn(1, 1, 2, 3)] };
    expect(refused(CITY, parts())).toBe('noGround');
    expect(refused(CITY, parts(part, { name: '西', ground: [groundIn(1, 1, 2, 3)] }))).toBe('groundNotOfCommunity');
    expect(refused(CITY, parts(part, { name: '东', ground: [groundIn(0, 1, 1, 2)] }))).toBe('nameTaken');
    expect(refused(CITY, parts(part, { name: '西', ground: [groundIn(0, 1, 1, 3)] }))).toBe('emptiesCommunity');
    expect(refused(CITY, parts({ name: '东', ground: [groundIn(2, 1, 3, 3)] }))).toBe('groundNotOfCommunity');
    expect(refused(CITY, parts({ name: '东', ground: [groundAt(9, 9)] }))).toBe('noGround');
    expect(refused(CITY, parts({ name: '东', ground: [{ rings: [] }] }))).toBe('ringTooSmall');
    expect(refused(CITY, parts({ name: '东', ground: [{ rings: [line([0, 1], [1, 1], [0, 1])] }] }))).toBe('ringTooSmall');
    expect(refused(CITY, parts({ name: '东', ground: [{ rings: [line([0, 1], [2, 3], [2, 1.5], [0, 3])] }] }))).toBe('lineCrossesItself');
    expect(refused(after(CITY, { type: 'lock', communities: ['a'], locked: true }), parts(part))).toBe('locked');
  });
});

describe('cut', () => {
  const cut = (cells: readonly Cell[], within?: string[]): Command => ({ type: 'cut', line: line(...cells), ...(within && { within }) });
  const faces = ({ plan }: Drawn, unit: number): number => plan.coverage.facesOf.get(unit).length;

  test('divides every face it crosses, or those of some communities; no ground changes hands', () => {
    const all = after(CITY, cut([[-1, 1.5], [4, 1.5]]));
    expect([0, 1, 2].map((unit) => faces(all, unit))).toEqual([2, 2, 1]);
    expect(drawn(all)).toBe(drawn(CITY));
    const within = after(CITY, cut([[-1, 1.5], [4, 1.5]], ['b']));
    expect([0, 1, 2].map((unit) => faces(within, unit))).toEqual([1, 2, 1]);
  });

  test('leaves locked ones whole', () => {
    const locked = after(CITY, { type: 'lock', communities: ['b'], locked: true });
    expect([0, 1].map((unit) => faces(after(locked, cut([[-1, 1.5], [4, 1.5]])), unit))).toEqual([2, 1]);
    expect(refused(locked, cut([[-1, 1.5], [4, 1.5]], ['b']))).toBe('locked');
  });

  test('the line stays when other ground is given away', () => {
    const city = after(CITY, cut([[-1, 1.5], [2, 1.5]]), { type: 'assign', ground: [groundIn(0, 0, 1, 1)], to: 'b' });
    expect(faces(city, 0)).toBe(2);
  });

  test.each<[string, readonly Cell[], string]>([
    ['misses', [[5, 5], [6, 6]], 'lineMisses'],
    ['runs along a boundary', [[2, 0], [2, 3]], 'lineAlongBoundary'],
    ['touches a vertex only', [[-1, 2], [0, 3], [-1, 4]], 'lineMisses'],
    ['ends inside', [[-1, 2], [1, 2]], 'lineDividesNothing'],
    ['crosses itself', [[-1, 2], [3, 2], [3, 3], [1, 3], [1, 0]], 'lineCrossesItself'],
    ['is a point', [[1, 1]], 'lineTooShort'],
  ])('a line that %s is refused', (_, cells, code) => {
    expect(refused(CITY, cut(cells))).toBe(code);
  });

  test('within nobody known', () => {
    expect(refused(CITY, cut([[-1, 1.5], [4, 1.5]], ['x']))).toBe('unknownCommunity');
    expect(refused(CITY, cut([[-1, 1.5], [4, 1.5]], ['a', 'a']))).toBe('sameCommunity');
  });
});
