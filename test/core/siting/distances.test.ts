/** The sparse matrix and the gain map against the plainest counting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { contract } from '../../../src/core/network/contract.ts';
import { lengthMillimetres } from '../../../src/core/network/edgeLength.ts';
import { anchorsOf, UNREACHED, type Anchors } from '../../../src/core/network/place.ts';
import { Search } from '../../../src/core/network/search.ts';
import { finish } from '../../../src/core/progress.ts';
import { NO_LIMIT, networkDistances, networkNearest, straightDistances, straightNearest, TooManyPairs, type Distances } from '../../../src/core/siting/distances.ts';
import { GainMap } from '../../../src/core/siting/gainMap.ts';
import { randomNetwork } from '../../builders/network.ts';
import { scattered } from '../../builders/streetCity.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { seed: 21, numRuns: 60 };

/** Points hung anywhere, some on two chains, some on none. */
function hungPoints(net: ReturnType<typeof contract>, count: number, seed: number): Anchors {
  const random = seededRandom(seed);
  const place = () => {
    const chain = Math.floor(random() * net.chainCount);
    return { chain, offset: Math.floor(random() * net.chainMillimetres[chain]!), extra: Math.floor(random() * 30_000) };
  };
  return anchorsOf(Array.from({ length: count }, () => Array.from({ length: Math.floor(random() * 2.4) }, place)));
}

const pairs = ({ candidates, start, point, millimetres }: Distances) =>
  Array.from({ length: candidates }, (_, c) => [...point.subarray(start[c], start[c + 1])].map((k, at) => [k, millimetres[start[c]! + at]!]));

describe('distances', () => {
  it('along the streets: as one search a pair says', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const net = contract(randomNetwork(seed));
      const [sites, homes] = [hungPoints(net, 6, seed + 1), hungPoints(net, 25, seed + 2)];
      for (const limit of [250_000, NO_LIMIT]) {
        const found = finish(networkDistances(new Search(net), sites, homes, limit));
        const search = new Search(net);
        const expected = Array.from({ length: 6 }, (_, c) => {
          search.run(sites, c, limit);
          return Array.from({ length: 25 }, (_, k) => [k, search.toPoint(homes, k)]).filter(([, there]) => there !== UNREACHED);
        });
        expect(pairs(found)).toEqual(expected);
        const nearest = networkNearest(search, sites, homes);
        if (limit === NO_LIMIT) expect([...nearest]).toEqual(Array.from({ length: 25 }, (_, k) => Math.min(UNREACHED, ...expected.flat().filter(([point]) => point === k).map(([, there]) => there!))));
      }
    }), runs);
  });

  it('as the crow flies: all pairs within the cut-off, and all pairs without one', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 0, max: 6_000 }), (seed, metres) => {
      const [sites, homes] = [scattered(5, 4_000, seed), scattered(30, 4_000, seed + 1)];
      for (const limit of [metres * 1000, NO_LIMIT]) {
        const expected = Array.from({ length: 5 }, (_, c) => Array.from({ length: 30 }, (_, k) => [k, lengthMillimetres(sites[2 * c]!, sites[2 * c + 1]!, homes[2 * k]!, homes[2 * k + 1]!)]).filter(([, there]) => there! <= limit));
        expect(pairs(finish(straightDistances(sites, homes, limit)))).toEqual(expected);
        if (limit === NO_LIMIT) expect([...straightNearest(sites, homes)]).toEqual(Array.from({ length: 30 }, (_, k) => Math.min(...expected.map((row) => row[k]![1]!))));
      }
    }), runs);
  });

  it('too many pairs are refused before memory is short; without facilities nothing is near', () => {
    const homes = scattered(100, 1_000, 3);
    expect(() => finish(straightDistances(homes, homes, NO_LIMIT, 5_000))).toThrow(TooManyPairs);
    expect(finish(straightDistances(homes, homes, NO_LIMIT, 10_000)).point).toHaveLength(10_000);
    expect(straightNearest([], homes).every((each) => each === UNREACHED)).toBe(true);
  });
});

describe('GainMap', () => {
  it('every junction: the people within the limit whom nothing covers; kept up to date as sites are taken; bounded', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 700 }), (seed, metres) => {
      const net = contract(randomNetwork(seed));
      const homes = hungPoints(net, 40, seed + 3);
      const random = seededRandom(seed + 4);
      const weight = Uint32Array.from({ length: 40 }, () => Math.floor(random() * 50));
      const existing = Uint32Array.from({ length: 40 }, () => (random() < 0.2 ? 0 : UNREACHED));
      const limit = metres * 1000;
      const map = finish(new GainMap(new Search(net), homes, weight, existing, limit).measure());
      const search = new Search(net);
      const membersOf = Array.from({ length: net.junctionCount }, (_, junction) => {
        const chain = net.arcChain[net.arcStart[junction]!]!;
        search.runFromPlace(chain, net.chainFrom[chain] === junction ? 0 : net.chainMillimetres[chain]!, 0, limit);
        return [...weight.keys()].filter((k) => search.toPoint(homes, k) !== UNREACHED);
      });
      const live = [...weight].map((each, k) => (existing[k]! <= limit ? 0 : each));
      const plain = () => membersOf.map((members) => members.reduce((sum, k) => sum + live[k]!, 0));
      const total = (junctions: readonly number[]) => [...new Set(junctions.flatMap((j) => membersOf[j]!))].reduce((sum, k) => sum + (existing[k]! <= limit ? 0 : weight[k]!), 0);
      const bound = map.bound(2);
      const taken: number[] = [];
      for (let round = 0; round < 3; round++) {
        const gains = plain();
        expect([...map.gain]).toEqual(gains);
        const best = map.best();
        expect(best).toBe(Math.max(...gains) > 0 ? gains.indexOf(Math.max(...gains)) : -1);
        if (best < 0) break;
        taken.push(best);
        map.take(best);
        for (const k of membersOf[best]!) live[k] = 0;
        expect(map.taken).toBe(total(taken));
      }
      expect([...map.gain]).toEqual(plain());
      const pair = [Math.floor(random() * net.junctionCount), Math.floor(random() * net.junctionCount)];
      expect(Math.min(bound, map.bound(2))).toBeGreaterThanOrEqual(total(pair));
      for (const peak of map.peaks(3)) expect(map.gain[peak]).toBeGreaterThan(0);
    }), runs);
  });
});
