/**
 * What must not matter, and what must: rotating, mirroring, scaling, reversing,
 * reordering a coverage changes no finding; one moved vertex makes exactly the
 * defects that it must. Coverages are random drawings, some vertices displaced.
 *
 * Turned coverages lie on the equator, where a step is as long east as north (to
 * 0.7 %): elsewhere a quarter turn changes every width. Columns and rows differ in
 * width, so that no two parts are of one size and no edge is like another.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import { DEFAULT_TOLERANCES, NODING_METRES } from '../../src/core/coverage/defect.ts';
import type { CheckResult, Defect } from '../../src/core/coverage/defect.ts';
import { STEPS_PER_DEGREE } from '../../src/core/geo/coordinates.ts';
import { finish } from '../../src/core/progress.ts';
import { aCoverage, layerOf, rectangles, stepsOf } from '../builders/coverage.ts';
import type { Step, StepPolygons } from '../builders/coverage.ts';
import { clipper2 } from '../oracles/clipper2.ts';
import { disagreements } from '../oracles/compare.ts';
import { taskOf } from '../oracles/oracle.ts';

const SEED = 20261122;
/** Some eighty find what there is; tried with 1,500. */
const RUNS = 80;
const CELL = 10_000;
const ORIGIN: Step = [109, 0.01];
const COLUMNS = [0, 10_000, 23_100, 31_700, 46_300, 58_900];
const ROWS = [0, 11_300, 20_900, 35_500, 43_700, 57_100];

/** A drawing with columns and rows of many widths. */
function uneven(cells: string, factor = 1): Step[][][][] {
  const [x0, y0] = ORIGIN.map((degrees) => Math.round(degrees * STEPS_PER_DEGREE)) as [number, number];
  return stepsOf(aCoverage(cells, { origin: [0, 0], scale: 1 }).layer).map((unit) => unit.map((polygon) => polygon.map((ring) =>
    ring.map(([x, y]): Step => [x0 + factor * COLUMNS[x]!, y0 + factor * ROWS[y]!]))));
}

