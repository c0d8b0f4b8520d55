/** What the tables against the rules list, and in which order. */
import { describe, expect, it } from 'vitest';
import type { AreaAssessment } from '../../src/core/assess.ts';
import type { ApprovalStep, StepState } from '../../src/core/rules/approval.ts';
import type { CommunityConsequence, Consequences } from '../../src/core/rules/consequences.ts';
import type { ScoreRow } from '../../src/core/rules/indicator.ts';
import { leagueRow } from '../../src/core/rules/league.ts';
import type { Approval, Indicator, Measure, Rule } from '../../src/core/rules/profile.ts';
import type { Totals } from '../../src/core/rules/totals.ts';
import type { Aspect } from '../../src/core/rules/vocabulary.ts';
import { approvalLines, daysPast, lateCount, shownApproval, standingOf } from '../../src/ui/assess/approvals/approvalLines.ts';
import { changeCounts, communityLines, needUnit, totalLines } from '../../src/ui/assess/consequences/consequenceLines.ts';
import { movedLines } from '../../src/ui/assess/consequences/movedLines.ts';
import { leagueLines } from '../../src/ui/assess/league/leagueLines.ts';
import { hasExpired, isListed, ledgerLines } from '../../src/ui/assess/registers/registerLines.ts';
import { aspectsIn, isPast, isShown, measuredBy, scoreLines } from '../../src/ui/assess/scorecard/scoreLines.ts';
import type { ApprovalView, CompoundLedgerRow } from '../../src/worker/assessProtocol.ts';

const wording = { zh: '甲', en: 'A' };
const source = { document: 'XA23', article: '7' };

function indicator(id: string, measure: Measure, row?: number): Indicator {
  return { id, wording, source, strength: 'target', levels: ['city'], unit: 'percent', measure, target: { type: 'range', min: 60 }, year: 2025, ...(row === undefined ? {} : { row }) };
}

function scoreRow(id: string, part: Partial<ScoreRow> = {}): ScoreRow {
  return {
    indicator: id, row: null, actual: 50, target: { min: 60 }, verdict: 'fail', known: 4, unknown: 0, unit: 'percent', strength: 'target', levels: ['city'], property: null, year: 2025, aspect: 'rooms', source, ...part,
  };
}

describe('the scorecard', () => {
  const given: Measure = { type: 'given' };
  const share: Measure = { type: 'share', has: [{ metric: 'floorAreaSquareMetres', atLeast: 600 }, { metric: 'floorAreaSquareMetres', above: 0 }, { metric: 'tenure', is: 'owned' }] };

  it('has numbered rows first, the others after them as they came', () => {
    const rows = [scoreRow('extra.a'), scoreRow('row9', { row: 9 }), scoreRow('row2', { row: 2 }), scoreRow('extra.b')];
    const lines = scoreLines(rows, rows.map((row) => indicator(row.indicator, given)), null);
    expect(lines.map(({ row }) => row.indicator)).toEqual(['row2', 'row9', 'extra.a', 'extra.b']);
  });

  it('leaves out a row whose indicator the profile no longer has', () => {
    expect(scoreLines([scoreRow('row1')], [], null)).toEqual([]);
  });

  it('names the fields that are wanted, each once, and only where some are unknown', () => {
    const of = (row: ScoreRow) => scoreLines([row], [indicator('row1', share)], null)[0]!.wants;
    expect(of(scoreRow('row1'))).toEqual([]);
    expect(of(scoreRow('row1', { unknown: 3 }))).toEqual(['floorAreaSquareMetres', 'tenure']);
  });

  it.each<[Measure, string[]]>([
    [{ type: 'ratio', of: 'workers', by: 'people', per: 10_000 }, ['workers', 'people']],
    [{ type: 'each', metric: 'fullTime' }, ['fullTime']],
    [{ type: 'sum', metric: 'workers', by: 'households' }, ['workers', 'households']],
    [{ type: 'given' }, []],
  ])('reads %j', (measure, metrics) => { expect(measuredBy(measure)).toEqual(metrics); });

  it('sets the base beside a row that moved, and filters by it', () => {
    const before = { actual: 40, verdict: 'fail' as const, known: 4, unknown: 0 };
    const rows = [scoreRow('row1', { row: 1 }), scoreRow('row2', { row: 2, verdict: 'unknown', actual: null, aspect: null }), scoreRow('row3', { row: 3, verdict: 'notApplicable', actual: null })];
    const lines = scoreLines(rows, rows.map((row) => indicator(row.indicator, share)), [{ indicator: 'row1', row: 1, before, after: before }]);
    expect(lines[0]!.base).toEqual(before);
    const shown = (...args: [Parameters<typeof isShown>[1], Parameters<typeof isShown>[2]]) => lines.filter((line) => isShown(line, ...args)).map(({ row }) => row.indicator);
    expect(shown('moved', null)).toEqual(['row1']);
    expect(shown('missed', null)).toEqual(['row1']);
    expect(shown('unknown', null)).toEqual(['row2']);
    expect(shown('all', 'none')).toEqual(['row2']);
    expect(aspectsIn(lines, ['team', 'rooms'])).toEqual(['rooms', 'none']);
  });

  it('a target year is past only when it has ended', () => {
    expect([isPast(2025, '2025-12-31'), isPast(2025, '2026-01-01')]).toEqual([false, true]);
  });
});

