/** Routes of approval, their steps and the two deadlines (policy sheet §9). */
import { describe, expect, it } from 'vitest';
import { approvalRoute, type ApprovalDates, type ApprovalRoute, type ApprovalZone } from '../../../src/core/rules/approval.ts';
import { resolved } from './golden.ts';

const { approval } = resolved('xian');
const NOTHING: ApprovalDates = { asOf: '2026-03-01', approved: null, planned: {}, done: {} };

function route(zone: ApprovalZone | null | 'unknown', dates: Partial<ApprovalDates> = {}): ApprovalRoute {
  return approvalRoute(zone, approval, { ...NOTHING, ...dates });
}

function known(zone: ApprovalZone | null, dates: Partial<ApprovalDates> = {}): Extract<ApprovalRoute, { known: true }> {
  const found = route(zone, dates);
  if (!found.known) throw new Error(found.reason);
  return found;
}

describe('the route is an attribute of the zone', () => {
  it.each<[ApprovalZone | null | 'unknown', string]>([
    [null, '1'], // a district or county
    [{ name: '高新区', entrusted: true, route: '2' }, '2'],
    [{ name: '国际港务区', entrusted: true, route: '2' }, '2'],
    [{ name: '西咸新区', entrusted: true, route: 'xixian' }, 'xixian'],
    [{ name: '别的开发区', entrusted: true, route: 'unknown' }, 'zoneUnknown'], // ask the city bureau
    [{ name: '别的开发区', entrusted: true, route: null }, 'zoneUnknown'],
    [{ name: '未托管', entrusted: false, route: null }, '1'], // the district manages
    [{ name: '不明', entrusted: null, route: null }, 'zoneUnknown'],
    ['unknown', 'zoneUnknown'],
  ])('%j → %s', (zone, expected) => {
    const found = route(zone);
    expect(found.known ? found.route : found.reason).toBe(expected);
  });

  it('a profile without routes says so', () => {
    expect(approvalRoute(null, resolved('weihai').approval, NOTHING)).toEqual({ known: false, reason: 'noRoutes' });
  });

  it('each has eight steps; Xixian is also filed with the original district', () => {
    for (const name of ['1', '2', 'xixian']) {
      const found = known({ name, entrusted: true, route: name });
      expect(found.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(found.afterwards === undefined).toBe(name !== 'xixian');
    }
  });
});

describe('states of the steps', () => {
  it('the first that is not done is next, the rest are to come', () => {
    expect(known(null, { done: { 1: '2026-01-05', 2: '2026-02-01' } }).steps.map(({ state }) => state)).toEqual(['done', 'done', 'next', 'open', 'open', 'open', 'open', 'open']);
  });

  it('what is past its planned day is late; on the day it is not', () => {
    const states = known(null, { planned: { 1: '2026-03-01', 2: '2026-02-28', 3: '2026-02-10' }, done: { 3: '2026-02-11' } }).steps.map(({ state }) => state);
    expect(states.slice(0, 3)).toEqual(['next', 'late', 'doneLate']);
  });

  it('no deadline before the approval', () => {
    expect(known(null).steps.flatMap(({ due }) => due)).toEqual([]);
  });

  it.each([
    // [approved, elections by, as of, state]: the same day of the third month, inclusive
    ['2026-01-15', '2026-04-15', '2026-04-15', 'open'],
    ['2026-01-15', '2026-04-15', '2026-04-16', 'late'],
    ['2025-11-30', '2026-02-28', '2026-02-28', 'open'], // no 30 February: its last day
    ['2023-11-30', '2024-02-29', '2024-03-01', 'late'], // a leap year
    ['2025-12-31', '2026-03-31', '2026-03-31', 'open'],
  ])('approved %s: elections by %s; on %s %s', (approved, due, asOf, state) => {
    expect(known(null, { approved, asOf }).steps[5]!.due).toMatchObject([{ deadline: 'election', due, state }]);
  });

  it('elections held in time and late', () => {
    const on = (election: string): unknown => known(null, { approved: '2026-01-15', asOf: '2026-12-01', met: { election } }).steps[5]!.due[0]!.state;
    expect([on('2026-04-15'), on('2026-04-16')]).toEqual(['done', 'doneLate']);
  });

  it('the report is due at the end of the year of approval', () => {
    const found = known(null, { approved: '2026-01-15', asOf: '2027-01-01' });
    expect(found.steps[7]!.due).toMatchObject([{ deadline: 'yearEnd', due: '2026-12-31', state: 'late' }]);
    expect(found.late).toBe(2); // elections and report
  });

  it('an approval known by month only has no deadline', () => {
    expect(known(null, { approved: '2026-01' }).steps.flatMap(({ due }) => due)).toEqual([]);
  });
});
