/** From drawings to coverages: which faces there are, who claims them, which lines are legal; and what must not matter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCoverage } from '../../../src/core/coverage/build.ts';
import { checkCoverage } from '../../../src/core/coverage/check.ts';
import { loopOf, neighboursOf, OUTSIDE_FACE, ringOf, type Coverage } from '../../../src/core/coverage/coverage.ts';
import type { PolygonLayer } from '../../../src/core/coverage/layer.ts';
import { stepArea } from '../../../src/core/coverage/ringMeasure.ts';
import { validateCoverage } from '../../../src/core/coverage/validate.ts';
import { finish } from '../../../src/core/progress.ts';
import { aCityPlan, PARENTS } from '../../builders/cityPlan.ts';
import { aCoverage, layerOf, polygons, type BuiltCoverage, type Step, type StepPolygons } from '../../builders/coverage.ts';
import { aDamagedCity } from '../../builders/damage.ts';

const CELL = 10_000;

function coverageOf(built: BuiltCoverage | PolygonLayer, parent?: string, subdistricts?: Readonly<Record<string, string>>): Coverage {
  const units = 'layer' in built ? built.layer : built;
  const coverage = finish(buildCoverage({
    units, parent: parent === undefined ? null : aCoverage(parent).layer,
    ...(subdistricts && 'names' in built && { subdistrictOf: (unit: number) => subdistricts[built.names[unit]!] ?? null }),
  }));
  expect(validateCoverage(coverage)).toEqual([]);
  return coverage;
}

/** Claimants of each face and its size in cells: `ab 1`; `. 2` is nobody's. Ground beyond the parent has a `!`. */
function faces(coverage: Coverage, { names }: BuiltCoverage): string[] {
  return [...coverage.faces].flatMap((face, id) => {
    if (!face || id === OUTSIDE_FACE) return [];
    expect(face.claimants).toEqual(face.base);
    return [`${face.claimants.map((unit) => names[unit]!).join('') || '.'} ${cells(coverage, id)}${face.inParent ? '' : '!'}`];
  }).sort();
}

function cells(coverage: Coverage, face: number): number {
  return coverage.faces.get(face)!.loops.reduce((sum, loop) => sum + stepArea(ringOf(coverage, loopOf(coverage, loop))), 0) / (2 * CELL * CELL);
}

function drawnFaces(drawing: string, parent?: string): string[] {
  const built = aCoverage(drawing);
  return faces(coverageOf(built, parent), built);
}

const alive = (list: Iterable<unknown>): number => [...list].filter((item) => item !== null).length;
/** Legal lines between faces: `a|b subdistrict`; the outside is `-`. */
function legalLines(coverage: Coverage, { names }: BuiltCoverage): string[] {
  const name = (face: number) => (face === OUTSIDE_FACE ? '-' : coverage.faces.get(face)!.claimants.map((unit) => names[unit]!).join('') || '.');
  return [...new Set([...coverage.arcs].flatMap((arc) => (arc?.legal ? [`${[name(arc.left), name(arc.right)].sort().join('|')} ${arc.legal}`] : [])))].sort();
}

