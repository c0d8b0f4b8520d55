/** The graph itself: filter, lengths, order, fingerprints. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStreetGraph } from '../../../src/core/network/buildGraph.ts';
import { lengthMillimetres } from '../../../src/core/network/edgeLength.ts';
import { edgeListSha256 } from '../../../src/core/network/fingerprint.ts';
import { hilbertIndex, hilbertOrder } from '../../../src/core/network/hilbert.ts';
import { sha256Hex } from '../../../src/core/network/sha256.ts';
import { networkReport } from '../../../src/core/network/streetGraph.ts';
import { acceptsWay, barsNode, readWalkFilter, WALK_V1 } from '../../../src/core/network/walkFilter.ts';
import { networkOf, sourceOf, stepsAt } from '../../builders/network.ts';

const tags = (given: Record<string, string>) => (key: string) => (Object.hasOwn(given, key) ? given[key] : undefined);

describe('walk-v1', () => {
  it.each([
    [{ highway: 'residential' }, true], [{ highway: 'residential', foot: 'no' }, false], [{ highway: 'cycleway', foot: 'use_sidepath' }, false],
    [{ highway: 'service', access: 'private' }, false], [{ highway: 'service', access: 'private', foot: 'permissive' }, true], [{ highway: 'service', access: 'destination' }, true],
    [{ highway: 'trunk' }, false], [{ highway: 'trunk', sidewalk: 'left' }, true], [{ highway: 'trunk_link', foot: 'yes' }, true], [{ highway: 'motorway', foot: 'yes' }, false],
    [{ highway: 'construction' }, false], [{}, false], [{ highway: 'pedestrian', area: 'yes' }, true], [{ highway: 'constructor' }, false],
  ])('%j: %s', (given, accepted) => { expect(acceptsWay(WALK_V1, tags(given as Record<string, string>))).toBe(accepted); });

  it.each([
    [{ barrier: 'gate' }, false], [{ barrier: 'gate', access: 'private' }, true], [{ barrier: 'gate', access: 'private', foot: 'yes' }, false], [{ barrier: 'gate', locked: 'yes' }, true],
    [{ barrier: 'wall' }, true], [{ barrier: 'fence', foot: 'yes' }, true], [{ barrier: 'bollard', access: 'no' }, false], [{ barrier: 'gate', foot: 'private' }, true], [{ access: 'no' }, false],
  ])('gate %j: %s', (given, barred) => { expect(barsNode(WALK_V1, tags(given as Record<string, string>))).toBe(barred); });

  it('is plain data that a project keeps; anything else is refused with its member', () => {
    expect(readWalkFilter(JSON.parse(JSON.stringify(WALK_V1)))).toEqual(WALK_V1);
    expect(() => readWalkFilter({ ...WALK_V1, ways: [{ verdict: 'maybe', when: [] }] })).toThrow('filter.ways[0].verdict');
    expect(() => readWalkFilter(null)).toThrow('filter');
    expect(() => readWalkFilter({ ...WALK_V1, more: 1 })).toThrow('more');
  });
});

describe('sha256', () => {
  it('agrees with the platform for every length', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => { expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex')); }), { seed: 1, numRuns: 300 });
  });
});

describe('lengths', () => {
  it('haversine in whole millimetres, on the sphere of 6371008.8 m', () => {
    expect(lengthMillimetres(0, 0, 0, 1e7)).toBe(111_195_080);
    expect(lengthMillimetres(0, 0, 1e7, 0)).toBe(111_195_080);
    expect(lengthMillimetres(1_089_000_000, 342_000_000, 1_089_000_000, 342_000_000)).toBe(0);
  });
});

describe('Hilbert order', () => {
  it('visits every cell once, each beside the last', () => {
    const cells = Array.from({ length: 256 }, (_, k) => [k & 15, k >> 4] as const);
    const sorted = cells.map(([x, y]) => [hilbertIndex(x << 12, y << 12), x, y] as const).sort((a, b) => a[0] - b[0]);
    for (let k = 1; k < sorted.length; k++) expect(Math.abs(sorted[k]![1] - sorted[k - 1]![1]) + Math.abs(sorted[k]![2] - sorted[k - 1]![2])).toBe(1);
    expect([...hilbertOrder([5, 5, 5, 5, 0, 0], 3)].sort()).toEqual([0, 1, 2]);
  });
});

describe('buildStreetGraph', () => {
  const metres: [number, number][] = [[0, 0], [300, 0], [300, 200], [900, 900], [950, 900]];
  const links: [number, number][] = [[0, 1], [1, 2], [3, 4], [2, 1], [4, 4]];

  it('keeps a pair once, leaves out nodes without an edge, ranks components', () => {
    expect(networkReport(networkOf([...metres, [5000, 5000]], links))).toMatchObject({ vertices: 5, edges: 3, components: 2, largestVertices: 3, largestShare: 0.6 });
  });

  it('the fingerprint is that of the lines sorted by id, whatever the order of the pairs', () => {
    const at = metres.map(([x, y]) => stepsAt(x, y));
    const mm = (a: number, b: number) => lengthMillimetres(...at[a]!, ...at[b]!);
    const lines = [`1 2 ${mm(0, 1)}`, `2 3 ${mm(1, 2)}`, `4 5 ${mm(3, 4)}`].join('\n');
    expect(edgeListSha256(networkOf(metres, links))).toBe(createHash('sha256').update(lines).digest('hex'));
    expect(edgeListSha256(networkOf(metres, links.map(([a, b]): [number, number] => [b, a]).reverse()))).toBe(edgeListSha256(networkOf(metres, links)));
  });

  it('ids sort as numbers, not as text', () => {
    const source = { ...sourceOf([[0, 0], [100, 0], [200, 0]], [[0, 1], [1, 2]]), nodeIds: Float64Array.of(9, 10, 9_007_199_254_740_991) };
    const graph = buildStreetGraph(source);
    const length = (a: number, b: number) => lengthMillimetres(...stepsAt(a, 0), ...stepsAt(b, 0));
    expect(edgeListSha256(graph)).toBe(createHash('sha256').update(`9 10 ${length(0, 100)}\n10 9007199254740991 ${length(100, 200)}`).digest('hex'));
  });

  it('an empty source is an empty graph', () => {
    expect(networkReport(networkOf([], []))).toEqual({ vertices: 0, edges: 0, components: 0, largestVertices: 0, largestShare: 1, lengthMetres: 0 });
  });
});
