/** Searches on the contracted graph against the plainest Dijkstra on the whole one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { contract, offsetOnChain, placeOfVertex } from '../../../src/core/network/contract.ts';
import { nearestField, nearestOfPoint } from '../../../src/core/network/nearest.ts';
import { anchorsOf, selectAnchors, UNREACHED } from '../../../src/core/network/place.ts';
import { reachedSet, reachedVertices } from '../../../src/core/network/reachedSet.ts';
import { Search } from '../../../src/core/network/search.ts';
import { degrees, type StreetGraph } from '../../../src/core/network/streetGraph.ts';
import { sha256Hex } from '../../../src/core/network/sha256.ts';
import { naiveDistances, networkOf, randomNetwork } from '../../builders/network.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { seed: 11, numRuns: 120 };

/** A point somewhere on an edge, with its naïve seeds. */
function pointOn(graph: StreetGraph, edge: number, share: number, extra: number) {
  const net = contract(graph);
  const along = Math.round(share * graph.edgeMillimetres[edge]!);
  const anchor = { chain: net.edgeChain[edge]!, offset: offsetOnChain(net, graph, edge, along), extra };
  const naive = [[graph.edgeFrom[edge]!, extra + along], [graph.edgeTo[edge]!, extra + graph.edgeMillimetres[edge]! - along]] as const;
  return { anchor, naive, along };
}

describe('contract', () => {
  it('every edge stands on one chain once, offsets and ends agree, no junction is lost', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const graph = randomNetwork(seed);
      const net = contract(graph);
      const degree = degrees(graph);
      expect([...net.chainEdges].sort((a, b) => a - b)).toEqual([...graph.edgeFrom.keys()]);
      expect(net.chainMillimetres.reduce((a, b) => a + b, 0)).toBe(graph.edgeMillimetres.reduce((a, b) => a + b, 0));
      for (let v = 0; v < graph.vertexCount; v++) {
        if (degree[v] !== 2) expect(net.vertexJunction[v]).toBeGreaterThanOrEqual(0);
        expect(net.vertexJunction[v]! >= 0).toBe(net.vertexChain[v]! < 0);
      }
      for (let e = 0; e < graph.edgeCount; e++) {
        for (const [vertex, along] of [[graph.edgeFrom[e]!, 0], [graph.edgeTo[e]!, graph.edgeMillimetres[e]!]] as const) {
          const offset = offsetOnChain(net, graph, e, along);
          const chain = net.edgeChain[e]!;
          const place = placeOfVertex(net, vertex);
          if (net.vertexChain[vertex]! >= 0) expect(place).toEqual({ chain, offset });
          else expect([...(offset === 0 ? [net.chainFrom[chain]] : []), ...(offset === net.chainMillimetres[chain] ? [net.chainTo[chain]] : [])]).toContain(net.vertexJunction[vertex]);
        }
      }
    }), runs);
  });

  it('a lone ring keeps one junction; doors stay chains of their own', () => {
    const ring = networkOf([[0, 0], [100, 0], [100, 100], [0, 100]], [[0, 1], [1, 2], [2, 3], [3, 0]]);
    expect(contract(ring)).toMatchObject({ junctionCount: 1, chainCount: 1 });
    const line = networkOf([[0, 0], [100, 0], [200, 0], [300, 0]], [[0, 1], [1, 2], [2, 3]]);
    expect(contract(line).chainCount).toBe(1);
    expect(contract(line, Uint32Array.of(1)).chainCount).toBe(3);
  });
});

