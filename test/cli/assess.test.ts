/** `sizhi assess` as others rely on it: keys, exit codes, tables, projects; over the sample district by both profiles. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, FoundBy } from '../../src/core/rules/finding.ts';
import { rectangles } from '../builders/coverage.ts';
import { gb18030 } from '../io/tables/gb18030.ts';
import { buildCli } from '../tools/build-cli.ts';

interface AssessJson {
  scenario: string | null;
  geometryErrors: number;
  communities: { id: string; name: string; class: string; findings: (Omit<Finding, 'rule'> & Omit<FoundBy, 'id' | 'reading'> & { rule: string; reading?: string })[] }[];
  totals: Record<string, number>;
  scorecard: { row: number | string; actual: unknown; target: unknown; verdict: string; known: number; unknown: number; unit: string }[];
  tables: { name: string; kind: string; joined: number; unjoined: { row: number; near: { id: string }[] }[]; doubled: unknown[]; facts: number }[];
  conflicts: { fact: string }[];
  problems: { code: string; row: number | null; column: string | null }[];
  facilities: number;
}

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sizhi-assess-'));
  program = await buildCli(join(folder, 'program'));
}, 180_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function sizhi(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as AssessJson };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sample = (name: string): string => `data/sample/${name}.geojson`;
const DISTRICT = [sample('communities'), '--declared', sample('declared'), '--parent', sample('subdistricts'), '--compounds', sample('compounds'), '--zones', sample('zones')];

interface Row { '社区代码': string; '类型'?: string; '状态'?: string; '常住户数'?: number | null; '常住人口'?: number | null; '用房面积'?: number | null; '室外广场面积'?: number | null; '班子人数'?: number | null; '居委会人数'?: number | null; '养老用房面积'?: number | null }
const rows = (JSON.parse(readFileSync(sample('communities'), 'utf8')) as { features: { properties: Row }[] }).features.map(({ properties }) => properties);
const findingsBy = ({ communities }: AssessJson, rule: string) => new Map(communities.map(({ id, findings }) => [id, findings.find((each) => each.rule === rule)!]));
const AHEAD = ['demolished', 'partlyResettled', 'toBeDemolished', 'underConstruction'];

describe('the sample district', { timeout: 120_000 }, () => {
  it('by xian: classes, rooms and plazas as the file’s own figures give them', () => {
    const run = sizhi('assess', ...DISTRICT, '--facilities', sample('facilities'), '--profile', 'xian', '--as-of', '2026-03-01', '--json');
    expect(run.status).toBe(1);
    const result = run.json();
    expect(result).toMatchObject({ geometryErrors: 0, scenario: null, facilities: 1470, problems: [] });
    expect(result.communities).toHaveLength(120);
    // Above 5,000 super-large; below 1,000 micro, unless it waits for its people.
    const classOf = ({ 常住户数: h, 状态: state = '' }: Row): string => (h === null || h === undefined ? 'unknown' : h > 5000 ? 'superLarge' : h >= 1000 ? 'inRange' : AHEAD.includes(state) ? 'planAhead' : 'micro');
    expect(Object.fromEntries(result.communities.map(({ id, class: own }) => [id, own]))).toEqual(Object.fromEntries(rows.map((row) => [row.社区代码, classOf(row)])));
    expect(result.totals).toMatchObject({
      communities: 120, households: rows.reduce((sum, { 常住户数: h }) => sum + (h ?? 0), 0), people: rows.reduce((sum, { 常住人口: p }) => sum + (p ?? 0), 0),
      ...Object.fromEntries(['superLarge', 'micro', 'inRange'].map((name) => [name, rows.filter((row) => classOf(row) === name).length])),
    });
    const [plaza, party] = [findingsBy(result, 'plaza.area'), findingsBy(result, 'party.range')];
    for (const { 社区代码: code, 室外广场面积: area, 班子人数: members } of rows) {
      expect([code, plaza.get(code)!.verdict]).toEqual([code, area === null || area === undefined ? 'unknown' : area >= 1000 ? 'pass' : 'fail']);
      expect([code, party.get(code)!.verdict]).toEqual([code, members === null || members === undefined ? 'unknown' : members >= 3 && members <= 5 ? 'pass' : 'fail']);
    }
    expect(plaza.get('990117001001')).toMatchObject({ strength: 'firm', level: 'community', actual: 3500, bound: { min: 1000 }, margin: 2500, unit: 'squareMetres', source: { document: 'XA23', article: '7' } });
    // Row 5: urban, at least 600 m² without rooms for the elderly, of those whose two figures are known.
    const urban = rows.filter(({ 类型: kind }) => kind === 'urban');
    const known = urban.flatMap(({ 用房面积: all, 养老用房面积: elderly }) => (typeof all === 'number' && typeof elderly === 'number' ? [all - elderly] : []));
    const row5 = result.scorecard.find(({ row }) => row === 5)!;
    expect(row5).toMatchObject({ known: known.length, unknown: urban.length - known.length, unit: 'percent' });
    expect(row5.actual).toBeCloseTo((100 * known.filter((area) => area >= 600).length) / known.length, 9);
    for (let row = 1; row <= 30; row++) expect(result.scorecard.filter((each) => each.row === row)).toHaveLength(1);
  });

  it('by weihai: 500 m² in rural communities, no band; the reference layer judges nothing', () => {
    const result = sizhi('assess', ...DISTRICT, '--profile', 'weihai', '--reference', 'national', '--as-of', '2026-03-01', '--json').json();
    expect(result.totals).toMatchObject({ communities: 120, superLarge: 0, micro: 0, noBand: 120 });
    const rural = findingsBy(result, 'rooms.rural');
    for (const { 社区代码: code, 类型: kind, 用房面积: area } of rows) {
      expect([code, rural.get(code)!.verdict]).toEqual([code, kind !== 'rural' ? 'notApplicable' : area === null || area === undefined ? 'unknown' : area >= 500 ? 'pass' : 'fail']);
    }
    expect(findingsBy(result, 'national.households').get('990117001001')).toMatchObject({ reference: true });
  });

  it('a scenario of a project, and its base', () => {
    const commands = file('commands.json', JSON.stringify([{ type: 'merge', communities: ['990117001001', '990117001002'], into: '990117001001' }]));
    const project = join(folder, '方案.sizhi');
    expect(sizhi('apply', sample('communities'), '--declared', sample('declared'), '--parent', sample('subdistricts'), '--compounds', sample('compounds'), '--commands', commands, '--out', project, '--as-of', '2026-03-01').status).toBe(0);
    const scenario = sizhi('assess', project, '--profile', 'xian', '--scenario', '方案甲', '--as-of', '2026-03-01', '--json').json();
    expect([scenario.scenario, scenario.communities.length]).toEqual(['方案甲', 119]);
    const merged = findingsBy(scenario, 'size.households').get('990117001001')!;
    expect(merged.actual).toBe((rows[0]!.常住户数 ?? 0) + (rows[1]!.常住户数 ?? 0));
    expect(findingsBy(scenario, 'election').get('990117001001')!.verdict).toBe('unknown');
    const base = sizhi('assess', project, '--profile', 'xian', '--scenario', 'base', '--as-of', '2026-03-01', '--json').json();
    expect([base.scenario, base.communities.length]).toEqual([null, 120]);
    const stranger = sizhi('assess', project, '--profile', 'xian', '--scenario', '没有', '--as-of', '2026-03-01');
    expect([stranger.status, stranger.stderr.includes('方案甲')]).toEqual([2, true]);
  });
});

/** Three communities of a made-up street. */
const three = rectangles({ 甲社区: [0, 0, 100, 100], 乙社区: [100, 0, 200, 100], 丙社区: [200, 0, 300, 100] }, { scale: 100 }).geojson;
for (const { properties } of three.features) Object.assign(properties, { 街道: '北渡街道', kind: 'urban', district: '澜川区', districtKind: 'district' });

