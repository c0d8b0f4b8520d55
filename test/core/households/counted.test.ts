/** Counted figures for parts, and what moved between two plans. */
import { describe, expect, test } from 'vitest';
import { countedProblem, idleCounted } from '../../../src/core/households/counted.ts';
import { openFigures, updateFigures } from '../../../src/core/households/figures.ts';
import { movedParts } from '../../../src/core/households/moved.ts';
import { partsOf, planFigures } from '../../../src/core/households/read.ts';
import { remainderId } from '../../../src/core/households/ledger.ts';
import { UNASSIGNED } from '../../../src/core/households/owner.ts';
import { finish } from '../../../src/core/progress.ts';
import type { CountedPart } from '../../../src/core/plan/plan.ts';
import { aBox, aDataset, aPlan, aPoint, cut, give, told } from './plans.ts';

const plan = aPlan('aabbcc');
const atoms = [aBox(plan, 'x', [1, 0.2, 5, 0.8], 100), aPoint(plan, 'p', 1.5, 0.5, 10), aPoint(plan, 'p2', 0.1, 0.5, 5), aBox(plan, 'null', [1, 0, 3, 0.1], null)];
const dataset = aDataset(plan, atoms, { a: 215 });
const base = finish(openFigures(dataset, plan));
const part = (unit: number, households: number | null, over: Partial<CountedPart> = {}): CountedPart => ({ atom: 'x', unit, households, people: null, source: '入户登记', ...over });
const counts = (...counted: CountedPart[]) => updateFigures(base, { ...plan, counted }, []);

describe('a counted figure', () => {
  test('stands in place of the part; the others share what is left', () => {
    expect(partsOf(base, 'x')).toMatchObject([{ households: 25 }, { households: 50 }, { households: 25 }]);
    const figures = counts(part(0, 40));
    expect(partsOf(figures, 'x')).toMatchObject([
      { households: 40, estimatedHouseholds: false, people: 75, estimatedPeople: true }, { households: 40, estimatedHouseholds: true }, { households: 20 },
    ]);
    expect(told(figures)).toEqual(told(finish(openFigures(dataset, { ...plan, counted: [part(0, 40)] }))));
    expect(told(updateFigures(figures, plan, []))).toEqual(told(base));
    expect(planFigures(figures).total.households).toBe(planFigures(base).total.households);
  });

  test('all counted: nothing is estimated', () => {
    const figures = counts(part(0, 40), part(1, 60), part(2, 0));
    expect(partsOf(figures, 'x')!.map((each) => [each.households, each.estimatedHouseholds])).toEqual([[40, false], [60, false], [0, false]]);
  });

  test('is refused with the reason', () => {
    expect(countedProblem(base, part(0, 40))).toBeNull();
    expect(countedProblem(base, part(0, null, { people: 300 }))).toBeNull();
    expect(countedProblem(base, part(0, 101))).toBe('exceedsAtom');
    expect(countedProblem(base, part(0, 1.5))).toBe('badFigure');
    expect(countedProblem(base, part(0, -1))).toBe('badFigure');
    expect(countedProblem(base, part(9, 1))).toBe('noPart');
    expect(countedProblem(base, part(0, 1, { atom: '?' }))).toBe('unknownAtom');
    expect(countedProblem(base, part(0, 1, { atom: 'p' }))).toBe('undivided');
    expect(countedProblem(base, part(0, 1, { atom: 'null' }))).toBe('unknownCount');
    expect(countedProblem(counts(part(0, 40), part(1, 50)), part(2, 9))).toBe('sumDiffers');
    expect(countedProblem(counts(part(0, 40), part(1, 50)), part(2, 10))).toBeNull();
    expect(countedProblem(counts(part(0, 90)), part(1, 20))).toBe('exceedsAtom');
    expect(countedProblem(counts(part(0, 90)), part(0, 20))).toBeNull();
    const twice = finish(openFigures(aDataset(plan, [atoms[0]!, { ...atoms[1]!, id: 'x' }]), plan));
    expect(countedProblem(twice, part(0, 1))).toBe('ambiguousAtom');
  });

  test('a remainder can be counted like an atom', () => {
    const split = give(cut(plan, [[0.5, -1], [0.5, 2]]), 0.75, 0.5, 'b');
    const counted = [part(1, 7, { atom: remainderId('a') })];
    const figures = updateFigures(base, { ...split, counted });
    expect(partsOf(figures, remainderId('a'))).toMatchObject([{ owner: 0, households: 193 }, { owner: 1, households: 7, estimatedHouseholds: false }]);
  });

  test('that no longer fits lies idle and is told', () => {
    const figures = counts(part(0, 40), part(1, 60));
    expect(idleCounted(figures)).toEqual([]);
    // All of the atom's ground goes to a: nothing is divided.
    const gone = updateFigures(figures, { ...give(give(plan, 3, 0.5, 'a'), 5, 0.5, 'a'), counted: figures.counted });
    expect(partsOf(gone, 'x')).toMatchObject([{ owner: 0, households: 100 }]);
    expect(idleCounted(gone)).toEqual(figures.counted);
    const two = updateFigures(figures, { ...give(plan, 5, 0.5, 'b'), counted: [part(0, 40), part(1, 50)] });
    expect(partsOf(two, 'x')!.map(({ households }) => households)).toEqual([25, 75]);
    expect(idleCounted(two)).toHaveLength(2);
  });
});

describe('movedParts', () => {
  test('nothing moved', () => {
    expect(movedParts(base, base)).toEqual([]);
    expect(movedParts(base, updateFigures(base, cut(plan, [[1.2, -1], [1.2, 2]])))).toEqual([]);
  });

  test('a point, a part of a shape, and of a remainder', () => {
    const after = updateFigures(base, give(cut(plan, [[1, -1], [1, 2]]), 1.5, 0.5, 'b'));
    const flows = movedParts(base, after);
    expect(flows).toMatchObject([
      { id: 'x', kind: 'compound', from: 0, to: 1, households: 25, people: 75, estimatedShare: 1 },
      { id: 'p', from: 0, to: 1, households: 10, people: 30, estimatedShare: 0 },
      { id: remainderId('a'), kind: 'remainder', atom: null, unit: 0, from: 0, to: 1, estimatedShare: 1 },
    ]);
    const back = movedParts(after, base);
    expect(back.map(({ households }) => households)).toEqual(flows.map(({ households }) => households));
    expect(back.every(({ from, to }) => from === 1 && to === 0)).toBe(true);
  });

  test('to nobody, and sums are exact', () => {
    const after = updateFigures(base, give(give(plan, 3, 0.5), 5, 0.5, 'a'));
    const flows = movedParts(base, after);
    expect(flows.find(({ id }) => id === 'x')).toMatchObject({ from: 1, to: UNASSIGNED, households: 50 });
    const lost = flows.filter(({ from }) => from === 2).reduce((sum, { households }) => sum + households, 0);
    expect(lost).toBe(25);
  });

  test('one number for two communities: the caller says so', () => {
    expect(movedParts(base, base, (p, q) => p === q && p !== 2)).toMatchObject([{ id: 'x', from: 2, to: 2, households: 25 }]);
  });
});
