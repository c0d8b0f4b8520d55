/** Where households are counted: by hand, then edit by edit against counting afresh. */
import { describe, expect, test } from 'vitest';
import type { Atom } from '../../../src/core/households/atom.ts';
import { openFigures, updateFigures, type Figures, type PlanGround } from '../../../src/core/households/figures.ts';
import type { Dataset } from '../../../src/core/households/atom.ts';
import { remainderId } from '../../../src/core/households/ledger.ts';
import { cutAtoms } from '../../../src/core/households/cutAtoms.ts';
import { partsOf, planFigures, figuresOfUnit } from '../../../src/core/households/read.ts';
import { UNASSIGNED } from '../../../src/core/households/owner.ts';
import { PagedArray } from '../../../src/core/pagedArray.ts';
import { finish } from '../../../src/core/progress.ts';
import { aBox, aDataset, aPlan, aPoint, aPolygon, aRow, aUnit, cut, give, households, told, withCoverage } from './plans.ts';

const open = (dataset: Dataset, plan: PlanGround): Figures => finish(openFigures(dataset, plan));

describe('at load', () => {
  const plan = aPlan('aab / a.b / acb');

  test('a figure and no atoms: all of it is the remainder, nothing estimated', () => {
    const figures = open(aDataset(plan, [], { a: 500, b: 0 }), plan);
    expect(households(figures, plan)).toEqual({ a: 500, b: 0, c: 0 });
    expect(figuresOfUnit(figures, 0)).toMatchObject({ people: 1500, estimatedHouseholds: 0, householdsKnown: true });
    expect(figuresOfUnit(figures, 1).householdsKnown).toBe(true);
    expect(figuresOfUnit(figures, 2)).toMatchObject({ householdsKnown: false, peopleKnown: false });
  });

  test('atoms count where they lie; the remainder fills up to the figure', () => {
    const atoms = [aPoint(plan, 'p', 0.5, 2.5, 30), aBox(plan, 'q', [0.2, 1.2, 0.8, 1.8], 70), aPoint(plan, 'gap', 1.5, 1.5, 9)];
    const figures = open(aDataset(plan, atoms, { a: 250 }), plan);
    expect(households(figures, plan)).toEqual({ a: 250, b: 0, c: 0, unassigned: 9 });
    expect(partsOf(figures, remainderId('a'))).toMatchObject([{ owner: 0, households: 150, people: 450 }]);
    expect(planFigures(figures).total).toMatchObject({ households: 259, people: 777 });
  });

  test('more in atoms than in the figure: told, not scaled', () => {
    const figures = open(aDataset(plan, [aPoint(plan, 'p', 0.5, 2.5, 300)], { a: 250 }), plan);
    expect(households(figures, plan).a).toBe(300);
    expect(figures.ledger.findings.negativeRemainders).toEqual([{ unit: 0, households: -50, people: -150 }]);
  });

  test('an atom says its community; it counts where it lies', () => {
    const atom = aPoint(plan, 'p', 2.5, 0.5, 40, { community: 0 });
    const figures = open(aDataset(plan, [atom], { a: 100, b: 10 }), plan);
    expect(households(figures, plan)).toEqual({ a: 60, b: 50, c: 0 });
    expect(figures.ledger.findings.elsewhere).toEqual([0]);
  });

  test('a row of a table follows its community; without one it is nowhere', () => {
    const figures = open(aDataset(plan, [aRow('r', 1, 25), aRow('s', null, 5)], { b: 100 }), plan);
    expect(households(figures, plan)).toEqual({ a: 0, b: 100, c: 0, outside: 5 });
    expect(partsOf(figures, remainderId('b'))![0]!.households).toBe(75);
    expect(figures.ledger.findings.unplaced).toEqual([1]);
  });

  test('atoms beyond all ground are in no sum of the plan and explain nothing', () => {
    const atoms = [aPoint(plan, 'far', 90, 90, 11), aPoint(plan, 'said', 80, 80, 7, { community: 0 })];
    const figures = open(aDataset(plan, atoms, { a: 100 }), plan);
    expect(households(figures, plan)).toEqual({ a: 100, b: 0, c: 0, outside: 18 });
    expect(planFigures(figures).total.households).toBe(100);
    expect(figures.ledger.findings.outside).toEqual([0, 1]);
  });

  test('a shape over the rim lies in the ground that there is', () => {
    const figures = open(aDataset(plan, [aBox(plan, 'x', [2.5, 1, 3.5, 2], 101)]), plan);
    expect(households(figures, plan)).toEqual({ a: 0, b: 101, c: 0 });
    expect(figuresOfUnit(figures, 1).estimatedHouseholds).toBe(0);
  });

  test('hostile counts are unknown, doubled ids are told', () => {
    const atoms = [aPoint(plan, 'x', 0.5, 2.5, -4), aPoint(plan, 'x', 0.5, 2.5, 2.5), aPoint(plan, 'y', 0.5, 2.5, NaN), aPoint(plan, 'z', 0.5, 2.5, 6)];
    const figures = open(aDataset(plan, atoms, { a: -7 }), plan);
    expect(households(figures, plan).a).toBe(6);
    expect(figures.ledger.findings).toMatchObject({ badCounts: [0, 1, 2], duplicateIds: [1] });
  });

  test('declared ground is a sum of its own', () => {
    const camp = aPlan('aab / a.b / acb', ['c']);
    const figures = open(aDataset(camp, [aPoint(camp, 'p', 1.5, 0.5, 12)], { a: 100 }), camp);
    expect(households(figures, camp)).toEqual({ a: 100, b: 0, declared: 12 });
    expect(planFigures(figures).declared.faces).toBe(1);
  });

  test('an overlap is contested, and its atoms are of the first that claims it', () => {
    const twice = aPlan('a(ab)b');
    const figures = open(aDataset(twice, [aPoint(twice, 'p', 1.5, 0.5, 20)], { a: 100, b: 50 }), twice);
    // 80 are left of a, on two cells of which one is contested; 50 of b likewise.
    expect(households(figures, twice)).toEqual({ a: 40, b: 25, contested: 85 });
    expect(planFigures(figures).total.households).toBe(150);
  });
});

