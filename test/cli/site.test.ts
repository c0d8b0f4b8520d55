/** `sizhi site` as others rely on it: keys, figures, exit codes, one line per problem. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lengthMillimetres } from '../../src/core/network/edgeLength.ts';
import { osmPbf } from '../builders/osmPbf.ts';
import { stepsAt } from '../builders/network.ts';
import { toggleValue, WALK_V1_CHOICES } from '../../src/core/network/walkChoices.ts';
import { writeProject } from '../../src/io/project/writeProject.ts';
import { aProject } from '../builders/project.ts';
import { buildCli } from '../tools/build-cli.ts';

interface SiteJson {
  sites: { id: string; candidate: number | null; lng: number; lat: number; gain: number; nearestOf: number; areaSquareMetres: number | null }[];
  value: number; upperBound: number; lowerBound: number; gap: number; seconds: number; proved: boolean; searched: { candidates: number };
  figures: { total: number; coveredBefore: number; coveredAfter: number; cannotBeCovered: number; cannotBeCoveredPoints: string[]; notReached: number | null; meanMetresAfter: number | null };
  excluded: { id: string; reason: string }[];
  notes: string[];
}

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sizhi-site-'));
  program = await buildCli(join(folder, 'program'));
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function sizhi(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'site', ...argv], { encoding: 'utf8' });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as SiteJson };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const degrees = (east: number, north = 0): [number, number] => stepsAt(east, north).map((steps) => steps / 1e7) as [number, number];
const csv = (name: string, header: string, rows: readonly (readonly [string, number, ...(string | number)[]])[]) => file(name, `${header}\n${rows.map(([id, east, ...more]) => [id, ...degrees(east), ...more].join(',')).join('\n')}\n`);
/** Homes along a street of 4 km, a node every 100 m. */
const demand = () => csv('demand.csv', '名称,经度,纬度,人口', [['东', 0, 40], ['中', 1000, 30], ['南', 1150, 25], ['西', 3000, 20], ['远', 3900, 5]]);
const candidates = () => csv('candidates.csv', 'id,lng,lat,面积', [['a', 500, 1200], ['b', 1050, 800], ['c', 3100, 2000], ['d', 3900, '']]);
const base = () => ['--demand', demand(), '--candidates', candidates(), '--limit-metres', '600'];
const streets = () => file('streets.osm.pbf', osmPbf({
  nodes: Array.from({ length: 41 }, (_, k) => ({ id: 101 + k, lng: degrees(k * 100)[0], lat: degrees(0)[1] })),
  ways: [{ id: 1, refs: Array.from({ length: 41 }, (_, k) => 101 + k), tags: { highway: 'residential' } }],
}));
const metres = (a: number, b: number) => lengthMillimetres(...stepsAt(a, 0), ...stepsAt(b, 0)) / 1000;

