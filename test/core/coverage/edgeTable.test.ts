/** Edges between nodes: each once, with its uses in their order; one node with all the edges is no harder than many. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EdgeTable } from '../../../src/core/coverage/edgeTable.ts';

type Use = readonly [a: number, b: number];

function edges(nodeCount: number, uses: readonly Use[], expected = 0): string[] {
  const table = new EdgeTable(nodeCount, expected);
  uses.forEach(([a, b], segment) => { table.use(a, b, segment); });
  const { edgeCount, edgeFrom, edgeTo, useStart, useSegment, useForward } = table.finish();
  return Array.from({ length: edgeCount }, (_, e) => {
    const own = Array.from({ length: useStart[e + 1]! - useStart[e]! }, (_, k) => useStart[e]! + k);
    return `${edgeFrom[e]!}-${edgeTo[e]!}: ${own.map((k) => `${useForward[k] === 1 ? '+' : '-'}${useSegment[k]!}`).join(' ')}`;
  });
}

function expectedEdges(uses: readonly Use[]): string[] {
  const found = new Map<string, string[]>();
  uses.forEach(([a, b], segment) => {
    if (a === b) return;
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
    found.set(key, [...(found.get(key) ?? []), `${a < b ? '+' : '-'}${segment}`]);
  });
  return [...found].map(([key, own]) => `${key}: ${own.join(' ')}`);
}

describe('edges', () => {
  test('there and back are one edge; from a node to itself is none', () => {
    expect(edges(3, [[0, 2], [2, 0], [1, 1], [1, 2]])).toEqual(['0-2: +0 -1', '1-2: +3']);
  });

  test('as a map has them', () => {
    const node = fc.integer({ min: 0, max: 11 });
    fc.assert(fc.property(fc.array(fc.tuple(node, node), { maxLength: 200 }), fc.integer({ min: 0, max: 300 }), (uses, expected) => {
      expect(edges(12, uses, expected)).toEqual(expectedEdges(uses));
    }), { seed: 22, numRuns: 300 });
  });

  test('a star of 100,000 edges takes no more than a moment', () => {
    const spokes = Array.from({ length: 100_000 }, (_, k): Use => (k % 2 === 0 ? [0, k + 1] : [k + 1, 0]));
    const started = process.cpuUsage().user;
    expect(edges(100_001, [...spokes, ...spokes])).toHaveLength(100_000);
    // Looked for at the hub it would be ten thousand million steps.
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });
});
