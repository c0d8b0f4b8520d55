/** The list of defects: numbers that stay, filters, order. */
import { describe, expect, it } from 'vitest';
import type { Acceptance } from '../../src/core/coverage/accept.ts';
import type { Defect } from '../../src/core/coverage/defect.ts';
import { NO_FILTER } from '../../src/state/defectFilter.ts';
import { countByClass, defectRows, filterRows, shortName, type RowWords } from '../../src/state/defectRows.ts';
import type { UnitSummary } from '../../src/worker/protocol.ts';

const NAMES = ['甲', '乙', '丙'];
const words: RowWords = { unit: (index) => (index === null || index < 0 ? '上级界' : NAMES[index]!), class: (one) => (one === 'G1' ? '缝隙' : '重叠') };

function defect(id: string, part: Partial<Defect>): Defect {
  return {
    id, class: 'G1', severity: 'error', units: [0, 1], areaSquareMetres: 1, widthMetres: 1, lengthMetres: 1,
    geometry: { type: 'Point', coordinates: [0, 0] }, location: [0, 0], sliver: false, borders: [], ...part,
  };
}

const DEFECTS = [
  defect('small', { areaSquareMetres: 2 }),
  defect('note', { class: 'P1', severity: 'information', areaSquareMetres: 9000, units: [2] }),
  defect('large', { areaSquareMetres: 50, borders: [{ unit: 1, lengthMetres: 9 }, { unit: 0, lengthMetres: 3 }] }),
  defect('warn', { class: 'O1', severity: 'warning', areaSquareMetres: 70, units: [1, 2], location: [5, 5], widthMetres: null }),
  defect('out', { class: 'O4', units: [2], areaSquareMetres: 10 }),
];
const ACCEPTED: Acceptance = { defectId: 'small', decision: 'accepted', reason: 'historical', note: '', role: 'x', date: '2026-01-01' };

const ids = (list: { defect: Defect }[]) => list.map((row) => row.defect.id);

describe('defectRows', () => {
  const rows = defectRows(DEFECTS, [ACCEPTED]);

  it('numbers the gravest and largest first', () => {
    expect(ids(rows)).toEqual(['large', 'out', 'small', 'warn', 'note']);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells states apart: information needs no decision', () => {
    expect(rows.map((row) => row.state)).toEqual(['open', 'open', 'accepted', 'open', 'information']);
  });

  it('names the sides by the longest border, and the parent as the other side of what lies beyond it', () => {
    expect([rows[0]!.unitA, rows[0]!.unitB, rows[0]!.taker]).toEqual([1, 0, 1]);
    expect([rows[1]!.unitA, rows[1]!.unitB, rows[1]!.taker]).toEqual([2, -1, null]);
  });

  it('counts open and found by class', () => {
    expect(countByClass(rows).get('G1')).toEqual({ open: 1, found: 2 });
    expect(countByClass(rows).get('P1')).toEqual({ open: 0, found: 1 });
  });
});

describe('filterRows', () => {
  const rows = defectRows(DEFECTS, [ACCEPTED]);
  const filter = (change: Partial<typeof NO_FILTER>) => ids(filterRows(rows, { ...NO_FILTER, pill: 'all', ...change }, [-1, -1, 1, 1], words));

  it('by state, class, size, unit, window', () => {
    expect(filter({ pill: 'open' })).toEqual(['large', 'out', 'warn']);
    expect(filter({ pill: 'accepted' })).toEqual(['small']);
    expect(filter({ hiddenClasses: new Set(['G1']) })).toEqual(['out', 'warn', 'note']);
    expect(filter({ minAreaSquareMetres: 60 })).toEqual(['warn', 'note']);
    expect(filter({ unit: 2 })).toEqual(['out', 'warn', 'note']);
    expect(filter({ inViewOnly: true })).not.toContain('warn');
  });

  it('by name, class word, class code or number', () => {
    expect(filter({ search: '丙' })).toEqual(['out', 'warn', 'note']);
    expect(filter({ search: '缝隙' })).toEqual(['large', 'small']);
    expect(filter({ search: 'o4' })).toEqual(['out']);
    expect(filter({ search: '4' })).toEqual(['warn']);
  });

  it('sorts, and what has no value goes last both ways', () => {
    expect(filter({ sort: { column: 'area', descending: true } })[0]).toBe('note');
    expect(filter({ sort: { column: 'width', descending: true } }).at(-1)).toBe('warn');
    expect(filter({ sort: { column: 'width', descending: false } }).at(-1)).toBe('warn');
  });
});

describe('shortName', () => {
  const unit = (name: string) => ({ name, label: '#0' }) as UnitSummary;
  it('drops what all have in common, never all of it', () => {
    expect(shortName(unit('听澜社区'))).toBe('听澜');
    expect(shortName(unit('听澜社区居委会'))).toBe('听澜');
    expect(shortName(unit('榆安村'))).toBe('榆安村');
    expect(shortName(unit('社区'))).toBe('社区');
  });
});
