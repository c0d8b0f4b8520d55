import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/progress.ts';
import { validateShape } from '../../../src/io/geojson/shapeCheck.ts';
import { collection, feature, polygon, read, SQUARE } from '../reading.ts';

const shape = (content: string | Uint8Array): string[] => finish(validateShape(read(content).source!)).map(({ feature: index, found }) => `${index ?? ''}: ${found ?? ''}`);

describe('validateShape', () => {
  test('is silent on good features, in any encoding', () => {
    expect(shape(collection(feature(), feature()))).toEqual([]);
    expect(shape(readFileSync(new URL('../../fixtures/read/wrongEncoding/gbk.geojson', import.meta.url)))).toEqual([]);
    expect(shape(polygon(SQUARE))).toEqual([]);
  });

  test('says the library\'s words of what we read with a warning', () => {
    const open = feature(polygon('[[108.9,34.2],[108.91,34.2],[108.91,34.21]]'));
    expect(shape(collection(feature(), open))).toEqual([
      '1: at 0: The first and last positions must be equivalent',
      '1: coordinates must have at least four positions',
    ]);
  });

  test('and of what we refused, in the order of the file', () => {
    const strings = feature(polygon('[["108.9",34.2],[108.91,34.2],[108.91,34.21],["108.9",34.2]]'));
    const found = shape(collection(strings, feature(), '{"type":"Feature","properties":{}}', feature('{"type":"Curve"}')));
    expect(found[0]).toContain('0: at 0');
    expect(found.at(-1)).toContain('3: type must be one of');
    expect(found.some((line) => line.startsWith('2:'))).toBe(true);
  });

  test('what the library throws at becomes its finding', () => {
    expect(shape(collection(feature(), feature(polygon('[]'))))[0]).toMatch(/^1: /);
    expect(shape(collection(feature(), feature('{"type":"constructor"}')))).toHaveLength(0);
  });

  test('thousands of findings are counted', () => {
    const open = feature(polygon('[[108.9,34.2],[108.91,34.2],[108.91,34.21],[108.9,34.21]]'));
    const problems = finish(validateShape(read(collection(...Array<string>(300).fill(open))).source!));
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)!.more).toBe(280);
    expect(problems[0]).toMatchObject({ code: 'shape', severity: 'warning', file: 'test.geojson' });
  });
});
