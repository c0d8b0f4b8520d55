/** Who takes what: drawn cases for each rule, and the five traps of repair. */
import { describe, expect, test } from 'vitest';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { RepairOptions } from '../../../src/core/plan/repair/propose.ts';
import { repair } from '../../../src/core/plan/commands/repair.ts';
import { aCoverage, polygons, rectangles, stepsOf } from '../../builders/coverage.ts';
import { errorsLeft, REPAIR_ALL, repairCollection, type Repaired, type RepairingOptions } from './repairing.ts';

type Drawn = { geojson: FeatureCollection<Polygon | MultiPolygon, { name: string }>; names: string[] };

function repaired(drawn: Drawn, more: RepairingOptions & { with?: Partial<RepairOptions> } = {}): Repaired & { taken: string[]; left: string[] } {
  const result = repairCollection(drawn.geojson, { ...more, options: { ...REPAIR_ALL, ...more.with } });
  const name = (unit: number | null) => (unit === null ? '.' : drawn.names[unit]!);
  return {
    ...result,
    taken: result.proposals.repaired.map(({ defect, to, reason }) => `${defect.slice(0, 2)} ${name(to)} ${reason}`).sort(),
    left: result.proposals.left.map(({ defect, reason }) => `${defect.slice(0, 2)} ${reason}`).sort(),
  };
}

describe('gaps', () => {
  test('the longest shared border takes it', () => {
    const { taken, after } = repaired(aCoverage('aaaaaaaa / aaaa.aaa / abbbbbba / abbbbbba'));
    expect(after.totals.gapSquareMetres).toBe(0);
    expect(taken).toEqual(['G1 a longestBorder']);
  });

  test.each([['largest', 'b'], ['smallest', 'c']] as const)('rule %s gives it to %s', (rule, name) => {
    const { taken } = repaired(aCoverage('aaaaa / aa.cc / bbbbb / bbbbb / bbbbb'), { with: { rule } });
    expect(taken).toEqual([`G1 ${name} ${rule}`]);
  });

  test('a hole in one community has one neighbour', () => {
    expect(repaired(aCoverage('aaa / a.a / aaab')).taken).toEqual(['G4 a onlyNeighbour']);
  });

  test('a person chooses', () => {
    const drawn = aCoverage('aaaaaaaaaa / aaaaaaaaaa / bb...aaaaa / bbbbbbbbbb / bbbbbbbbbb');
    const first = repaired(drawn);
    const { id } = first.before.defects[0]!;
    expect(first.taken).toEqual(['G1 b longestBorder']);
    const second = repaired(drawn, { with: { choices: new Map([[id, 0]]), classes: new Set() } });
    expect(second.taken).toEqual(['G1 a chosen']);
    expect(errorsLeft(second)).toEqual([]);
  });

  test('declared ground takes it only where nobody else borders it', () => {
    const isDeclared = (name: string) => (drawn: Drawn): RepairingOptions => ({ unit: (unit, index) => (drawn.names[index] === name ? { ...unit, role: 'declared' } : unit) });
    const beside = aCoverage('dddddddd / dddd.aaa / dddddaaa / aaaaaaaa');
    expect(repaired(beside, isDeclared('d')(beside)).taken).toEqual(['G1 a onlyNeighbour']);
    const within = aCoverage('dddd / d.da / ddda');
    expect(repaired(within, isDeclared('d')(within)).taken).toEqual(['G4 d onlyNeighbour']);
  });

  test('accepted, too wide, not chosen, locked: left, each with its reason, and nothing changes', () => {
    const drawn = aCoverage('aaa / a.b / bbb');
    const id = repaired(drawn).before.defects[0]!.id;
    const cases: [RepairingOptions & { with?: Partial<RepairOptions> }, string][] = [
      [{ with: { accepted: new Set([id]) } }, 'G1 accepted'], [{ with: { maxWidthMetres: 10 } }, 'G1 tooWide'], [{ with: { classes: new Set(['O1']) } }, 'G1 classNotChosen'],
      [{ unit: (unit) => ({ ...unit, locked: true }) }, 'G1 locked'],
    ];
    for (const [options, reason] of cases) {
      const { left, written, source, bytes } = repaired(drawn, options);
      expect(left).toEqual([reason]);
      expect(written.changed).toBe(0);
      expect(bytes).toBe(source.bytes);
    }
    expect(repaired(drawn, { with: { choices: new Map([['G1-00000000', 0]]) } }).left).toEqual(['G1 notFound']);
  });

  test('a locked community is passed over', () => {
    const drawn = aCoverage('aaaaaaaaaa / aaaaaaaaaa / bb...aaaaa / bbbbbbbbbb / bbbbbbbbbb');
    expect(repaired(drawn, { unit: (unit, index) => (index === 1 ? { ...unit, locked: true } : unit) }).taken).toEqual(['G1 a onlyNeighbour']);
  });
});

