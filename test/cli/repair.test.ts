/** `sizhi repair` as others rely on it: keys, exit codes, the file it writes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateCity } from '../../data/generator/city.ts';
import { plantDefects } from '../../data/generator/plant.ts';
import { writeAcceptances } from '../../src/core/coverage/acceptFile.ts';
import { rectangles } from '../builders/coverage.ts';
import { buildCli } from '../tools/build-cli.ts';

interface RepairJson {
  repaired: { defect: string; to: string | null; reason: string }[];
  left: { defect: string; reason: string }[];
  unitsChanged: number;
  unitsUntouched: number;
  areaBeforeSquareMetres: number;
  areaAfterSquareMetres: number;
  check: { errors: number; warnings: number };
  proof: { parentSquareMetres: number | null; gapSquareMetres: number; overlapSquareMetres: number; contestedSquareMetres: number; unassignedSquareMetres: number };
}

let folder = '';
let program = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sizhi-repair-'));
  program = await buildCli(join(folder, 'program'));
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function sizhi(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as RepairJson };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A gap of 300 × 1,000 steps between 甲 and 乙; 甲 has the longest side of it. */
const gapped = rectangles({ 甲: [0, 0, 100, 300], 乙: [130, 100, 230, 200], 丙: [0, 300, 230, 400], 丁: [100, 0, 230, 100], 戊: [100, 200, 230, 300] }, { scale: 10 }).geojson;
const clean = rectangles({ 甲: [0, 0, 100, 100], 乙: [100, 0, 200, 100] }, { scale: 10 }).geojson;

describe('sizhi repair', { timeout: 60_000 }, () => {
  it('fills a gap: exit 0, keys as promised, and the file passes the check', () => {
    const out = join(folder, 'mended.geojson');
    const run = sizhi('repair', file('gapped.geojson', gapped), '--out', out, '--json');
    expect(run.status).toBe(0);
    const { repaired, left, unitsChanged, unitsUntouched, areaBeforeSquareMetres, areaAfterSquareMetres, check, proof } = run.json();
    expect(repaired.find(({ defect }) => defect.startsWith('G1'))).toMatchObject({ reason: 'longestBorder' });
    expect(left).toEqual([]);
    expect(unitsChanged + unitsUntouched).toBe(5);
    expect(areaAfterSquareMetres).toBeGreaterThan(areaBeforeSquareMetres);
    expect(check.errors).toBe(0);
    expect(proof).toMatchObject({ parentSquareMetres: null, gapSquareMetres: 0, overlapSquareMetres: 0, contestedSquareMetres: 0, unassignedSquareMetres: 0 });
    expect(sizhi('check', out).status).toBe(0);
  });

  it('a clean file comes out byte for byte', () => {
    const path = file('clean.geojson', clean);
    const out = join(folder, 'same.geojson');
    const run = sizhi('repair', path, '--out', out, '--json');
    expect(run.json()).toMatchObject({ repaired: [], left: [], unitsChanged: 0, unitsUntouched: 2 });
    expect(readFileSync(out)).toEqual(readFileSync(path));
  });

  it('choices, acceptances, classes and width are followed', () => {
    const path = file('gapped.geojson', gapped);
    const out = join(folder, 'chosen.geojson');
    const defect = sizhi('repair', path, '--out', out, '--json').json().repaired.find(({ defect: id }) => id.startsWith('G1'))!.defect;
    const run = (...more: string[]) => sizhi('repair', path, '--out', out, '--json', ...more);
    expect(run('--decisions', file('to.json', [{ defect, to: '乙' }])).json().repaired).toContainEqual({ defect, to: '乙', reason: 'chosen' });
    const accepted = writeAcceptances([{ defectId: defect, decision: 'declared', reason: 'groundOfNoCommunity', groundKind: 'water', note: '', role: '区划科', date: '2026-01-05' }]);
    const kept = run('--decisions', file('accepted.json', accepted));
    expect(kept.json().left).toContainEqual({ defect, reason: 'accepted' });
    expect(kept.status).toBe(0);
    expect(run('--classes', 'O').json().left).toContainEqual({ defect, reason: 'classNotChosen' });
    expect(run('--classes', 'O').status).toBe(1);
    expect(run('--max-width', '1').json().left).toContainEqual({ defect, reason: 'tooWide' });
    expect(run('--to', 'largest').json().repaired).toContainEqual({ defect, to: '甲', reason: 'largest' });
  });

  it('a dirty city with its parent: ground adds up, the duplicate is left', () => {
    const city = generateCity({ communities: 90, verticesPerCommunity: 30, seed: 6 });
    const dirty = plantDefects(city, { seed: 6, perKind: 1, spacingMetres: 20 });
    const run = sizhi('repair', file('dirty.geojson', dirty.communities), '--parent', file('parent.geojson', city.parent), '--out', join(folder, 'city.geojson'), '--classes', 'all', '--json');
    const { left, check, unitsUntouched, proof } = run.json();
    expect(left.map(({ reason }) => reason).sort()).toEqual(['duplicate', 'information']);
    expect(check.errors).toBe(1);
    expect(run.status).toBe(1);
    expect(unitsUntouched).toBeGreaterThan(60);
    expect(proof.gapSquareMetres).toBeLessThan(0.01);
  });

  it('words for a person, in either language', () => {
    const path = file('gapped.geojson', gapped);
    expect(sizhi('repair', path, '--out', join(folder, 'o.geojson')).stdout).toContain('共享边界最长');
    expect(sizhi('repair', path, '--out', join(folder, 'o.geojson'), '--lang', 'en').stdout).toContain('repaired');
    expect(sizhi('repair', '--help').stdout).toContain('--decisions');
  });

  it.each([
    [['repair', 'a']], [['repair', '--out', 'b']], [['repair', 'nowhere.geojson', '--out', 'b']], [['repair', 'a', '--out', 'b', '--to', 'me']],
    [['repair', 'a', '--out', 'b', '--classes', 'Q7']], [['repair', 'a', '--out', 'b', '--max-width', '-1']], [['repair', 'a', '--out', 'b', '--decisions', 'nowhere.json']],
  ])('a wrong call is refused with a sentence: %j', (argv) => {
    const run = sizhi(...argv);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^sizhi: .{8}/);
  });

  it('an unknown community in the decisions is refused', () => {
    const run = sizhi('repair', file('gapped.geojson', gapped), '--out', join(folder, 'o.geojson'), '--decisions', file('bad.json', [{ defect: 'G1-1', to: '没有' }]));
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('没有');
  });
});