describe('faces and who claims them', () => {
  test('a clean drawing: a face for each unit, an arc for each boundary', () => {
    const built = aCoverage('aab / aab / ccb');
    const coverage = coverageOf(built);
    expect(faces(coverage, built)).toEqual(['a 4', 'b 3', 'c 2']);
    expect([alive(coverage.nodes), alive(coverage.arcs)]).toEqual([4, 6]);
    expect(coverage.unsettled).toEqual([]);
    expect([...coverage.facesOf].map((list) => list.length)).toEqual([1, 1, 1]);
  });

  test('an overlap is a face of several, a gap one of nobody', () => {
    expect(drawnFaces('a(ab)b')).toEqual(['a 1', 'ab 1', 'b 1']);
    expect(drawnFaces('a(abc)b / ccc')).toEqual(['a 1', 'abc 1', 'b 1', 'c 3']);
    expect(drawnFaces('aab / a.b / bbb')).toEqual(['. 1', 'a 3', 'b 5']);
    const coverage = coverageOf(aCoverage('aab / a.b / b(ab)b'));
    expect(coverage.unsettled).toHaveLength(2);
  });

  test('ground that lies open to the outside is nobody’s only where a parent says so', () => {
    expect(drawnFaces('a.b / aab')).toEqual(['a 3', 'b 2']);
    expect(drawnFaces('a.b / aab', 'ppp / ppp')).toEqual(['. 1', 'a 3', 'b 2']);
  });

  test('a unit of several parts has several faces', () => {
    const built = aCoverage('abba / abba');
    const coverage = coverageOf(built);
    expect(faces(coverage, built)).toEqual(['a 2', 'a 2', 'b 4']);
    expect(coverage.facesOf.get(built.index('a'))).toHaveLength(2);
  });

  test('parts and holes that touch at a point are faces of their own', () => {
    expect(drawnFaces('ab / ba')).toEqual(['a 1', 'a 1', 'b 1', 'b 1']);
    const built = aCoverage('aaa / aba / baa');
    const coverage = coverageOf(built);
    expect(faces(coverage, built)).toEqual(['a 7', 'b 1', 'b 1']);
  });

  test('an island has no node of its own but one, and its hole is a loop', () => {
    const built = aCoverage('aaa / aba / aaa');
    const coverage = coverageOf(built);
    expect(faces(coverage, built)).toEqual(['a 8', 'b 1']);
    expect([alive(coverage.nodes), alive(coverage.arcs)]).toEqual([2, 2]);
    const [ring] = coverage.facesOf.get(built.index('a'));
    expect(coverage.faces.get(ring!)!.loops).toHaveLength(2);
    expect(neighboursOf(coverage, ring!)).toEqual([OUTSIDE_FACE, coverage.facesOf.get(built.index('b'))[0]]);
  });

  test('islands in the sea lie apart', () => {
    const built = aCoverage('a.b / ... / c.d');
    const coverage = coverageOf(built);
    expect(faces(coverage, built)).toEqual(['a 1', 'b 1', 'c 1', 'd 1']);
    expect(coverage.faces.get(OUTSIDE_FACE)!.loops).toHaveLength(4);
  });

  test('an outline that crosses itself claims what an odd number of its turns enclose', () => {
    const bow = polygons({ a: [[[[0, 0], [2, 2], [2, 0], [0, 2]]]] });
    expect(faces(coverageOf(bow), bow)).toEqual(['a 1', 'a 1']);
    const twice = polygons({ a: [[[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0], [1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]]] });
    expect(faces(coverageOf(twice), twice)).toEqual(['. 4', 'a 12']);
  });

  test('a spike, a line there and back, a ring of no ground leave no trace', () => {
    const spike = polygons({ a: [[[[0, 0], [2, 0], [2, 1], [5, 1], [2, 1], [2, 2], [0, 2]]]], b: [[[[7, 0], [8, 0], [9, 0]]]] });
    const coverage = coverageOf(spike);
    expect(faces(coverage, spike)).toEqual(['a 4']);
    expect(coverage.facesOf.get(1)).toEqual([]);
  });

  test('one unit upon another is contested throughout', () => {
    const twins = polygons({ a: [[[[0, 0], [2, 0], [2, 2], [0, 2]]]], b: [[[[0, 0], [2, 0], [2, 2], [0, 2]]]] });
    expect(faces(coverageOf(twins), twins)).toEqual(['ab 4']);
  });

  test('nothing gives a coverage of nothing', () => {
    const coverage = coverageOf(layerOf([]));
    expect([alive(coverage.faces), alive(coverage.arcs), coverage.unsettled]).toEqual([1, 0, []]);
  });

  test('a neighbour’s vertex on an edge joins both, and the edge stays straight', () => {
    const built = polygons({ a: [[[[0, 0], [2, 0], [2, 2], [0, 2]]]], b: [[[[2, 0], [4, 0], [4, 2], [2, 2], [2, 1]]]] });
    const coverage = coverageOf(built);
    expect(faces(coverage, built)).toEqual(['a 4', 'b 4']);
    expect(coverage.unsettled).toEqual([]);
  });
});