describe('legal lines', () => {
  const parents = (drawing: string) => aCoverage(drawing).layer;

  test('a gap across a subdistrict line is filled up to it from both sides', () => {
    const { taken, after, layer } = repaired(aCoverage('aabb / a..b / aabb'), { parent: parents('ppqq / ppqq / ppqq') });
    expect(taken.map((line) => line.split(' ')[1])).toEqual(['a', 'b']);
    expect(after.defects).toEqual([]);
    expect(layer.unitCount).toBe(2);
  });

  test('ground with legal borders only is left', () => {
    const { left } = repaired(aCoverage('aaaabbb. / aaaabbb. / aaaabbbb'), { parent: parents('ppppqqqr / ppppqqqr / ppppqqqq') });
    expect(left).toEqual(['G2 legalLine']);
  });

  test('an overhang is trimmed to the parent', () => {
    const { taken, after } = repaired(aCoverage('aaab / aabb'), { parent: parents('ppp. / ppp.') });
    expect(taken).toEqual(['O4 . parentLine']);
    expect(after.totals.beyondSquareMetres).toBe(0);
    expect(after.totals.unitsSquareMetres).toBeCloseTo(after.totals.parentSquareMetres!, 3);
  });

  test('ground in another subdistrict goes to a community of that one', () => {
    const { taken, after } = repaired(aCoverage('aaabbb / aaaabb / aaabbb'), { parent: parents('pppqqq / pppqqq / pppqqq') });
    expect(taken).toEqual(['O4 b ownGround']);
    expect(after.defects).toEqual([]);
  });

  test('a community wholly beyond the parent keeps its ground', () => {
    const { left, layer } = repaired(aCoverage('aabbcc / aabbcc'), { parent: parents('pppp.. / pppp..') });
    expect(left).toEqual(['O4 collapsed']);
    expect(layer.unitCount).toBe(3);
  });
});

describe('overlaps', () => {
  test('the one that lies within another keeps its ground', () => {
    const { taken, after } = repaired(aCoverage('aaaa / a(ab)(ab)a / aaaa'));
    expect(taken).toContain('O2 b containedKeeps');
    expect(errorsLeft({ ...repaired(aCoverage('aaaa / a(ab)(ab)a / aaaa')) })).toEqual([]);
    expect(after.unitAreas[1]).toBeGreaterThan(0);
  });

  test('of two drawn alike neither is emptied', () => {
    const { left, written, bytes, source } = repaired(aCoverage('c(ab)(ab)c / c(ab)(ab)c'));
    expect(left).toContain('O3 duplicate');
    expect(written.changed).toBe(0);
    expect(bytes).toBe(source.bytes);
  });

  test('one that several others cover together is left', () => {
    const { left, after } = repaired(aCoverage('aabbbb / a(ac)(bc)(bc)bb / aabbbb'));
    expect(new Set(left.map((line) => line.slice(3)))).toEqual(new Set(['covered']));
    expect(after.unitAreas.every((area) => area > 0)).toBe(true);
  });

  test('no choice empties a community', () => {
    const drawn = aCoverage('aaaa / a(ab)(ab)a / aaaa');
    const id = repaired(drawn).before.defects.find((defect) => defect.class === 'O2')!.id;
    const { left, after } = repaired(drawn, { with: { choices: new Map([[id, 0]]) } });
    expect(left).toContain('O2 covered');
    expect(after.unitAreas[1]).toBeGreaterThan(0);
  });

  test('a side that cuts nobody in two is preferred', () => {
    // The longest border is b's, but without its bridge a would fall into two pieces.
    const { taken, after } = repaired(aCoverage('bbbbbb / a(ab)(ab)(ab)ab / bbbbbb / cccccc'));
    expect(taken).toEqual(['O1 a noAddedPiece']);
    expect(after.defects.filter((defect) => defect.class === 'P1' && defect.units.includes(0))).toEqual([]);
  });

  test('a locked claimant keeps what it claims', () => {
    const drawn = aCoverage('aaabbb / aa(ab)(ab)bb / aaabbb');
    const { taken } = repaired(drawn, { unit: (unit, index) => (index === 1 ? { ...unit, locked: true } : unit) });
    expect(taken).toEqual(['O1 b lockedKeeps']);
    expect(repaired(drawn, { unit: (unit) => ({ ...unit, locked: true }) }).left).toEqual(['O1 locked']);
  });

  test('faces beside open faces only wait for their neighbours', () => {
    const { after, taken } = repaired(aCoverage('aaaaa / a(ab)(abc)(ac)a / a(ab)(bc)(ac)a / bbbcc / bbbcc'));
    expect(taken.length).toBeGreaterThan(0);
    expect(after.totals.overlapSquareMetres).toBe(0);
    expect(after.totals.gapSquareMetres).toBe(0);
  });
});