describe('tables', { timeout: 120_000 }, () => {
  const boundaries = () => file('三社区.geojson', JSON.stringify(three));
  const assess = (...more: string[]) => sizhi('assess', boundaries(), '--profile', 'xian', '--as-of', '2026-03-01', '--json', ...more);

  it('households and rooms come from GB18030 tables; wrong names are told with what is near', () => {
    const households = file('户数.csv', gb18030('社区名称,户数,人口\r\n甲社区,约1750户,4500\r\n乙社区,900,40000\r\n丙丙社区,3500,9000\r\n'));
    const rooms = file('用房.csv', '社区名称,用途,面积,产权\n甲,办公,400,自有\n甲,活动,125,自有\n甲,广场,1000,\n');
    const run = assess('--table', households, '--table', `${rooms}:name`);
    expect(run.status).toBe(1);
    const result = run.json();
    expect(result.tables.map(({ name, kind, joined }) => [name, kind, joined])).toEqual([['户数.csv', 'communities', 2], ['用房.csv', 'rooms', 3]]);
    expect(result.tables[0]!.unjoined).toMatchObject([{ row: 4, near: [{ id: '丙社区' }] }]);
    // 1,750 households owe 525 m²: exactly what is there.
    expect(findingsBy(result, 'rooms.per100').get('甲社区')).toMatchObject({ verdict: 'pass', actual: 525, margin: 0 });
    expect(findingsBy(result, 'plaza.area').get('甲社区')).toMatchObject({ verdict: 'pass', margin: 0 });
    expect(findingsBy(result, 'size.households').get('乙社区')).toMatchObject({ verdict: 'fail', margin: -100 });
    expect(findingsBy(result, 'size.households').get('丙社区')).toMatchObject({ verdict: 'unknown' });
    expect(result.problems.map(({ code, row }) => [code, row])).toEqual(expect.arrayContaining([['approximate', 2], ['peoplePerHousehold', 3], ['unjoined', 4]]));
    expect(run.stderr).toContain('户数.csv · 第 3 行 · 人口');
  });

  it('the later table wins, and it is listed', () => {
    const [a, b] = [file('旧.csv', '社区名称,户数\n甲社区,900\n'), file('新.csv', '社区名称,户数\n甲社区,1000\n')];
    const result = assess('--table', a, '--table', b).json();
    expect(findingsBy(result, 'size.households').get('甲社区')).toMatchObject({ verdict: 'pass', actual: 1000 });
    expect(result.conflicts).toMatchObject([{ fact: 'households' }]);
  });

  it('a table without a key, and one that is no table, are refused', () => {
    for (const [name, content, code] of [['无键.csv', '户数,人口\n1,2\n', 'noKey'], ['空.csv', '', 'empty'], ['假.csv', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'looksLike']] as const) {
      const run = assess('--table', file(name, content));
      expect(run.status).toBe(2);
      expect(run.stderr).toContain(name);
      expect(run.json().problems).toMatchObject([{ code }]);
    }
    expect(assess('--table', join(folder, '没有.csv')).status).toBe(2);
  });

  it('feed the households of apply too', () => {
    const table = file('户.csv', '社区名称,户数,人口\n甲社区,1200,3000\n');
    const commands = file('none.json', '[]');
    const run = sizhi('apply', boundaries(), '--commands', commands, '--table', table, '--out', join(folder, 'out.geojson'), '--json');
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ communities: [{ id: '甲社区', households: 1200, people: 3000 }, { households: null }, { households: null }] });
  });

  it('a rule of a bureau’s own: its profile from a file', () => {
    const own = file('own.json', JSON.stringify({ ...(JSON.parse(readFileSync('data/profiles/national.json', 'utf8')) as object), id: 'own', role: 'profile' }));
    const run = sizhi('assess', boundaries(), '--profile', own, '--as-of', '2026-03-01', '--json');
    expect([run.status, run.json().communities.length]).toEqual([0, 3]);
    const circular = file('circular.json', JSON.stringify({ ...(JSON.parse(readFileSync('data/profiles/national.json', 'utf8')) as object), id: 'own', role: 'profile', extends: 'own' }));
    expect(sizhi('assess', boundaries(), '--profile', circular, '--as-of', '2026-03-01').status).toBe(2);
  });

  it.each([[['--profile', 'nobody']], [[]], [['--profile', 'xian', '--as-of', '2026-02-30']], [['--profile', 'xian', '--scenario', 'a']], [['--profile', 'xian', '--whole', 'x']], [['--profile', 'xian', '--bad']]])('a call that is wrong is refused: %j', (argv) => {
    expect(sizhi('assess', boundaries(), ...argv).status).toBe(2);
  });

  it('geometry errors alone give exit 1', () => {
    const own = file('own2.json', JSON.stringify({ ...(JSON.parse(readFileSync('data/profiles/national.json', 'utf8')) as object), id: 'own2', role: 'profile' }));
    const gapped = file('缝.geojson', JSON.stringify(rectangles({ 甲: [0, 0, 100, 300], 乙: [130, 100, 230, 200], 丙: [0, 300, 230, 400], 丁: [100, 0, 230, 100], 戊: [100, 200, 230, 300] }, { scale: 10 }).geojson));
    const run = sizhi('assess', gapped, '--profile', own, '--as-of', '2026-03-01', '--json');
    expect([run.status, run.json().geometryErrors]).toEqual([1, 1]);
  });

  it('in words, in either language', () => {
    const table = file('户2.csv', '社区名称,户数,人口\n甲社区,6000,15000\n');
    expect(sizhi('assess', boundaries(), '--profile', 'xian', '--as-of', '2026-03-01', '--table', table).stdout).toContain('甲社区 · 超大型');
    expect(sizhi('assess', boundaries(), '--profile', 'xian', '--as-of', '2026-03-01', '--table', table, '--lang', 'en').stdout).toMatch(/3 communities, 6000 households/);
  });
});
