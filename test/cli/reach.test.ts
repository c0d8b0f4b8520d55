/** `sizhi reach` as others rely on it: keys, numbers, exit codes, one line per problem. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lengthMillimetres } from '../../src/core/network/edgeLength.ts';
import { osmPbf, type PbfShape } from '../builders/osmPbf.ts';
import { stepsAt } from '../builders/network.ts';
import { toggleValue, WALK_V1_CHOICES } from '../../src/core/network/walkChoices.ts';
import { addCategory, setBasic } from '../../src/core/network/editTree.ts';
import { SEED_TREE } from '../../src/io/streets/seedTree.ts';
import { writeProject } from '../../src/io/project/writeProject.ts';
import { aProject } from '../builders/project.ts';
import { buildCli } from '../tools/build-cli.ts';

interface ReachJson {
  graph: { vertices: number; edges: number; edgeListSha256: string; components: number; largestShare: number };
  origins: { id: string; minutes: number | null; metres: number; vertices: number; junctions: number; sumDistanceMillimetres: number; reachedLengthMillimetres: number; idsSha256: string; households?: number }[];
  coverage: { category: string; community: string; households: number; people: number; coveredHouseholds: number; coveredPeople: number; rate: number | null }[];
  circle: { community: string; complete: boolean | 'unknown'; missing: string[]; noData: string[] }[];
  openReading?: { coverage: ReachJson['coverage'] };
  project?: { name: string; categories: string; walkAltered: string[]; gates: number };
  reading: string;
  rule: { basic: string[] };
  walls?: { withoutGate: string[]; cuts: number };
  limit: { metres: number; basis: string } | null;
  pockets: { category: string; people: number }[];
  unmappedCategories: { word: string; count: number }[];
  problems: { code: string }[];
}

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sizhi-reach-'));
  program = await buildCli(join(folder, 'program'));
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function sizhi(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'reach', ...argv], { encoding: 'utf8' });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as ReachJson };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const degrees = (east: number, north: number): [number, number] => stepsAt(east, north).map((steps) => steps / 1e7) as [number, number];
const point = (east: number, north: number, properties: Record<string, unknown>) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: degrees(east, north) } });
const box = ([west, south, east, north]: [number, number, number, number], properties: Record<string, unknown>) =>
  ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]].map(([x, y]) => degrees(x!, y!))] } });
const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features });

/** A street of 3 km, a node every 100 m with ids from 1001; a side street at 1 km behind a private gate. */
const nodes: PbfShape['nodes'] = [
  ...Array.from({ length: 31 }, (_, k) => ({ id: 1001 + k, lng: degrees(k * 100, 0)[0], lat: degrees(0, 0)[1] })),
  { id: 2001, lng: degrees(1000, 0)[0], lat: degrees(0, 50)[1], tags: { barrier: 'gate', access: 'private' } },
  { id: 2002, lng: degrees(1000, 0)[0], lat: degrees(0, 100)[1] },
];
const ways = [{ id: 1, refs: nodes.slice(0, 31).map(({ id }) => id), tags: { highway: 'residential' } }, { id: 2, refs: [1011, 2001, 2002], tags: { highway: 'service' } }];
const streets = () => file('streets.osm.pbf', osmPbf({ nodes, ways }));
const hash = (ids: number[]) => createHash('sha256').update(ids.join('\n')).digest('hex');

