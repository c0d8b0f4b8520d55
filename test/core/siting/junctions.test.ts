/** Sites at any junction: the best one is the best of all, several are proved or bounded, with all junctions searched or the peaks only. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { buildStreetGraph } from '../../../src/core/network/buildGraph.ts';
import { UNREACHED } from '../../../src/core/network/place.ts';
import { ReachEngine } from '../../../src/core/network/reachEngine.ts';
import { openNetwork } from '../../../src/core/network/streetNetwork.ts';
import { finish } from '../../../src/core/progress.ts';
import { networkDistances } from '../../../src/core/siting/distances.ts';
import { junctionAnchors, solveJunctions } from '../../../src/core/siting/junctions.ts';
import { scattered, streetCity } from '../../builders/streetCity.ts';

const city = streetCity(900, 5);
const engine = new ReachEngine(openNetwork(buildStreetGraph(city.source)));
const homes = 500;
const demand = finish(engine.snap(scattered(homes, city.sideMetres, 6))).anchors;
const random = seededRandom(7);
const weight = Uint32Array.from({ length: homes }, () => Math.floor(random() * 60));
const existing = Uint32Array.from({ length: homes }, () => (random() < 0.1 ? 100_000 : UNREACHED));
const limitMillimetres = 300_000;
const ask = (count: number, mostPairs?: number) => finish(solveJunctions(engine.search, { demand, weight, existing, limitMillimetres, count, mostPairs }, { seed: 3, steps: 3_000 }));

/** People newly covered by sites at junctions. */
function covered(junctions: readonly number[]): number {
  const { point } = finish(networkDistances(engine.search, junctionAnchors(engine.search, Uint32Array.from(junctions)), demand, limitMillimetres));
  return [...new Set(point)].reduce((sum, k) => sum + (existing[k]! <= limitMillimetres ? 0 : weight[k]!), 0);
}

describe('solveJunctions', () => {
  it('one site: the best of the gain map, proved; each gain is what a site there covers', () => {
    const { result, junctions, gain, isAllSearched } = ask(1);
    expect([result.value, result.isProved, isAllSearched]).toEqual([Math.max(...gain), true, true]);
    expect(covered([junctions[result.sites[0]!.candidate]!])).toBe(result.value);
    for (let junction = 0; junction < gain.length; junction += 37) expect(covered([junction])).toBe(gain[junction]);
  });

  it('several: what is told is covered; the peaks alone come near, and their bound is that of all junctions', () => {
    const all = ask(6);
    expect(all.isAllSearched).toBe(true);
    expect(covered(all.result.sites.map(({ candidate }) => all.junctions[candidate]!))).toBe(all.result.value);
    expect(all.result.gap).toBeLessThan(0.01);
    const few = ask(6, 1_000);
    expect(few.isAllSearched).toBe(false);
    expect(few.junctions.length).toBeLessThan(all.junctions.length);
    expect(covered(few.result.sites.map(({ candidate }) => few.junctions[candidate]!))).toBe(few.result.value);
    expect(few.result.value).toBeLessThanOrEqual(all.result.bound);
    expect(few.result.value).toBeGreaterThan(0.9 * all.result.value);
    expect(few.result.bound).toBeGreaterThanOrEqual(all.result.value);
    expect(few.result.gap).toBeCloseTo((few.result.bound - few.result.value) / few.result.bound, 12);
  });

  it('nobody to be covered: no site', () => {
    const none = finish(solveJunctions(engine.search, { demand, weight: new Uint32Array(homes), existing: null, limitMillimetres, count: 3 }, { seed: 1 }));
    expect(none.result).toMatchObject({ sites: [], value: 0, bound: 0, isProved: true });
  });
});
