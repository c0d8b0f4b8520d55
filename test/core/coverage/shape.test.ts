/** Shapes of sets of faces: rings, holes, parts; what touches at a point only does not hang together. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCoverage } from '../../../src/core/coverage/check.ts';
import { stepArea } from '../../../src/core/coverage/ringMeasure.ts';
import { partsOf, shapeOfFaces, type ShapePolygon } from '../../../src/core/coverage/shape.ts';
import { finish } from '../../../src/core/progress.ts';
import { layerOf, type Step } from '../../builders/coverage.ts';
import { CELL } from '../../builders/drawnPlan.ts';
import { cutAll, drawnCoverage } from './drawnCoverage.ts';

/** Polygons of a letter as sizes in cells, each with its holes: `7-1` is a shell of eight with a hole of one. */
function shape(drawing: string, name = 'a'): string[] {
  const { coverage, index } = drawnCoverage(drawing);
  return shapeOfFaces(coverage, coverage.facesOf.get(index(name))).map(sizes).sort();
}

function sizes(polygon: ShapePolygon): string {
  return polygon.map((ring) => stepArea(ring) / (2 * CELL * CELL)).map((size, k) => (k === 0 ? String(size) : String(-size))).join('-');
}

describe('shapes', () => {
  test('one part, several parts', () => {
    expect(shape('aab / aab')).toEqual(['4']);
    expect(shape('aba / aba')).toEqual(['2', '2']);
  });

  test('parts that touch at a point are polygons of their own', () => {
    expect(shape('ab / ba')).toEqual(['1', '1']);
    expect(shape('ab / ba', 'b')).toEqual(['1', '1']);
    expect(shape('abb / bab / bba')).toEqual(['1', '1', '1']);
  });

  test('a hole, two holes, holes that touch one another at a point', () => {
    expect(shape('aaa / aba / aaa')).toEqual(['9-1']);
    expect(shape('aaaaa / abaca / aaaaa')).toEqual(['15-1-1']);
    expect(shape('aaaa / abaa / aaba / aaaa')).toEqual(['16-1-1']);
  });

  test('a hole that touches its shell at a point is a hole', () => {
    expect(shape('aaa / aba / baa')).toEqual(['8-1']);
    expect(shape('aab / aba / aaa')).toEqual(['8-1']);
  });

  test('an island in a hole, and its own hole', () => {
    expect(shape('aaaaa / abbba / ababa / abbba / aaaaa')).toEqual(['1', '25-9']);
    expect(shape('aaaaa / abbba / ababa / abbba / aaaaa', 'b')).toEqual(['9-1']);
    expect(shape('aaaaaaa / abbbbba / abaaaba / abababa / abaaaba / abbbbba / aaaaaaa')).toEqual(['49-25', '9-1']);
  });

  test('faces that were cut join again', () => {
    const drawn = drawnCoverage('aaa / aba / aaa');
    const coverage = cutAll(drawn, [[-1, 1.5], [4, 1.5]], [[1.5, -1], [1.5, 4]]).draft.finish();
    expect(coverage.facesOf.get(0).length).toBeGreaterThan(1);
    expect(shapeOfFaces(coverage, coverage.facesOf.get(0)).map(sizes)).toEqual(['9-1']);
  });

  test('of no faces there is none', () => {
    expect(shapeOfFaces(drawnCoverage('a').coverage, [])).toEqual([]);
  });

  test('shells run counter-clockwise, holes clockwise, each from its lowest vertex', () => {
    const { coverage } = drawnCoverage('aaa / aba / aaa');
    const [[shell, hole]] = shapeOfFaces(coverage, coverage.facesOf.get(0)) as [[number[], number[]]];
    expect([stepArea(shell) > 0, stepArea(hole) < 0]).toEqual([true, true]);
    for (const ring of [shell, hole]) expect(ring[0]).toBe(Math.min(...ring.filter((_, k) => k % 2 === 0)));
  });

  const drawing = fc.integer({ min: 2, max: 6 }).chain((columns) => fc.array(
    fc.array(fc.constantFrom('a', 'b', 'c', '.'), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 6 },
  ).map((rows) => rows.map((row) => row.join('')).join(' / ')));

  test('any set of cells: the area of its faces, and rings that the check has nothing to say against', () => {
    fc.assert(fc.property(drawing, (cells) => {
      if (!/[abc]/.test(cells)) return;
      const { coverage } = drawnCoverage(cells);
      const shapes = [...coverage.facesOf].map((faces) => shapeOfFaces(coverage, faces));
      shapes.forEach((polygons, unit) => {
        const letters = [...new Set(cells.replace(/[^abc]/g, ''))].sort();
        const count = cells.split(letters[unit]!).length - 1;
        expect(polygons.flat().reduce((sum, ring) => sum + stepArea(ring), 0) / (2 * CELL * CELL)).toBe(count);
      });
      const layer = layerOf(shapes.map((polygons) => polygons.map((polygon) => polygon.map((ring) =>
        Array.from({ length: ring.length / 2 }, (_, k): Step => [ring[2 * k]!, ring[2 * k + 1]!])))));
      const { defects } = finish(checkCoverage({ units: layer, parent: null }));
      // Gaps are the drawing's; parts may touch at a point.
      expect(defects.filter((defect) => defect.severity === 'error' && !defect.class.startsWith('G')).map((defect) => defect.class)).toEqual([]);
    }), { seed: 20261122, numRuns: 80 });
  });
});

describe('parts', () => {
  const parts = (cells: string, name = 'a'): number[] => {
    const { coverage, index } = drawnCoverage(cells);
    return partsOf(coverage, coverage.facesOf.get(index(name))).map((faces) => Math.round(faces.reduce((sum, face) => sum + coverage.faces.get(face)!.areaSquareMetres, 0) / 10_260));
  };

  test('the largest first; a point does not join', () => {
    expect(parts('abaa / baaa')).toEqual([5, 1]);
    expect(parts('ab / ba')).toEqual([1, 1]);
    expect(parts('aaa / aba / aaa')).toEqual([8]);
  });

  test('faces that share an arc are one', () => {
    const drawn = drawnCoverage('aaab');
    const coverage = cutAll(drawn, [[1, -1], [1, 2]]).draft.finish();
    expect(partsOf(coverage, coverage.facesOf.get(0))).toEqual([coverage.facesOf.get(0)]);
  });
});
