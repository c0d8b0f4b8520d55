/** The scan against JSON.parse: any GeoJSON, however it is written, gives the same rings and attributes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertLayer, read, ringsOf } from '../reading.ts';

type Position = number[];

const space = fc.constantFrom('', '', '', ' ', '\n', '\r\n\t ', '   ');
/** Decimal texts as files have them: any count of decimals, signs, exponents. */
const decimal = (whole: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.integer({ min: -whole, max: whole }), fc.string({ unit: fc.constantFrom('0', '1', '4', '5', '6', '8', '9'), minLength: 1, maxLength: 20 })).map(([w, d]) => `${w}.${d}`) },
    { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 10, max: whole }), fc.integer({ min: 0, max: 9_999_999 })).map(([w, d]) => `${w}.${String(d).padStart(7, '0')}`) },
    { weight: 1, arbitrary: fc.integer({ min: -whole, max: whole }).map(String) },
    { weight: 1, arbitrary: fc.double({ min: -whole, max: whole, noNaN: true }).map((value) => value.toExponential()) },
  );
const position = fc.tuple(decimal(179), decimal(89), fc.array(fc.constantFrom('0', '380.5', '-1e3'), { maxLength: 2 }));
const ring = fc.array(position, { minLength: 1, maxLength: 12 });
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });

const key = fc.oneof(fc.constantFrom('name', '社区名称', 'type', 'features', 'coordinates', 'geometry', '__proto__', 'a"b\\c', '{[', ''), fc.string({ maxLength: 8 }));
const properties = fc.oneof(fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 }), fc.constant(null));
const foreign = fc.array(fc.tuple(key.filter((name) => !['type', 'features', 'coordinates', 'geometry', 'geometries', 'properties', 'id', 'crs'].includes(name)), fc.jsonValue({ maxDepth: 4 })), { maxLength: 2 });

interface Written {
  text: string;
  /** Polygons of rings of `[x, y]` texts. */
  polygons: Position[][][];
  properties: Record<string, unknown> | null;
}

/** Members in any order with spaces anywhere. */
const object = (members: [string, string][], shuffle: number[], gap: string): string => {
  const ordered = members.map((member, k) => ({ member, at: shuffle[k % shuffle.length]! })).sort((a, b) => a.at - b.at).map(({ member }) => member);
  return `{${gap}${ordered.map(([name, value]) => `${gap}${JSON.stringify(name)}${gap}:${gap}${value}${gap}`).join(',')}}`;
};

const written = fc
  .record({ polygons: fc.array(rings, { minLength: 1, maxLength: 2 }), properties, foreign, foreignInside: foreign, gap: space, shuffle: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 }), id: fc.option(fc.oneof(fc.integer(), fc.string({ maxLength: 4 }))), forceMulti: fc.boolean() })
  .map(({ polygons, properties: attributes, foreign: outside, foreignInside, gap, shuffle, id, forceMulti }): Written => {
    const list = (items: string[]): string => `[${gap}${items.join(`${gap},${gap}`)}${gap}]`;
    const texts = polygons.map((shells) => list(shells.map((positions) => list(positions.map(([x, y, more]) => list([x, y, ...more]))))));
    const isMulti = polygons.length > 1 || forceMulti;
    const geometry = object([['type', isMulti ? '"MultiPolygon"' : '"Polygon"'], ['coordinates', isMulti ? list(texts) : texts[0]!], ...foreignInside.map(([name, value]): [string, string] => [name, JSON.stringify(value)])], shuffle, gap);
    const members: [string, string][] = [['type', '"Feature"'], ['geometry', geometry], ['properties', JSON.stringify(attributes)], ...outside.map(([name, value]): [string, string] => [name, JSON.stringify(value)])];
    if (id !== null) members.push(['id', JSON.stringify(id)]);
    return {
      text: object(members, [...shuffle].reverse(), gap),
      polygons: polygons.map((shells) => shells.map((positions) => positions.map(([x, y]) => [steps(x), steps(y)]))),
      properties: attributes === null ? null : (JSON.parse(JSON.stringify(attributes)) as Record<string, unknown>),
    };
  });

/** The promise of the reader: the nearest step, with the boundary of rounding at 0.4686. */
function steps(text: string): number {
  return Math.floor(Number(text) * 1e7 + 0.5314);
}

function withoutClosing(positions: Position[]): Position[] {
  const [first, last] = [positions[0]!, positions.at(-1)!];
  return positions.length > 1 && first[0] === last[0] && first[1] === last[1] ? positions.slice(0, -1) : positions;
}

describe('any GeoJSON', { timeout: 60_000 }, () => {
  test('gives the rings and attributes that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), space, (features, gap) => {
        const text = `{"type":"FeatureCollection",${gap}"features":${gap}[${features.map((f) => f.text).join(`${gap},${gap}`)}${gap}]${gap}}${gap}`;
        const { source, problems } = read(text);
        expect(problems.filter(({ severity }) => severity === 'refused')).toEqual([]);
        assertLayer(source!);
        expect(ringsOf(source!)).toEqual(features.map(({ polygons }) => polygons.map((shells) => shells.map(withoutClosing))));
        features.forEach((expected, k) => {
          for (const [name, value] of Object.entries(expected.properties ?? {})) expect(source!.properties[k]![name]).toEqual(value);
          const slice = new TextDecoder().decode(source!.bytes.subarray(source!.featureRange[2 * k], source!.featureRange[2 * k + 1]));
          expect(slice).toBe(expected.text);
        });
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });

  test('rounds to the step that Math.round gives, for up to seven decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }), fc.integer({ min: 0, max: 7 }), (value, decimals) => {
        const text = (value / 1e7).toFixed(decimals);
        const { source } = read(`{"type":"Polygon","coordinates":[[[${text},1],[2,3],[4,5],[${text},1]]]}`);
        expect(source!.layer.coordinates[0]).toBe(Math.round(Number(text) * 1e7) + 0);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
