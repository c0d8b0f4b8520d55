import { describe, expect, test } from 'vitest';
import type { Acceptance } from '../../src/core/coverage/accept.ts';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import { DEFECT_CLASSES } from '../../src/core/coverage/defect.ts';
import type { Defect } from '../../src/core/coverage/defect.ts';
import { summariseCheck } from '../../src/core/coverage/summary.ts';
import type { SecondOpinion } from '../../src/core/coverage/opinion.ts';
import { finish } from '../../src/core/progress.ts';
import { rectangles } from '../builders/coverage.ts';
import { aDefect, aResult } from '../builders/result.ts';

const decision = (defectId: string, over: Partial<Acceptance> = {}): Acceptance => ({
  defectId, decision: 'accepted', reason: 'surveyAccuracy', note: '', role: '复核人', date: '2026-11-22', ...over,
});
const declared = { decision: 'declared', reason: 'groundOfNoCommunity', groundKind: 'water' } as const;
const opinion = (over: Partial<SecondOpinion>): SecondOpinion => ({
  agree: true, defectsChecked: 1, defectsConfirmed: 1, wholeLayer: true, pairsChecked: 1, differences: [], elapsedMs: 1, ...over,
});

/** Two communities of 1,000 m² in all on 1,100 m²: gaps 130, overlap 20, beyond 10. */
const result = aResult({
  defects: [
    aDefect('G1-1', 'G1', { areaSquareMetres: 100 }),
    aDefect('G2-1', 'G2', { areaSquareMetres: 20 }),
    aDefect('O1-1', 'O1', { areaSquareMetres: 20, severity: 'warning' }),
    aDefect('O4-1', 'O4', { areaSquareMetres: 10 }),
    aDefect('N1-1', 'N1', { areaSquareMetres: 8, severity: 'warning' }),
    aDefect('N2-1', 'N2', { areaSquareMetres: null, severity: 'warning' }),
    aDefect('P1-1', 'P1', { areaSquareMetres: 500, severity: 'information' }),
  ],
  totals: { unitsSquareMetres: 1000, parentSquareMetres: 1100, gapSquareMetres: 130, overlapSquareMetres: 20, beyondSquareMetres: 10 },
});

describe('the account of areas', () => {
  const { areas } = summariseCheck(result, [decision('G1-1', declared), decision('O1-1')], null);

  test('adds up row by row', () => {
    const { unitsSquareMetres, overlap, beyond, gap, accountedSquareMetres } = areas;
    expect(unitsSquareMetres - overlap.squareMetres - beyond.squareMetres + gap.squareMetres).toBe(accountedSquareMetres);
    expect(areas).toMatchObject({ accountedSquareMetres: 1100, parentSquareMetres: 1100, unexplainedSquareMetres: 0, differenceSquareMetres: -100 });
  });

  test('tells each row apart by decision, and says which defects', () => {
    expect(areas.gap).toEqual({
      squareMetres: 130,
      open: { squareMetres: 20, defectIds: ['G2-1'] },
      accepted: { squareMetres: 0, defectIds: [] },
      declared: { squareMetres: 100, defectIds: ['G1-1'] },
      otherSquareMetres: 10,
    });
    expect(areas.overlap.accepted).toEqual({ squareMetres: 20, defectIds: ['O1-1'] });
    expect(areas.near).toEqual({ squareMetres: 8, defectIds: ['N1-1'] });
    expect(areas.excepted).toEqual({ squareMetres: 120, defectIds: ['G1-1', 'O1-1'] });
  });

  test('without a parent claims no difference', () => {
    const alone = summariseCheck(aResult({ totals: { ...result.totals, parentSquareMetres: null } }), [], null);
    expect(alone.areas).toMatchObject({ parentSquareMetres: null, unexplainedSquareMetres: null, differenceSquareMetres: null });
    expect(alone.blockers.areaUnexplained).toBe(false);
  });

  test('of a real check explains the parent’s area to the square centimetre', () => {
    const units = rectangles({ a: [0, 0, 5, 5], b: [4.99, 0, 10.02, 5], c: [0, 5.03, 10, 9] });
    const parent = rectangles({ p: [0, 0, 10, 9] });
    const real = summariseCheck(finish(checkCoverage({ units: units.layer, parent: parent.layer })), [], null);
    expect(Math.abs(real.areas.unexplainedSquareMetres!)).toBeLessThan(1e-4);
    for (const row of [real.areas.gap, real.areas.overlap, real.areas.beyond]) {
      expect(row.open.squareMetres).toBeGreaterThan(100);
      expect(Math.abs(row.otherSquareMetres)).toBeLessThan(1e-4);
    }
  });
});

