/** What reading promises beyond the verdicts: limits, progress, encodings, identity, ranges of bytes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGeoJson } from '../../../src/io/geojson/readGeoJson.ts';
import { collection, feature, polygon, read, ringsOf, SQUARE } from '../reading.ts';

const fixture = (path: string): Uint8Array => readFileSync(new URL(`../../fixtures/read/${path}`, import.meta.url));
const codes = (reading: ReturnType<typeof read>): string[] => reading.problems.map(({ code }) => code);

describe('limits', () => {
  test('a file over the size given is refused unread, with both figures', () => {
    const { source, problems } = read(collection(feature()), { maxBytes: 100 });
    expect(source).toBeNull();
    expect(problems).toMatchObject([{ code: 'tooLarge', severity: 'refused', expected: '100', feature: null }]);
  });

  test('more vertices than given end the reading', () => {
    const reading = read(collection(feature(), feature(), feature()), { maxVertices: 9 });
    expect(codes(reading)).toEqual(['tooManyVertices']);
    expect(reading.source!.layer.unitCount).toBe(2);
  });

  test('a problem that repeats is listed twenty times and then counted', () => {
    const wrong = feature(polygon('[[108.9,34.2],[108.91,null],[108.91,34.21],[108.9,34.2]]'));
    const { problems } = read(collection(feature(), ...Array<string>(50).fill(wrong)));
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)).toMatchObject({ code: 'notANumber', more: 30 });
  });

  test('one feature wrong all over does not hide the next', () => {
    const allWrong = feature(polygon(`[${Array<string>(500).fill('[null,34.2]').join(',')}]`));
    const { problems } = read(collection(allWrong, feature(), allWrong));
    expect(problems.map((problem) => problem.feature)).toEqual([0, 0, 0, 2, 2, 2]);
  });
});

describe('progress', () => {
  test('stops often enough to be told to stop', () => {
    const big = collection(...Array<string>(200).fill(feature(polygon(`[${'[108.9,34.2],'.repeat(10_000)}[108.9,34.2]]`))));
    const work = readGeoJson('big.geojson', new TextEncoder().encode(big));
    const fractions: number[] = [];
    for (const step of { [Symbol.iterator]: () => work }) fractions.push(step.fraction!);
    expect(fractions.length).toBeGreaterThanOrEqual(big.length / 12e6);
    expect(fractions.every((fraction, k) => k === 0 || fraction > fractions[k - 1]!)).toBe(true);
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  });
});

describe('encodings', () => {
  test('GBK is read as it stands, its bytes kept', () => {
    const bytes = fixture('wrongEncoding/gbk.geojson');
    const { source, problems } = read(bytes);
    expect(source!.encoding).toBe('gb18030');
    expect(source!.properties.map(({ name }) => name)).toEqual(['甲社区', '乙社区']);
    expect(source!.bytes.buffer).toBe(bytes.buffer);
    expect(source!.bytes).toEqual(new Uint8Array(bytes));
    expect(problems).toMatchObject([{ code: 'wrongEncoding', severity: 'warning', found: 'GB18030', expected: 'UTF-8' }]);
  });

  test('trail bytes that look like JSON do not end a string', () => {
    const { source } = read(fixture('wrongEncoding/gbk-backslash-bytes.geojson'));
    expect(source!.properties[0]).toEqual({ name: '凘刐刓刔剓剗', note: '㐀𠮷乗' });
  });

  test('a few broken bytes refuse their feature only', () => {
    const { source, problems } = read(fixture('wrongEncoding/one-broken-name.geojson'));
    expect(source!.encoding).toBe('utf-8');
    expect(source!.layer.unitCount).toBe(3);
    expect(problems).toMatchObject([{ code: 'wrongEncoding', severity: 'refused', feature: 2, field: 'properties' }]);
  });
});

describe('identity', () => {
  test('the member id becomes an attribute unless a column has the name', () => {
    const { source } = read(collection(feature(polygon(SQUARE), '{"name":"甲"}', '"id":"x7",'), feature(polygon(SQUARE), '{"id":"own"}', '"id":8,'), feature()));
    expect(source!.properties.map(({ id }) => id)).toEqual(['x7', 'own', undefined]);
    expect(source!.ids).toEqual(['x7', 8, null]);
  });

  test('keys with a meaning stay plain data', () => {
    const { source } = read(collection(feature(polygon(SQUARE), '{"__proto__":{"polluted":1},"constructor":2,"name":"甲"}')));
    const row = source!.properties[0]!;
    expect(Object.keys(row)).toEqual(['__proto__', 'constructor', 'name']);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect((row as { polluted?: number }).polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a problem calls its unit by code, else by name', () => {
    const broken = polygon('[[108.9,34.2],[108.91,null],[108.9,34.2]]');
    const { problems } = read(collection(feature(broken, '{"社区代码":610113001001,"社区名称":"甲社区"}'), feature(polygon(SQUARE), '{"社区代码":610113001002,"社区名称":"乙社区"}')));
    expect(problems[0]).toMatchObject({ feature: 0, unit: '610113001001' });
    expect(read(collection(feature(broken, '{"名称":"丙社区"}'))).problems[0]).toMatchObject({ unit: '丙社区' });
  });
});

describe('what is kept', () => {
  test('points, lines and refused features are no units; indices are the file\'s', () => {
    const point = feature('{"type":"Point","coordinates":[1,2]}');
    const { source } = read(collection(point, feature(), '{"type":"Feature"}', feature(polygon('[[400,1],[2,3]]')), feature()));
    expect([...source!.featureIndex]).toEqual([1, 2, 4]);
    expect([...source!.refusedIndex]).toEqual([3]);
    expect(source!.featureCount).toBe(5);
    expect(source!.geometryTypes).toEqual({ Point: 1, Polygon: 3, null: 1 });
    const text = (range: Float64Array, k: number): string => new TextDecoder().decode(source!.bytes.subarray(range[2 * k], range[2 * k + 1]));
    expect(text(source!.featureRange, 0)).toBe(feature());
    expect(text(source!.refusedRange, 0)).toContain('[400,1]');
  });

  test('bounds are of the units, in degrees', () => {
    expect(read(collection(feature(), feature(polygon('[[120,30],[120.5,30],[120.5,30.5],[120,30]]')))).source!.bounds).toEqual([108.9, 30, 120.5, 34.21]);
    expect(read('{"type":"Feature","properties":{},"geometry":null}').source!.bounds).toBeNull();
  });

  test('unclosed rings are numbered in the layer', () => {
    const open = polygon('[[108.9,34.2],[108.91,34.2],[108.91,34.21],[108.9,34.21]]');
    const { source } = read(collection(feature(), feature(open)));
    expect(source!.layer.unclosedRings).toEqual([1]);
    expect(source!.layer.vertexCount).toBe(8);
  });

  test('a ring of one place keeps one vertex', () => {
    expect(ringsOf(read(feature(polygon('[[1,1],[1,1]]'))).source!)).toEqual([[[[[1e7, 1e7]]]]]);
    expect(ringsOf(read(feature(polygon('[[1,1]]'))).source!)).toEqual([[[[[1e7, 1e7]]]]]);
  });

  test('rings without a position are left out, holes of an empty shell too', () => {
    expect(ringsOf(read(feature(polygon(SQUARE, '[]', '[[1,1],[2,2],[3,1],[1,1]]'))).source!)[0]![0]).toHaveLength(2);
    expect(ringsOf(read(feature(polygon('[]', '[[1,1],[2,2],[3,1],[1,1]]'))).source!)).toEqual([[]]);
  });

  test('equal neighbours stay; the engine drops them', () => {
    const { source } = read(feature(polygon('[[1,1],[1,1],[2,1],[2,2],[2,2],[1,1]]')));
    expect(ringsOf(source!)[0]![0]![0]).toHaveLength(5);
  });

  test('a member named twice counts as its last, as in JSON.parse', () => {
    const twice = `{"type":"Feature","properties":{"name":"旧"},"properties":{"name":"新"},"geometry":${polygon('[[7,1],[2,3],[4,5],[7,1]]')},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6]]],"coordinates":[${SQUARE}]}}`;
    const { source, problems } = read(twice);
    expect(problems).toEqual([]);
    expect(source!.properties).toEqual([{ name: '新' }]);
    expect(ringsOf(source!)[0]).toHaveLength(1);
  });
});

describe('rounding', () => {
  test.each([
    ['116.41095005', 1_164_109_501],
    ['116.41095004999999', 1_164_109_501],
    ['116.410950046859', 1_164_109_500],
    ['-116.41095005', -1_164_109_500],
    ['-116.4109500532', -1_164_109_501],
    ['-0.00000004', 0],
    ['180.00000000000003', 1_800_000_000],
    ['0.1', 1_000_000],
    ['1e-7', 1],
    ['116.41095', 1_164_109_500],
    ['7', 70_000_000],
  ])('%s is %d steps', (text, steps) => {
    const { source } = read(polygon(`[[${text},1],[2,3],[4,5],[${text},1]]`));
    expect(source!.layer.coordinates[0]).toBe(steps);
  });
});

describe('by place', () => {
  test('the crs member is believed wherever it stands', () => {
    const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4545"}}';
    expect(codes(read(`{"type":"FeatureCollection","features":[${feature()}],${crs}}`))).toEqual(['crsProjected']);
  });

  test('one feature in metres among degrees is that feature\'s fault', () => {
    const metres = polygon('[[512345,3790000],[512445,3790000],[512445,3790100],[512345,3790000]]');
    expect(codes(read(collection(feature(), feature(metres)))).slice(0, 1)).toEqual(['outOfRange']);
    expect(codes(read(collection(...Array<string>(3).fill(feature(metres)))))).toEqual(['projectedCoordinates']);
  });
});