const NO_TOTALS: Totals = {
  communities: 0, households: 0, people: 0, householdsUnknown: 0, peopleUnknown: 0, superLarge: 0, micro: 0, inRange: 0, planAhead: 0, noBand: 0, unknown: 0, needs: {}, moneyYuanPerYear: 0, moneyUnknownItems: 0,
};

function area(name: string, size: { pass: number; fail: number; unknown: number }, totals: Partial<Totals> = {}): AreaAssessment {
  const none = { pass: 0, fail: 0, unknown: 0 };
  const aspects: Record<Aspect, typeof none> = { organisation: none, size, rooms: none, team: none, ability: none, funds: none };
  return { name, district: '甲区', totals: { ...NO_TOTALS, ...totals }, league: leagueRow(name, aspects) };
}

describe('the league table', () => {
  const areas = [area('丁', { pass: 0, fail: 0, unknown: 2 }), area('乙', { pass: 1, fail: 1, unknown: 0 }), area('甲', { pass: 3, fail: 1, unknown: 0 }), area('丙', { pass: 2, fail: 2, unknown: 1 })];
  const names = (sort: Parameters<typeof leagueLines>[1]) => leagueLines(areas, sort).map(({ area: { name }, place }) => [name, place]);

  it('has the best first; equals share a place; what nobody judged stands last without one', () => {
    expect(names({ column: 'size', descending: true })).toEqual([['甲', 1], ['乙', 2], ['丙', 2], ['丁', null]]);
  });

  it('turned round still has the unjudged last', () => {
    expect(names({ column: 'size', descending: false }).map(([name]) => name)).toEqual(['丙', '乙', '甲', '丁']);
  });

  it('sorts by totals without places; no rooms needed is nothing short', () => {
    const short = [area('甲', { pass: 0, fail: 0, unknown: 0 }), area('乙', { pass: 0, fail: 0, unknown: 0 }, { needs: { rooms: { owed: 9, have: 2, short: 7, unknown: 0 } } })];
    expect(leagueLines(short, { column: 'roomsShort', descending: true }).map(({ area: { name }, place }) => [name, place])).toEqual([['乙', null], ['甲', null]]);
  });
});

function compound(id: string, part: Partial<CompoundLedgerRow> = {}): CompoundLedgerRow {
  return { id, name: id, community: '甲社区', attachedTo: null, households: 100, completed: '2012-03', owed: 30, have: 30, short: 0, verdict: 'pass', rule: 'rooms.ledger', source, ...part };
}

