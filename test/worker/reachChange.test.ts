/** Who gains and who loses by reach, from files to the page's answer: two communities on a street, four homes, one facility; all by hand. */
import { beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../src/core/progress.ts';
import type { Command } from '../../src/core/plan/command.ts';
import type { LayerRole } from '../../src/worker/protocol.ts';
import { WHOLE_CIRCLE, type ReachChange } from '../../src/worker/reachChangeProtocol.ts';
import { answersOf, Session } from '../../src/worker/session.ts';
import { stepsAt } from '../builders/network.ts';

type Metres = readonly [east: number, north: number];
const degrees = (east: number, north: number): [number, number] => { const [x, y] = stepsAt(east, north); return [x / 1e7, y / 1e7]; };
const box = ([west, south]: Metres, [east, north]: Metres) => ({ type: 'Polygon', coordinates: [[degrees(west, south), degrees(east, south), degrees(east, north), degrees(west, north), degrees(west, south)]] });
const file = (features: readonly { properties: object; geometry: object }[]) => new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: features.map((each) => ({ type: 'Feature', ...each })) })).buffer;

/** East of the origin; each stands 10 m off the street. Households double from home to home, people are two and a half each. */
const HOMES = [200, 1400, 2600, 3800];
const FILES: Record<string, [role: LayerRole, bytes: ArrayBuffer]> = {
  'communities.geojson': ['communities', file([
    { properties: { name: '甲社区', code: 'A' }, geometry: box([0, 0], [2000, 1000]) }, { properties: { name: '乙社区', code: 'B' }, geometry: box([2000, 0], [4000, 1000]) },
  ])],
  'buildings.geojson': ['atoms', file(HOMES.map((x, k) => ({ properties: { id: `楼${k + 1}`, name: `楼${k + 1}`, households: 10 * 2 ** k, population: 25 * 2 ** k }, geometry: box([x - 5, 505], [x + 5, 515]) })))],
  'streets.geojson': ['streets', file([{ properties: { highway: 'residential' }, geometry: { type: 'LineString', coordinates: Array.from({ length: 41 }, (_, k) => degrees(100 * k, 500)) } }])],
  'facilities.geojson': ['facilities', file([{ properties: { name: '卫生站', category: 'health' }, geometry: { type: 'Point', coordinates: degrees(0, 500) } }])],
};
const stamp = { by: '', when: '2026-01-01T00:00:00.000Z' };
const answers = answersOf(new Session());
const compare = (a: number, b: number) => finish(answers.reachCompare({ a, b }));
const homes = (a: number, b: number, subject = 'health') => finish(answers.reachChangedHomes({ a, b, subject }));
const did = (command: Command): number => {
  const answer = finish(answers.planCommit({ command, stamp }));
  if ('rejection' in answer) throw new Error(JSON.stringify(answer.rejection));
  return answer.state.head;
};
const line = (change: ReachChange, subject: string) => change.subjects.find(({ id }) => id === subject)!;
const row = (change: ReachChange, name: string, subject = 'health') => {
  const found = change.communities.find(({ nameBefore, nameAfter }) => (nameAfter ?? nameBefore) === name)!;
  return { ...found, line: found.lines[change.subjects.findIndex(({ id }) => id === subject)]! };
};
let placed: number;

beforeAll(() => {
  const names = Object.keys(FILES);
  const previews = finish(answers.inspect(names.map((name) => ({ name, bytes: FILES[name]![1] }))));
  finish(answers.load({ files: previews.map(({ fileIndex, guessedFields }) => ({ fileIndex, role: FILES[names[fileIndex]!]![0], fields: guessedFields })) }));
  finish(answers.planOpen({ firstScenario: '方案甲', restore: null }));
  finish(answers.assessOpen({ profile: 'xian', own: [], references: [], asOf: '2026-11-22', averagePayYuan: null }));
}, 30_000);

