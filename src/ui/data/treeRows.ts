/** 街道 → 社区 as flat rows: only what is open, and only what a search finds. */
import type { UnitSummary } from '../../worker/protocol.ts';

export type TreeRow =
  | { kind: 'subdistrict'; name: string; open: boolean; count: number; households: number; unknown: number }
  | { kind: 'unit'; unit: UnitSummary; level: 1 | 2 };

/** Units of no subdistrict stand under ''; a search opens what it finds. */
export function treeRows(units: readonly UnitSummary[], closed: ReadonlySet<string>, search: string): TreeRow[] {
  const needle = search.trim().toLowerCase();
  const groups = new Map<string, UnitSummary[]>();
  for (const unit of units) {
    if (unit.role !== 'community' || !matches(unit, needle)) continue;
    const name = unit.subdistrict ?? '';
    const group = groups.get(name);
    if (group) group.push(unit);
    else groups.set(name, [unit]);
  }
  const single = groups.size === 1 && groups.has('');
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'zh')).flatMap(([name, members]): TreeRow[] => {
    const open = needle !== '' || !closed.has(name);
    const rows = members
      .sort((a, b) => (a.code ?? a.label).localeCompare(b.code ?? b.label, 'zh'))
      .map((unit): TreeRow => ({ kind: 'unit', unit, level: single ? 1 : 2 }));
    if (single) return rows;
    const head: TreeRow = { kind: 'subdistrict', name, open, count: members.length, ...householdsOf(members) };
    return open ? [head, ...rows] : [head];
  });
}

function matches(unit: UnitSummary, needle: string): boolean {
  if (needle === '') return true;
  return [unit.name, unit.code, unit.subdistrict, unit.label].some((text) => text?.toLowerCase().includes(needle));
}

/** The known ones, and how many are not: a sum over the known must not pass for the whole. */
function householdsOf(units: readonly UnitSummary[]): { households: number; unknown: number } {
  const known = units.flatMap((unit) => unit.households ?? []);
  return { households: known.reduce((sum, each) => sum + each, 0), unknown: units.length - known.length };
}