describe('Search', () => {
  it('from a point on an edge: each vertex to the millimetre, within the limit and no further', () => {
    fc.assert(fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 1_500_000 }), (seed, share, extra, limit) => {
      const graph = randomNetwork(seed);
      const net = contract(graph);
      const edge = seed % graph.edgeCount;
      const { anchor, naive } = pointOn(graph, edge, share, extra);
      const search = new Search(net);
      // A first search elsewhere must leave nothing behind.
      search.runFromPlace(0, 0, 0, 500_000);
      search.run(anchorsOf([[anchor]]), 0, limit);
      const expected = naiveDistances(graph, naive);
      const reached = [...expected.keys()].filter((v) => expected[v]! <= limit);
      for (let v = 0; v < graph.vertexCount; v++) expect(search.atVertex(v)).toBe(expected[v]! <= limit ? expected[v] : UNREACHED);
      const listed = reachedVertices(search, graph);
      expect([...listed.vertices].sort((a, b) => a - b)).toEqual(reached);
      const set = reachedSet(search, graph);
      expect(set.vertices).toBe(reached.length);
      expect(set.sumDistanceMillimetres).toBe(reached.reduce((sum, v) => sum + expected[v]!, 0));
      expect(set.junctions).toBe(reached.filter((v) => degrees(graph)[v] !== 2).length);
      expect(set.idsSha256).toBe(sha256Hex(new TextEncoder().encode(reached.map((v) => graph.nodeIds[v]!).sort((a, b) => a - b).join('\n'))));
      const left = (v: number) => Math.max(0, limit - expected[v]!);
      const length = graph.edgeMillimetres.reduce((sum, mm, e) => sum + Math.min(mm, left(graph.edgeFrom[e]!) + left(graph.edgeTo[e]!)), 0);
      expect(set.reachedLengthMillimetres).toBe(length);
    }), runs);
  });

  it('to a point on the same edge: the short way along it', () => {
    const graph = networkOf([[0, 0], [1000, 0]], [[0, 1]]);
    const [a, b] = [pointOn(graph, 0, 0.4, 5000), pointOn(graph, 0, 0.45, 7000)];
    const search = new Search(contract(graph));
    const points = anchorsOf([[a.anchor], [b.anchor], []]);
    search.run(points, 0, 100_000);
    expect(search.toPoint(points, 1)).toBe(5000 + 7000 + b.along - a.along);
    expect(search.toPoint(points, 2)).toBe(UNREACHED);
    search.run(points, 0, 5000 + 7000 + b.along - a.along - 1);
    expect(search.toPoint(points, 1)).toBe(UNREACHED);
    expect(search.toPoint(selectAnchors(points, [1, 0]), 1)).toBe(10_000);
  });
});

describe('nearestField', () => {
  it('agrees with one search from each source, in distance and in which', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const graph = randomNetwork(seed);
      const net = contract(graph);
      const random = seededRandom(seed);
      const points = Array.from({ length: count + 20 }, () => pointOn(graph, Math.floor(random() * graph.edgeCount), random(), Math.floor(random() * 40_000)));
      const sources = anchorsOf(points.slice(0, count).map(({ anchor }) => [anchor]));
      const homes = anchorsOf(points.slice(count).map(({ anchor }) => [anchor]));
      const field = nearestField(net, sources);
      const search = new Search(net);
      const each = points.slice(0, count).map((_, k) => {
        search.run(sources, k, 1e9);
        return Array.from({ length: homes.count }, (_home, h) => search.toPoint(homes, h));
      });
      for (let h = 0; h < homes.count; h++) {
        const best = Math.min(...each.map((distances) => distances[h]!));
        const found = nearestOfPoint(field, net, homes, h);
        expect(found).toEqual(best === UNREACHED ? { millimetres: UNREACHED, source: -1 } : { millimetres: best, source: each.findIndex((distances) => distances[h] === best) });
      }
      const expected = naiveDistances(graph, points.slice(0, count).flatMap(({ naive }) => naive));
      net.junctionVertex.forEach((vertex, junction) => { expect(field.distance[junction]).toBe(expected[vertex] === Infinity ? UNREACHED : expected[vertex]); });
    }), runs);
  });

  it('no source, a limit', () => {
    const graph = networkOf([[0, 0], [100, 0], [900, 0]], [[0, 1], [1, 2]]);
    const net = contract(graph);
    const { anchor } = pointOn(graph, 0, 0, 0);
    expect(nearestOfPoint(nearestField(net, anchorsOf([])), net, anchorsOf([[anchor]]), 0).source).toBe(-1);
    expect([...nearestField(net, anchorsOf([[anchor]]), null, 500_000).distance].filter((d) => d !== UNREACHED)).toHaveLength(1);
  });
});