describe('between two revisions', () => {
  test('nothing is told before reach is open', () => {
    expect(() => compare(0, 0)).toThrow('Reach is not open');
    finish(answers.reachOpen({ limit: { by: 'metres', metres: 1000 }, walled: false, mapping: [], facilityDatum: 'CGCS2000' }));
  });

  test('nothing changed, nobody gains; how it was counted is said; what has no data is unknown', () => {
    const same = compare(0, 0);
    expect(same).toMatchObject({ reading: 'open', limitMetres: 1000, minutes: null, speedMetresPerSecond: null });
    expect(line(same, 'health').whole).toMatchObject({ before: { households: 10, people: 25 }, after: { households: 10, people: 25 }, gained: { people: 0 }, lost: { people: 0 } });
    expect(line(same, 'foodMarket')).toMatchObject({ basic: true, facilitiesBefore: 0, facilitiesAfter: 0, whole: { before: null, after: null, gained: null, lost: null } });
    expect(line(same, WHOLE_CIRCLE).whole.before).toBeNull();
    expect(same).toMatchObject({ circleBefore: { communities: 2, complete: 0, unknown: 2 }, circleAfter: { communities: 2, complete: 0, unknown: 2 } });
    expect(homes(0, 0).homes).toEqual([]);
  });

  test('a facility placed: exactly the homes within 1,000 m of it gain', () => {
    placed = did({ type: 'placeFacility', category: 'health', name: '新站', at: degrees(2300, 500) });
    const change = compare(0, placed);
    expect(line(change, 'health')).toMatchObject({ facilitiesBefore: 1, facilitiesAfter: 2, whole: { before: { households: 10 }, after: { households: 70, people: 175 }, gained: { households: 60, people: 150 }, lost: { households: 0, people: 0 } } });
    expect(row(change, '甲社区').line).toMatchObject({ before: { people: 25 }, after: { people: 75 }, gained: { people: 50 }, movedIn: { people: 0 } });
    expect(row(change, '乙社区').line).toMatchObject({ before: { people: 0 }, after: { people: 100 }, gained: { people: 100 } });
    const told = homes(0, placed);
    expect(told.homes.map(({ name, change: way, communityAfter, metresBefore, metresAfter }) => [name, way, communityAfter, Math.round(metresBefore! / 10), Math.round(metresAfter! / 10)])).toEqual([
      ['楼3', 'gained', '乙社区', 261, 31], ['楼2', 'gained', '甲社区', 141, 91],
    ]);
    const drawn = JSON.parse(new TextDecoder().decode(told.homesGeoJson)) as { features: { properties: object; geometry: { type: string } }[] };
    expect(drawn.features.map(({ properties, geometry }) => [properties, geometry.type])).toEqual([[{ id: 2, change: 'gained' }, 'Polygon'], [{ id: 1, change: 'gained' }, 'Polygon']]);
    expect(states(told.facilitiesGeoJson)).toEqual([['卫生站', 'kept'], ['新站', 'added']]);
    expect(homes(0, placed, WHOLE_CIRCLE).homes).toEqual([]);
  });

  test('moved on, it serves others instead; taken away, its own lose it; the other way round they gain', () => {
    const moved = did({ type: 'moveFacility', facility: '拟建-1', to: degrees(3000, 500) });
    expect(homes(placed, moved).homes.map(({ name, change }) => [name, change])).toEqual([['楼4', 'gained'], ['楼2', 'lost']]);
    expect(states(homes(placed, moved).facilitiesGeoJson)).toEqual([['卫生站', 'kept'], ['新站', 'removed'], ['新站', 'added']]);
    expect(line(compare(placed, moved), 'health').whole).toMatchObject({ before: { people: 175 }, after: { people: 325 }, gained: { people: 200 }, lost: { people: 50 } });
    const removed = did({ type: 'removeFacility', facility: '拟建-1' });
    expect(line(compare(moved, removed), 'health').whole).toMatchObject({ after: { people: 25 }, lost: { people: 300 } });
    expect(line(compare(removed, moved), 'health').whole).toMatchObject({ before: { people: 25 }, gained: { people: 300 }, lost: { people: 0 } });
  });

  test('a category that has none but the one proposed: who has it now is told, who gains is unknown', () => {
    const placedMarket = did({ type: 'placeFacility', category: 'foodMarket', name: '菜市', at: degrees(0, 500) });
    expect(line(compare(0, placedMarket), 'foodMarket')).toMatchObject({ facilitiesBefore: 0, facilitiesAfter: 1, whole: { before: null, after: { people: 25 }, gained: null, lost: null } });
    expect(homes(0, placedMarket, 'foodMarket').homes).toEqual([]);
  });

  test('a boundary changed: homes change communities, nobody gains or loses', () => {
    const merged = did({ type: 'merge', communities: ['A', 'B'], into: 'A' });
    const change = compare(0, merged);
    expect(line(change, 'health').whole).toMatchObject({ before: { people: 25 }, after: { people: 25 }, gained: { people: 0 }, lost: { people: 0 } });
    expect(row(change, '甲社区')).toMatchObject({ unitAfter: 0, line: { livingBefore: { people: 75 }, livingAfter: { people: 375 }, before: { people: 25 }, after: { people: 25 }, movedIn: { people: 0 } } });
    expect(row(change, '乙社区')).toMatchObject({ unitAfter: null, circleAfter: null, line: { livingAfter: { people: 0 }, after: { people: 0 } } });
    expect(change.circleAfter.communities).toBe(1);
  });
});

function states(geojson: ArrayBuffer): [string, string][] {
  const { features } = JSON.parse(new TextDecoder().decode(geojson)) as { features: { properties: { name: string; state: string } }[] };
  return features.map(({ properties: { name, state } }) => [name, state]);
}
