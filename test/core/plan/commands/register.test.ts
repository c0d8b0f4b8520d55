/** The books: names, locks, villages, attachments, exceptions, counted parts. The ground stays as it is. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../src/core/plan/command.ts';
import { after, aDrawnPlan, refusal, refused, unitOf, type Drawn } from '../../../builders/drawnPlan.ts';

const CITY = aDrawnPlan('abcd', { rural: 'c', declared: 'd' });

/** Carried out with the coverage untouched. */
function booked(...commands: Command[]): Drawn {
  const city = after(CITY, ...commands);
  expect(city.plan.coverage).toBe(CITY.plan.coverage);
  return city;
}

const lock = (community: string, locked = true): Command => ({ type: 'lock', communities: [community], locked });

describe('names', () => {
  test('a community is renamed', () => {
    const city = booked({ type: 'rename', community: 'a', name: ' 新名 ' });
    expect(city.plan.units.get(unitOf(city, 'a'))).toEqual({ ...CITY.plan.units.get(0), name: '新名' });
  });

  test('refused', () => {
    const rename = (community: string, name: string): Command => ({ type: 'rename', community, name });
    expect(refused(CITY, rename('a', 'a社区'))).toBe('nothingChanges');
    expect(refused(CITY, rename('a', 'b社区'))).toBe('nameTaken');
    expect(refused(CITY, rename('a', ''))).toBe('noName');
    expect(refused(CITY, rename('x', '新'))).toBe('unknownCommunity');
    expect(refused(CITY, rename('d', '新'))).toBe('notACommunity');
    expect(refused(booked(lock('a')), rename('a', '新'))).toBe('locked');
  });

  test('names of declared ground and of communities that are no more are free', () => {
    expect(booked({ type: 'rename', community: 'a', name: 'd社区' }).plan.units.get(0).name).toBe('d社区');
    const merged = after(CITY, { type: 'merge', communities: ['a', 'b'], into: 'a' });
    expect(after(merged, { type: 'rename', community: 'c', name: 'b社区' }).plan.units.get(2).name).toBe('b社区');
  });
});

describe('locks', () => {
  test('are set and taken off, of declared ground too', () => {
    const city = booked({ type: 'lock', communities: ['a', 'd'], locked: true });
    expect([...city.plan.units].map(({ locked }) => locked)).toEqual([true, false, false, true]);
    expect([...after(city, lock('a', false)).plan.units].map(({ locked }) => locked)).toEqual([false, false, false, true]);
  });

  test('refused', () => {
    expect(refused(CITY, lock('a', false))).toBe('nothingChanges');
    expect(refused(CITY, { type: 'lock', communities: [], locked: true })).toBe('nothingChanges');
    expect(refused(CITY, lock('x'))).toBe('unknownCommunity');
    expect(refused(after(CITY, { type: 'merge', communities: ['a', 'b'], into: 'a' }), lock('b'))).toBe('abolished');
  });
});

describe('villages', () => {
  test('a village is converted, under a new name or its own', () => {
    const city = booked({ type: 'convertVillage', community: 'c', name: '新苑社区' });
    expect(city.plan.units.get(2)).toMatchObject({ kind: 'urban', name: '新苑社区' });
    expect(city.plan.lineage).toEqual([{ kind: 'converted', from: [2], to: [2] }]);
    expect(booked({ type: 'convertVillage', community: 'c' }).plan.units.get(2)).toMatchObject({ kind: 'urban', name: 'c社区' });
  });

  test('refused', () => {
    expect(refusal(CITY, { type: 'convertVillage', community: 'a' })).toEqual({ code: 'notRural', subjects: ['a'] });
    expect(refused(CITY, { type: 'convertVillage', community: 'c', name: 'a社区' })).toBe('nameTaken');
    expect(refused(CITY, { type: 'convertVillage', community: 'c', name: ' ' })).toBe('noName');
    expect(refused(CITY, { type: 'convertVillage', community: 'x' })).toBe('unknownCommunity');
    expect(refused(booked(lock('c')), { type: 'convertVillage', community: 'c' })).toBe('locked');
  });
});

