import { describe, expect, test } from 'vitest';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import { secondOpinion } from '../../src/core/coverage/secondOpinion.ts';
import { loopsOf } from '../../src/core/coverage/opinionCrossed.ts';
import { opinionState } from '../../src/core/coverage/opinion.ts';
import type { SecondOpinion } from '../../src/core/coverage/opinion.ts';
import { groundOfGeometry } from '../../src/core/coverage/opinionGround.ts';
import { squareMetres } from '../../src/core/coverage/opinionMeasure.ts';
import type { Defect, DefectClass } from '../../src/core/coverage/defect.ts';
import { ringAreaSquareMetres } from '../../src/core/geo/ellipsoid.ts';
import { finish } from '../../src/core/progress.ts';
import { aCoverage, layerOf, polygons, rectangles } from '../builders/coverage.ts';
import type { BuiltCoverage, Step, StepPolygons } from '../builders/coverage.ts';
import { aDefect, aResult } from '../builders/result.ts';

/** A defect over a box in the drawing's units, with its true area by our own measure. */
function reported(name: DefectClass, units: number[], box: [number, number, number, number], over: Partial<Defect> = {}): Defect {
  const [feature] = rectangles({ here: box }).geojson.features;
  const [unit] = rectangles({ here: box }).units;
  const [west, south, east, north] = box;
  const middle = rectangles({ m: [(west + east) / 2, (south + north) / 2, east, north] }).geojson.features[0]!;
  return aDefect(`${name}-1`, name, {
    units,
    geometry: feature!.geometry as Defect['geometry'],
    areaSquareMetres: areaOf(unit!),
    location: (middle.geometry.coordinates as number[][][])[0]![0] as [number, number],
    ...over,
  });
}

function areaOf(unit: StepPolygons): number {
  return ringAreaSquareMetres(unit[0]![0]!.flat(), 0, unit[0]![0]!.length);
}

function ask(drawn: BuiltCoverage, defects: Defect[], parent: BuiltCoverage | null = null, wholeLayerUpTo = 300): SecondOpinion {
  return finish(secondOpinion(drawn.layer, parent && parent.layer, aResult({ defects }), { wholeLayerUpTo }));
}

function by(unit: StepPolygons, east: number, north: number): StepPolygons {
  return unit.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Step => [x + east, y + north])));
}

const kinds = ({ differences }: SecondOpinion): string[] => differences.map(({ kind, defectId }) => `${kind} ${defectId ?? '-'}`);

test('Turf’s sphere, corrected, measures as our ellipsoid does', () => {
  for (const lat of [18.2, 34.28, 53.5]) {
    const drawn = rectangles({ a: [0, 0, 5, 4] }, { origin: [109, lat] });
    const ours = areaOf(drawn.units[0]!);
    expect(Math.abs(squareMetres(groundOfGeometry(drawn.geojson.features[0]!.geometry as Defect['geometry'])) / ours - 1)).toBeLessThan(1e-7);
  }
});

describe('a clean coverage', () => {
  const clean = rectangles({ a: [0, 0, 5, 5], b: [5, 0, 10, 5], c: [0, 5, 10, 9] });
  const parent = rectangles({ p: [0, 0, 10, 9] });

  test('agrees, with and without its parent', () => {
    expect(ask(clean, [])).toMatchObject({ agree: true, pairsChecked: 3, wholeLayer: true, differences: [] });
    expect(ask(clean, [], parent)).toMatchObject({ agree: true, differences: [] });
  });

  test('an overlap and a gap that are not there are not confirmed', () => {
    const opinion = ask(clean, [
      reported('O1', [0, 1], [4.9, 0, 5, 5]), reported('G1', [0, 1], [2, 2, 3, 3], { id: 'G1-1' }), reported('O4', [1], [9, 0, 10, 5]),
    ], parent);
    expect(opinion.agree).toBe(false);
    expect(kinds(opinion)).toEqual(['notConfirmed O1-1', 'notConfirmed G1-1', 'notConfirmed O4-1']);
    expect(opinion).toMatchObject({ defectsChecked: 3, defectsConfirmed: 0 });
    expect(opinionState(opinion)).toBe('differs');
  });
});

