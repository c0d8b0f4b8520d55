/** Random atoms, random cuts and gifts: sums stay, edit by edit equals afresh, back again equals before, order is of no matter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../../src/core/coverage/coverage.ts';
import type { Dataset } from '../../../src/core/households/atom.ts';
import { openFigures, updateFigures, type Figures, type PlanGround } from '../../../src/core/households/figures.ts';
import { movedParts } from '../../../src/core/households/moved.ts';
import { figuresOfUnit, partsOfBearer, planFigures } from '../../../src/core/households/read.ts';
import { countsOf } from '../../../src/core/households/divider.ts';
import { finish } from '../../../src/core/progress.ts';
import { aBox, aDataset, aPlan, aPoint, aPolygon, aRow, cutOrNull, giveFaces, told, withCoverage, type DrawnPlan } from './plans.ts';

const PLAN = aPlan('aabb / a(ac)db / ccdd / cced', ['e']);
const SIZE = 4;
/** On the grid of tenths many atoms touch lines and corners. */
const place = fc.oneof(fc.integer({ min: -2, max: 10 * SIZE + 2 }).map((k) => k / 10), fc.double({ min: 0, max: SIZE, noNaN: true }));
const count = fc.option(fc.nat(300), { nil: null });
const community = fc.option(fc.nat(4), { nil: null });
const atom = fc.oneof(
  fc.record({ x: place, y: place, count, community }).map(({ x, y, count: n, community: c }) => (id: string) => aPoint(PLAN, id, x, y, n, { community: c })),
  fc.record({ x: place, y: place, w: fc.integer({ min: 1, max: 15 }), h: fc.integer({ min: 1, max: 15 }), count, community })
    .map(({ x, y, w, h, count: n, community: c }) => (id: string) => aBox(PLAN, id, [x, y, x + w / 10, y + h / 10], n, { community: c })),
  fc.record({ ring: fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 6 }), count })
    .map(({ ring, count: n }) => (id: string) => aPolygon(PLAN, id, [ring], n)),
  fc.record({ count, community }).map(({ count: n, community: c }) => (id: string) => aRow(id, c, n, { people: n === null ? 7 : null })),
);
const dataset = fc.record({ makers: fc.array(atom, { maxLength: 14 }), own: fc.array(fc.option(fc.nat(900), { nil: null }), { minLength: 5, maxLength: 5 }) })
  .map(({ makers, own }) => aDataset(PLAN, makers.map((make, k) => make(`x${k}`)), Object.fromEntries(PLAN.built.names.map((name, k) => [name, own[k]!]))));
const edit = fc.record({ line: fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 4 }), pick: fc.nat(1000), to: fc.subarray([0, 1, 2, 3, 4], { maxLength: 2 }) });
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A cut where it can be made, and a face given away. */
function edited(plan: DrawnPlan, { line, pick, to }: Edit): DrawnPlan {
  const lines = [line.flatMap(([x, y]) => [plan.x0 + Math.round(x * 10_000), plan.y0 + Math.round(y * 10_000)])];
  const next = withCoverage(plan, cutOrNull(plan, lines) ?? plan.coverage);
  const faces = faceIds(next.coverage);
  return withCoverage(next, giveFaces(next.coverage, [faces[pick % faces.length]!], to));
}

const open = (data: Dataset, plan: PlanGround): Figures => finish(openFigures(data, plan));

function assertSums(figures: Figures, start: Figures): void {
  const { total, assigned, declared, unassigned, contested } = planFigures(figures);
  const first = planFigures(start).total;
  for (const field of ['households', 'people'] as const) {
    expect(total[field]).toBe(first[field]);
    expect(assigned[field] + declared[field] + unassigned[field] + contested[field]).toBe(total[field]);
    let borne = 0;
    for (let bearer = 0; bearer < figures.parts.length; bearer++) {
      const parts = partsOfBearer(figures, bearer);
      const sum = parts.reduce((before, part) => before + (part[field] ?? 0), 0);
      expect(sum).toBe(countsOf(figures.ledger, bearer)[field] ?? 0);
      for (const part of parts) if (part[field] !== null) expect(Number.isInteger(part[field]) && part[field] >= 0).toBe(true);
      borne += sum;
    }
    expect(borne).toBe(total[field] + planFigures(figures).outside[field]);
  }
  expect(total.areaSquareMetres).toBeCloseTo(first.areaSquareMetres, -1);
}

describe('properties', () => {
  test('sums stay, and edit by edit equals afresh', () => {
    fc.assert(fc.property(dataset, fc.array(edit, { minLength: 1, maxLength: 5 }), (data, edits) => {
      let plan = PLAN;
      const start = open(data, plan);
      let figures = start;
      assertSums(start, start);
      for (const each of edits) {
        plan = edited(plan, each);
        figures = updateFigures(figures, plan);
        assertSums(figures, start);
      }
      const fresh = open(data, plan);
      // A line that was cut bends by half a step: homes and remainders are those of the load.
      expect(told(figures)).toEqual(told({ ...fresh, ledger: figures.ledger }));
      const flows = movedParts(start, figures);
      const net = new Map<number, number>();
      for (const { from, to, households } of flows) {
        net.set(from, (net.get(from) ?? 0) - households);
        net.set(to, (net.get(to) ?? 0) + households);
      }
      for (let unit = 0; unit < 4; unit++) {
        expect(figuresOfUnit(figures, unit).households - figuresOfUnit(start, unit).households).toBe(net.get(unit) ?? 0);
      }
    }), { seed: 11, numRuns: 100 });
  });

  test('given away and back, figures are as before', () => {
    fc.assert(fc.property(dataset, fc.array(edit, { minLength: 1, maxLength: 3 }), (data, edits) => {
      const start = open(data, PLAN);
      let plan = PLAN;
      let figures = start;
      for (const each of edits) {
        plan = edited(plan, each);
        figures = updateFigures(figures, plan);
      }
      // At first every face is with those who claimed it.
      for (const id of faceIds(plan.coverage)) {
        const face = plan.coverage.faces.get(id);
        if (face !== null && face.claimants.join() !== face.base.join()) plan = withCoverage(plan, giveFaces(plan.coverage, [id], face.base));
      }
      const again = updateFigures(figures, plan);
      const parts = (of: Figures) => Array.from({ length: of.parts.length }, (_, k) => partsOfBearer(of, k).map((part) => ({ ...part, area: 0 })));
      expect(parts(again)).toEqual(parts(start));
      expect([...again.tallies].map((tally) => ({ ...tally, area: 0, faces: 0 }))).toEqual([...start.tallies].map((tally) => ({ ...tally, area: 0, faces: 0 })));
    }), { seed: 5, numRuns: 100 });
  });

  test('the order of atoms is of no matter', () => {
    fc.assert(fc.property(dataset, edit, (data, each) => {
      const plan = edited(PLAN, each);
      const turned = { ...data, atoms: [...data.atoms].reverse() };
      const say = (figures: Figures) => {
        const { ledger } = figures;
        return { units: [...figures.tallies], groups: figures.groups, parts: Object.fromEntries(ledger.atoms.map(({ id }, k) => [id, partsOfBearer(figures, k)])) };
      };
      expect(say(open(turned, plan))).toEqual(say(open(data, plan)));
      expect(say(updateFigures(open(turned, PLAN), plan))).toEqual(say(updateFigures(open(data, PLAN), plan)));
    }), { seed: 3, numRuns: 50 });
  });
});

function faceIds({ faces }: Coverage): number[] {
  return Array.from({ length: faces.length }, (_, id) => id).filter((id) => id > 0 && faces.get(id) !== null);
}
