/** Ground given, taken, handed over, declared; communities formed on ground of nobody. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../src/core/plan/command.ts';
import { after, aDrawnPlan, drawn, groundAt, groundIn, place, refusal, refused, unitOf } from '../../../builders/drawnPlan.ts';

const CITY = aDrawnPlan('aab / aab / ccb');
const LOCK_B: Command = { type: 'lock', communities: ['b'], locked: true };

describe('assign', () => {
  const assign = (to: string | null, ground: ReturnType<typeof groundIn>[], from?: (string | null)[]): Command => ({ type: 'assign', ground, to, ...(from && { from }) });

  test('gives ground inside rings, of whomever it is', () => {
    expect(drawn(after(CITY, assign('c', [groundIn(1, 1, 3, 2)])))).toBe('aab / acc / ccb');
  });

  test('gives the face at a place', () => {
    const cut = after(CITY, { type: 'cut', line: [place(0, 2), place(2, 2)] });
    expect(drawn(after(cut, assign('b', [groundAt(0.5, 2.5)])))).toBe('bbb / aab / ccb');
  });

  test('several grounds at once; rings with a hole', () => {
    expect(drawn(after(CITY, assign('c', [groundIn(0, 2, 1, 3), groundIn(2, 2, 3, 3)])))).toBe('cac / aab / ccb');
    const ring = { rings: [...(groundIn(0, 0, 3, 3) as { rings: never[] }).rings, ...(groundIn(1, 1, 2, 2) as { rings: never[] }).rings] };
    expect(drawn(after(aDrawnPlan('aaab / aaab / aaab'), assign('b', [ring])))).toBe('bbbb / babb / bbbb');
  });

  test('`from` limits what is taken; null stands for nobody’s', () => {
    expect(drawn(after(CITY, assign('c', [groundIn(1, 1, 3, 2)], ['b'])))).toBe('aab / aac / ccb');
    const gap = aDrawnPlan('aab / a.b / ccb');
    expect(drawn(after(gap, assign('c', [groundIn(0, 1, 3, 2)], [null])))).toBe('aab / acb / ccb');
    expect(drawn(after(gap, assign('c', [groundIn(0, 1, 3, 2)], [null, 'a'])))).toBe('aab / ccb / ccb');
  });

  test('contested ground is taken from all who contest it, or left where `from` names not all', () => {
    const contested = aDrawnPlan('a(ab)b / aab');
    expect(drawn(after(contested, assign('a', [groundAt(1.5, 1.5)])))).toBe('aab / aab');
    expect(refused(contested, assign('a', [groundAt(1.5, 1.5)], ['b']))).toBe('groundNotOfCommunity');
    expect(drawn(after(contested, assign('a', [groundAt(1.5, 1.5)], ['b', 'a'])))).toBe('aab / aab');
  });

  test('to nobody', () => {
    const city = after(CITY, assign(null, [groundIn(1, 1, 2, 3)]));
    expect(drawn(city)).toBe('a.b / a.b / ccb');
    expect(city.plan.coverage.unsettled).toHaveLength(1);
  });

  test('leaves locked and declared ground alone, and takes the rest', () => {
    expect(drawn(after(CITY, LOCK_B, assign('c', [groundIn(1, 1, 3, 2)])))).toBe('aab / acb / ccb');
    expect(drawn(after(aDrawnPlan('aab / aab / ccb', { declared: 'b' }), assign('c', [groundIn(1, 1, 3, 2)])))).toBe('aab / acb / ccb');
  });

  test('refused where nothing can be taken, with the reason', () => {
    expect(refusal(after(CITY, LOCK_B), assign('c', [groundIn(2, 1, 3, 2)]))).toEqual({ code: 'locked', subjects: ['b'] });
    expect(refusal(after(CITY, LOCK_B), assign('c', [groundIn(2.1, 0.1, 2.2, 0.2)]))).toEqual({ code: 'locked', subjects: ['b'] });
    expect(refusal(aDrawnPlan('aab', { declared: 'b' }), assign('a', [groundAt(2.5, 0.5)]))).toEqual({ code: 'notACommunity', subjects: ['b'] });
    expect(refused(CITY, assign('c', [groundIn(2, 1, 3, 2)], ['a']))).toBe('groundNotOfCommunity');
    expect(refused(CITY, assign('a', [groundAt(0.5, 2)]))).toBe('nothingChanges');
    expect(refused(CITY, assign('a', [groundIn(7, 7, 8, 8)]))).toBe('nothingChanges');
    expect(refused(CITY, assign('a', []))).toBe('nothingChanges');
    expect(refusal(CITY, assign('a', [groundAt(9, 9)]))).toEqual({ code: 'noGround', at: place(9, 9) });
    expect(refusal(CITY, assign('c', [groundIn(2, 0, 3, 3)]))).toEqual({ code: 'emptiesCommunity', subjects: ['b'] });
    expect(refusal(CITY, assign(null, [groundAt(0.5, 2)]))).toEqual({ code: 'emptiesCommunity', subjects: ['a'] });
  });

  test('refused for ids and rings that cannot be', () => {
    expect(refused(CITY, assign('x', [groundAt(1, 2)]))).toBe('unknownCommunity');
    expect(refusal(CITY, assign('a', [groundAt(2.5, 1)], ['x', null]))).toEqual({ code: 'unknownCommunity', subjects: ['x'] });
    expect(refused(after(CITY, LOCK_B), assign('b', [groundAt(1, 2)]))).toBe('locked');
    expect(refused(CITY, assign('c', [{ rings: [[place(0, 0), place(1, 1)]] }]))).toBe('ringTooSmall');
    expect(refused(CITY, assign('c', [{ rings: [[place(0, 0)]] }]))).toBe('lineTooShort');
    expect(refused(CITY, assign('c', [{ rings: [[place(0, 0), place(2, 2), place(2, 0.5), place(0, 2)]] }]))).toBe('lineCrossesItself');
    expect(refused(CITY, assign('c', [{ rings: [[[0, 91], [1, 91], [1, 92]]] }]))).toBe('outOfRange');
  });
});

describe('hand over', () => {
  const scattered = aDrawnPlan('abba / abbb');
  const handOver = (community: string, x: number, to: string): Command => ({ type: 'handOver', community, at: place(x, 1.5), to });

  test('gives one whole piece', () => {
    expect(drawn(after(scattered, handOver('a', 3.5, 'b')))).toBe('abbb / abbb');
    expect(drawn(after(scattered, handOver('a', 0.5, 'b')))).toBe('bbba / bbbb');
  });

  test('a piece of several faces goes whole', () => {
    const cut = after(aDrawnPlan('aabb / aabb / bbba'), { type: 'cut', line: [place(0, 2), place(2, 2)] });
    expect(drawn(after(cut, { type: 'handOver', community: 'a', at: place(0.5, 2.5), to: 'b' }))).toBe('bbbb / bbbb / bbba');
  });

  test('refused', () => {
    expect(refusal(scattered, handOver('b', 1.5, 'a'))).toEqual({ code: 'notAPiece', subjects: ['b'] });
    expect(refused(scattered, handOver('a', 1.5, 'b'))).toBe('groundNotOfCommunity');
    expect(refused(scattered, handOver('a', 9, 'b'))).toBe('groundNotOfCommunity');
    expect(refused(scattered, handOver('a', 3.5, 'a'))).toBe('sameCommunity');
    expect(refused(scattered, handOver('a', 3.5, 'x'))).toBe('unknownCommunity');
    expect(refused(scattered, handOver('x', 3.5, 'b'))).toBe('unknownCommunity');
    expect(refused(after(scattered, LOCK_B), handOver('a', 3.5, 'b'))).toBe('locked');
  });
});

describe('on ground of nobody only', () => {
  const gap = aDrawnPlan('aab / a.b / ccb', { subdistricts: { a: '甲街道' } });

  test('a community is formed', () => {
    const city = after(gap, { type: 'form', name: ' 新村 ', ground: [groundAt(1.5, 1.5)], kind: 'rural', subdistrict: '甲街道' });
    expect(drawn(city)).toBe('aab / a1b / ccb');
    expect(city.plan.units.get(3)).toMatchObject({ id: '拟-1', name: '新村', code: null, role: 'community', kind: 'rural', subdistrict: '甲街道', source: null });
    expect(city.plan.lineage).toEqual([{ kind: 'formed', from: [], to: [3] }]);
  });

  test('of rings that reach farther only that is taken', () => {
    expect(drawn(after(gap, { type: 'form', name: '新', ground: [groundIn(0, 1, 3, 2)] }))).toBe('aab / a1b / ccb');
    expect(drawn(after(gap, { type: 'form', name: '新', ground: [groundIn(1.5, 0, 3, 3)] }), 2).split(' / ')[2]).toBe('aa.1bb');
  });

  test('ground is declared; it is no community’s and takes no more part', () => {
    const city = after(gap, { type: 'declareGround', ground: [groundAt(1.5, 1.5)], groundKind: ' 水面 ', name: '' });
    expect(city.plan.units.get(3)).toMatchObject({ id: '拟-1', name: '水面', role: 'declared', groundKind: '水面', kind: null });
    expect(refused(city, { type: 'rename', community: '拟-1', name: '湖' })).toBe('notACommunity');
    expect(after(gap, { type: 'declareGround', ground: [groundAt(1.5, 1.5)], groundKind: '水面', name: '莲湖' }).plan.units.get(3).name).toBe('莲湖');
  });

  test('a compound is looked after by a near community for the time being', () => {
    const city = after(gap, { type: 'attach', compound: ' 某院 ', to: 'b', ground: groundAt(1.5, 1.5), until: ' 2027 年 ', note: '无物业' });
    expect(drawn(city)).toBe('aab / abb / ccb');
    expect(city.plan.attachments).toEqual([{ id: '代管-1', compound: '某院', community: unitOf(city, 'b'), until: '2027 年', note: '无物业', at: place(1.5, 1.5) }]);
  });

  const onGround: [string, (ground: ReturnType<typeof groundIn>[]) => Command][] = [
    ['form', (ground) => ({ type: 'form', name: '新', ground })],
    ['declareGround', (ground) => ({ type: 'declareGround', ground, groundKind: '水面', name: '' })],
    ['attach', ([ground]) => ({ type: 'attach', compound: '某院', to: 'b', ground })],
  ];

  test.each(onGround)('%s is refused on ground of others, contested ground, beyond all ground', (_, on) => {
    expect(refusal(gap, on([groundAt(0.5, 2.5)]))).toEqual({ code: 'groundTaken', subjects: ['a'] });
    expect(refusal(gap, on([groundIn(0, 2, 1, 3)]))).toEqual({ code: 'groundTaken', subjects: ['a'] });
    expect(refusal(gap, on([groundIn(2.7, 0.1, 2.9, 0.2)]))).toEqual({ code: 'groundTaken', subjects: ['b'] });
    expect(refusal(aDrawnPlan('a(ab)b'), on([groundAt(1.5, 0.5)]))).toEqual({ code: 'groundTaken', subjects: ['a', 'b'] });
    expect(refused(gap, on([groundAt(9, 9)]))).toBe('noGround');
    expect(refused(gap, on([groundIn(8, 8, 9, 9)]))).toBe('noGround');
    expect(refused(gap, on([{ rings: [] }]))).toBe('ringTooSmall');
  });

  test('without ground there is none', () => {
    expect(refused(gap, { type: 'form', name: '新', ground: [] })).toBe('noGround');
    expect(refused(gap, { type: 'declareGround', ground: [], groundKind: '水面', name: '' })).toBe('noGround');
  });

  test('names and kinds that cannot be', () => {
    const ground = [groundAt(1.5, 1.5)];
    expect(refused(gap, { type: 'form', name: ' ', ground })).toBe('noName');
    expect(refused(gap, { type: 'form', name: 'a社区', ground })).toBe('nameTaken');
    expect(refused(gap, { type: 'declareGround', ground, groundKind: ' ', name: '湖' })).toBe('noReason');
    expect(refused(gap, { type: 'attach', compound: ' ', to: 'b' })).toBe('noName');
  });
});
