/** Repair as data: faces named by a place and given to whom it says; communities whose vertices are matched. What it proposes is tested with it. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../src/core/plan/command.ts';
import { after, aDrawnPlan, drawn, place, refusal, refused, type Cell } from '../../../builders/drawnPlan.ts';

function repair(faces: [Cell, string | null][], match: string[] = []): Command {
  return { type: 'repair', faces: faces.map(([cell, to]) => ({ at: place(...cell), to, defect: 'G1-1' })), match };
}

describe('repair', () => {
  const city = aDrawnPlan('aab / a.b / c(bc)b');

  test('gives gaps and overlaps to whom it says, in one step', () => {
    expect(drawn(after(city, repair([[[1.5, 1.5], 'a'], [[1.5, 0.5], 'c']])))).toBe('aab / aab / ccb');
  });

  test('to nobody: ground beyond the parent', () => {
    const beyond = aDrawnPlan('aab', { parent: 'pp.' });
    expect(refused(beyond, repair([[[2.5, 0.5], null]]))).toBe('emptiesCommunity');
    expect(drawn(after(aDrawnPlan('abb', { parent: 'pp.' }), repair([[[2.5, 0.5], null]])))).toBe('ab.');
  });

  test('marks the arcs of matched communities: they are written as they stand', () => {
    const { plan } = after(city, repair([], ['a']));
    const matched = [...plan.coverage.arcs].filter((arc) => arc?.matched);
    expect(matched.length).toBeGreaterThan(0);
    expect(matched.every((arc) => [arc!.left, arc!.right].some((face) => plan.coverage.facesOf.get(0).includes(face)))).toBe(true);
  });

  test('refused whole, with the place', () => {
    expect(refusal(city, repair([[[1.5, 1.5], 'a'], [[9, 9], 'a']]))).toEqual({ code: 'noGround', at: place(9, 9) });
    expect(refusal(city, repair([[[1.5, 1.5], 'a'], [[1.2, 1.2], 'b']]))).toEqual({ code: 'groundTaken', at: place(1.2, 1.2) });
    expect(refusal(city, repair([[[1.5, 1.5], 'x']]))).toEqual({ code: 'unknownCommunity', subjects: ['x'] });
    expect(refused(city, repair([], ['x']))).toBe('unknownCommunity');
    expect(refused(city, repair([]))).toBe('nothingChanges');
    expect(refused(after(city, repair([], ['a'])), repair([], ['a']))).toBe('nothingChanges');
  });

  test('refused where the ground does not join, or only across a legal line', () => {
    expect(refusal(aDrawnPlan('aaab / a.ab / aaab'), repair([[[1.5, 1.5], 'b']]))).toEqual({ code: 'notAdjacent', subjects: ['b'], at: place(1.5, 1.5) });
    const legal = aDrawnPlan('aab / a.b / aab', { parent: 'xxy / xxy / xxy' });
    expect(refused(legal, repair([[[1.5, 1.5], 'b']]))).toBe('acrossLegalLine');
  });

  test('refused for locked ones and those that are no more', () => {
    expect(refusal(after(city, { type: 'lock', communities: ['a'], locked: true }), repair([[[1.5, 1.5], 'a']]))).toMatchObject({ code: 'locked', subjects: ['a'] });
    expect(refused(after(city, { type: 'lock', communities: ['b'], locked: true }), repair([[[1.5, 0.5], 'c']]))).toBe('locked');
    expect(refused(after(city, { type: 'merge', communities: ['a', 'b'], into: 'a' }), repair([[[1.5, 1.5], 'b']]))).toBe('abolished');
  });

  test('of two that overlap wholly neither is emptied', () => {
    expect(refusal(aDrawnPlan('a(ab)'), repair([[[1.5, 0.5], 'a']]))).toMatchObject({ code: 'emptiesCommunity', subjects: ['b'] });
  });
});