describe('the registers', () => {
  const rule: Rule = { id: 'rooms.ledger', wording, source, strength: 'firm', level: 'compound', family: 'rooms', metric: 'roomsSquareMetres', bound: { type: 'perUnit', of: 'plannedDwellings', amount: 30, per: 100 }, applies: [{ metric: 'completed', onOrAfter: '2011-02-01' }] };

  it('lists compounds in no community first, those that nobody looks after before all, then the shortest of rooms', () => {
    const rows = [compound('a'), compound('b', { short: 5, verdict: 'fail' }), compound('c', { community: null, attachedTo: '乙社区' }), compound('d', { community: null })];
    const lines = ledgerLines(rows, [rule]);
    expect(lines.map(({ row, deed }) => [row.id, deed])).toEqual([['d', 'attach'], ['c', 'none'], ['b', 'trace'], ['a', 'none']]);
    expect(lines.filter((line) => isListed(line, 'outside', '')).map(({ row }) => row.id)).toEqual(['d', 'c']);
    expect(lines.filter((line) => isListed(line, 'short', '')).map(({ row }) => row.id)).toEqual(['b']);
    expect(lines.filter((line) => isListed(line, 'all', '乙')).map(({ row }) => row.id)).toEqual(['c']);
  });

  it('tops up where no builder owes the rooms', () => {
    const { applies: _applies, ...old } = rule;
    expect(ledgerLines([compound('a', { short: 5, verdict: 'fail' })], [old])[0]!.deed).toBe('topUp');
  });

  it('says which data are missing', () => {
    const unknown = compound('a', { verdict: 'unknown', completed: null, owed: null, have: null, short: null });
    expect(ledgerLines([unknown], [rule])[0]).toMatchObject({ deed: 'data', wants: ['completed', 'plannedDwellings', 'roomsSquareMetres'] });
    expect(ledgerLines([{ ...unknown, completed: '2012' }], [rule])[0]!.wants).toEqual(['plannedDwellings', 'roomsSquareMetres']);
  });

  it('an attachment has run out when its day, month or year has ended; an event never', () => {
    expect([hasExpired('2026-03-01', '2026-03-01'), hasExpired('2026-03-01', '2026-03-02'), hasExpired('2026-03', '2026-03-31'), hasExpired('2026-03', '2026-04-01'), hasExpired('新社区设立', '2030-01-01'), hasExpired(null, '2030-01-01')])
      .toEqual([false, true, false, true, false, false]);
  });
});

