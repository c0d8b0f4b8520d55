/** Every class on the smallest drawing that shows it. */
import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../../src/core/coverage/check.ts';
import type { Defect } from '../../../src/core/coverage/defect.ts';
import type { PolygonLayer } from '../../../src/core/coverage/layer.ts';
import { finish } from '../../../src/core/progress.ts';
import { aCoverage, polygons, rectangles, type BuiltCoverage } from '../../builders/coverage.ts';

function check(built: BuiltCoverage | PolygonLayer, parent: BuiltCoverage | null = null) {
  const units = 'layer' in built ? built.layer : built;
  return finish(checkCoverage({ units, parent: parent?.layer ?? null }));
}

const classes = (defects: Defect[]) => defects.map((d) => d.class).sort();
const named = (built: BuiltCoverage, defect: Defect) => defect.units.map((u) => built.names[u]).join('');

describe('faces', () => {
  it('a clean coverage is silent, with and without its parent', () => {
    const clean = aCoverage('aab / aab / ccb');
    expect(check(clean).defects).toEqual([]);
    expect(check(clean, aCoverage('xxx / xxx / xxx')).defects).toEqual([]);
  });

  it('G1: enclosed ground of nobody', () => {
    const built = aCoverage('aaaabbbb / aaaabbbb / aaaa.bbb / aaaabbbb / ccccbbbb');
    const { defects, totals } = check(built);
    expect(classes(defects)).toEqual(['G1']);
    expect(named(built, defects[0]!)).toBe('ab');
    expect(totals.gapSquareMetres).toBeCloseTo(defects[0]!.areaSquareMetres!, 6);
    // Of the four sides a holds one and b three.
    expect(defects[0]!.borders.map(({ unit }) => built.names[unit])).toEqual(['b', 'a']);
  });

  it('G2: open ground is seen with the parent only', () => {
    const built = aCoverage('aaaa.bbb / aaaabbbb / aaaabbbb / aaaabbbb');
    expect(check(built).defects).toEqual([]);
    expect(classes(check(built, aCoverage('xxxxxxxx / xxxxxxxx / xxxxxxxx / xxxxxxxx')).defects)).toEqual(['G2']);
  });

  it('G3: a gap as large as a unit', () => {
    expect(classes(check(aCoverage('abc / d.e / fgh')).defects)).toEqual(['G3']);
  });

  it('G4: a hole in one unit', () => {
    expect(classes(check(aCoverage('aaa / a.a / aaa')).defects)).toEqual(['G4']);
  });

  it('O1: ground of two', () => {
    const built = aCoverage('aaa(ab)bb / aaabbb / aaabbb');
    const { defects, totals } = check(built);
    expect(classes(defects)).toEqual(['O1']);
    expect(named(built, defects[0]!)).toBe('ab');
    expect(totals.overlapSquareMetres).toBeCloseTo(defects[0]!.areaSquareMetres!, 6);
  });

  it('O1: one overlap on three units is one defect with three units', () => {
    const built = rectangles({ a: [0, 0, 10, 10], b: [10, 0, 20, 10], c: [5, 8, 15, 20] });
    const overlaps = check(built).defects.filter((d) => d.class === 'O1');
    expect(overlaps).toHaveLength(1);
    expect(named(built, overlaps[0]!)).toBe('abc');
  });

  it('O2 and O3: contained, duplicate', () => {
    expect(classes(check(rectangles({ a: [0, 0, 10, 10], b: [3, 3, 6, 6] })).defects)).toEqual(['O2']);
    const twins = check(rectangles({ a: [0, 0, 10, 10], b: [0, 0, 10, 10], c: [10, 0, 20, 10] })).defects;
    expect(classes(twins)).toEqual(['O3']);
    expect(twins[0]!.units).toEqual([0, 1]);
  });

  it('O4: beyond the parent, and overlap inside told apart from it', () => {
    const built = rectangles({ a: [0, 0, 100, 100], b: [90, 40, 110, 60] });
    const found = check(built, rectangles({ x: [0, 0, 100, 100] })).defects;
    expect(classes(found)).toEqual(['O1', 'O4']);
    expect(named(built, found.find((d) => d.class === 'O4')!)).toBe('b');
    expect(named(built, found.find((d) => d.class === 'O1')!)).toBe('ab');
  });

  it('O4: into another subdistrict, though inside the district', () => {
    const units = rectangles({ a: [0, 0, 6, 10], b: [6, 0, 10, 10] });
    const found = check(units, rectangles({ x: [0, 0, 5, 10], y: [5, 0, 10, 10] })).defects;
    // The two lines also lack each other's vertices.
    expect(found.filter((d) => d.class !== 'N2').map((d) => [d.class, d.detail])).toEqual([['O4', 'subdistrict']]);
  });

  it('N1: nearly matching, a warning', () => {
    // 4 steps of 1e-7° are about 4 cm.
    const built = polygons({
      a: [[[[0, 0], [1000, 0], [1000, 500], [1000, 1000], [0, 1000]]]],
      b: [[[[1000, 0], [2000, 0], [2000, 1000], [1000, 1000], [1004, 500]]]],
    }, { scale: 1 });
    const { defects } = check(built);
    expect(defects.map((d) => [d.class, d.severity])).toEqual([['N1', 'warning']]);
  });

  it('D1: a displaced unit is one finding with its vector', () => {
    const rows = ['abcde', 'fghij', 'klmno', 'pqrst', 'uvwxy'];
    const boxes: Record<string, [number, number, number, number]> = {};
    rows.forEach((row, r) => {
      row.split('').forEach((name, c) => { boxes[name] = [100 * c, 100 * r, 100 * c + 100, 100 * r + 100]; });
    });
    boxes.m = [206, 203, 306, 303];
    const built = rectangles(boxes, { scale: 100 });
    const { defects } = check(built);
    expect(classes(defects)).toEqual(['D1']);
    expect(named(built, defects[0]!)).toBe('m');
    expect(defects[0]!.shift!.eastMetres).toBeCloseTo(5.5, 0);
    expect(defects[0]!.shift!.northMetres).toBeCloseTo(3.3, 0);
  });

  it('D1: the whole layer against its parent', () => {
    const built = aCoverage('aab / aab / ccb');
    const moved = { ...built.layer, coordinates: built.layer.coordinates.map((v) => v + 3000) };
    const { defects } = check(moved, aCoverage('xxx / xxx / xxx'));
    expect(defects.map((d) => [d.class, d.detail])).toEqual([['D1', 'layerShifted']]);
  });
});

