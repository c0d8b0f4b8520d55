/** Siting from files to the page's answer: homes on one street, a facility, candidates as parcels and points; all by hand, with the real solver. */
import { beforeAll, describe, expect, it } from 'vitest';
import { finish, type Work } from '../../src/core/progress.ts';
import type { ExactAnswer, ExactQuestion } from '../../src/core/siting/exact.ts';
import type { LayerRole } from '../../src/worker/protocol.ts';
import { classOf, gainClasses } from '../../src/worker/reach/gains.ts';
import { answersOf, Session } from '../../src/worker/session.ts';
import type { SitesQuestion } from '../../src/worker/sitingProtocol.ts';
import type { SolverPort } from '../../src/worker/solver/remoteSolver.ts';
import { stepsAt } from '../builders/network.ts';
import { highsForTests } from '../builders/siting.ts';

const degrees = (east: number, north: number): [number, number] => { const [x, y] = stepsAt(east, north); return [x / 1e7, y / 1e7]; };
const box = (west: number, south: number, east: number, north: number) => ({ type: 'Polygon', coordinates: [[degrees(west, south), degrees(east, south), degrees(east, north), degrees(west, north), degrees(west, south)]] });
const at = (east: number, north: number) => ({ type: 'Point', coordinates: degrees(east, north) });
const file = (features: readonly { properties: object; geometry: object }[]) => new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: features.map((each) => ({ type: 'Feature', ...each })) })).buffer;

/** East of the origin, 10 m off the street; people 25, 50, 100, 200, 400. */
const HOMES = [200, 1400, 2600, 3800, 5000];
const CANDIDATES = file([
  { properties: { name: '大', area: 2000 }, geometry: at(4400, 520) },
  { properties: { name: '小', area: 300 }, geometry: at(3200, 500) },
  { properties: { name: '不明' }, geometry: at(2000, 500) },
  { properties: { name: '轮廓' }, geometry: box(1900, 500, 1960, 530) },
  { properties: { name: '远', area: 9000 }, geometry: at(3000, 900) },
]);
const FILES: Record<string, [role: LayerRole, bytes: ArrayBuffer]> = {
  'communities.geojson': ['communities', file([{ properties: { name: '甲社区', code: 'A' }, geometry: box(0, 0, 3000, 1000) }, { properties: { name: '乙社区', code: 'B' }, geometry: box(3000, 0, 6000, 1000) }])],
  'buildings.geojson': ['atoms', file(HOMES.map((x, k) => ({ properties: { id: `楼${k + 1}`, name: `楼${k + 1}`, households: 10 * 2 ** k, population: 25 * 2 ** k }, geometry: box(x - 5, 505, x + 5, 515) })))],
  'streets.geojson': ['streets', file([
    { properties: { highway: 'residential' }, geometry: { type: 'LineString', coordinates: Array.from({ length: 61 }, (_, k) => degrees(100 * k, 500)) } },
    ...[1000, 2000, 3200, 4400, 5600].map((x) => ({ properties: { highway: 'residential' }, geometry: { type: 'LineString', coordinates: [degrees(x, 500), degrees(x, 400)] } })),
  ])],
  'facilities.geojson': ['facilities', file([{ properties: { name: '卫生站', category: 'health' }, geometry: at(0, 500) }])],
};
const answers = answersOf(new Session());
let port: SolverPort;
const question: SitesQuestion = { category: 'health', objective: 'coverage', count: 1, from: 'junctions', leastSquareMetres: null, seconds: 5, solver: null };
const seek = (asked: Partial<SitesQuestion>) => finish(answers.reachSites({ ...question, solver: port, ...asked }));
const candidates = (bytes: ArrayBuffer | null, name = '候选.geojson') => finish(answers.reachCandidates({ file: bytes && { name, bytes: bytes.slice(0) }, datum: 'CGCS2000' }));

