/** Who reaches what: rates, circles with three answers, pockets. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { circleOf, circleShare } from '../../../src/core/network/circle.ts';
import { circleRuleOf, type CircleRule } from '../../../src/core/network/circleRule.ts';
import { coverageOf } from '../../../src/core/network/coverage.ts';
import { UNKNOWN_COUNT, type Homes } from '../../../src/core/network/homes.ts';
import { UNREACHED } from '../../../src/core/network/place.ts';
import { ReachEngine } from '../../../src/core/network/reachEngine.ts';
import { openNetwork } from '../../../src/core/network/streetNetwork.ts';
import { finish } from '../../../src/core/progress.ts';
import { resolveProfile } from '../../../src/core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../../src/io/profiles/shipped.ts';
import { networkOf, stepsAt } from '../../builders/network.ts';

const METRE = 1000;
const LIMIT = 1000 * METRE;
/** A street of 4 km, a home every 500 m from 0. */
const street = networkOf(Array.from({ length: 41 }, (_, k): [number, number] => [k * 100, 0]), Array.from({ length: 40 }, (_, k): [number, number] => [k, k + 1]));
const points = (...east: number[]) => Int32Array.from(east.flatMap((x) => stepsAt(x, 10)));
const rule: CircleRule = { basic: ['health', 'library|culture'], householdSharePercent: 90, limitMetres: 1000, minutes: 15 };

function measured(homesAt: number[], facilities: Record<string, number[]>, given: Partial<Homes> = {}) {
  const engine = new ReachEngine(openNetwork(street));
  const homePlaces = points(...homesAt);
  const snapped = finish(engine.snap(homePlaces));
  const sources = Object.entries(facilities).map(([category, east]) => ({ category, anchors: finish(engine.snap(points(...east))).anchors }));
  const catchment = finish(engine.catchment(snapped.anchors, sources));
  const fill = (value: number) => new Int32Array(homesAt.length).fill(value);
  const homes: Homes = { households: fill(10), people: fill(25), community: fill(0), unknown: new Uint8Array(homesAt.length), ...given };
  return { engine, snapped, sources, catchment, homes, homePlaces };
}

describe('catchment', () => {
  it('metres to the nearest, the ways off the street included, and which it is', () => {
    const { catchment } = measured([0, 1500, 4000], { health: [200, 1900], parcels: [] });
    expect([...catchment.millimetres.slice(0, 3)].map((mm) => Math.round(mm / METRE))).toEqual([220, 420, 2120]);
    expect([...catchment.nearest.slice(0, 3)]).toEqual([0, 1, 1]);
    expect([...catchment.millimetres.slice(3)]).toEqual([UNREACHED, UNREACHED, UNREACHED]);
    expect([...catchment.facilities]).toEqual([2, 0]);
  });

  it('one category measured again is as if all had been', () => {
    const before = measured([0, 1500, 4000], { health: [200], parcels: [3000] });
    const moved = finish(before.engine.snap(points(3900)));
    const after = before.engine.remeasure(before.catchment, before.snapped.anchors, { category: 'health', anchors: moved.anchors });
    expect(after).toEqual(measured([0, 1500, 4000], { health: [3900], parcels: [3000] }).catchment);
    expect(() => before.engine.remeasure(before.catchment, before.snapped.anchors, { category: 'bank', anchors: moved.anchors })).toThrow('bank');
  });
});