describe('sizhi reach', { timeout: 60_000 }, () => {
  it('counts, fingerprints and reached sets of a node, as walk-v1 says', () => {
    const nodesOut = join(folder, 'nodes.csv');
    const run = sizhi('--streets', streets(), '--node', '1011', '--json', '--nodes', nodesOut);
    expect(run.status).toBe(0);
    const { graph, origins } = run.json();
    expect(graph).toMatchObject({ vertices: 33, edges: 32, components: 1, largestShare: 1 });
    const mm = (a: number, b: number) => lengthMillimetres(...stepsAt(a, 0), ...stepsAt(b, 0));
    expect(origins.map(({ id, minutes, metres }) => [id, minutes, metres])).toEqual([['1011', 5, 360], ['1011', 10, 720], ['1011', 15, 1080]]);
    const ids = [1008, 1009, 1010, 1011, 1012, 1013, 1014, 2001, 2002];
    expect(origins[0]).toMatchObject({ vertices: 9, junctions: 2, idsSha256: hash(ids) });
    expect(origins[0]!.reachedLengthMillimetres).toBe(360_000 * 2 + lengthMillimetres(...stepsAt(1000, 0), ...stepsAt(1000, 50)) + lengthMillimetres(...stepsAt(1000, 50), ...stepsAt(1000, 100)));
    const rows = readFileSync(nodesOut, 'utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(rows[0]).toBe('origin,node,distanceMillimetres');
    // At 15 minutes one end of the street is reached and the other is not.
    expect(rows).toHaveLength(1 + 11 + 10 + 2);
    expect(rows).toContain(`"1011",1010,${mm(900, 1000)}`);
  });

  it('gates of OSM bar the way when asked', () => {
    const { graph, origins } = sizhi('--streets', streets(), '--gates', 'osm', '--node', '1011', '--metres', '200', '--json').json();
    expect(graph).toMatchObject({ vertices: 31, edges: 30 });
    expect(origins).toMatchObject([{ minutes: null, metres: 200, vertices: 5, idsSha256: hash([1009, 1010, 1011, 1012, 1013]) }]);
  });

  it('from a place: the way to the street counts; the drawn area is written', () => {
    const out = join(folder, 'iso.geojson');
    const run = sizhi('--streets', streets(), '--from', degrees(1500, 20).join(','), '--minutes', '5', '--speed', '1', '--json', '--out', out);
    expect(run.status).toBe(0);
    // 300 m less the 20 m to the street: five nodes, the third at the foot.
    expect(run.json().origins).toMatchObject([{ minutes: 5, metres: 300, vertices: 5, sumDistanceMillimetres: expect.closeTo(5 * 20_000 + 600_000, -3) as number }]);
    const written = JSON.parse(readFileSync(out, 'utf8')) as { features: { geometry: { type: string }; properties: { minutes: number } }[] };
    expect(written.features.map(({ geometry, properties }) => [geometry.type, properties.minutes])).toEqual([['MultiPolygon', 5]]);
  });

  const communities = () => file('communities.geojson', collection([box([-50, -100, 1500, 300], { code: '990117001001', 类型: 'urban' }), box([1500, -100, 3050, 300], { code: '990117001002', 类型: 'rural' })]));
  const homes = () => file('homes.geojson', collection([0, 500, 2900].map((x, k) => point(x, 10, { name: `楼${k}`, households: 10 * (k + 1), people: 30 }))));

  it('coverage by community, along the streets; the circle is unknown without data; words nobody has mapped are told', () => {
    const facilities = file('facilities.csv', `名称,类别,经度,纬度\n甲,卫生服务站,${degrees(0, 0).join(',')}\n乙,超市,${degrees(2900, 0).join(',')}\n丙,天文台,${degrees(10, 0).join(',')}\n`);
    const run = sizhi('--streets', streets(), '--facilities', facilities, '--homes', homes(), '--communities', communities(), '--json');
    expect(run.status).toBe(0);
    const { coverage, circle, limit, origins, pockets, unmappedCategories } = run.json();
    expect(limit).toMatchObject({ metres: 1000, basis: 'profile' });
    expect(coverage.filter(({ category }) => category === 'health')).toMatchObject([
      { community: '990117001001', households: 30, people: 60, coveredHouseholds: 30, coveredPeople: 60, rate: 1 }, { community: '990117001002', households: 30, coveredHouseholds: 0, rate: 0 },
    ]);
    expect(coverage.find(({ category }) => category === 'policeRoom')).toMatchObject({ rate: null });
    expect(circle).toMatchObject([{ community: '990117001001', complete: 'unknown' }, { complete: 'unknown' }]);
    expect(circle[0]!.noData).toContain('policeRoom');
    expect(origins.map(({ id, minutes }) => `${id} ${minutes!}`)).toContain('甲 15');
    // Homes 500 m apart: one place would serve both.
    expect(pockets.filter(({ category }) => category === 'dailyGoods').map(({ people }) => people)).toEqual([60]);
    expect(unmappedCategories).toEqual([{ word: '天文台', count: 1 }]);
    expect(run.stderr).toContain('天文台');
  });

  it('walls: both readings side by side, compounds without a gate by name', () => {
    const compounds = file('compounds.geojson', collection([box([400, 5, 600, 60], { name: '墙内小区', households: 10, people: 30 }), box([2400, 5, 2600, 60], { name: '无门小区', households: 5, people: 9 })]));
    const gates = file('gates.geojson', collection([point(500, 60, { access: 'residents', compound: '墙内小区' })]));
    const facilities = file('facilities.geojson', collection([point(500, 0, { name: '甲', category: 'health' })]));
    const args = ['--streets', streets(), '--facilities', facilities, '--communities', communities(), '--compounds', compounds, '--gates', gates, '--json'];
    const { coverage, openReading, walls } = sizhi(...args, '--metres', '60').json();
    const health = (rows: ReachJson['coverage']) => rows.filter(({ category }) => category === 'health').map(({ coveredHouseholds }) => coveredHouseholds);
    // The gate is at the back: 27 m to it and 60 m more to the street.
    expect(health(coverage)).toEqual([0, 0]);
    expect(health(openReading!.coverage)).toEqual([10, 0]);
    expect(health(sizhi(...args, '--metres', '120').json().coverage)).toEqual([10, 0]);
    expect(walls).toMatchObject({ withoutGate: ['无门小区'], cuts: 0 });
  });

  it('a project: its categories, walking rules, gates and limit hold where the call says nothing else', () => {
    const reach = { limit: { by: 'metres', metres: 60 }, gates: [{ at: degrees(500, 5), access: 'open' }], categories: setBasic(addCategory(SEED_TREE, '天文台', 'commerce'), '天文台', true), walk: toggleValue(WALK_V1_CHOICES, 'classes', 'service', false) };
    const project = file('plan.sizhi', writeProject(aProject(undefined, { profile: { reach } })));
    const compounds = file('compounds.geojson', collection([box([400, 5, 600, 60], { name: '墙内小区', households: 10, people: 30 })]));
    const facilities = file('facilities.geojson', collection([point(500, 0, { name: '甲', category: '天文台' })]));
    const args = ['--streets', streets(), '--facilities', facilities, '--communities', communities(), '--compounds', compounds, '--json'];
    const run = sizhi(...args, '--project', project);
    const { graph, coverage, circle, rule, limit, walls, reading, unmappedCategories, project: used } = run.json();
    expect(run.stderr).toContain('plan.sizhi');
    expect(used).toMatchObject({ name: '示例区', categories: 'own', walkAltered: ['classes'], gates: 1 });
    // The side street is of a class that the project does not walk.
    expect([graph.vertices, sizhi(...args).json().graph.vertices]).toEqual([31, 33]);
    expect(limit).toMatchObject({ metres: 60, basis: 'project' });
    expect([reading, walls!.withoutGate]).toEqual(['walled', []]);
    expect(coverage.filter(({ category }) => category === '天文台').map(({ coveredHouseholds }) => coveredHouseholds)).toEqual([10, 0]);
    expect(rule.basic).toContain('天文台');
    expect([...circle[0]!.noData, ...circle[0]!.missing]).not.toContain('天文台');
    expect(unmappedCategories).toEqual([]);
    expect(sizhi(...args, '--project', project, '--metres', '10').json()).toMatchObject({ limit: { metres: 10, basis: 'call' } });
    const without = sizhi(...args).json();
    expect([without.reading, without.unmappedCategories, without.project]).toEqual(['open', [{ word: '天文台', count: 1 }], undefined]);
  });

  it('a project that is none, or that keeps nonsense of walking: refused, with what was found', () => {
    const refused = (path: string) => { const { status, stderr } = sizhi('--streets', streets(), '--node', '1011', '--project', path); return [status, stderr.trim()]; };
    expect(refused(file('none.sizhi', 'no project'))).toEqual([2, expect.stringContaining('none.sizhi')]);
    const bad = file('bad.sizhi', writeProject(aProject(undefined, { profile: { reach: { gates: [{ at: [1, 200], access: 'open' }] } } })));
    expect(refused(bad)).toEqual([2, expect.stringMatching(/bad\.sizhi: .*gates\[0\]\.at\[1\].*200/)]);
  });

  it('streets as lines, words for a person in either language', () => {
    const lines = file('lines.geojson', collection([{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [degrees(0, 0), degrees(900, 0)] } }]));
    const run = sizhi('--streets', lines, '--from', degrees(100, 0).join(','), '--lang', 'en');
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('Walking network: 2 vertices, 1 edges');
    expect(run.stderr).toContain('all are taken as walkable');
    expect(sizhi('--streets', lines, '--from', degrees(100, 0).join(',')).stdout).toContain('步行网');
  });

  it.each([
    ['cut', () => osmPbf({ nodes, ways }).subarray(0, -20), 'cut'],
    ['of the planet', () => osmPbf({ nodes, ways, bounds: [-180, -90, 180, 90] }), 'tooWide'],
    ['compressed otherwise', () => osmPbf({ nodes, ways, compression: 'lz4' }), 'compression'],
    ['with a feature unknown', () => osmPbf({ nodes, ways, required: ['LocationsOnWays'] }), 'requiredFeature'],
    ['o5m', () => Uint8Array.of(0xff, 0xe0, 4, 0x6f, 0x35, 0x6d, 0x32), 'notStreets'],
    ['XML', () => '<?xml version="1.0"?><osm version="0.6"/>', 'notStreets'],
    ['empty', () => '', 'empty'],
  ])('a file %s: exit 2, one line that names it', (_, content, code) => {
    const path = file('bad.osm.pbf', content());
    const run = sizhi('--streets', path, '--node', '1011', '--json');
    expect(run.status).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain(path);
    expect(run.json().problems).toMatchObject([{ code, severity: 'refused' }]);
  });

  it.each([
    [[]], [['--streets', 'nowhere.pbf']], [['--streets', 'STREETS', '--node', '7']], [['--streets', 'STREETS', '--node', 'x']], [['--streets', 'STREETS', '--from', '34.2,108.9']], [['--streets', 'STREETS', '--from', '1']],
    [['--streets', 'STREETS', '--from', '100,10']], [['--streets', 'STREETS', '--node', '1011', '--minutes', '0']], [['--streets', 'STREETS', '--node', '1011', '--speed', '1', '--metres', '5']],
    [['--streets', 'STREETS', '--node', '1011', '--profile', 'nothing']], [['--streets', 'STREETS', '--gates', 'g.geojson']], [['--streets', 'STREETS', '--datum', 'WGS72']], [['more']],
    [['--streets', 'STREETS', '--node', '1', '--from', '109,34']],
  ])('a wrong call is refused with a sentence: %j', (argv) => {
    const run = sizhi(...argv.map((arg) => (arg === 'STREETS' ? streets() : arg)));
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^sizhi: .{8}/);
  });

  it('facilities at sea, facilities with latitude first, an island network', () => {
    const sea = file('sea.geojson', collection([point(0, 90_000, { name: '甲', category: 'health' })]));
    const run = sizhi('--streets', streets(), '--facilities', sea, '--homes', homes(), '--communities', communities(), '--json');
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('挂不上路网');
    expect(run.json().coverage.every(({ rate }) => rate === null)).toBe(true);
    const swapped = file('swapped.geojson', collection([{ type: 'Feature', properties: { category: 'health' }, geometry: { type: 'Point', coordinates: [34.2, 108.9] } }]));
    expect(sizhi('--streets', streets(), '--facilities', swapped).status).toBe(2);
    const islands = file('islands.osm.pbf', osmPbf({ nodes, ways: Array.from({ length: 15 }, (_, k) => ({ id: k, refs: [1001 + 2 * k, 1002 + 2 * k], tags: { highway: 'path' } })) }));
    expect(sizhi('--streets', islands, '--node', '1001').stderr).toContain('不连通');
  });

  it('help needs no file', () => {
    const { status, stdout } = sizhi('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('sizhi reach');
  });
});