describe('an overlap of two', () => {
  const drawn = rectangles({ a: [0, 0, 5, 5], b: [4.99, 0, 10, 5] });
  const overlap = reported('O1', [0, 1], [4.99, 0, 5, 5]);

  test('is confirmed by intersection', () => {
    expect(ask(drawn, [overlap])).toMatchObject({ agree: true, defectsChecked: 1, defectsConfirmed: 1 });
  });

  test('that is not listed is missing, at its place, with its units', () => {
    const { agree, differences } = ask(drawn, []);
    expect(agree).toBe(false);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ kind: 'missing', units: [0, 1], defectId: null });
    expect(differences[0]!.turfSquareMetres).toBeCloseTo(overlap.areaSquareMetres!, 2);
  });

  test('of which only half is listed: the area differs and the rest is missing', () => {
    const half = reported('O1', [0, 1], [4.99, 0, 5, 2.5]);
    expect(kinds(ask(drawn, [half]))).toEqual(['area O1-1', 'missing -']);
  });

  test('below the whole-layer limit only what is listed is looked at', () => {
    expect(ask(drawn, [], null, 1)).toMatchObject({ agree: true, wholeLayer: false, pairsChecked: 0 });
  });
});

test('ground held three times counts once', () => {
  const drawn = rectangles({ a: [0, 0, 5, 5], b: [4, 0, 10, 5], c: [4, 2, 5, 8] });
  const overlap = reported('O1', [0, 1, 2], [4, 0, 5, 5]);
  expect(ask(drawn, [overlap])).toMatchObject({ agree: true, defectsConfirmed: 1 });
});

describe('a gap', () => {
  const drawn = rectangles({ a: [0, 0, 5, 5], b: [5.02, 0, 10, 5], c: [0, 5, 10, 9], d: [0, -4, 10, 0] });
  const gap = reported('G1', [0, 1, 2, 3], [5, 0, 5.02, 5]);

  test('is confirmed by difference, and missed when it is not listed', () => {
    expect(ask(drawn, [gap])).toMatchObject({ agree: true, defectsConfirmed: 1 });
    const { differences } = ask(drawn, []);
    expect(differences).toHaveLength(1);
    expect(differences[0]!.turfSquareMetres! / gap.areaSquareMetres!).toBeCloseTo(1, 6);
  });

  test('that leaks to the outside has another area', () => {
    const open = rectangles({ a: [0, 0, 5, 5], b: [5.02, 0, 10, 5], c: [0, 5, 10, 9] });
    expect(kinds(ask(open, [gap], null, 0))).toEqual(['area G1-1']);
  });

  test('open to the parent’s line is found inside the parent only', () => {
    const open = rectangles({ a: [0, 0, 5, 5], b: [5.02, 0, 10, 5], c: [0, 5, 10, 9] });
    const parent = rectangles({ p: [0, 0, 10, 9] });
    const inlet = { ...gap, class: 'G2' as const, units: [0, 1, 2] };
    expect(ask(open, [inlet], parent)).toMatchObject({ agree: true, defectsConfirmed: 1 });
    expect(ask(open, [])).toMatchObject({ agree: true });
    expect(kinds(ask(open, [], parent))).toEqual(['missing -']);
  });

  test('a near-match is confirmed as whichever it is', () => {
    const near = { ...gap, class: 'N1' as const };
    expect(ask(drawn, [near]).agree).toBe(true);
    const overlapping = rectangles({ a: [0, 0, 5, 5], b: [4.9999, 0, 10, 5] });
    expect(ask(overlapping, [reported('N1', [0, 1], [4.9999, 0, 5, 5])]).agree).toBe(true);
  });
});

describe('beyond the parent', () => {
  const drawn = rectangles({ a: [0, 0, 5, 5], b: [5, 0, 10.5, 5] });
  const parent = rectangles({ p: [0, 0, 10, 5] });
  const beyond = reported('O4', [1], [10, 0, 10.5, 5]);

  test('is confirmed by difference', () => {
    expect(ask(drawn, [beyond], parent)).toMatchObject({ agree: true, defectsConfirmed: 1 });
    expect(kinds(ask(drawn, [], parent))).toEqual(['missing -']);
  });

  test('in a foreign subdistrict is confirmed against that one', () => {
    const two = rectangles({ p: [0, 0, 4, 5], q: [4, 0, 10.5, 5] });
    const foreign = reported('O4', [0], [4, 0, 5, 5], { detail: 'subdistrict' });
    expect(ask(drawn, [foreign], two)).toMatchObject({ agree: true, defectsConfirmed: 1 });
  });
});

