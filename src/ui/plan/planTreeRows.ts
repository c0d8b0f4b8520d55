/** 街道 → 社区 of the plan as flat rows: only what is open, what a search finds and a chip lets through. */
import type { AssessedRow } from '../../worker/assessProtocol.ts';
import type { CommunityRow, PlanFinding } from '../../worker/planProtocol.ts';

export type TreeChip = 'all' | 'superLarge' | 'micro' | 'unknownSize' | 'planAhead' | 'changed' | 'departs' | 'locked';
/** By code, or the farthest from the band first. */
export type TreeOrder = 'code' | 'out';

/** What else is known of communities. `assessed` is empty as long as no rules are open. */
export interface TreeFacts {
  findings: readonly PlanFinding[];
  assessed: ReadonlyMap<number, AssessedRow>;
}

export type PlanTreeRow =
  | { kind: 'subdistrict'; name: string; open: boolean; count: number; households: number; unknown: number; superLarge: number; micro: number }
  | { kind: 'community'; row: CommunityRow; level: 1 | 2 };

export interface TreeQuery {
  search: string;
  chip: TreeChip;
  closed: ReadonlySet<string>;
  order: TreeOrder;
}

export function planTreeRows(rows: readonly CommunityRow[], facts: TreeFacts, { search, chip, closed, order }: TreeQuery): PlanTreeRow[] {
  const needle = search.trim().toLowerCase();
  const groups = new Map<string, CommunityRow[]>();
  for (const row of rows) {
    if (!passes(row, chip, facts) || !matches(row, needle)) continue;
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
      .sort((a, b) => (order === 'out' ? howFarOut(b, facts) - howFarOut(a, facts) : 0) || (a.code ?? a.id).localeCompare(b.code ?? b.id, 'zh'))
      .map((row): PlanTreeRow => ({ kind: 'community', row, level: single ? 1 : 2 }));
    if (single) return children;
    const known = members.filter((row) => row.households.known);
    const head: PlanTreeRow = {
      kind: 'subdistrict', name, open, count: members.length,
      households: known.reduce((sum, row) => sum + row.households.value, 0), unknown: members.length - known.length,
      superLarge: members.filter((row) => facts.assessed.get(row.unit)?.class === 'superLarge').length,
      micro: members.filter((row) => facts.assessed.get(row.unit)?.class === 'micro').length,
    };
    return open ? [head, ...children] : [head];
  });
}

export function passes(row: CommunityRow, chip: TreeChip, { findings, assessed }: TreeFacts): boolean {
  switch (chip) {
    case 'all': return true;
    case 'changed': return row.fate !== 'unchanged';
    case 'departs': return findings.some((finding) => finding.declared === null && finding.units.includes(row.unit));
    case 'locked': return row.locked;
    case 'unknownSize': return assessed.get(row.unit)?.class === 'unknown';
    case 'superLarge': case 'micro': case 'planAhead': return assessed.get(row.unit)?.class === chip;
  }
}

/** By share of the band; what nobody knows comes after all that is out, and before what is in range. */
function howFarOut({ unit }: CommunityRow, { assessed }: TreeFacts): number {
  const out = assessed.get(unit)?.sizeOut;
  return out === undefined ? 0 : out === null ? Number.MIN_VALUE : Math.abs(out);
}

function matches(row: CommunityRow, needle: string): boolean {
  return needle === '' || [row.name, row.code, row.subdistrict, row.id].some((text) => text?.toLowerCase().includes(needle));
}