describe('one unit by itself', () => {
  const ring = (...points: [number, number][]) => polygons({ a: [[points]] }, { scale: 1000 });

  it('S1: a bow-tie', () => {
    const { defects, totals } = check(ring([0, 0], [10, 0], [0, 10], [10, 10]));
    expect(classes(defects)).toEqual(['S1']);
    // Both lobes are ground: a quarter of the square each.
    expect(totals.unitsSquareMetres).toBeGreaterThan(0);
    expect(totals.overlapSquareMetres).toBe(0);
  });

  it('S1: a hole outside its shell', () => {
    const { defects } = check(polygons({ a: [[[[0, 0], [10, 0], [10, 10], [0, 10]], [[20, 20], [20, 30], [30, 30], [30, 20]]]] }));
    expect(defects.map((d) => [d.class, d.detail])).toEqual([['S1', 'holeOutside']]);
  });

  it('S2: out and back', () => {
    expect(classes(check(ring([0, 0], [10, 0], [10, 10], [5, 10], [5, 20], [5, 10], [0, 10])).defects)).toEqual(['S2']);
  });

  it('S3: a ring without area', () => {
    expect(classes(check(polygons({ a: [[[[0, 0], [10, 0], [10, 10], [0, 10]], [[3, 3], [6, 6], [3, 3]]]] })).defects)).toEqual(['S3']);
  });

  it('S4: a pinch', () => {
    expect(classes(check(ring([0, 0], [10, 0], [5, 5], [10, 10], [0, 10], [5, 5])).defects)).toEqual(['S4']);
  });

  it('S5: an unclosed ring', () => {
    const { layer } = ring([0, 0], [10, 0], [10, 10], [0, 10]);
    expect(classes(check({ ...layer, unclosedRings: [0] }).defects)).toEqual(['S5']);
  });

  it('P1: real parts are information, hair-thin ones a warning', () => {
    const real = check(rectangles({ a: [[0, 0, 10, 10], [30, 0, 40, 10]], b: [10, 0, 30, 10] })).defects;
    expect(real.map((d) => [d.class, d.severity])).toEqual([['P1', 'information']]);
    const hair = check(rectangles({ a: [[0, 0, 10000, 10000], [30000, 0, 30050, 10000]] }, { scale: 1 })).defects;
    expect(hair.map((d) => [d.class, d.detail, d.severity])).toEqual([['P1', 'fragment', 'warning']]);
  });

  it('N3: a ring that one unit holds twice counts once', () => {
    const { defects, totals } = check(rectangles({ a: [[0, 0, 10, 10], [0, 0, 10, 10]] }));
    expect(classes(defects)).toEqual(['N3']);
    expect(totals.overlapSquareMetres).toBe(0);
  });
});

