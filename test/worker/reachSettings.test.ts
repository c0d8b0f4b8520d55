/** Settings of reach from files to the page's answer: words, categories, the walk filter, gates set by hand. A street, a compound beside it with a path within, one facility. */
import { beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../src/core/progress.ts';
import { IGNORED } from '../../src/core/network/categoryTree.ts';
import { addCategory, setBasic } from '../../src/core/network/editTree.ts';
import { toggleValue, WALK_V1_CHOICES } from '../../src/core/network/walkChoices.ts';
import { SEED_TREE } from '../../src/io/streets/seedTree.ts';
import type { LayerRole } from '../../src/worker/protocol.ts';
import type { ReachSettings, ReachState } from '../../src/worker/reachProtocol.ts';
import { answersOf, Session } from '../../src/worker/session.ts';
import { stepsAt } from '../builders/network.ts';

const degrees = (east: number, north: number): [number, number] => { const [x, y] = stepsAt(east, north); return [x / 1e7, y / 1e7]; };
const box = (west: number, south: number, east: number, north: number) => ({ type: 'Polygon', coordinates: [[degrees(west, south), degrees(east, south), degrees(east, north), degrees(west, north), degrees(west, south)]] });
const line = (highway: string, ...coordinates: [number, number][]) => ({ properties: { highway }, geometry: { type: 'LineString', coordinates } });
const file = (features: readonly { properties: object; geometry: object }[]) => new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: features.map((each) => ({ type: 'Feature', ...each })) })).buffer;
const facility = (name: string, category: string, east: number) => ({ properties: { name, category }, geometry: { type: 'Point', coordinates: degrees(east, 500) } });

const FILES: Record<string, [role: LayerRole, bytes: ArrayBuffer]> = {
  'communities.geojson': ['communities', file([{ properties: { name: '甲社区', code: 'A' }, geometry: box(-50, 0, 1050, 1000) }])],
  'compounds.geojson': ['atoms', file([{ properties: { id: '1', name: '锦园', kind: 'compound', households: 100, population: 250 }, geometry: box(300, 520, 500, 700) }])],
  'streets.geojson': ['streets', file([line('residential', ...Array.from({ length: 11 }, (_, k) => degrees(100 * k, 500))), line('footway', degrees(400, 500), degrees(400, 650)), line('steps', degrees(1000, 500), degrees(1000, 600))])],
  'facilities.geojson': ['facilities', file([facility('卫生站', 'health', 0), facility('小站一', '邻里小站', 100), facility('小站二', '邻里小站', 200), facility('彩票', '彩票', 300)])],
};
const GATE = degrees(400, 520);
const BASE: ReachSettings = { limit: { by: 'metres', metres: 1000 }, walled: true, mapping: [], facilityDatum: 'CGCS2000' };
const answers = answersOf(new Session());
const counted = (change: Partial<ReachSettings> = {}): ReachState => finish(answers.reachState({ ...BASE, ...change }));
const same = ({ milliseconds: _, ...state }: ReachState) => state;
const has = (state: ReachState, id = 'health') => { const { coveredHouseholds, unknownHouseholds } = state.categories.find((each) => each.id === id)!.count; return unknownHouseholds > 0 ? 'unknown' : coveredHouseholds > 0; };

beforeAll(() => {
  const names = Object.keys(FILES);
  const previews = finish(answers.inspect(names.map((name) => ({ name, bytes: FILES[name]![1] }))));
  finish(answers.load({ files: previews.map(({ fileIndex, guessedFields }) => ({ fileIndex, role: FILES[names[fileIndex]!]![0], fields: guessedFields })) }));
  finish(answers.planOpen({ firstScenario: '方案甲', restore: null }));
  finish(answers.assessOpen({ profile: 'xian', own: [], references: [], asOf: '2026-11-22', averagePayYuan: null }));
}, 30_000);

