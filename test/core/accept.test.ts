import { describe, expect, test } from 'vitest';
import { applyAcceptances } from '../../src/core/coverage/accept.ts';
import type { Acceptance } from '../../src/core/coverage/accept.ts';
import { readAcceptances, writeAcceptances } from '../../src/core/coverage/acceptFile.ts';
import { aDefect } from '../builders/result.ts';

const lake: Acceptance = {
  defectId: 'G1-1', decision: 'declared', reason: 'groundOfNoCommunity', groundKind: 'water', note: '灞河水面', role: '区划地名科', date: '2026-11-22',
};
const survey: Acceptance = {
  defectId: 'O1-1', decision: 'accepted', reason: 'surveyAccuracy', note: '', role: '区划地名科 "王"', date: '2026-02-28',
};

const entry = (over: Record<string, unknown>): string => JSON.stringify([{ ...survey, ...over }]);
const codes = (text: string): string[] => readAcceptances(text).problems.map(({ code, field }) => `${code} ${field ?? '-'}`);

describe('the file', () => {
  test('reads back exactly what was written, to the byte', () => {
    const text = writeAcceptances([lake, survey]);
    expect(readAcceptances(text)).toEqual({ acceptances: [lake, survey], problems: [] });
    expect(writeAcceptances(readAcceptances(text).acceptances)).toBe(text);
  });

  test('takes a bare list, a byte-order mark and an absent note', () => {
    expect(readAcceptances(`\uFEFF${JSON.stringify([{ ...lake, note: undefined }])}`)).toEqual({
      acceptances: [{ ...lake, note: '' }], problems: [],
    });
  });

  test.each([
    ['no JSON', '{', ['notJson -']],
    ['something else', '{"type":"FeatureCollection"}', ['notAcceptances acceptances']],
    ['a scalar', '7', ['notAcceptances acceptances']],
    ['a later version', '{"version":2,"acceptances":[]}', ['version version']],
    ['entries that are no objects', '[null,[1],"x"]', ['notAnObject -', 'notAnObject -', 'notAnObject -']],
    ['a missing id', entry({ defectId: undefined }), ['missing defectId']],
    ['a number for an id', entry({ defectId: 7 }), ['wrongType defectId']],
    ['an unknown decision', entry({ decision: 'ignored' }), ['unknownValue decision']],
    ['a reason from Object.prototype', entry({ reason: 'constructor' }), ['unknownValue reason']],
    ['a note of 201 characters', entry({ note: '河'.repeat(201) }), ['tooLong note']],
    ['a note of 200 characters beyond the BMP', entry({ note: '𠮷'.repeat(200) }), []],
    ['a control character', entry({ role: 'a\u0000b' }), ['controlCharacter role']],
    ['nobody who answers for it', entry({ role: '  ' }), ['missing role']],
    ['a day that is not', entry({ date: '2025-02-29' }), ['notADate date']],
    ['a leap day', entry({ date: '2028-02-29' }), []],
    ['a date with a time', entry({ date: '2026-02-28T00:00' }), ['tooLong date']],
    ['a declaration without its kind', entry({ decision: 'declared', reason: 'groundOfNoCommunity' }), ['groundKindNeeded groundKind']],
    ['a kind on what is only accepted', entry({ groundKind: 'water' }), ['groundKindNotAllowed groundKind']],
    ['ground of no community that is only accepted', entry({ reason: 'groundOfNoCommunity' }), ['reasonNotAllowed reason']],
    ['other, and no word', entry({ reason: 'other', note: ' ' }), ['noteNeeded note']],
  ])('refuses %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
    if (expected.length > 0) expect(readAcceptances(text).acceptances).toEqual([]);
  });

  test('names every fault of an entry and keeps the good entries', () => {
    const { acceptances, problems } = readAcceptances(JSON.stringify([lake, { defectId: 'x' }, survey, lake]));
    expect(acceptances).toEqual([lake, survey]);
    expect(problems.map(({ index, code, field }) => [index, code, field])).toEqual([
      [1, 'missing', 'decision'], [1, 'missing', 'reason'], [1, 'missing', 'role'], [1, 'missing', 'date'], [3, 'duplicate', 'defectId'],
    ]);
  });

  test('a key called __proto__ is only data', () => {
    const { acceptances } = readAcceptances('[{"__proto__":{"defectId":"G1-1","decision":"accepted"}}]');
    expect(acceptances).toEqual([]);
  });
});

describe('decisions', () => {
  const gap = aDefect('G1-1', 'G1');
  const overlap = aDefect('O1-1', 'O1', { severity: 'warning' });

  test('open until decided, information afterwards', () => {
    expect(applyAcceptances([gap, overlap], [lake]).decided).toEqual([
      { defect: gap, state: 'declared', severity: 'information', acceptance: lake },
      { defect: overlap, state: 'open', severity: 'warning', acceptance: null },
    ]);
  });

  test('a decision whose defect is gone is stale', () => {
    expect(applyAcceptances([gap], [lake, survey]).stale).toEqual([survey]);
  });

  test('ground that two communities hold cannot be declared as nobody’s', () => {
    const wrong: Acceptance = { ...lake, defectId: 'O1-1' };
    const { decided, unsuitable } = applyAcceptances([overlap], [wrong]);
    expect(unsuitable).toEqual([wrong]);
    expect(decided[0]!.state).toBe('open');
  });
});
