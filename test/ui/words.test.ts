/** How figures and trees read on screen. */
import { describe, expect, it } from 'vitest';
import { treeRows } from '../../src/ui/data/treeRows.ts';
import { bytes, metres, plane, sexagesimal, squareMetres } from '../../src/ui/words/figures.ts';
import { loadVerdict } from '../../src/ui/preview/loadVerdict.ts';
import type { Pending } from '../../src/state/session.ts';
import type { FilePreview, LayerRole, UnitSummary } from '../../src/worker/protocol.ts';

describe('figures', () => {
  it('carries seconds into minutes and degrees', () => {
    expect(sexagesimal(108.9618333, 'E', 'W')).toBe('108°57′42.6″E');
    expect(sexagesimal(59.99999999, 'N', 'S')).toBe('60°00′00.0″N');
    expect(sexagesimal(-0.5, 'N', 'S')).toBe('0°30′00.0″S');
  });

  it('gives small things their digits', () => {
    expect(metres(3.42)).toBe('3.42');
    expect(metres(0.047)).toBe('0.047');
    expect(squareMetres(1204.86)).toBe('1,204.9');
    expect(squareMetres(0)).toBe('0.0');
    expect(plane(3799214.62)).toBe('3\u2009799\u2009214.6');
    expect(bytes(1536)).toBe('1.5 KB');
  });
});

describe('treeRows', () => {
  const unit = (index: number, name: string, subdistrict: string | null, households: number | null) =>
    ({ index, name, subdistrict, households, label: name, code: null, role: 'community' }) as UnitSummary;
  const units = [unit(0, '东关', '甲街道', 10), unit(1, '西关', '甲街道', null), unit(2, '南关', '乙街道', 5)];

  it('sums what is known and says how many are not', () => {
    const heads = treeRows(units, new Set(), '').filter((row) => row.kind === 'subdistrict');
    expect(heads.find((row) => row.name === '甲街道')).toMatchObject({ households: 10, unknown: 1, count: 2 });
  });

  it('folds, and a search opens what it finds', () => {
    const closed = new Set(['甲街道', '乙街道']);
    expect(treeRows(units, closed, '')).toHaveLength(2);
    expect(treeRows(units, closed, '西').map((row) => (row.kind === 'unit' ? row.unit.name : row.name))).toEqual(['甲街道', '西关']);
  });

  it('is flat where no subdistrict is known', () => {
    expect(treeRows([unit(0, '东关', null, 1)], new Set(), '')).toMatchObject([{ kind: 'unit', level: 1 }]);
  });
});

describe('loadVerdict', () => {
  const file = (fileIndex: number, part: Partial<FilePreview>) => ({ fileIndex, usable: true, unitCount: 3, problems: [], ...part }) as unknown as FilePreview;
  const refused = { code: 'outOfRange', severity: 'refused', file: 'x', feature: 0 } as const;
  const noPolygons = { code: 'noPolygons', severity: 'refused', file: 'x', feature: null } as const;
  const verdict = (files: [FilePreview, LayerRole][]) => loadVerdict({
    previews: files.map(([preview]) => preview), choices: files.map(([{ fileIndex }, role]) => ({ fileIndex, role, fields: {} })), files: [], fingerprint: '', sample: null, project: null,
  } satisfies Pending);

  it('asks for communities', () => {
    expect(verdict([[file(0, {}), 'parent']])).toBe('nothing');
    expect(verdict([[file(0, { unitCount: 0 }), 'communities']])).toBe('nothing');
    expect(verdict([[file(0, {}), 'communities']])).toBe('whole');
  });

  it('says when part is left out, but streets need not be polygons', () => {
    expect(verdict([[file(0, { problems: [refused] }), 'communities']])).toBe('partly');
    expect(verdict([[file(0, {}), 'communities'], [file(1, { problems: [noPolygons] }), 'context']])).toBe('whole');
    expect(verdict([[file(0, {}), 'communities'], [file(1, { usable: false }), 'ignore']])).toBe('whole');
  });
});
