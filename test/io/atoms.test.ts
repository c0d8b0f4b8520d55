/** Compounds, buildings, grids from files and tables: what is read, what is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildCoverage } from '../../src/core/coverage/build.ts';
import { openFigures } from '../../src/core/households/figures.ts';
import { cutAtoms } from '../../src/core/households/cutAtoms.ts';
import { figuresOfUnit, planFigures } from '../../src/core/households/read.ts';
import { selectAtoms } from '../../src/core/households/selectAtoms.ts';
import { PagedArray } from '../../src/core/pagedArray.ts';
import { finish } from '../../src/core/progress.ts';
import { guessAtomColumns, guessAtomKind } from '../../src/io/atomColumns.ts';
import { atomsOfRows, communityFinder, readAtoms, withUniqueIds, type AtomOptions, type AtomReading } from '../../src/io/atoms.ts';
import { concatLayers } from '../../src/io/concatLayers.ts';
import { columnsOf } from '../../src/io/columns.ts';
import { fieldNumber, fieldText } from '../../src/io/fieldValues.ts';
import { aUnit } from '../core/households/plans.ts';
import { collection, feature, polygon, read, SQUARE } from './reading.ts';

const communityOf = communityFinder([{ code: '990117001001', name: '甲社区' }, { code: null, name: '乙社区' }, { code: '3', name: '丙' }, { code: '4', name: '丙' }]);
const options: AtomOptions = { kind: 'compound', communityOf };
const point = '{"type":"Point","coordinates":[108.905,34.205]}';
const atomsOf = (content: string, over: Partial<AtomOptions> = {}): AtomReading => readAtoms(read(content).source!, { ...options, ...over });

describe('readAtoms', () => {
  test('polygons, points and rows without geometry, in the order of the file', () => {
    const { atoms, columns, problems } = atomsOf(collection(
      feature(point, '{"小区名称":"东苑","所属社区":"乙社区","户数":"约120户","人口":300}'),
      feature(polygon(SQUARE), '{"小区名称":"西苑","所属社区":"990117001001","户数":80,"人口":null}'),
      feature('null', '{"小区名称":"南苑","所属社区":990117001001,"户数":7}'),
    ));
    expect(columns).toEqual({ name: '小区名称', community: '所属社区', households: '户数', people: '人口' });
    expect(atoms.map(({ shape, ...rest }) => ({ ...rest, shape: shape?.type ?? null }))).toEqual([
      { id: '东苑', kind: 'compound', name: '东苑', households: 120, people: 300, community: 1, shape: 'point' },
      { id: '西苑', kind: 'compound', name: '西苑', households: 80, people: null, community: 0, shape: 'polygon' },
      { id: '南苑', kind: 'compound', name: '南苑', households: 7, people: null, community: 0, shape: null },
    ]);
    expect(atoms[0]!.shape).toEqual({ type: 'point', x: 1089050000, y: 342050000 });
    expect(atoms[1]!.shape).toMatchObject({ box: [1089000000, 342000000, 1089100000, 342100000] });
    expect(problems).toEqual([]);
  });

  test('what can’t be read is unknown and told with its place', () => {
    const { atoms, problems } = atomsOf(collection(
      feature(point, '{"name":"一","community":"丁社区","households":-3,"people":"若干"}'),
      feature(point, '{"name":"二","community":"丙","households":2.5,"people":"暂无"}'),
    ));
    expect(atoms.map(({ households, people, community }) => [households, people, community])).toEqual([[null, null, null], [null, null, null]]);
    expect(problems.map(({ code, feature: at, field, found, unit }) => [code, at, field, found, unit])).toEqual([
      ['notANumber', 0, 'properties.households', '-3', '一'],
      ['notANumber', 0, 'properties.people', '若干', '一'],
      ['unknownCommunity', 0, 'properties.community', '丁社区', '一'],
      ['notANumber', 1, 'properties.households', '2.5', '二'],
      // A name that two communities have names none.
      ['unknownCommunity', 1, 'properties.community', '丙', '二'],
    ]);
  });

  test('points that are nowhere are refused, the others stand', () => {
    const { atoms, problems } = atomsOf(collection(
      feature('{"type":"Point","coordinates":[500000,34]}'), feature('{"type":"Point","coordinates":["x",34]}'),
      feature('{"type":"MultiPoint","coordinates":[[108.9,34.2],[108.91,34.2]]}'), feature('{"type":"MultiPoint","coordinates":[[108.9,34.2]]}'), feature(),
    ));
    expect(atoms).toHaveLength(2);
    expect(problems.map(({ code, feature: at }) => [code, at])).toEqual([['outOfRange', 0], ['badCoordinates', 1], ['wrongGeometryType', 2]]);
  });

  test('keys of objects are no columns; ids are unique', () => {
    const { atoms } = atomsOf(collection(...Array.from({ length: 3 }, () => feature(polygon(SQUARE), '{"name":"一区","__proto__":{"households":9}}')), feature(point, '{}')));
    expect(atoms.map(({ id, households }) => [id, households])).toEqual([['一区', null], ['一区 (2)', null], ['一区 (3)', null], ['compound #4', null]]);
    expect(withUniqueIds([...atoms, atoms[0]!]).at(-1)!.id).toBe('一区 (4)');
  });

  test('another datum is converted, points and polygons alike', () => {
    const file = collection(feature(point), feature(polygon(SQUARE)));
    const [a, b] = atomsOf(file).atoms;
    const [c, d] = atomsOf(file, { datum: 'GCJ-02' }).atoms;
    const shift = (p: typeof a, q: typeof a) => (p?.shape?.type === 'point' && q?.shape?.type === 'point' ? q.shape.x - p.shape.x : p?.shape?.type === 'polygon' && q?.shape?.type === 'polygon' ? q.shape.box[0] - p.shape.box[0] : 0);
    expect(shift(a, c)).toBeLessThan(-30000);
    expect(Math.abs(shift(a, c) - shift(b, d))).toBeLessThan(500);
  });

  test('a table', () => {
    const { atoms, problems } = atomsOfRows('t.csv', [{ 小区: '北苑', 社区: '甲社区', 常住户数: '1,200', 常住人口: '0.3万' }], options);
    expect(atoms).toEqual([{ id: '北苑', kind: 'compound', name: '北苑', shape: null, households: 1200, people: 3000, community: 0 }]);
    expect(problems).toEqual([]);
  });
});

describe('guessing', () => {
  test('kinds', () => {
    expect(guessAtomKind('compounds.geojson', [])).toBe('compound');
    expect(guessAtomKind('雁塔区网格.geojson', ['小区名称'])).toBe('grid');
    expect(guessAtomKind('普查小区.geojson', [])).toBe('block');
    expect(guessAtomKind('导出.geojson', ['层数', '户数'])).toBe('building');
    expect(guessAtomKind('导出.geojson', ['小区名称'])).toBe('compound');
    expect(guessAtomKind('导出.geojson', ['所属社区', '户数'])).toBe('compound');
    expect(guessAtomKind('导出.geojson', ['a', 'b'])).toBeNull();
  });

  test('columns', () => {
    expect(guessAtomColumns(['小区', '社区', '户数', '入住套数', '住宅套数'])).toEqual({
      name: '小区', community: '社区', households: '户数', dwellingsOccupied: '入住套数', dwellings: '住宅套数',
    });
  });
});

describe('selectAtoms', () => {
  const [compound, inside, outside] = atomsOf(collection(
    feature(polygon(SQUARE), '{"name":"c","households":50}'), feature(point, '{"name":"b","households":9}'),
    feature('{"type":"Point","coordinates":[108.99,34.205]}', '{"name":"far","households":4}'),
  )).atoms;
  const building = (atom: typeof compound) => ({ ...atom!, kind: 'building' as const });
  const grid = { ...compound!, id: 'g', kind: 'grid' as const };

  test('a compound gives way to buildings with counts in it', () => {
    expect(selectAtoms([compound!, building(inside)]).atoms.map(({ id }) => id)).toEqual(['b']);
    expect(selectAtoms([compound!, building(outside)]).atoms.map(({ id }) => id)).toEqual(['c', 'far']);
    expect(selectAtoms([compound!, { ...building(inside), households: null, people: null }]).atoms.map(({ id }) => id)).toEqual(['c']);
  });

  test('grids and blocks only where nothing finer is loaded', () => {
    expect(selectAtoms([compound!, grid]).atoms.map(({ id }) => id)).toEqual(['c']);
    expect(selectAtoms([grid, { ...grid, id: 'k', kind: 'block' }]).atoms.map(({ id }) => id)).toEqual(['g']);
    expect(selectAtoms([{ ...grid, id: 'k', kind: 'block' }]).left).toEqual([]);
  });
});

test('the sample district: every community has its own figure, all in all', () => {
  const file = (name: string) => read(readFileSync(new URL(`../../data/sample/${name}`, import.meta.url)), {}, name).source!;
  const communities = file('communities.geojson');
  const declared = file('declared.geojson');
  const names = communities.properties.map((row) => ({ code: fieldText(row['社区代码']).value, name: fieldText(row['社区名称']).value }));
  const { atoms, problems } = readAtoms(file('compounds.geojson'), { kind: guessAtomKind('compounds.geojson', [])!, communityOf: communityFinder(names) });
  expect(problems).toEqual([]);
  expect(atoms.every(({ community }) => community !== null)).toBe(true);
  const buildings = file('buildings.geojson');
  expect(guessAtomKind('x', columnsOf(buildings.properties))).toBe('building');
  const loaded = [...atoms, ...readAtoms(buildings, { kind: 'building', communityOf: communityFinder(names) }).atoms];
  const chosen = selectAtoms(loaded).atoms;
  expect(chosen).toHaveLength(atoms.length);

  const layer = concatLayers([communities.layer, declared.layer]);
  const coverage = finish(buildCoverage({ units: layer, parent: file('district.geojson').layer }));
  const control = communities.properties.map((row) => ({ households: fieldNumber(row['常住户数']).value, people: fieldNumber(row['常住人口']).value }));
  const units = PagedArray.from(Array.from({ length: layer.unitCount }, (_, k) => aUnit(names[k]?.code ?? `d${k}`, k, k < names.length ? 'community' : 'declared')));
  const figures = finish(openFigures({ atoms: chosen, control }, { coverage, units, counted: [] }));
  expect(cutAtoms(figures)).toEqual([]);
  const { findings } = figures.ledger;
  expect(findings).toMatchObject({ outside: [], unplaced: [], elsewhere: [], withoutGround: [], badCounts: [], duplicateIds: [], negativeRemainders: [] });
  control.forEach(({ households, people }, unit) => {
    expect(figuresOfUnit(figures, unit)).toMatchObject({ households, people, estimatedHouseholds: 0 });
  });
  const { total, unassigned, contested } = planFigures(figures);
  expect(total.households).toBe(control.reduce((sum, { households }) => sum + (households ?? 0), 0));
  expect([unassigned.households, contested.households]).toEqual([0, 0]);
});