describe('legal lines', () => {
  test('the parent’s outline; ground within it that nobody claims, ground beyond it', () => {
    const built = aCoverage('aab. / .abb');
    const coverage = coverageOf(built, 'ppp. / ppp.');
    expect(faces(coverage, built)).toEqual(['. 1', 'a 3', 'b 1!', 'b 2']);
    expect(legalLines(coverage, built)).toEqual(['-|. parent', '-|a parent', '-|b parent', 'b|b parent']);
  });

  test('lines between subdistricts by the parent’s polygons cut what crosses them', () => {
    const built = aCoverage('aab / ccc');
    const coverage = coverageOf(built, 'xyy / xyy');
    expect(faces(coverage, built)).toEqual(['a 1', 'a 1', 'b 1', 'c 1', 'c 2']);
    expect(legalLines(coverage, built)).toEqual(['-|a parent', '-|b parent', '-|c parent', 'a|a subdistrict', 'c|c subdistrict']);
    expect(coverage.facesOf.get(built.index('a')).map((face) => coverage.faces.get(face)!.parent).sort()).toEqual([0, 1]);
  });

  test('lines between units of different subdistricts by their attributes', () => {
    const built = aCoverage('aab / ccd');
    const lines = legalLines(coverageOf(built, undefined, { a: '甲街道', c: '甲街道', b: '乙街道', d: '乙街道' }), built);
    expect(lines).toEqual(['a|b subdistrict', 'c|d subdistrict']);
    expect(legalLines(coverageOf(built, 'ppp / ppp', { a: '甲街道', b: '乙街道' }), built)).toContain('a|b subdistrict');
  });

  test('attributes are not asked where polygons say it', () => {
    const built = aCoverage('aab / ccd');
    expect(legalLines(coverageOf(built, 'xxx / yyy', { a: '甲街道', b: '乙街道' }), built)).not.toContain('a|b subdistrict');
  });

  test('contested ground and gaps have no subdistrict by attributes', () => {
    const built = aCoverage('a(ab)b / a.b / aab');
    expect(legalLines(coverageOf(built, undefined, { a: '甲街道', b: '乙街道' }), built)).toEqual(['a|b subdistrict']);
  });
});