/** Drawings of up to 5 × 5 cells: four units, gaps, cells held twice. */
const drawing = fc.integer({ min: 2, max: 5 }).chain((columns) =>
  fc.array(
    fc.array(fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd', '.', '(ab)', '(bc)'), { minLength: columns, maxLength: columns }),
    { minLength: 2, maxLength: 5 },
  ).map((rows) => rows.map((row) => row.join('')).join(' / ')));

/** Displacements of single vertices, away from the thresholds between classes. */
const bump = fc.record({
  unit: fc.nat(), vertex: fc.nat(),
  dx: fc.constantFrom(-4000, -900, -30, 0, 30, 900, 4000), dy: fc.constantFrom(-3700, -800, -40, 0, 40, 800, 3700),
});

const coverage = fc.tuple(drawing, fc.array(bump, { maxLength: 4 })).map(([cells, bumps]) => {
  const units = uneven(cells);
  for (const { unit, vertex, dx, dy } of bumps) {
    const ring = units[unit % Math.max(1, units.length)]?.[0]?.[0];
    if (!ring) continue;
    const at = vertex % ring.length;
    ring[at] = [ring[at]![0] + dx, ring[at]![1] + dy];
  }
  return { cells, bumps, units };
}).filter(({ units }) => units.length > 0);

const check = (units: readonly StepPolygons[], parent: readonly StepPolygons[] | null = null): CheckResult =>
  finish(checkCoverage({ units: layerOf(units), parent: parent && layerOf(parent) }));

type Move = (step: Step) => Step;
const moved = (units: readonly StepPolygons[], move: Move): StepPolygons[] =>
  units.map((unit) => unit.map((polygon) => polygon.map((ring) => ring.map(move))));

const PIVOT: Step = [1_090_250_000, 350_000];
const TURNS: Record<string, Move> = {
  'a quarter turn': ([x, y]) => [PIVOT[0] - (y - PIVOT[1]), PIVOT[1] + (x - PIVOT[0])],
  'half a turn': ([x, y]) => [2 * PIVOT[0] - x, 2 * PIVOT[1] - y],
  'three quarters': ([x, y]) => [PIVOT[0] + (y - PIVOT[1]), PIVOT[1] - (x - PIVOT[0])],
  'a mirror, east and west': ([x, y]) => [2 * PIVOT[0] - x, y],
  'a mirror, north and south': ([x, y]) => [x, 2 * PIVOT[1] - y],
};

/** Class, detail, severity and units of each defect, with the areas of all alike, smallest first. */
function findings({ defects }: CheckResult, unitNames: (unit: number) => number = (unit) => unit): Map<string, Defect[]> {
  const alike = new Map<string, Defect[]>();
  for (const defect of defects) {
    const units = defect.units.map(unitNames).sort((a, b) => a - b).join();
    const key = `${defect.class} ${defect.detail ?? ''} ${defect.severity} ${units}`;
    alike.set(key, [...(alike.get(key) ?? []), defect]);
  }
  for (const list of alike.values()) list.sort((a, b) => (a.areaSquareMetres ?? 0) - (b.areaSquareMetres ?? 0));
  return alike;
}

/** Areas to one in a hundred, and what rounding does along the outline. */
function expectAlike(a: Map<string, Defect[]>, b: Map<string, Defect[]>, areaFactor = 1): void {
  expect([...b].map(([key, list]) => `${key} × ${list.length}`).sort()).toEqual([...a].map(([key, list]) => `${key} × ${list.length}`).sort());
  for (const [key, list] of a) {
    list.forEach((defect, i) => {
      if (defect.areaSquareMetres === null) return;
      const rounding = NODING_METRES * 2 * ((defect.lengthMetres ?? 0) + (defect.widthMetres ?? 0));
      const other = b.get(key)![i]!.areaSquareMetres! / areaFactor;
      expect(Math.abs(other - defect.areaSquareMetres)).toBeLessThanOrEqual(0.01 * defect.areaSquareMetres + rounding + 0.01);
    });
  }
}

describe('turning changes nothing', () => {
  test.each(Object.keys(TURNS))('%s', (name) => {
    fc.assert(fc.property(coverage, ({ units }) => {
      expectAlike(findings(check(units)), findings(check(moved(units, TURNS[name]!))));
    }), { seed: SEED, numRuns: RUNS });
  });

  test('also held against a parent', () => {
    fc.assert(fc.property(coverage, fc.constantFrom(...Object.values(TURNS)), ({ units }, turn) => {
      const parent = uneven('ppppp / ppppp / ppppp / ppppp');
      expectAlike(findings(check(units, parent)), findings(check(moved(units, turn), moved(parent, turn))));
    }), { seed: SEED, numRuns: RUNS });
  });
});

describe('writing it otherwise changes nothing', () => {
  const same = (rewrite: (units: readonly StepPolygons[]) => StepPolygons[]): void => {
    fc.assert(fc.property(coverage, ({ units }) => {
      expectAlike(findings(check(units)), findings(check(rewrite(units))));
    }), { seed: SEED, numRuns: RUNS });
  };
  const eachRing = (change: (ring: readonly Step[]) => Step[]) => (units: readonly StepPolygons[]): StepPolygons[] =>
    units.map((unit) => unit.map((polygon) => polygon.map(change)));

  test('rings reversed', () => {
    same(eachRing((ring) => [...ring].reverse()));
  });

  test('rings begun elsewhere', () => {
    same(eachRing((ring) => [...ring.slice(2), ...ring.slice(0, 2)]));
  });

  test('parts in another order', () => {
    same((units) => units.map((unit) => [...unit].reverse()));
  });

  test('features shuffled, units named anew', () => {
    fc.assert(fc.property(coverage, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), ({ units }, chance) => {
      const order = units.map((_, i) => ({ i, at: chance[i]! })).sort((a, b) => a.at - b.at || a.i - b.i).map(({ i }) => i);
      expectAlike(findings(check(units)), findings(check(order.map((i) => units[i]!)), (unit) => order[unit]!));
    }), { seed: SEED, numRuns: RUNS });
  });

  test('ids stay when features, rings and starts are in another order', () => {
    fc.assert(fc.property(coverage, ({ units }) => {
      const rewritten = [...units].reverse().map((unit) => unit.map((polygon) => polygon.map((ring) => [...ring.slice(1), ring[0]!])));
      expect(check(rewritten).defects.map(({ id }) => id).sort()).toEqual(check(units).defects.map(({ id }) => id).sort());
    }), { seed: SEED, numRuns: RUNS });
  });

  test('a shared edge cut by the same vertices on both sides', () => {
    fc.assert(fc.property(drawing, fc.integer({ min: 1, max: 8_000 }), (cells, along) => {
      const units = uneven(cells);
      if (units.length === 0) return;
      // Counted from the lower end, so that both sides cut at one place.
      const cut = eachRing((ring) => ring.flatMap((from, i) => {
        const to = ring[(i + 1) % ring.length]!;
        const [low, high] = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? [from, to] : [to, from];
        return [from, [low[0] + Math.sign(high[0] - low[0]) * along, low[1] + Math.sign(high[1] - low[1]) * along] as Step];
      }));
      expectAlike(findings(check(units)), findings(check(cut(units))));
    }), { seed: SEED, numRuns: RUNS });
  });
});

test('scaling by whole numbers scales the areas', () => {
  fc.assert(fc.property(drawing, fc.constantFrom(2, 3), (cells, factor) => {
    const small = uneven(cells);
    const large = uneven(cells, factor);
    if (small.length === 0) return;
    expectAlike(findings(check(small)), findings(check(large)), factor * factor);
  }), { seed: SEED, numRuns: RUNS });
});