describe('counts', () => {
  test('every class stands there, found and open apart', () => {
    const { byClass, byState, found, bySeverity } = summariseCheck(result, [decision('O1-1'), decision('N2-1')], null);
    expect(byClass.map((c) => c.class)).toEqual([...DEFECT_CLASSES]);
    expect(byClass.find((c) => c.class === 'O1')).toEqual({ class: 'O1', found: 1, open: 0, accepted: 1, declared: 0, squareMetres: 20 });
    expect(byClass.find((c) => c.class === 'N2')!.squareMetres).toBeNull();
    expect(byState).toEqual({ open: 5, accepted: 2, declared: 0 });
    expect(found).toBe(7);
    expect(bySeverity).toEqual({ error: { found: 3, open: 3 }, warning: { found: 3, open: 1 }, information: { found: 1, open: 1 } });
  });

  test('no number is counted twice or lost', () => {
    const { byClass, byState, found } = summariseCheck(result, [decision('O1-1')], null);
    const sum = (pick: (c: (typeof byClass)[number]) => number): number => byClass.reduce((all, c) => all + pick(c), 0);
    expect(sum((c) => c.found)).toBe(found);
    expect([sum((c) => c.open), sum((c) => c.accepted), sum((c) => c.declared)]).toEqual(Object.values(byState));
  });
});

describe('signing', () => {
  const all: Acceptance[] = [
    decision('G1-1', declared), decision('G2-1'), decision('O1-1'), decision('O4-1'), decision('N1-1'), decision('N2-1'),
  ];

  test('waits for every error and warning, not for information', () => {
    expect(summariseCheck(result, [], null).blockers.defectIds).toEqual(['G1-1', 'G2-1', 'O1-1', 'O4-1', 'N1-1', 'N2-1']);
    expect(summariseCheck(result, all, null)).toMatchObject({ readyToSign: true, blockers: { defectIds: [] } });
  });

  test('is stopped by a second opinion that differs, not by one that could not say', () => {
    const failed = { kind: 'failed' as const, defectId: null, units: [], oursSquareMetres: null, turfSquareMetres: null, lngLat: null };
    expect(summariseCheck(result, all, opinion({})).opinion).toBe('agrees');
    expect(summariseCheck(result, all, opinion({ agree: false, differences: [failed] }))).toMatchObject({ opinion: 'unconfirmed', readyToSign: true });
    expect(summariseCheck(result, all, opinion({ agree: false, differences: [failed, { ...failed, kind: 'missing' }] })))
      .toMatchObject({ opinion: 'differs', readyToSign: false });
  });

  test('is stopped by ground that nothing explains', () => {
    const hole = aResult({ totals: { ...aResult().totals, parentSquareMetres: 1001.5 } });
    expect(summariseCheck(hole, [], null)).toMatchObject({ readyToSign: false, blockers: { areaUnexplained: true } });
  });

  test('decisions that no longer hold are named and count for nothing', () => {
    const summary = summariseCheck(result, [decision('gone'), decision('O1-1', declared)], null);
    expect(summary.stale.map((a) => a.defectId)).toEqual(['gone']);
    expect(summary.unsuitable.map((a) => a.defectId)).toEqual(['O1-1']);
    expect(summary.blockers.defectIds).toContain('O1-1');
  });

  test('a clean coverage may be signed', () => {
    expect(summariseCheck(aResult(), [], null)).toMatchObject({ readyToSign: true, found: 0 });
  });
});

test('a defect in another subdistrict is no ground beyond the parent', () => {
  const foreign: Defect = aDefect('O4-2', 'O4', { areaSquareMetres: 30, detail: 'subdistrict' });
  expect(summariseCheck(aResult({ defects: [foreign] }), [], null).areas.beyond).toMatchObject({ squareMetres: 0, otherSquareMetres: 0 });
});