describe('consequences', () => {
  const state = { class: 'inRange' as const, households: 2000, people: 5000, needs: {}, yuanPerYear: 0, moneyUnknownItems: 0, fails: 0 };
  const change = (id: string, part: Partial<CommunityConsequence>): CommunityConsequence => ({ id, name: id, change: 'changed', before: state, after: state, election: null, ...part });
  const of: Consequences = {
    communities: [change('c', { change: 'abolished', after: null }), change('b', {}), change('a', { change: 'created', before: null, after: { ...state, needs: { rooms: { rule: 'r', owed: 600, have: null, short: null, unit: 'squareMetres' } } } })],
    totals: { before: { ...NO_TOTALS, superLarge: 1, inRange: 3 }, after: { ...NO_TOTALS, inRange: 5, peopleUnknown: 1 } },
    needs: [{ need: 'rooms', owedBefore: 900, owedAfter: 1200, shortBefore: 0, shortAfter: 10, unknown: 1 }],
    elections: 1, yuanPerYear: 0, indicators: [{ indicator: 'row5', row: 5, before: { actual: 40, verdict: 'fail', known: 4, unknown: 0 }, after: { actual: 50, verdict: 'unknown', known: 4, unknown: 1 } }], verdictsMoved: 1,
  };

  it('lists created, changed, abolished', () => {
    expect(communityLines(of).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(changeCounts(of)).toEqual({ created: 1, changed: 1, abolished: 1 });
    expect([needUnit(of, 'rooms'), needUnit(of, 'plaza')]).toEqual(['squareMetres', null]);
  });

  it('totals only classes that occur and needs that some rule asks for', () => {
    const lines = totalLines(of);
    expect(lines.map(({ id }) => id)).toEqual(['communities', 'superLarge', 'inRange', 'households', 'people', 'rooms', 'money']);
    expect(lines.find(({ id }) => id === 'superLarge')).toMatchObject({ before: 1, after: 0 });
    expect(lines.find(({ id }) => id === 'people')).toMatchObject({ unknown: 1 });
    expect(lines.find(({ id }) => id === 'rooms')).toMatchObject({ before: 900, after: 1200, shortAfter: 10, unknown: 1 });
  });

  it('an indicator that moved carries target, wants and how it stood', () => {
    const [line] = movedLines(of, [indicator('row5', { type: 'each', metric: 'fullTime' })]);
    expect(line).toMatchObject({ row: { row: 5, actual: 50, verdict: 'unknown', target: { min: 60 }, year: 2025 }, base: { actual: 40 }, wants: ['fullTime'] });
    expect(movedLines(of, [])).toEqual([]);
  });
});

describe('approvals', () => {
  const approval: Approval = {
    routes: [], ordinary: '1',
    deadlines: [{ id: 'election', wording, source, strength: 'firm', level: 'community', step: 2, due: 'monthsAfterApproval', months: 3 }, { id: 'yearEnd', wording, source, strength: 'firm', level: 'community', step: 2, due: 'endOfApprovalYear' }],
  };
  const step = (number: number, state: StepState, part: Partial<ApprovalStep> = {}): ApprovalStep => ({ step: number, wording, who: wording, planned: null, done: null, state, due: [], ...part });
  const view = (unit: number, late: number, steps: ApprovalStep[] = []): ApprovalView => ({ unit, id: `拟-${unit}`, name: `社区${unit}`, zone: null, approved: null, route: { known: true, route: '1', wording, source, steps, late } });
  const unknown: ApprovalView = { unit: 9, id: '拟-9', name: '社区9', zone: '某开发区', approved: null, route: { known: false, reason: 'zoneUnknown' } };

  it('puts each deadline under its step, with or without its day', () => {
    const due = { deadline: 'election', wording, due: '2026-06-15', done: null, state: 'late' as const, source };
    const lines = approvalLines(view(1, 1, [step(1, 'next'), step(2, 'open', { due: [due] })]), approval);
    expect(lines.map(({ key }) => key)).toEqual(['step 1', 'step 2', 'deadline election', 'deadline yearEnd']);
    expect(lines.map((line) => standingOf(line).limit)).toEqual([null, null, '2026-06-15', null]);
    expect(standingOf(lines[2]!)).toEqual({ state: 'late', limit: '2026-06-15', done: null });
    expect(standingOf(lines[3]!).state).toBe('open');
  });

  it('has no lines where the route is unknown', () => {
    expect(approvalLines(unknown, approval)).toEqual([]);
    expect(approvalLines(view(1, 0), null)).toEqual([]);
  });

  it('shows the one selected, else the one chosen, else the one with most that is late', () => {
    const views = [view(1, 0), view(2, 3), unknown];
    expect(lateCount(views)).toBe(3);
    expect(shownApproval(views, 1, 9)?.unit).toBe(9);
    expect(shownApproval(views, 1, 77)?.unit).toBe(1);
    expect(shownApproval(views, null, null)?.unit).toBe(2);
    expect(shownApproval([], null, null)).toBeNull();
  });

  it('counts days past, across months and for a month as a whole', () => {
    expect([daysPast('2026-02-28', '2026-03-01'), daysPast('2026-03-01', '2026-03-01'), daysPast('2026-03', '2026-03-30'), daysPast(null, '2026-03-01'), daysPast('开春', '2026-03-01')]).toEqual([1, 0, -1, null, null]);
  });
});