describe('coverage', () => {
  it('counts households and people by community; the limit is inclusive; a category without data has no rate', () => {
    const { catchment, homes } = measured([0, 900, 2500, 3000], { health: [0], parcels: [] }, { community: Int32Array.of(0, 0, 1, -1), people: Int32Array.of(1, 2, UNKNOWN_COUNT, 4) });
    const exact = catchment.millimetres[1]!;
    const [health, parcels] = coverageOf(catchment, homes, 2, exact);
    expect(health!.communities[0]).toEqual({ households: 20, people: 3, coveredHouseholds: 20, coveredPeople: 3, unknownHouseholds: 0, unknownPeople: 0, rate: 1, peopleRate: 1 });
    expect(coverageOf(catchment, homes, 2, exact - 1)[0]!.communities[0]!.coveredHouseholds).toBe(10);
    expect(health!.communities[1]).toMatchObject({ households: 10, people: 0, coveredHouseholds: 0, rate: 0, peopleRate: null });
    expect(health!.whole).toMatchObject({ households: 40, coveredHouseholds: 20, rate: 0.5, people: 7 });
    expect(parcels).toMatchObject({ noData: true, whole: { rate: null, coveredHouseholds: 0, unknownHouseholds: 40 } });
  });

  it('homes of which nobody can tell are not covered, and not uncovered', () => {
    const { catchment, homes } = measured([0, 10], { health: [0] }, { unknown: Uint8Array.of(0, 1) });
    expect(coverageOf(catchment, homes, 1, LIMIT)[0]!.whole).toMatchObject({ households: 20, coveredHouseholds: 10, unknownHouseholds: 10, rate: 0.5 });
  });

  it('lists of another length are a bug', () => {
    const { catchment, homes } = measured([0], { health: [0] });
    expect(() => coverageOf(catchment, { ...homes, people: new Int32Array(2) }, 1, LIMIT)).toThrow('people');
  });
});

describe('circle', () => {
  const answer = (homesAt: number[], facilities: Record<string, number[]>, given: Partial<Homes> = {}, communities = 1) => {
    const { catchment, homes } = measured(homesAt, facilities, given);
    return circleOf(catchment, homes, communities, rule, LIMIT);
  };
  const ten = Array.from({ length: 10 }, (_, k) => k * 10);

  it('has it when nine in ten households have everything; either side of a bar will do', () => {
    expect(answer(ten, { health: [0], culture: [0] })[0]).toEqual({ complete: true, households: 100, completeHouseholds: 100, unknownHouseholds: 0, sharePercent: 100, missing: [], noData: [] });
    expect(answer([...ten.slice(1), 3000], { health: [0], library: [0] })[0]).toMatchObject({ complete: true, sharePercent: 90 });
    expect(answer([...ten.slice(2), 3000, 3000], { health: [0], library: [0] })[0]).toMatchObject({ complete: false, sharePercent: 80, missing: ['health', 'library|culture'] });
  });

  it('lacks only what too few have', () => {
    expect(answer(ten, { health: [0], culture: [3000] })[0]).toMatchObject({ complete: false, completeHouseholds: 0, missing: ['library|culture'], noData: [] });
  });

  it('a category without data makes it unknown, whatever else is near or far', () => {
    expect(answer(ten, { health: [0], library: [] })[0]).toMatchObject({ complete: 'unknown', sharePercent: null, missing: ['library|culture'], noData: ['library|culture'] });
    expect(answer(ten, { health: [3900] })[0]).toMatchObject({ complete: 'unknown', missing: ['health', 'library|culture'], noData: ['library|culture'] });
    expect(answer(ten, {})[0]!.complete).toBe('unknown');
  });

  it('homes of which nobody can tell make it unknown only where they could tip it', () => {
    const unknown = (count: number) => ({ unknown: Uint8Array.from(ten, (_, k) => (k < count ? 1 : 0)) });
    expect(answer(ten, { health: [0], culture: [0] }, unknown(1))[0]).toMatchObject({ complete: true, sharePercent: 90 });
    expect(answer(ten, { health: [0], culture: [0] }, unknown(2))[0]).toMatchObject({ complete: 'unknown', sharePercent: null, unknownHouseholds: 20 });
    expect(answer([...ten.slice(2), 3000, 3000], { health: [0], culture: [0] }, unknown(2))[0]).toMatchObject({ complete: false });
  });

  it('no households, no answer; the share of communities stays open while one is unknown', () => {
    const circles = answer(ten, { health: [0], culture: [0] }, { community: Int32Array.from(ten, (_, k) => (k < 5 ? 0 : 1)) }, 3);
    expect(circles.map(({ complete }) => complete)).toEqual([true, true, 'unknown']);
    expect(circleShare(circles)).toEqual({ communities: 3, complete: 2, unknown: 1, share: null });
    expect(circleShare(circles, (community) => community < 2)).toEqual({ communities: 2, complete: 2, unknown: 0, share: 1 });
    expect(circleShare([], () => true).share).toBeNull();
  });

  it('is read from a profile; one that says nothing of it has no rule', () => {
    const resolution = resolveProfile('xian', shippedProfiles());
    if (!resolution.ok) throw new Error('The shipped profile does not resolve.');
    const shipped = circleRuleOf(resolution.profile)!;
    expect(shipped).toMatchObject({ householdSharePercent: resolution.profile.circleSharePercent, limitMetres: 1000, minutes: 15 });
    expect(shipped.basic).toContain('library|culture');
    expect(circleRuleOf({ ...resolution.profile, parameters: [] })).toBeNull();
    expect(circleRuleOf({ ...resolution.profile, circleSharePercent: null })).toBeNull();
  });
});