describe('after an edit', () => {
  const plan = aPlan('aabb / aabb');
  const atoms = [
    aPoint(plan, 'west', 0.5, 1, 10), aPoint(plan, 'east', 1.75, 1.5, 20),
    aBox(plan, 'cut', [1.25, 0.5, 1.75, 1], 101), aBox(plan, 'whole', [3, 0.2, 3.5, 0.7], 50),
  ];
  const dataset = aDataset(plan, atoms, { a: 231, b: 50 });
  const before = open(dataset, plan);
  // The strip from 1.5 to 2 goes to b.
  const moved = give(cut(plan, [[1.5, -1], [1.5, 3]]), 1.75, 1, 'b');
  const after = updateFigures(before, moved);

  test('points go with the ground, a shape is divided by area, the remainder too', () => {
    expect(partsOf(after, 'east')).toMatchObject([{ owner: 1, households: 20, estimatedHouseholds: false }]);
    expect(partsOf(after, 'cut')).toMatchObject([{ owner: 0, households: 51, estimatedHouseholds: true }, { owner: 1, households: 50, estimatedHouseholds: true }]);
    // 100 left over 4 cells less a quarter: 3 − 1/8 with a, 1 − 1/8 with b.
    expect(partsOf(after, remainderId('a'))).toMatchObject([{ owner: 0, households: 77 }, { owner: 1, households: 23 }]);
    expect(households(after, plan)).toEqual({ a: 10 + 51 + 77, b: 20 + 50 + 23 + 50 });
    expect(figuresOfUnit(after, 1)).toMatchObject({ estimatedHouseholds: 73, households: 143 });
  });

  test('is what counting afresh gives, and leaves the figures before as they were', () => {
    expect(told(after)).toEqual(told(open(dataset, moved)));
    expect(told(before)).toEqual(told(open(dataset, plan)));
  });

  test('totals stay; back again all is as before', () => {
    expect(planFigures(after).total).toMatchObject({ households: 281, people: 843, estimatedHouseholds: 201 });
    const back = give(moved, 1.75, 1, 'a');
    const again = updateFigures(after, back);
    expect(households(again, plan)).toEqual(households(before, plan));
    expect(planFigures(again).total).toMatchObject({ households: 281, estimatedHouseholds: 0 });
    expect(partsOf(again, 'cut')).toEqual(partsOf(before, 'cut'));
  });

  test('which atoms are cut', () => {
    expect(cutAtoms(before)).toEqual([]);
    const [only, ...more] = cutAtoms(after);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: 'cut', parts: [{ owner: 0 }, { owner: 1 }] });
    expect(only!.shares[0]).toBeCloseTo(0.5, 5);
    expect(cutAtoms(after, ['building'])).toEqual([]);
  });

  test('ground that is given up, and ground that two want', () => {
    const none = updateFigures(before, give(cut(plan, [[1.5, -1], [1.5, 3]]), 1.75, 1));
    expect(households(none, plan)).toEqual({ a: 138, b: 50, unassigned: 93 });
    expect(partsOf(none, 'cut')).toMatchObject([{ owner: 0, households: 51 }, { owner: UNASSIGNED, households: 50 }]);
    const both = updateFigures(none, give(withCoverage(plan, none.coverage), 1.75, 1, 'a', 'b'));
    expect(households(both, plan)).toEqual({ a: 138, b: 50, contested: 93 });
  });

  test('a created community', () => {
    const units = PagedArray.from([...plan.units, aUnit('拟-1', null)]);
    const formed = { ...moved, units, coverage: give({ ...moved, built: { ...plan.built, index: () => 2 } }, 1.75, 1, '拟-1').coverage };
    const figures = updateFigures(after, formed);
    expect(figuresOfUnit(figures, 2)).toMatchObject({ households: 93, householdsKnown: true });
    expect(told(figures)).toEqual(told(open(dataset, formed)));
    // Undone: fewer units than before.
    expect(told(updateFigures(figures, plan))).toEqual(told(before));
  });

  test('a line that grazes an atom by a hand’s breadth divides nothing', () => {
    const graze = updateFigures(before, give(cut(plan, [[1.7496, -1], [1.7496, 3]]), 1.9, 1, 'b'));
    expect(partsOf(graze, 'cut')).toMatchObject([{ owner: 0, households: 101 }]);
  });
});

