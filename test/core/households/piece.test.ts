/** What lives on a piece of a community. */
import { expect, test } from 'vitest';
import { partsOf } from '../../../src/core/coverage/shape.ts';
import { openFigures } from '../../../src/core/households/figures.ts';
import { figuresOfPiece } from '../../../src/core/households/piece.ts';
import { figuresOfUnit } from '../../../src/core/households/read.ts';
import { finish } from '../../../src/core/progress.ts';
import { aBox, aDataset, aPlan, aPoint } from './plans.ts';

test('households of each piece sum to the community’s; area shares are marked', () => {
  const plan = aPlan('aab / aab / bba');
  const [main, apart] = partsOf(plan.coverage, plan.coverage.facesOf.get(0)) as [number[], number[]];
  const counted = finish(openFigures(aDataset(plan, [aPoint(plan, 'p', 0.5, 2.5, 30), aBox(plan, 'q', [2.2, 0.2, 2.8, 0.8], 70)], {}), plan));
  expect(figuresOfPiece(plan, counted, 0, apart)).toMatchObject({ households: 70, people: 210, estimated: false });
  expect(figuresOfPiece(plan, counted, 0, main)).toMatchObject({ households: 30, people: 90, estimated: false });
  expect(figuresOfPiece(plan, counted, 0, [])).toEqual({ households: 0, people: 0, estimated: false, areaSquareMetres: 0 });

  const byArea = finish(openFigures(aDataset(plan, [], { a: 500 }), plan));
  const pieces = [main, apart].map((faces) => figuresOfPiece(plan, byArea, 0, faces));
  expect(pieces.map(({ households }) => households)).toEqual([400, 100]);
  expect(pieces.map(({ estimated }) => estimated)).toEqual([true, true]);
  expect(pieces[0]!.areaSquareMetres + pieces[1]!.areaSquareMetres).toBeCloseTo(figuresOfUnit(byArea, 0).areaSquareMetres, 2);
});

test('where nothing bears households, none are told', () => {
  const plan = aPlan('ab / ba');
  const figures = finish(openFigures(aDataset(plan, [], {}), plan));
  expect(figuresOfPiece(plan, figures, 0, plan.coverage.facesOf.get(0).slice(0, 1))).toMatchObject({ households: null, people: null, estimated: false });
});
