import { expect, test } from 'vitest';
import { aCoverage, layerOf, layerOfGeoJson, rectangles, stepsOf } from '../builders/coverage.ts';

const at = { origin: [0, 0] as const, scale: 1 };

test('a drawing becomes units in alphabetical order, rows from north to south', () => {
  const { names, units } = aCoverage('ab / ab', at);
  expect(names).toEqual(['a', 'b']);
  expect(units[0]).toEqual([[[[0, 0], [1, 0], [1, 1], [1, 2], [0, 2], [0, 1]]]]);
});

test('a bracketed cell belongs to every letter in it', () => {
  const { units } = aCoverage('a(ab)b', at);
  expect(units.map((unit) => unit[0]![0]!.map(([x]) => x))).toEqual([[0, 1, 2, 2, 1, 0], [1, 2, 3, 3, 2, 1]]);
});

test('holes, parts that touch at a point, and holes that touch the shell are valid polygons', () => {
  expect(aCoverage('aaa / a.a / aaa', at).units[0]).toHaveLength(1);
  expect(aCoverage('aaa / a.a / aaa', at).units[0]![0]).toHaveLength(2);
  expect(aCoverage('a. / .a', at).units[0]).toHaveLength(2);
  // The hole meets the outside at one corner only.
  const pinched = aCoverage('aaa / a.a / aa.', at).units[0]!;
  expect(pinched).toHaveLength(1);
  expect(pinched[0]).toHaveLength(2);
  // Two holes that touch at a corner.
  expect(aCoverage('aaaa / a.aa / aa.a / aaaa', at).units[0]![0]).toHaveLength(3);
});

test('an island in a lake gets its own polygon', () => {
  const units = aCoverage('aaaaa / a...a / a.a.a / a...a / aaaaa', at).units[0]!;
  expect(units.map((polygon) => polygon.length).sort()).toEqual([1, 2]);
});

test('a layer reads back as it was drawn, from GeoJSON too', () => {
  const built = rectangles({ a: [0, 0, 4, 3], b: [[4, 0, 9, 3], [10, 0, 12, 1]] });
  expect(stepsOf(built.layer)).toEqual(built.units);
  expect(layerOf(stepsOf(built.layer))).toEqual(built.layer);
  expect(layerOfGeoJson(built.geojson)).toEqual(built.layer);
});