beforeAll(async () => {
  const names = Object.keys(FILES);
  const previews = finish(answers.inspect(names.map((name) => ({ name, bytes: FILES[name]![1] }))));
  finish(answers.load({ files: previews.map(({ fileIndex, guessedFields }) => ({ fileIndex, role: FILES[names[fileIndex]!]![0], fields: guessedFields })) }));
  finish(answers.planOpen({ firstScenario: '方案甲', restore: null }));
  finish(answers.assessOpen({ profile: 'xian', own: [], references: [], asOf: '2026-11-22', averagePayYuan: null }));
  expect(() => seek({})).toThrow('Reach is not open');
  finish(answers.reachOpen({ limit: { by: 'metres', metres: 1000 }, walled: false, mapping: [], facilityDatum: 'CGCS2000' }));
  const exact = await highsForTests();
  port = { onmessage: null, postMessage: (asked: ExactQuestion) => { (port.onmessage as ((event: { data: ExactAnswer }) => void) | null)?.({ data: exact(asked) }); } };
}, 30_000);

describe('sites at any junction', () => {
  it('one: every junction was measured; who is covered already counts for nothing', () => {
    expect(seek({})).toMatchObject({ value: 600, bound: 600, gap: 0, isProved: true, proofBy: 'allMeasured', coveredBefore: 25, coveredAfter: 625, total: 775, boundForAll: true, sites: [{ people: 600, households: 240, id: null, communities: [{ name: '乙社区', people: 600 }] }] });
  });

  it('two: proved by the exact solver; without one by the relaxation, and it is said that none was asked', () => {
    expect(seek({ count: 2 })).toMatchObject({ value: 750, bound: 750, proofBy: 'solver', solver: 'optimal', coveredAfter: 775 });
    expect(seek({ count: 2, solver: null })).toMatchObject({ value: 750, bound: 750, isProved: true, proofBy: 'relaxation', solver: 'notAsked' });
  });

  it('a solver that can’t be had is told of, the bound stays', () => {
    const none: SolverPort = { onmessage: null, postMessage: () => { (none.onmessage as ((event: { data: ExactAnswer }) => void) | null)?.({ data: { status: 'unavailable', bound: null, chosen: null } }); } };
    expect(seek({ count: 2, solver: none })).toMatchObject({ value: 750, bound: 750, isProved: true, proofBy: 'relaxation', solver: 'unavailable' });
  });

  it('fewest for all, and the shortest mean walk', () => {
    expect(seek({ objective: 'coverAll' })).toMatchObject({ value: 2, bound: 2, isProved: true, coveredAfter: 775, cannotBeCovered: 0 });
    const mean = seek({ objective: 'median', count: 1 });
    expect(mean).toMatchObject({ isProved: true, proofBy: 'solver', notReached: 0, cutoffMetres: null });
    expect(mean.meanMetresAfter).toBeCloseTo(mean.value, 6);
    expect(mean.meanMetresAfter!).toBeLessThan(mean.meanMetresBefore!);
    expect(mean.sites[0]!.metres).toBeCloseTo(mean.meanMetresBefore! - mean.meanMetresAfter!, 6);
  });
});