describe('what a remainder keeps clear of', () => {
  const plan = aPlan('aabb');
  const give2 = (atoms: readonly Atom[]) => {
    const figures = open(aDataset(plan, atoms, { a: 300 }), plan);
    return updateFigures(figures, give(cut(plan, [[1, -1], [1, 2]]), 1.5, 0.5, 'b'));
  };
  const remainder = (atoms: readonly Atom[]) => partsOf(give2(atoms), remainderId('a'))!.map((part) => part.households);

  test('nothing to keep clear of: by area', () => {
    expect(remainder([])).toEqual([150, 150]);
    expect(remainder([aPoint(plan, 'p', 0.5, 0.5, 100)])).toEqual([100, 100]);
  });

  test('an atom that fills its half leaves the other', () => {
    expect(remainder([aBox(plan, 'x', [0, 0, 1, 1], 100)])).toEqual([200]);
  });

  test('two atoms on one ground cover it once', () => {
    // Half of the western cell is covered, twice; 100 are spread over 1/2 + 1.
    expect(remainder([aBox(plan, 'x', [0, 0, 0.5, 1], 100), aBox(plan, 'y', [0, 0, 0.5, 1], 100)])).toEqual([33, 67]);
    expect(remainder([aBox(plan, 'x', [0, 0, 0.4, 1], 100), aBox(plan, 'y', [0.1, 0, 0.5, 1], 100)])).toEqual([33, 67]);
  });

  test('an atom without a count keeps nothing clear', () => {
    expect(remainder([aBox(plan, 'x', [0, 0, 1, 1], null)])).toEqual([150, 150]);
  });

  test('atoms that cover everything leave everything', () => {
    expect(remainder([aBox(plan, 'x', [0, 0, 1, 1], 100), aBox(plan, 'y', [1, 0, 2, 1], 100)])).toEqual([50, 50]);
  });

  test('a shape with a hole covers what is not in the hole', () => {
    const ring = aPolygon(plan, 'x', [[[0, 0], [1, 0], [1, 1], [0, 1]], [[0.25, 0.25], [0.25, 0.75], [0.75, 0.75], [0.75, 0.25]]], 100);
    expect(remainder([ring])).toEqual([40, 160]);
  });
});