describe('lines', () => {
  it('N2: a vertex that the neighbour lacks', () => {
    const built = polygons({
      a: [[[[0, 0], [10, 0], [10, 10], [0, 10]]]],
      b: [[[[10, 0], [20, 0], [20, 10], [10, 10], [10, 4]]]],
    });
    const { defects } = check(built);
    expect(classes(defects)).toEqual(['N2']);
    expect(named(built, defects[0]!)).toBe('ab');
    expect(defects[0]!.geometry).toEqual({ type: 'Point', coordinates: [109.07, 34.284] });
  });

  it('N3: a third unit laid along a shared edge', () => {
    const found = check(rectangles({ a: [0, 0, 10, 10], b: [10, 0, 20, 10], c: [10, 0, 15, 10] })).defects;
    expect(classes(found)).toContain('O2');
  });

  it('a coarser grid joins what the fine one tells apart', () => {
    const built = polygons({
      a: [[[[0, 0], [1000, 0], [1000, 500], [1000, 1000], [0, 1000]]]],
      b: [[[[1000, 0], [2000, 0], [2000, 1000], [1000, 1000], [1001, 500]]]],
    }, { scale: 1 });
    expect(classes(check(built).defects)).toEqual(['N1']);
    const coarse = finish(checkCoverage({ units: built.layer, parent: null }, { gridMetres: 0.11, matchMetres: 0.1, sliverMetres: 1 }));
    expect(coarse.defects).toEqual([]);
  });
});

describe('totals', () => {
  it('units less overlaps, less what lies beyond, plus gaps, is the parent', () => {
    const built = rectangles({ a: [0, 0, 55, 50], b: [50, 0, 104, 50], c: [0, 50, 40, 100], d: [42, 50, 100, 100] });
    const { totals } = check(built, rectangles({ x: [0, 0, 100, 100] }));
    const { unitsSquareMetres, overlapSquareMetres, beyondSquareMetres, gapSquareMetres, parentSquareMetres } = totals;
    expect(overlapSquareMetres).toBeGreaterThan(0);
    expect(beyondSquareMetres).toBeGreaterThan(0);
    expect(gapSquareMetres).toBeGreaterThan(0);
    expect(Math.abs(unitsSquareMetres - overlapSquareMetres - beyondSquareMetres + gapSquareMetres - parentSquareMetres!)).toBeLessThan(0.01);
  });

  it('nothing in, nothing out', () => {
    const nothing: PolygonLayer = {
      unitCount: 0, vertexCount: 0, coordinates: new Int32Array(0),
      ringStart: new Uint32Array(1), polygonStart: new Uint32Array(1), unitStart: new Uint32Array(1), unclosedRings: [],
    };
    expect(check(nothing).defects).toEqual([]);
    const withoutGround: PolygonLayer = { ...nothing, unitCount: 1, unitStart: new Uint32Array(2) };
    expect(check(withoutGround).defects).toEqual([]);
  });
});
