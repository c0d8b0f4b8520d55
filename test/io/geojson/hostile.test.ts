/** Whatever the bytes, reading ends, never throws, and says where. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/progress.ts';
import { validateShape } from '../../../src/io/geojson/shapeCheck.ts';
import { assertLayer, collection, feature, polygon, read, SQUARE } from '../reading.ts';

const HOLE = '[[108.902,34.202,1],[108.904,34.2029999999],[1.08904e2,34.204],[108.902,34.202,1]]';
const SMALL = `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[${[
  feature(polygon(SQUARE, HOLE), '{"name":"甲\\u793e区","households":3000,"tags":{"a":[1,true,null]}}', '"id":"a",'),
  feature(`{"coordinates":[[${SQUARE}],[[[109,35],[109.01,35],[109.01,35.01],[109,35]]]],"type":"MultiPolygon"}`, '{"name":"乙社区"}', '"id":2,'),
  feature('{"type":"Point","coordinates":[108.9,34.2]}', 'null'),
].join(',\n')}]}`;
const BYTES = new TextEncoder().encode(SMALL);

describe('a file cut off', { timeout: 60_000 }, () => {
  test('the whole file is fine', () => {
    const { source, problems } = read(BYTES);
    expect(source!.layer.unitCount).toBe(2);
    expect(problems.map(({ code }) => code)).toEqual(['mixedGeometry']);
  });

  test('at any byte is refused with a place', () => {
    for (let length = 0; length < BYTES.length; length++) {
      const { source, problems } = read(BYTES.slice(0, length));
      if (source) assertLayer(source);
      const refusals = problems.filter(({ severity }) => severity === 'refused');
      expect(refusals.length, `cut at ${length}`).toBeGreaterThan(0);
      const [refusal] = refusals;
      expect(['truncated', 'empty'], `cut at ${length}: ${refusal!.code} ${refusal!.found ?? ''}`).toContain(refusal!.code);
      if (refusal!.code !== 'truncated') continue;
      expect(refusal!.byte).toBe(length);
      expect(refusal!.line).toBe(SMALL.slice(0, new TextDecoder().decode(BYTES.slice(0, length)).length).split('\n').length);
    }
  });

  test('inside a feature names the feature and keeps those before it', () => {
    const at = BYTES.length - 20;
    const { source, problems } = read(BYTES.slice(0, at));
    expect(problems.find(({ code }) => code === 'truncated')).toMatchObject({ feature: 2, byte: at, line: 3 });
    expect(source!.layer.unitCount).toBe(2);
  });
});

describe('a file with other bytes in it', { timeout: 60_000 }, () => {
  test('any byte flipped is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(BYTES.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (flips) => {
        const bytes = BYTES.slice();
        for (const [at, value] of flips) bytes[at] = value;
        readAnyway(bytes);
      }),
      { seed: 3, numRuns: 1500 },
    );
  });

  test('any stretch repeated or left out is read or refused', () => {
    fc.assert(
      fc.property(fc.nat(BYTES.length), fc.nat(60), fc.nat(BYTES.length), (from, length, to) => {
        const stretch = BYTES.slice(from, from + length);
        readAnyway(new Uint8Array([...BYTES.slice(0, to), ...stretch, ...BYTES.slice(to)]));
        readAnyway(new Uint8Array([...BYTES.slice(0, from), ...BYTES.slice(from + length)]));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  test('any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => { readAnyway(bytes); }), { seed: 5, numRuns: 500 });
  });

  test('accepts nothing that JSON.parse refuses, but for NaN and its like', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(BYTES.length - 1), fc.constantFrom(...'{}[]",:0123456789.eE+-tfn \\\n'.split('').map((letter) => letter.charCodeAt(0)))), { minLength: 1, maxLength: 2 }), (flips) => {
        const bytes = BYTES.slice();
        for (const [at, value] of flips) bytes[at] = value;
        const refused = read(bytes).problems.some(({ severity }) => severity === 'refused');
        if (!refused) expect(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown).not.toThrow();
      }),
      { seed: 6, numRuns: 1500 },
    );
  });
});

/** Generous: the machine may be busy. Work by the square of the size takes minutes. */
const LIMIT_MS = 20_000;

describe('sizes meant to hurt', { timeout: 60_000 }, () => {
  const repeated = (text: string, times: number): string => Array<string>(times).fill(text).join(',');
  const timed = (content: string, limitMs = LIMIT_MS): ReturnType<typeof read> => {
    const started = performance.now();
    const reading = read(content);
    expect(performance.now() - started).toBeLessThan(limitMs);
    return reading;
  };

  test.each([
    ['brackets in coordinates', `{"type":"Polygon","coordinates":${'['.repeat(1_000_000)}`],
    ['brackets in properties', collection(feature(polygon(SQUARE), `{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`))],
    ['objects at the top', '{"a":'.repeat(300_000)],
  ])('%s', (_, text) => {
    expect(timed(text).problems[0]!.code).toBe('nestingTooDeep');
  });

  test('ten million digits', () => {
    const digits = '1'.repeat(10_000_000);
    expect(timed(collection(feature(polygon(`[[108.${digits},34.2],[108.91,34.2],[108.91,34.21],[108.${digits},34.2]]`)))).problems).toEqual([]);
    expect(timed(collection(feature(polygon(`[[${digits},34.2],[108.91,34.2],[108.91,34.21],[1,34.2]]`)))).problems[0]!.code).toBe('notANumber');
  });

  test('two hundred thousand empty rings, short rings, wrong positions', () => {
    const many = (one: string): string => collection(feature(polygon(SQUARE, repeated(one, 200_000))));
    const short = timed(many('[[1,2]]')).problems;
    expect(short.reduce((sum, { more }) => sum + 1 + (more ?? 0), 0)).toBe(200_000);
    expect(timed(many('[]')).source!.layer.vertexCount).toBe(4);
    expect(timed(many('[[1,null]]')).problems.reduce((sum, { more }) => sum + 1 + (more ?? 0), 0)).toBe(200_000);
  });

  test('a quarter of a million refused features', () => {
    const { problems, source } = timed(collection(repeated('{}', 250_000)));
    expect(problems.map(({ code }) => code)).toEqual(Array(20).fill('notAFeature'));
    expect(problems.at(-1)!.more).toBe(250_000 - 20);
    expect(source!.refusedIndex.length).toBe(250_000);
  });

  test('a key and a name of ten megabytes', () => {
    const long = 'x'.repeat(10_000_000);
    const { problems } = timed(collection(feature(polygon(SQUARE), `{"name":"${long}","${long}":1}`)));
    expect(problems.map(({ code }) => code)).toEqual(['textTooLong']);
    expect(JSON.stringify(problems).length).toBeLessThan(1000);
  });

  test('objects in every attribute, NaN in every attribute', () => {
    const nested = timed(collection(repeated(feature(polygon(SQUARE), '{"a":{"b":"}"},"c":1}'), 20_000)));
    expect(nested.source!.properties.at(-1)).toEqual({ a: { b: '}' }, c: 1 });
    const odd = timed(collection(repeated(feature(polygon(SQUARE), '{"a":NaN,"c":1}'), 20_000)));
    expect(odd.source!.properties.at(-1)).toEqual({ a: null, c: 1 });
  });
});

/** Reads, checks the invariants, and puts what was read to the library too. */
function readAnyway(bytes: Uint8Array): void {
  const { source, problems } = read(bytes);
  if (!source) {
    expect(problems.some(({ severity }) => severity === 'refused')).toBe(true);
    return;
  }
  assertLayer(source);
  finish(validateShape(source));
}
