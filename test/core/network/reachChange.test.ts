/** Who gains and who loses: hand-computed on a street, and the sums that must agree whatever is given. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CircleRule } from '../../../src/core/network/circleRule.ts';
import { UNKNOWN_COUNT, type Homes } from '../../../src/core/network/homes.ts';
import { categoryList, circleList, subjectChange, type Dwellers, type ReachSide } from '../../../src/core/network/reachChange.ts';
import { ReachEngine } from '../../../src/core/network/reachEngine.ts';
import { openNetwork } from '../../../src/core/network/streetNetwork.ts';
import { finish } from '../../../src/core/progress.ts';
import { networkOf, stepsAt } from '../../builders/network.ts';

const SEED = 20_262;
const LIMIT = 1_000_000;
/** A street of 4 km. */
const engine = new ReachEngine(openNetwork(networkOf(Array.from({ length: 41 }, (_, k): [number, number] => [k * 100, 0]), Array.from({ length: 40 }, (_, k): [number, number] => [k, k + 1]))));
const points = (...east: number[]) => Int32Array.from(east.flatMap((x) => stepsAt(x, 10)));
const HOMES = [200, 1400, 2600, 3800];
const homeAnchors = finish(engine.snap(points(...HOMES))).anchors;
const rule: CircleRule = { basic: ['health', 'library|culture'], householdSharePercent: 90, limitMetres: 1000, minutes: 15 };

function side(facilities: Record<string, number[]>, given: Partial<Homes> = {}): ReachSide {
  const sources = Object.entries(facilities).map(([category, east]) => ({ category, anchors: finish(engine.snap(points(...east))).anchors }));
  return {
    catchment: finish(engine.catchment(homeAnchors, sources)),
    homes: { households: Int32Array.of(10, 20, 40, 80), people: Int32Array.of(25, 50, 100, 200), community: Int32Array.of(0, 0, 1, 1), unknown: new Uint8Array(4), ...given },
  };
}

const change = (before: ReachSide, after: ReachSide, category = 'health') => subjectChange(categoryList(before, category, LIMIT), categoryList(after, category, LIMIT), before.homes, after.homes, 2);

describe('a facility', () => {
  it('that is placed: the homes near it gain, no others', () => {
    // 2300 is 900 m from the second home and 300 m from the third, 1500 m from the last.
    const { whole, communities, change: homes } = change(side({ health: [0] }), side({ health: [0, 2300] }));
    expect([...homes]).toEqual([0, 1, 1, 0]);
    expect(whole).toEqual({
      livingBefore: { households: 150, people: 375 }, livingAfter: { households: 150, people: 375 }, before: { households: 10, people: 25 }, after: { households: 70, people: 175 },
      unknownBefore: { households: 0, people: 0 }, unknownAfter: { households: 0, people: 0 }, gained: { households: 60, people: 150 }, lost: { households: 0, people: 0 },
      movedIn: { households: 0, people: 0 }, movedOut: { households: 0, people: 0 },
    });
    expect(communities.map(({ before, after, gained }) => [before?.people, after?.people, gained?.people])).toEqual([[25, 75, 50], [0, 100, 100]]);
  });

  it('that is moved: some gain, some lose; one that is taken away: all of its own lose', () => {
    expect([...change(side({ health: [0, 2300] }), side({ health: [0, 3000] })).change]).toEqual([0, -1, 0, 1]);
    expect([...change(side({ health: [0, 2300] }), side({ health: [0] })).change]).toEqual([0, -1, -1, 0]);
  });

  it('where none was known before: now some have one, but nobody can say that they gain', () => {
    const { whole, change: homes } = change(side({ health: [] }), side({ health: [2300] }));
    expect(whole).toMatchObject({ before: null, after: { people: 150 }, gained: null, lost: null, movedIn: null, unknownBefore: { people: 375 } });
    expect([...homes]).toEqual([0, 0, 0, 0]);
    expect(change(side({ health: [0] }), side({ health: [0] }), 'bank').whole).toMatchObject({ before: null, after: null, gained: null });
  });
});