describe('sizhi site', { timeout: 60_000 }, () => {
  it('coverage as the crow flies: sites, value, bound, gap; the rest beside', () => {
    const run = sizhi(...base(), '--straight', '--count', '2', '--objective', 'coverage', '--seed', '3', '--json');
    expect(run.status).toBe(0);
    const answer = run.json();
    expect(answer).toMatchObject({ value: 95, upperBound: 95, lowerBound: 95, gap: 0, proved: true, figures: { total: 120, coveredBefore: 0, coveredAfter: 95, cannotBeCovered: 0, notReached: null } });
    expect(answer.sites.map(({ id, gain }) => [id, gain])).toEqual([['a', 70], ['b', 25]]);
    expect(answer.sites[0]).toMatchObject({ id: 'a', candidate: 0, gain: 70, areaSquareMetres: 1200 });
    expect([answer.sites[0]!.lng, answer.sites[0]!.lat]).toEqual(degrees(500));
    expect(answer.seconds).toBeGreaterThan(0);
  });

  it('along the streets the same street gives the same; without candidates every junction is one, and the map can be written', () => {
    const along = sizhi(...base(), '--streets', streets(), '--count', '2', '--json').json();
    expect(along).toMatchObject({ value: 95, upperBound: 95, proved: true });
    const [out, gains] = [join(folder, 'sites.geojson'), join(folder, 'gains.csv')];
    const open = sizhi('--demand', demand(), '--streets', streets(), '--limit-metres', '4000', '--count', '1', '--json', '--out', out, '--gains', gains).json();
    // A street without side streets has two junctions, its ends.
    expect(open).toMatchObject({ value: 120, proved: true, sites: [{ candidate: null, gain: 120 }] });
    const rows = readFileSync(gains, 'utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(rows[0]).toBe('node,lng,lat,gain');
    expect(rows.slice(1).map((row) => [row.split(',')[0], row.split(',')[3]]).sort()).toEqual([['101', '120'], ['141', '120']]);
    const written = JSON.parse(readFileSync(out, 'utf8')) as { features: { geometry: { coordinates: number[] }; properties: { id: string } }[] };
    expect(written.features.map(({ properties, geometry }) => [properties.id, geometry.coordinates])).toEqual([[open.sites[0]!.id, [open.sites[0]!.lng, open.sites[0]!.lat]]]);
  });

  it('median: all distances count, the limit only tells who is near', () => {
    const { value, upperBound, lowerBound, sites, figures } = sizhi(...base(), '--straight', '--count', '2', '--objective', 'median', '--json').json();
    const homes = [[0, 40], [1000, 30], [1150, 25], [3000, 20], [3900, 5]] as const;
    const places: [string, number][] = [['a', 500], ['b', 1050], ['c', 3100], ['d', 3900]];
    const mean = (chosen: readonly [string, number][]) => homes.reduce((sum, [at, people]) => sum + people * Math.min(...chosen.map(([, place]) => metres(at, place))), 0) / 120;
    const pairs = places.flatMap((one, k) => places.slice(k + 1).map((other) => [one, other]));
    const best = pairs.reduce((least, pair) => (mean(pair) < mean(least) ? pair : least));
    expect(sites.map(({ id }) => id).sort()).toEqual(best.map(([id]) => id));
    expect(value).toBeCloseTo(mean(best), 6);
    expect([upperBound, lowerBound, figures.meanMetresAfter]).toEqual([value, value, value]);
  });

  it('cover all needs no count, counts what stands, and names who cannot be covered', () => {
    const existing = csv('existing.csv', 'name,lng,lat', [['站', 3000]]);
    const answer = sizhi('--demand', demand(), '--candidates', csv('few.csv', 'id,lng,lat', [['a', 400], ['b', 1050], ['c', 3100]]), '--straight', '--limit-metres', '450', '--objective', 'cover-all', '--existing', existing, '--json').json();
    expect(answer).toMatchObject({ value: 2, upperBound: 2, lowerBound: 2, proved: true, figures: { coveredBefore: 20, coveredAfter: 115, cannotBeCovered: 5, cannotBeCoveredPoints: ['远'] } });
    expect(answer.sites.map(({ id, gain }) => [id, gain])).toEqual([['b', 55], ['a', 40]]);
  });

  it('floor area: too small, unknown and excluded candidates are left out, each with its reason', () => {
    const answer = sizhi(...base(), '--straight', '--count', '3', '--area', '1000', '--exclude', 'c', '--json').json();
    expect(answer.excluded).toEqual([{ id: 'b', reason: 'tooSmall' }, { id: 'c', reason: 'named' }, { id: 'd', reason: 'areaUnknown' }]);
    expect(answer.sites.map(({ id }) => id)).toEqual(['a']);
    const parcels = file('parcels.geojson', { type: 'FeatureCollection', features: [
      { type: 'Feature', properties: { name: '地块甲' }, geometry: { type: 'Polygon', coordinates: [[degrees(450, -50), degrees(550, -50), degrees(550, 50), degrees(450, 50), degrees(450, -50)]] } },
    ] });
    const [parcel] = sizhi('--demand', demand(), '--candidates', parcels, '--straight', '--limit-metres', '600', '--count', '1', '--area', '9900', '--json').json().sites;
    expect(parcel).toMatchObject({ id: '地块甲', gain: 70 });
    expect(parcel!.areaSquareMetres).toBeGreaterThan(9_900);
    expect(parcel!.areaSquareMetres).toBeLessThan(10_100);
  });

  it('the same seed and steps print the same', () => {
    const call = [...base(), '--straight', '--count', '2', '--seed', '8', '--steps', '50', '--seconds', '0', '--json'];
    const strip = (text: string) => text.replace(/"seconds":[\d.]+/, '');
    expect(strip(sizhi(...call).stdout)).toBe(strip(sizhi(...call).stdout));
  });

  it('in words, in both languages', () => {
    const zh = sizhi(...base(), '--straight', '--count', '2');
    expect(zh.stdout).toContain('新增覆盖 95（600 m 以内，2 处）');
    expect(zh.stdout).toContain('已证明');
    const en = sizhi(...base(), '--straight', '--count', '4', '--lang', 'en', '--objective', 'median');
    expect(en.stdout).toMatch(/mean distance \d+\.\d m with 4 sites\nProved/);
    expect(en.status).toBe(0);
  });

  it('a project’s walking rules hold for the streets, and it is said', () => {
    const project = (highway: string) => file('plan.sizhi', writeProject(aProject(undefined, { profile: { reach: { walk: toggleValue(WALK_V1_CHOICES, 'classes', highway, false) } } })));
    const args = [...base(), '--streets', streets(), '--count', '2', '--json'];
    const run = sizhi(...args, '--project', project('steps'));
    expect(run.json()).toMatchObject({ value: 95, project: { name: '示例区', walkAltered: ['classes'] } });
    expect(run.stderr).toContain('plan.sizhi');
    const none = sizhi(...args, '--project', project('residential'));
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('没有一条可步行的道路')]);
    expect(sizhi(...base(), '--straight', '--count', '1', '--project', project('steps')).status).toBe(2);
  });

  it('bad input: file, row, column, found and expected; exit 2', () => {
    const refused = (expected: RegExp, ...argv: string[]) => {
      const { status, stderr } = sizhi(...argv);
      expect(stderr).toMatch(expected);
      expect(status).toBe(2);
    };
    const rest = ['--candidates', candidates(), '--straight', '--limit-metres', '500', '--count', '1'];
    refused(/bad\.csv · row 3 · weight: .*a few/, '--demand', csv('bad.csv', 'id,lng,lat,weight', [['p', 0, 3], ['q', 10, 'a few']]), ...rest, '--lang', 'en');
    refused(/bad\.csv · 第 2 行 · weight: .*1\.5/, '--demand', csv('bad.csv', 'id,lng,lat,weight', [['p', 0, 1.5]]), ...rest);
    refused(/bad\.csv · row 2 · weight: .*-4/, '--demand', csv('bad.csv', 'id,lng,lat,weight', [['p', 0, -4]]), ...rest, '--lang', 'en');
    refused(/swap\.csv · row 2 · lng: .*34\.\d+, 108\.\d+/, '--demand', file('swap.csv', `id,lng,lat,weight\np,${[...degrees(0)].reverse().join(',')},3\n`), ...rest, '--lang', 'en');
    refused(/none\.csv.*lng, lat/, '--demand', file('none.csv', 'id,weight,name\np,3,x\n'), ...rest, '--lang', 'en');
    refused(/noweight\.csv: no column of weights: found id, lng, lat/, '--demand', csv('noweight.csv', 'id,lng,lat', [['p', 0]]), ...rest, '--lang', 'en');
    refused(/cut\.geojson/, '--demand', file('cut.geojson', '{"type":"FeatureCollection","features":[{"type":"Fea'), ...rest);
    refused(/points\.geojson · #0 · properties\.weight.*many/, '--demand', file('points.geojson', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { weight: 'many' }, geometry: { type: 'Point', coordinates: degrees(0) } }] }), ...rest);
    refused(/--objective: found best, expected coverage, median, cover-all/, ...base(), '--straight', '--count', '1', '--objective', 'best');
    refused(/--count: found 0, expected 1 to/, ...base(), '--straight', '--count', '0');
    refused(/--streets FILE and --straight: expected one of them/, ...base(), '--count', '1');
    refused(/--exclude: found zz/, ...base(), '--straight', '--count', '1', '--exclude', 'zz');
    refused(/missing\.csv/, '--demand', join(folder, 'missing.csv'), ...rest);
    refused(/streets\.txt/, ...base(), '--streets', file('streets.txt', 'no streets'), '--count', '1');
  });

  it('rows without a place or a count are told and not counted', () => {
    const holes = file('holes.csv', `id,lng,lat,weight\np,${degrees(500).join(',')},7\nq,,,3\nr,${degrees(520).join(',')},\n`);
    const { value, notes, figures } = sizhi('--demand', holes, '--candidates', candidates(), '--straight', '--limit-metres', '500', '--count', '1', '--json', '--lang', 'en').json();
    expect([value, figures.total]).toEqual([7, 7]);
    expect(notes.join('\n')).toMatch(/holes\.csv: 1 rows have no place/);
    expect(notes.join('\n')).toMatch(/holes\.csv: 1 demand points have no count/);
  });
});