describe('attachments', () => {
  test('are registered without ground, and ended', () => {
    const two = booked({ type: 'attach', compound: '甲院', to: 'a' }, { type: 'attach', compound: '乙院', to: 'b' });
    expect(two.plan.attachments).toEqual([
      { id: '代管-1', compound: '甲院', community: 0, until: null, note: '', at: null },
      { id: '代管-2', compound: '乙院', community: 1, until: null, note: '', at: null },
    ]);
    expect(after(two, { type: 'endAttachment', attachment: '代管-1' }).plan.attachments.map(({ id }) => id)).toEqual(['代管-2']);
  });

  test('refused', () => {
    expect(refusal(CITY, { type: 'endAttachment', attachment: '代管-1' })).toEqual({ code: 'unknownAttachment', subjects: ['代管-1'] });
    expect(refused(CITY, { type: 'attach', compound: '甲院', to: 'd' })).toBe('notACommunity');
    expect(refused(CITY, { type: 'attach', compound: '甲院', to: 'x' })).toBe('unknownCommunity');
    expect(refused(booked(lock('a')), { type: 'attach', compound: '甲院', to: 'a' })).toBe('locked');
  });
});

describe('exceptions', () => {
  const declare = (more: Partial<Extract<Command, { type: 'declareException' }>> = {}): Command => ({
    type: 'declareException', kind: 'pieces', communities: ['a', 'c'], role: ' 区划地名科 ', reason: ' 历史沿革 ', ...more,
  });

  test('are declared by role and reason, and withdrawn', () => {
    const city = booked(declare(), declare({ kind: 'enclave', communities: ['b'] }));
    expect(city.plan.exceptions).toEqual([
      { id: '例外-1', kind: 'pieces', units: [0, 2], role: '区划地名科', reason: '历史沿革' },
      { id: '例外-2', kind: 'enclave', units: [1], role: '区划地名科', reason: '历史沿革' },
    ]);
    const left = after(city, { type: 'withdrawException', exception: '例外-1' });
    expect(after(left, declare()).plan.exceptions.map(({ id }) => id)).toEqual(['例外-2', '例外-3']);
  });

  test('refused', () => {
    expect(refused(CITY, declare({ role: ' ' }))).toBe('noRole');
    expect(refused(CITY, declare({ reason: '' }))).toBe('noReason');
    expect(refusal(CITY, declare({ communities: ['a', 'x'] }))).toEqual({ code: 'unknownCommunity', subjects: ['x'] });
    expect(refused(CITY, declare({ communities: [] }))).toBe('unknownCommunity');
    expect(refusal(CITY, { type: 'withdrawException', exception: '例外-1' })).toEqual({ code: 'unknownException', subjects: ['例外-1'] });
  });
});

describe('counted parts', () => {
  const count = (households: number | null, people: number | null, more: Partial<Extract<Command, { type: 'countPart' }>> = {}): Command => ({
    type: 'countPart', atom: '小区1', community: 'a', households, people, source: ' 入户清查 ', ...more,
  });

  test('are kept by atom and community, replaced and withdrawn', () => {
    const city = booked(count(120, null), count(30, 80, { community: 'b' }), count(125, 300));
    expect(city.plan.counted).toEqual([
      { atom: '小区1', unit: 1, households: 30, people: 80, source: '入户清查' },
      { atom: '小区1', unit: 0, households: 125, people: 300, source: '入户清查' },
    ]);
    expect(after(city, count(null, null, { source: '' })).plan.counted.map(({ unit }) => unit)).toEqual([1]);
  });

  test('refused', () => {
    for (const figure of [-1, 1.5, Number.NaN, Infinity]) expect(refused(CITY, count(figure, null))).toBe('badFigure');
    expect(refused(CITY, count(null, -1))).toBe('badFigure');
    expect(refused(CITY, count(1, 1, { source: ' ' }))).toBe('noSource');
    expect(refused(CITY, count(null, null))).toBe('nothingChanges');
    expect(refused(CITY, count(1, 1, { community: 'x' }))).toBe('unknownCommunity');
    expect(refused(booked(lock('a')), count(1, 1))).toBe('locked');
  });
});

