/** The command line as others rely on it: keys, exit codes, one line per problem. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFECT_CLASSES } from '../../src/core/coverage/defect.ts';
import { writeAcceptances } from '../../src/core/coverage/acceptFile.ts';
import { buildCli } from '../tools/build-cli.ts';
import { rectangles } from '../builders/coverage.ts';

interface CheckJson {
  units: number;
  vertices: number;
  defects: { id: string; class: string; severity: string; units: string[]; areaSquareMetres: number; widthMetres: number; lengthMetres: number; geometry: { type: string } }[];
  summary: Record<string, number>;
  secondOpinion?: { agree: boolean; differences: unknown[] };
  timing: { readMs: number; checkMs: number; validateMs?: number; parseMs?: number };
}

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sizhi-cli-'));
  program = await buildCli(join(folder, 'program'));
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function sizhi(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as CheckJson };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Two communities a gap of 300 × 1,000 steps apart: about 2.8 m × 11 m. */
const gapped = rectangles({ 甲: [0, 0, 100, 300], 乙: [130, 100, 230, 200], 丙: [0, 300, 230, 400], 丁: [100, 0, 230, 100], 戊: [100, 200, 230, 300] }, { scale: 10 }).geojson;
const clean = rectangles({ 甲: [0, 0, 100, 100], 乙: [100, 0, 200, 100] }, { scale: 10 }).geojson;

describe('sizhi check', { timeout: 60_000 }, () => {
  it('a clean file: exit 0, no defect, every class counted', () => {
    const run = sizhi('check', file('clean.geojson', clean), '--json', '--parse-baseline');
    expect(run.status).toBe(0);
    const { units, vertices, defects, summary, timing } = run.json();
    expect({ units, vertices, defects }).toEqual({ units: 2, vertices: 8, defects: [] });
    expect(Object.keys(summary)).toEqual([...DEFECT_CLASSES]);
    for (const value of [timing.readMs, timing.checkMs, timing.parseMs, timing.validateMs]) expect(value).toBeGreaterThanOrEqual(0);
  });

  it('a gap: exit 1, its ground, its neighbours by name, and as GeoJSON', () => {
    const out = join(folder, 'defects.geojson');
    const run = sizhi('check', file('gapped.geojson', gapped), '--json', '--second-opinion', '--out', out);
    expect(run.status).toBe(1);
    const { defects, secondOpinion } = run.json();
    const gap = defects.find((defect) => defect.class.startsWith('G'))!;
    expect(gap.severity).toBe('error');
    expect(gap.units).toContain('甲');
    expect(gap.areaSquareMetres).toBeGreaterThan(25);
    expect(gap.geometry.type).toBe('Polygon');
    expect(secondOpinion).toMatchObject({ agree: true, differences: [] });
    const written = JSON.parse(readFileSync(out, 'utf8')) as { features: { properties: { id: string } }[] };
    expect(written.features.map(({ properties }) => properties.id)).toContain(gap.id);
  });

  it('an accepted defect is information, and no longer an error of the file', () => {
    const path = file('gapped.geojson', gapped);
    const first = sizhi('check', path, '--json').json();
    const errors = first.defects.filter(({ severity }) => severity === 'error');
    const accepted = file('accepted.json', writeAcceptances(errors.map(({ id }) => ({
      defectId: id, decision: 'accepted', reason: 'historical', note: '', role: '区划科', date: '2026-01-05',
    }))));
    const second = sizhi('check', path, '--json', '--accepted', accepted);
    expect(second.status).toBe(0);
    expect(second.json().defects.filter(({ severity }) => severity === 'information')).toHaveLength(errors.length);
  });

  it('words for a person, in either language', () => {
    const path = file('gapped.geojson', gapped);
    expect(sizhi('check', path).stdout).toContain('缝隙');
    expect(sizhi('check', path, '--lang', 'en').stdout).toContain('Gap');
  });

  it.each([
    ['empty', ''],
    ['truncated', JSON.stringify(clean).slice(0, 200)],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['not a number', JSON.stringify(clean).replace(/109\.0\d+/, 'NaN')],
    ['longitude 400', JSON.stringify(clean).replace(/109\.0\d+/, '400')],
    ['projected metres', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[36588431, 3799214], [36588531, 3799214], [36588531, 3799314], [36588431, 3799214]]] } }] })],
  ])('%s: exit 2, one line that names the file', (name, content) => {
    const path = file('bad.geojson', content);
    const run = sizhi('check', path, '--json');
    expect(run.status, name).toBe(2);
    expect(run.stderr.split('\n').filter((line) => line.includes('bad.geojson')).length).toBeGreaterThan(0);
    expect((JSON.parse(run.stdout) as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
  });

  it.each([
    [['check']], [['check', 'nowhere.geojson']], [['check', 'a', '--grid', 'x']], [['check', 'a', '--grid', '0.001']], [['check', 'a', '--colour']], [['mend', 'a']], [['check', 'a', '--field', 'nothing=x']],
  ])('a wrong call is refused with a sentence: %j', (argv) => {
    const run = sizhi(...argv);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^sizhi: .{8}/);
  });

  it('help needs no file', () => {
    expect(sizhi('check', '--help').status).toBe(0);
    expect(sizhi('--help').stdout).toContain('sizhi check');
  });
});