describe('moving one vertex of a clean coverage', () => {
  const { units } = aCoverage('aabbcc / aabbcc / ddeeff / ddeeff', { scale: CELL });
  const parent = rectangles({ p: [0, 0, 6, 4] }, { scale: CELL }).units;

  test('to begin with there is nothing', () => {
    expect(check(units).defects).toEqual([]);
  });

  test('makes the defects that it must: ground lost is a gap, ground won an overlap or beyond', () => {
    const far = fc.integer({ min: -4000, max: 4000 });
    fc.assert(fc.property(fc.nat(), fc.nat(), far, far, (u, v, dx, dy) => {
      fc.pre(Math.abs(dx) + Math.abs(dy) > 200);
      const unit = u % units.length;
      const changed = stepsOf(layerOf(units));
      const ring = changed[unit]![0]![0]!;
      const at = v % ring.length;
      ring[at] = [ring[at]![0] + dx, ring[at]![1] + dy];
      const before = check(units, parent);
      const after = check(changed, parent);

      const change = after.unitAreas[unit]! - before.unitAreas[unit]!;
      const { gapSquareMetres, overlapSquareMetres, beyondSquareMetres } = after.totals;
      expect(Math.abs(overlapSquareMetres + beyondSquareMetres - gapSquareMetres - change)).toBeLessThan(0.5);
      expect(after.defects.length).toBeGreaterThan(0);
      for (const defect of after.defects.filter((d) => d.class !== 'N2' && d.class !== 'D1')) {
        const onItsLine = defect.units.includes(unit) || defect.borders.some((border) => border.unit === unit);
        expect(onItsLine).toBe(true);
      }
      expect(disagreements(after, taskOf(layerOf(changed), layerOf(parent)), clipper2)).toEqual([]);
    }), { seed: SEED, numRuns: RUNS });
  });

  test('by less than the match tolerance makes near-matches and unmatched vertices only', () => {
    const near = fc.constantFrom(-6, -3, 3, 6);
    fc.assert(fc.property(fc.nat(), fc.nat(), near, near, (u, v, dx, dy) => {
      const changed = stepsOf(layerOf(units));
      const ring = changed[u % units.length]![0]![0]!;
      const at = v % ring.length;
      ring[at] = [ring[at]![0] + dx, ring[at]![1] + dy];
      const { defects } = check(changed, parent);
      expect(defects.length).toBeGreaterThan(0);
      expect(defects.map((defect) => defect.class).filter((name) => name !== 'N1' && name !== 'N2')).toEqual([]);
      for (const defect of defects) expect(defect.widthMetres ?? 0).toBeLessThanOrEqual(DEFAULT_TOLERANCES.matchMetres);
    }), { seed: SEED, numRuns: RUNS });
  });

  test('together with its twins in the neighbours makes nothing', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -4000, max: 4000 }), (u, v, dx, dy) => {
      const ring = units[u % units.length]![0]![0]!;
      const [x, y] = ring[v % ring.length]!;
      const changed = moved(units, (step) => (step[0] === x && step[1] === y ? [x + dx, y + dy] : step));
      expect(check(changed).defects).toEqual([]);
    }), { seed: SEED, numRuns: RUNS });
  });
});

describe('found by these properties, in the smallest drawing', () => {
  const classes = (result: CheckResult): string[] => result.defects.map((defect) => defect.class).sort();

  test('an edge of three units is matched once, whoever comes first', () => {
    const { layer } = aCoverage('ddddd / dfffd / db(ab)bd / dcccd / ddddd');
    const parent = aCoverage('ppppp / ppppp / ppppp / ppppp / ppppp').layer;
    const { totals } = finish(checkCoverage({ units: layer, parent }));
    const unexplained = totals.unitsSquareMetres - totals.overlapSquareMetres - totals.beyondSquareMetres + totals.gapSquareMetres;
    expect(Math.abs(unexplained - totals.parentSquareMetres!)).toBeLessThan(0.01);
  });

  test('an edge of three units is listed, also with rings reversed', () => {
    const { units } = aCoverage('b(ab) / cc');
    const reversed = units.map((unit) => unit.map((polygon) => polygon.map((ring) => [...ring].reverse())));
    expect(classes(check(units))).toEqual(['N3', 'O2']);
    expect(classes(check(reversed))).toEqual(['N3', 'O2']);
  });

  test('an exclave on others’ ground is told from a real one, wherever the overlap’s middle falls', () => {
    const units = uneven('aa(ab) / ab(bc) / acb');
    expectAlike(findings(check(units)), findings(check(units.map((unit) => [...unit].reverse()))));
    expectAlike(findings(check(units)), findings(check(moved(units, TURNS['a mirror, east and west']!))));
  });

  test.each([
    ['a row is missing in a town of blocks', 'aabb / aabb / .... / ccdd', 'pppp / pppp / pppp / pppp'],
    ['a block is missing beside an overlap', 'aa(ab)bb / aa.bb / ccccc', 'ppppp / ppppp / ppppp'],
    ['a block is doubly held on a straight line', 'aa(ab)(ab) / cccc', 'pppp / pppp'],
    ['all is well', 'aabb / acbb', 'pppp / pppp'],
  ])('no unit is called shifted where nothing would be mended by moving it: %s', (_, cells, whole) => {
    expect(classes(finish(checkCoverage({ units: aCoverage(cells).layer, parent: aCoverage(whole).layer })))).not.toContain('D1');
    expect(classes(check(aCoverage(cells).units))).not.toContain('D1');
  });
});
