/** The plan as the files have it: every unit on the ground that it claims. */
import type { Coverage } from '../coverage/coverage.ts';
import { PagedArray } from '../pagedArray.ts';
import type { Plan, Unit } from './plan.ts';

/** What a file says of a unit. */
export interface SourceUnit {
  /** Code, else name, else `#number`. */
  label: string;
  name: string | null;
  code: string | null;
  role: 'community' | 'declared';
  groundKind: string | null;
  kind: 'urban' | 'rural' | null;
  subdistrict: string | null;
}

export function openPlan(coverage: Coverage, sources: readonly SourceUnit[]): Plan {
  const ids = uniqueIds(sources.map(({ label }) => label));
  const units = sources.map(({ label, name, code, role, groundKind, kind, subdistrict }, source): Unit => ({
    id: ids[source]!, name: name ?? label, code, role, groundKind, kind, subdistrict, source, abolished: false, locked: false,
  }));
  return {
    coverage, units: PagedArray.from(units), lineage: [], attachments: [], exceptions: [], counted: [],
    ruleChanges: [], given: [], approvals: [], facilities: [], nextMark: firstFreeMark(ids),
  };
}

/** A label that stands twice gets its number: commands must mean one unit. */
function uniqueIds(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let id = label;
    for (let k = 2; taken.has(id); k++) id = `${label}~${k}`;
    taken.add(id);
    return id;
  });
}

/** A file that was made from an earlier plan may hold provisional marks already. */
function firstFreeMark(ids: readonly string[]): number {
  let next = 1;
  for (const id of ids) {
    const mark = /^拟-(\d{1,6})$/.exec(id)?.[1];
    if (mark !== undefined) next = Math.max(next, Number(mark) + 1);
  }
  return next;
}