describe('writing it otherwise changes nothing', () => {
  const drawing = fc.integer({ min: 2, max: 5 }).chain((columns) => fc.array(
    fc.array(fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd', '.', '(ab)', '(bc)'), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 5 },
  ).map((rows) => rows.map((row) => row.join('')).join(' / ')));
  const bump = fc.record({ unit: fc.nat(), vertex: fc.nat(), dx: fc.integer({ min: -9000, max: 9000 }), dy: fc.integer({ min: -9000, max: 9000 }) });
  /** Drawings with vertices displaced: edges cross anywhere. */
  const units = fc.tuple(drawing, fc.array(bump, { maxLength: 4 })).map(([cellsDrawn, bumps]) => {
    const list = aCoverage(cellsDrawn).units.map((unit) => unit.map((polygon) => polygon.map((ring) => [...ring])));
    for (const { unit, vertex, dx, dy } of bumps) {
      const ring = list[unit % Math.max(1, list.length)]?.[0]?.[0];
      if (ring) ring[vertex % ring.length] = [ring[vertex % ring.length]![0] + dx, ring[vertex % ring.length]![1] + dy];
    }
    return list;
  });
  const options = { seed: 20261122, numRuns: 60 };
  /** Claimants, area to the last digit and outline of each face. */
  const told = (coverage: Coverage, nameOf: (unit: number) => number = (unit) => unit): string[] => [...coverage.faces].flatMap((face, id) =>
    (face && id !== OUTSIDE_FACE ? [`${face.claimants.map(nameOf).sort((p, q) => p - q).join('+')} ${face.areaSquareMetres} ${face.box.join()} ${face.loops.length}`] : [])).sort();
  const expectSame = (rewrite: (list: readonly StepPolygons[]) => StepPolygons[]) => {
    fc.assert(fc.property(units, (list) => {
      expect(told(coverageOf(layerOf(rewrite(list))))).toEqual(told(coverageOf(layerOf(list))));
    }), options);
  };
  const eachRing = (change: (ring: readonly Step[]) => Step[]) => (list: readonly StepPolygons[]) => list.map((unit) => unit.map((polygon) => polygon.map(change)));

  test('rings reversed', () => {
    expectSame(eachRing((ring) => [...ring].reverse()));
  });

  test('rings begun elsewhere', () => {
    expectSame(eachRing((ring) => [...ring.slice(3), ...ring.slice(0, 3)]));
  });

  test('parts in another order', () => {
    expectSame((list) => list.map((unit) => [...unit].reverse()));
  });

  test('units in another order', () => {
    fc.assert(fc.property(units, (list) => {
      const last = list.length - 1;
      expect(told(coverageOf(layerOf([...list].reverse())), (unit) => last - unit)).toEqual(told(coverageOf(layerOf(list))));
    }), options);
  });

  test('scaled by whole numbers: areas too', () => {
    fc.assert(fc.property(drawing, fc.constantFrom(2, 3), (cellsDrawn, factor) => {
      const small = aCoverage(cellsDrawn);
      const large = aCoverage(cellsDrawn, { scale: factor * CELL });
      const scaled = faces(coverageOf(small), small).map((text) => text.replace(/\d+/, (size) => String(Number(size) * factor * factor))).sort();
      expect(faces(coverageOf(large), large)).toEqual(scaled);
    }), options);
  });
});

describe('held against the check', () => {
  /** Noding rounds crossings to whole steps here, to a sixteenth there. */
  const expectTotals = (layer: PolygonLayer, parent: PolygonLayer | null, toleranceSquareMetres: number) => {
    const coverage = finish(buildCoverage({ units: layer, parent }));
    expect(validateCoverage(coverage)).toEqual([]);
    const { totals } = finish(checkCoverage({ units: layer, parent }));
    const sums = { gap: 0, overlap: 0, beyond: 0, ground: 0 };
    for (const face of coverage.faces) {
      if (!face || face === coverage.faces.get(OUTSIDE_FACE)) continue;
      const claims = face.claimants.length;
      if (!face.inParent) sums.beyond += claims * face.areaSquareMetres;
      else if (claims === 0) sums.gap += face.areaSquareMetres;
      else sums.overlap += (claims - 1) * face.areaSquareMetres;
      if (face.inParent) sums.ground += face.areaSquareMetres;
    }
    expect(Math.abs(sums.gap - totals.gapSquareMetres)).toBeLessThan(toleranceSquareMetres);
    expect(Math.abs(sums.overlap - totals.overlapSquareMetres)).toBeLessThan(toleranceSquareMetres);
    if (totals.parentSquareMetres === null) return;
    expect(Math.abs(sums.beyond - totals.beyondSquareMetres)).toBeLessThan(toleranceSquareMetres);
    expect(Math.abs(sums.ground - totals.parentSquareMetres)).toBeLessThan(toleranceSquareMetres);
  };

  test.each(PARENTS.filter((parent) => parent !== 'attributes'))('dirty cities have its gaps and overlaps, parent: %s', (kind) => {
    for (const seed of [11, 12, 13]) {
      const { layer, parent } = aCityPlan({ seed, dirty: true, parent: kind });
      expectTotals(layer, parent, 2);
    }
  });

  test('damaged cities, too', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { units, parent } = aDamagedCity({ seed, communities: 30, verticesPerCommunity: 30, hits: 40 });
      expectTotals(units, seed % 2 === 0 ? parent : null, 5);
    }
  });
});