describe('the five traps', () => {
  test('(a) vertices a step apart at far longitudes stay two vertices', () => {
    const drawn = polygons({ a: [[[[0, 0], [5000, 0], [5000, 1000], [5000, 1001], [5000, 9000], [0, 9000]]]], b: [[[[5001, 0], [9000, 0], [9000, 9000], [5001, 9000], [5001, 1001], [5001, 1000]]]] }, { origin: [134.7, 48.3], scale: 1 });
    const { layer, after } = repaired(drawn);
    expect(after.defects.filter(({ severity }) => severity === 'error')).toEqual([]);
    const kept = new Set(stepsOf(layer).flat(3).map(String));
    for (const [x, y] of drawn.units.flat(3) as unknown as [number, number][]) expect(kept.has(`${x},${y}`)).toBe(true);
  });

  test('(b) ground thinner than the grid goes whole to one side', () => {
    // A sliver of half a step in the mean: a point test on the originals could say anything.
    const drawn = polygons({ a: [[[[0, 0], [100_000, 1], [100_000, 50_000], [0, 50_000]]]], b: [[[[0, 0], [0, -50_000], [100_000, -50_000], [100_000, 1], [40_000, 1]]]] }, { scale: 1 });
    const { after, layer } = repaired(drawn);
    expect(after.defects).toEqual([]);
    expect(layer.vertexCount).toBeGreaterThanOrEqual(9);
  });

  test('(c) rings far longer than the defect stay whole', () => {
    const ring = (side: 1 | -1) => Array.from({ length: 400 }, (_, k): [number, number] => [200_000 - k * 500, side * (60_000 + (k % 7) * 10)]);
    const drawn = polygons({ a: [[[[0, 0], [90_000, 0], [100_000, 300], [110_000, 0], [200_000, 0], ...ring(1)]]], b: [[[[0, 0], ...ring(-1).reverse(), [200_000, 0]]]] }, { scale: 1 });
    const result = repaired(drawn);
    expect(result.after.defects).toEqual([]);
    expect(result.layer.ringStart.length - 1).toBe(2);
  });

  test('(d) a unit that covers the place from far away is among its claimants', () => {
    const { taken, after } = repaired(rectangles({ big: [0, 0, 100, 100], a: [100, 0, 120, 100], small: [45, 45, 50, 55], other: [49, 45, 55, 55] }, { scale: 1000 }));
    expect(taken.every((line) => !line.includes(' big '))).toBe(true);
    expect(after.totals.overlapSquareMetres).toBe(0);
    expect(after.unitAreas.every((area) => area > 0)).toBe(true);
  });

  test('(e) whoever shares a cut edge gets its vertices', () => {
    // c's straight edge passes where a and b overlap: it gets the corner that lies on it.
    const drawn = rectangles({ a: [0, 0, 60, 50], b: [50, 0, 100, 50], c: [0, 50, 100, 100] }, { scale: 1000 });
    const result = repaired(drawn);
    expect(result.after.defects).toEqual([]);
    expect(result.written.inserted.map(({ unit }) => drawn.names[unit])).toContain('c');
  });
});

test('the command refuses what it can not do, and changes nothing', () => {
  const drawn = aCoverage('aaa / a.b / bbb');
  const { plan, command } = repaired(drawn);
  const face = command!.faces[0]!;
  const given = (more: Partial<typeof face>, match: string[] = []) => {
    const result = repair(plan, { type: 'repair', faces: [{ ...face, ...more }], match });
    return result.ok ? 'done' : result.rejection.code;
  };
  expect(given({})).toBe('done');
  expect(given({ to: 'nobody' })).toBe('unknownCommunity');
  expect(given({}, ['nobody'])).toBe('unknownCommunity');
  expect(given({ at: [0, 0] })).toBe('noGround');
  const done = repair(plan, command!);
  expect(done.ok && repair(done.value, command!)).toMatchObject({ ok: false, rejection: { code: 'nothingChanges' } });
  expect(repair(plan, { type: 'repair', faces: [], match: [] })).toMatchObject({ ok: false, rejection: { code: 'nothingChanges' } });
  const overlap = repaired(aCoverage('aaa / a(ab)a / aaa'));
  expect(repair(overlap.plan, { type: 'repair', faces: [{ ...overlap.command!.faces[0]!, to: 'a' }], match: [] })).toMatchObject({ ok: false, rejection: { code: 'emptiesCommunity', subjects: ['b'] } });
});
