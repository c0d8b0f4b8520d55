/** The communities selected, the inspector's first. */
import { useMemo } from 'react';
import { usePlan } from '../../state/plan/plan.ts';
import { selectedUnits } from '../../state/plan/selected.ts';
import { useTool } from '../../state/plan/tool.ts';
import { useView } from '../../state/view.ts';
import type { CommunityRow } from '../../worker/planProtocol.ts';

export function useSelectedRows(): CommunityRow[] {
  const rows = usePlan((state) => state.state?.communities);
  const selection = useView((state) => state.selection);
  const more = useTool((state) => state.more);
  return useMemo(
    () => selectedUnits(selection, more).flatMap((unit) => rows?.find((row) => row.unit === unit) ?? []),
    [rows, selection, more],
  );
}