describe('candidates of a file', () => {
  it('none is loaded: nothing is told, and siting among them throws', () => {
    expect(candidates(null)).toBeNull();
    expect(() => seek({ from: 'places' })).toThrow('No file of candidates');
  });

  it('points and parcels with their areas, hung on the streets with their offset', () => {
    const view = candidates(CANDIDATES)!;
    expect(view).toMatchObject({ file: '候选.geojson', places: 5, outlineAreas: 1, unplaced: 0, snap: { points: 5, unsnapped: 1 }, problems: [] });
    expect(view.areas.map((area) => area && Math.round(area / 100))).toEqual([20, 3, null, 18, 90]);
    const { sites, leftOut, candidates: taken } = seek({ from: 'places', count: 1 });
    expect([leftOut, taken]).toEqual([{ tooSmall: 0, areaUnknown: 0, offStreet: 1 }, 4]);
    expect(sites[0]).toMatchObject({ id: '大', people: 600, areaSquareMetres: 2000 });
    expect(sites[0]!.offStreetMetres).toBeCloseTo(20, 0);
  });

  it('those too small or of unknown area are left out and counted by why', () => {
    const { sites, leftOut, candidates: taken, ...told } = seek({ from: 'places', count: 3, leastSquareMetres: 1000 });
    expect([leftOut, taken]).toEqual([{ tooSmall: 1, areaUnknown: 1, offStreet: 1 }, 2]);
    expect(sites.map(({ id, people }) => [id, people])).toEqual([['大', 600], ['轮廓', 150]]);
    expect(told).toMatchObject({ value: 750, isProved: true, boundForAll: true });
    expect(seek({ from: 'places', count: 1, leastSquareMetres: 1e6 })).toMatchObject({ sites: [], value: 0, leftOut: { tooSmall: 4, areaUnknown: 1 } });
  });

  it('a file of which nothing can be used says so and does not take the place of one that can', () => {
    for (const bad of ['{"type":"FeatureCollection","features":[]}', '{"half', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":1},"geometry":null}]}']) {
      expect(candidates(new TextEncoder().encode(bad).buffer, 'bad.geojson')).toMatchObject({ file: 'bad.geojson', places: 0 });
    }
    expect(candidates(null)).toMatchObject({ file: '候选.geojson', places: 5 });
  });
});

describe('the gain map', () => {
  it('is measured once for the same streets, homes, facilities and limit, and anew where one is another', () => {
    const open = (metres: number, mapping: [string, string][] = []) => finish(answers.reachOpen({ limit: { by: 'metres', metres }, walled: false, mapping, facilityDatum: 'CGCS2000' }));
    const phases = (work: Work<unknown>) => {
      const seen = new Set<string>();
      for (let step = work.next(); step.done !== true; step = work.next()) seen.add(step.value.phase);
      return seen;
    };
    const isMeasured = () => [phases(answers.reachGains({ category: 'health' })), phases(answers.reachSites({ ...question, count: 2 }))].map((seen) => seen.has('sitingGains'));
    open(999);
    expect(isMeasured()).toEqual([true, false]);
    expect(isMeasured()).toEqual([false, false]);
    open(998);
    expect(isMeasured()).toEqual([true, false]);
    // Counted again with the former limit: what was measured for it stands. The clinic read as something else covers nobody.
    open(999);
    expect(isMeasured()).toEqual([false, false]);
    open(999, [['health', 'post']]);
    expect(isMeasured()).toEqual([true, false]);
    expect(seek({ count: 2 })).toMatchObject({ coveredBefore: 0, total: 775 });
    open(1000);
    expect(seek({ count: 2 })).toMatchObject({ value: 750, coveredBefore: 25 });
  });

  it('tells for each junction whom one site would newly cover, the best first', () => {
    const { most, useful, top, classes, geojson } = finish(answers.reachGains({ category: 'health' }));
    const { features } = JSON.parse(new TextDecoder().decode(geojson)) as { features: { properties: { gain: number; class: number }; geometry: { coordinates: [number, number] } }[] };
    expect([most, features.length, top[0]!.people]).toEqual([600, useful, 600]);
    expect(Math.max(...features.map(({ properties }) => properties.gain))).toBe(600);
    for (const { properties } of features) expect(properties.class).toBe(classOf(properties.gain, classes));
    expect(features.some(({ geometry }) => Math.abs(geometry.coordinates[0] - top[0]!.at[0]) < 1e-6 && Math.abs(geometry.coordinates[1] - top[0]!.at[1]) < 1e-6)).toBe(true);
    expect(top.map(({ people }) => people)).toEqual([...top.map(({ people }) => people)].sort((a, b) => b - a));
  });

  it('a category that nobody has: everybody is left; classes are whole, ascending, at most five', () => {
    expect(finish(answers.reachGains({ category: 'nothing' })).most).toBe(600);
    for (const high of [0, 1, 2, 7, 99, 1_000, 33_740, 1e7]) {
      const classes = gainClasses(high);
      expect(classes.length).toBeLessThanOrEqual(5);
      expect(classes).toEqual([...new Set(classes)].sort((a, b) => a - b));
      expect(classes.every((low) => Number.isInteger(low) && low >= 1 && low <= high)).toBe(true);
      if (high > 0) expect(classOf(high, classes)).toBe(classes.length - 1);
    }
    expect(gainClasses(NaN)).toEqual([]);
  });
});