describe('gates set by hand', () => {
  test('none: the compound’s residents are unknown; each kind says what it says; without it, all is as before', () => {
    const before = counted();
    expect(before.walls).toMatchObject({ compounds: 1, gates: 0, withoutGate: [{ name: '锦园' }], own: [] });
    expect(has(before)).toBe('unknown');
    const by = (access: 'open' | 'residents' | 'closed') => counted({ gates: [{ at: GATE, access }] });
    expect([has(by('open')), has(by('residents')), has(by('closed'))]).toEqual([true, true, false]);
    expect(by('open').walls).toMatchObject({ gates: 1, withoutGate: [], own: [{ compound: '锦园', state: 'used' }] });
    expect(same(counted())).toEqual(same(before));
  });

  test('one after the other, with streets and homes that stand: the same as opened anew with each', () => {
    const at = [GATE, degrees(300, 600), degrees(500, 610), degrees(900, 900)];
    const all = [[0], [0, 1], [1, 2], [1, 2, 3], [2], []].map((list, step) => list.map((k) => ({ at: at[k]!, access: (['open', 'residents', 'closed'] as const)[(k + step) % 3]! })));
    for (const gates of all) {
      const local = counted({ gates });
      finish(answers.reachFile({ kind: 'streets', name: 'streets.geojson', bytes: FILES['streets.geojson']![1] }));
      expect(same(local)).toEqual(same(counted({ gates })));
    }
  });

  test('at no wall: told by its place in the list', () => {
    const { walls } = counted({ gates: [{ at: degrees(900, 900), access: 'open' }, { at: GATE, access: 'open' }] });
    expect(walls).toMatchObject({ gatesAstray: 1, own: [{ compound: null, state: 'astray' }, { compound: '锦园', state: 'used' }] });
  });

  test('takes the place of a gate of a file that stands there', () => {
    finish(answers.reachFile({ kind: 'gates', name: 'gates.geojson', bytes: file([{ properties: { access: 'open', compound: '锦园' }, geometry: { type: 'Point', coordinates: GATE } }]) }));
    expect(has(counted())).toBe(true);
    const shut = counted({ gates: [{ at: degrees(404, 520), access: 'closed' }] });
    expect(has(shut)).toBe(false);
    expect(shut.walls!.gates).toBe(1);
    expect(counted({ gates: [{ at: degrees(430, 520), access: 'closed' }] }).walls!.gates).toBe(2);
  });
});

describe('words of files', () => {
  test('nobody has mapped are told with their file; a mapping counts at once, and is taken back', () => {
    const before = counted();
    expect(before.words.filter(({ by }) => by === null)).toEqual([{ word: '邻里小站', count: 2, files: ['facilities.geojson'], category: null, by: null }, { word: '彩票', count: 1, files: ['facilities.geojson'], category: null, by: null }]);
    const mapped = counted({ mapping: [['邻里小站', 'parcels'], ['彩票', IGNORED]] });
    expect(mapped.categories.find(({ id }) => id === 'parcels')).toMatchObject({ facilities: 2, noData: false, basic: true });
    expect(has(mapped, 'parcels')).toBe(true);
    expect(mapped).toMatchObject({ unmapped: [], ignored: 1 });
    expect(same(counted())).toEqual(same(before));
  });

  test('are read by the project’s own categories', () => {
    const state = counted({ categories: addCategory(SEED_TREE, '邻里小站', 'commerce') });
    expect(state.categories.find(({ id }) => id === '邻里小站')).toMatchObject({ facilities: 2, basic: false });
    expect(state.unmapped).toEqual([['彩票', 1]]);
  });
});

describe('the circle', () => {
  test('asks for what the project adds beside what the rules fix', () => {
    const [plain, added] = [counted(), counted({ categories: setBasic(setBasic(SEED_TREE, 'bank', true), 'health', true) })];
    expect(plain.ownBasic).toEqual([]);
    expect(added.ownBasic).toEqual(['bank']);
    expect(added.rule!.basic).toEqual([...plain.rule!.basic, 'bank']);
    expect(added.categories.find(({ id }) => id === 'bank')).toMatchObject({ basic: true, noData: true });
  });
});

describe('the walk filter', () => {
  test('makes the network anew from the file, says that it is altered, and walk-v1 is as it was', () => {
    const before = counted();
    expect(before.network).toMatchObject({ edges: 12, altered: [] });
    const without = counted({ walk: toggleValue(WALK_V1_CHOICES, 'classes', 'steps', false) });
    expect(without.network).toMatchObject({ edges: 11, altered: ['classes'] });
    expect(same(counted({ walk: WALK_V1_CHOICES }))).toEqual(same(before));
  });

  test('with no street left: told, and distances are straight lines', () => {
    const none = counted({ walk: { ...WALK_V1_CHOICES, classes: ['nowhere'], trunk: 'never' } });
    expect(none.network).toBeNull();
    expect(none.problems.streets).toEqual([expect.objectContaining({ code: 'noStreets', severity: 'refused' })]);
  });
});
