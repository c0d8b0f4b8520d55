/** Communities at an earlier revision, to set beside what stands: remembered, or asked for once. */
import { useEffect } from 'react';
import { compareRevisions } from '../../state/operations/comparePlans.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { CommunityRow } from '../../worker/planProtocol.ts';

type Rows = ReadonlyMap<number, CommunityRow>;

const indexed = new WeakMap<readonly CommunityRow[], Rows>();

/** Null while it is not known. */
export function useRowsAt(revision: number | null): Rows | null {
  const rows = usePlan((state) => (revision === null ? undefined : state.rowsAt.get(revision)));
  const head = usePlan((state) => state.state?.head);
  useEffect(() => {
    if (revision === null || rows || head === undefined) return;
    void compareRevisions(revision, head).then((answer) => {
      if (!answer) return;
      const found = answer.rows.flatMap((row) => row.a ?? []);
      usePlan.setState(({ rowsAt }) => ({ rowsAt: new Map(rowsAt).set(revision, found) }));
    });
  }, [revision, rows, head]);
  return rows ? byUnit(rows) : null;
}

/** The base's rows. */
export const useBaseRows = () => useRowsAt(0);

/** Those before the last step that was done; the base has none. */
export function useParentRows(): Rows | null {
  const parent = usePlan((state) => parentOf(state.state?.steps ?? [], state.state?.head));
  return useRowsAt(parent);
}

function parentOf(steps: readonly { revision: number; undone: boolean }[], head: number | undefined): number | null {
  const at = steps.findIndex((step) => step.revision === head);
  return at < 0 ? null : steps[at - 1]?.revision ?? 0;
}

export function byUnit(rows: readonly CommunityRow[]): Rows {
  const known = indexed.get(rows);
  if (known) return known;
  const map = new Map(rows.map((row) => [row.unit, row]));
  indexed.set(rows, map);
  return map;
}