describe('a boundary that passes over a home', () => {
  it('takes it to another community and leaves its walk as it was', () => {
    const before = side({ health: [0, 1400] });
    const after = side({ health: [0, 1400] }, { community: Int32Array.of(0, 1, 1, -1) });
    const { whole, communities, change: homes } = change(before, after);
    expect([...homes]).toEqual([0, 0, 0, 0]);
    expect(whole).toMatchObject({ before: { people: 75 }, after: { people: 75 }, movedIn: { people: 0 }, movedOut: { people: 0 } });
    expect(communities[0]).toMatchObject({ livingBefore: { people: 75 }, livingAfter: { people: 25 }, before: { people: 75 }, after: { people: 25 }, movedOut: { people: 50 }, movedIn: { people: 0 } });
    expect(communities[1]).toMatchObject({ before: { people: 0 }, after: { people: 50 }, movedIn: { people: 50 }, movedOut: { people: 0 }, livingAfter: { people: 150 } });
  });
});

describe('the circle', () => {
  const circle = (before: ReachSide, after: ReachSide) => subjectChange(circleList(before, rule, LIMIT), circleList(after, rule, LIMIT), before.homes, after.homes, 2);

  it('is gained with the last category that was missing; either side of a bar will do', () => {
    const before = side({ health: [0, 3800], library: [3800], culture: [] });
    expect([...circle(before, side({ health: [0, 3800], library: [3800], culture: [200] })).change]).toEqual([1, 0, 0, 0]);
    expect([...circle(before, side({ health: [0], library: [3800], culture: [] })).change]).toEqual([0, 0, 0, -1]);
  });

  it('is unknown where a category of it has no data, or none has', () => {
    expect(circle(side({ health: [0] }), side({ health: [0, 2300] })).whole).toMatchObject({ before: null, after: null, gained: null, lost: null });
    expect(circleList(side({}), rule, LIMIT)).toEqual({ has: new Uint8Array(4).fill(2), noData: true });
  });

  it('homes of which nobody can tell neither gain nor lose', () => {
    const unknown = Uint8Array.of(0, 1, 0, 0);
    const { whole, change: homes } = circle(side({ health: [0], library: [0] }, { unknown }), side({ health: [0, 2300], library: [0, 2300] }, { unknown }));
    expect([...homes]).toEqual([0, 0, 1, 0]);
    expect(whole.unknownAfter).toEqual({ households: 20, people: 50 });
  });
});

it('after = before + moved in − moved out + gained − lost, in every community and in all', () => {
  const facility = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 3 });
  const community = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 }).map((list) => Int32Array.from(list));
  const people = fc.array(fc.integer({ min: UNKNOWN_COUNT, max: 90 }), { minLength: 4, maxLength: 4 }).map((list) => Int32Array.from(list));
  fc.assert(fc.property(facility, facility, community, community, people, fc.integer({ min: 0, max: 3 }), (was, is, from, to, counts, dark) => {
    const given = { people: counts, unknown: Uint8Array.from({ length: 4 }, (_, home) => Number(home < dark)) };
    const { whole, communities } = change(side({ health: was }, { ...given, community: from }), side({ health: is }, { ...given, community: to }));
    for (const line of [whole, ...communities]) {
      for (const key of ['households', 'people'] as const) {
        const of = (sum: Dwellers | null) => sum![key];
        expect(of(line.after)).toBe(of(line.before) + of(line.movedIn) - of(line.movedOut) + of(line.gained) - of(line.lost));
        expect(of(line.after) + of(line.unknownAfter)).toBeLessThanOrEqual(of(line.livingAfter));
      }
    }
  }), { seed: SEED, numRuns: 60 });
});

it('lists of another length are a bug', () => {
  const one = side({ health: [0] });
  expect(() => categoryList({ ...one, homes: { ...one.homes, people: new Int32Array(2) } }, 'health', LIMIT)).toThrow('people');
  expect(() => subjectChange(categoryList(one, 'health', LIMIT), { has: new Uint8Array(3), noData: false }, one.homes, one.homes, 2)).toThrow('4 homes before, 3 after');
});