describe('a shifted unit', () => {
  const drawn = aCoverage('aaaa / abba / abba / aaaa');
  const moved = layerOf(drawn.units.map((unit, i) => (i === 1 ? by(unit, 700, 300) : unit)));
  const result = finish(checkCoverage({ units: moved, parent: null }));

  test('is confirmed by moving it back, and stands for all about it', () => {
    expect(result.defects.map((d) => d.class)).toEqual(['D1']);
    expect(finish(secondOpinion(moved, null, result))).toMatchObject({ agree: true, defectsChecked: 1, defectsConfirmed: 1 });
  });

  test('moved the wrong way it is not', () => {
    const [shifted] = result.defects;
    const wrong = { ...shifted!, shift: { eastMetres: -shifted!.shift!.eastMetres, northMetres: 0 } };
    expect(kinds(finish(secondOpinion(moved, null, { ...result, defects: [wrong] })))).toEqual([`notConfirmed ${wrong.id}`]);
  });

  test('the whole layer against its parent', () => {
    const all = aCoverage('aabb / aabb / ccdd / ccdd');
    const parent = aCoverage('pppp / pppp / pppp / pppp').layer;
    const layer = layerOf(all.units.map((unit) => by(unit, 700, 300)));
    const found = finish(checkCoverage({ units: layer, parent }));
    expect(found.defects.map((d) => d.detail)).toEqual(['layerShifted']);
    expect(finish(secondOpinion(layer, parent, found))).toMatchObject({ agree: true, defectsConfirmed: 1 });
  });
});

test('points and lines are beyond Turf and are not counted', () => {
  const drawn = rectangles({ a: [0, 0, 5, 5] });
  const vertex = aDefect('N2-1', 'N2', { areaSquareMetres: null, geometry: { type: 'Point', coordinates: [109, 34] } });
  const exclave = reported('P1', [0], [0, 0, 1, 1]);
  expect(ask(drawn, [vertex, exclave])).toMatchObject({ agree: true, defectsChecked: 0 });
});

describe('a unit that crosses itself', () => {
  // Two corners swapped: the line runs back over itself and encloses ground twice, the wrong way, and not at all.
  const bowTie = polygons({
    a: [[[[0, 0], [6, 0], [6.2, 4], [6, 2], [6.6, 6], [0, 6]]]],
    b: [[[[6, 0], [9, 0], [9, 6], [6.6, 6], [6.2, 4], [6, 2]]]],
  });

  test('is read by the odd number of lines, as the check reads it', () => {
    const result = finish(checkCoverage({ units: bowTie.layer, parent: null }));
    expect(result.defects.map((d) => d.class)).toContain('S1');
    expect(kinds(finish(secondOpinion(bowTie.layer, null, result)))).toEqual([]);
  });

  test('falls into loops that meet themselves nowhere', () => {
    const twice = [[0, 0], [4, 0], [4, 4], [1, 4], [1, 1], [5, 1], [5, -1], [0, -1], [0, 0]].map(([x, y]) => [x! / 1e7, y! / 1e7]);
    expect(loopsOf(twice).map((loop) => loop.length - 1).sort()).toEqual([4, 6]);
    expect(loopsOf([[0, 0], [1, 0], [1, 1], [0, 0]])).toEqual([[[0, 0], [1, 0], [1, 1], [0, 0]]]);
  });

  test('Turf’s failure is listed with its words, and only leaves the matter unconfirmed', () => {
    const bad = reported('G1', [0, 1], [2, 2, 3, 3]);
    const broken = { ...bad, geometry: { type: 'Polygon', coordinates: [[[109, 34], [Number.NaN, 34], [109, 35], [109, 34]]] } } as Defect;
    const opinion = ask(rectangles({ a: [0, 0, 5, 5] }), [broken], null, 0);
    expect(opinion.differences).toMatchObject([{ kind: 'failed', defectId: 'G1-1' }]);
    expect(opinion.differences[0]!.message).toMatch(/\w/);
    expect(opinionState(opinion)).toBe('unconfirmed');
  });
});

test('progress names its phases and rises to the end', () => {
  const drawn = rectangles({ a: [0, 0, 5, 5], b: [4.99, 0, 10, 5], c: [0, 5, 10, 9] });
  const steps = [...secondOpinion(drawn.layer, null, aResult({ defects: [reported('O1', [0, 1], [4.99, 0, 5, 5])] }))];
  expect([...new Set(steps.map(({ phase }) => phase))]).toEqual(['opinion.defects', 'opinion.pairs', 'opinion.union']);
  const fractions = steps.map(({ fraction }) => fraction!);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBeLessThanOrEqual(1);
});

test('time is only what the caller’s clock says', () => {
  let now = 0;
  const drawn = rectangles({ a: [0, 0, 5, 5] });
  const opinion = finish(secondOpinion(drawn.layer, null, aResult(), { clock: () => (now += 7) }));
  expect(opinion.elapsedMs).toBe(7);
  expect(ask(drawn, []).elapsedMs).toBe(0);
});

test('a layer without units, or units without ground, is no reason to fail', () => {
  expect(ask(polygons({}), [])).toMatchObject({ agree: true, pairsChecked: 0 });
  expect(ask(polygons({ a: [], b: [[[[0, 0], [1, 1]]]] }), [])).toMatchObject({ agree: true });
});
