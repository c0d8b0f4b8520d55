/** 街道 → 社区 of the plan as flat rows: only what is open, what a search finds and a chip lets through. */
import type { CommunityRow, PlanFinding } from '../../worker/planProtocol.ts';

export type TreeChip = 'all' | 'changed' | 'departs' | 'locked';

export type PlanTreeRow =
  | { kind: 'subdistrict'; name: string; open: boolean; count: number; households: number; unknown: number }
  | { kind: 'community'; row: CommunityRow; level: 1 | 2 };

export interface TreeQuery {
  search: string;
  chip: TreeChip;
  closed: ReadonlySet<string>;
}

export function planTreeRows(rows: readonly CommunityRow[], findings: readonly PlanFinding[], { search, chip, closed }: TreeQuery): PlanTreeRow[] {
  const needle = search.trim().toLowerCase();
  const groups = new Map<string, CommunityRow[]>();
  for (const row of rows) {
    if (!passes(row, chip, findings) || !matches(row, needle)) continue;
    const name = row.subdistrict ?? '';
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const single = groups.size === 1 && groups.has('');
  const narrowed = needle !== '' || chip !== 'all';
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'zh')).flatMap(([name, members]): PlanTreeRow[] => {
    const open = narrowed || !closed.has(name);
    const children = members
      .sort((a, b) => (a.code ?? a.id).localeCompare(b.code ?? b.id, 'zh'))
      .map((row): PlanTreeRow => ({ kind: 'community', row, level: single ? 1 : 2 }));
    if (single) return children;
    const known = members.filter((row) => row.households.known);
    const head: PlanTreeRow = {
      kind: 'subdistrict', name, open, count: members.length,
      households: known.reduce((sum, row) => sum + row.households.value, 0), unknown: members.length - known.length,
    };
    return open ? [head, ...children] : [head];
  });
}

export function passes(row: CommunityRow, chip: TreeChip, findings: readonly PlanFinding[]): boolean {
  if (chip === 'changed') return row.fate !== 'unchanged';
  if (chip === 'departs') return findings.some((finding) => finding.declared === null && finding.units.includes(row.unit));
  return chip === 'all' || row.locked;
}

function matches(row: CommunityRow, needle: string): boolean {
  return needle === '' || [row.name, row.code, row.subdistrict, row.id].some((text) => text?.toLowerCase().includes(needle));
}