describe('pockets', () => {
  const METRES_APART = 25;
  const asked = ({ catchment, homes, homePlaces, snapped }: ReturnType<typeof measured>, limitMetres = 1000) => ({ catchment, category: 0, homes, homeAnchors: snapped.anchors, homePlaces, limitMillimetres: limitMetres * METRE });

  it('homes beyond the limit that one facility could serve, ranked by people', () => {
    const given = measured([0, 1500, 1550, 3800, 3900, 3950], { health: [100, 2700] }, { people: Int32Array.of(1, 2, 3, 4, UNKNOWN_COUNT, 50) });
    const pockets = given.engine.pockets(asked(given));
    expect(pockets.map(({ people, households, homes: members }) => ({ people, households, members }))).toEqual([
      { people: 54, households: 30, members: [3, 4, 5] }, { people: 5, households: 20, members: [1, 2] },
    ]);
    expect(pockets[0]!.x).toBeGreaterThan(pockets[0]!.box[0]);
    expect(given.engine.pockets({ ...asked(given), leastPeople: 6 })).toHaveLength(1);
  });

  it('a long row of homes is many pockets: one reaches no farther than its centre serves', () => {
    const row = Array.from({ length: 81 }, (_, k) => 2000 + k * METRES_APART);
    const given = measured(row, { health: [0] });
    const pockets = given.engine.pockets(asked(given, 300));
    // Two kilometres by stretches of at most twice 290 m and the homes at both ends.
    expect(pockets.length).toBeGreaterThanOrEqual(4);
    for (const { homes: members, centreX, centreY } of pockets) {
      const site = finish(given.engine.snap([centreX, centreY]));
      given.engine.reach({ points: site, point: 0 }, 300 * METRE + 2 * METRE);
      for (const home of members) expect(given.engine.search.toPoint(given.snapped.anchors, home)).not.toBe(UNREACHED);
    }
    expect(pockets.flatMap(({ homes: members }) => members).sort((a, b) => a - b)).toEqual(row.map((_, k) => k));
  });

  it('hold everybody who is unserved once, whatever order the homes are listed in', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (places, step) => {
      const people = (at: number) => 1 + ((at * step) % 97);
      const of = (order: number[]) => {
        const given = measured(order.map((at) => at * 10), { health: [0] }, { people: Int32Array.from(order, people) });
        const unserved = order.map((_, home) => home).filter((home) => given.catchment.millimetres[home]! > 500 * METRE);
        const pockets = given.engine.pockets(asked(given, 500));
        expect(pockets.flatMap(({ homes: members }) => members).sort((a, b) => a - b)).toEqual(unserved);
        expect(pockets.reduce((sum, pocket) => sum + pocket.people, 0)).toBe(unserved.reduce((sum, home) => sum + people(order[home]!), 0));
        expect(pockets.map((pocket) => pocket.people)).toEqual(pockets.map((pocket) => pocket.people).sort((a, b) => b - a));
        return pockets.map((pocket) => pocket.homes.map((home) => order[home]!).sort((a, b) => a - b).join(' ')).sort();
      };
      expect(of([...places].reverse())).toEqual(of(places));
    }), { seed: 20_263, numRuns: 40 });
  });

  it('none where all are served; a home at no street stands alone', () => {
    const served = measured([0, 100], { health: [0] });
    expect(served.engine.pockets(asked(served))).toEqual([]);
    const astray = measured([3000, 9000], { health: [0] });
    expect(astray.engine.pockets(asked(astray)).map(({ homes: members }) => members)).toEqual([[0], [1]]);
  });
});
