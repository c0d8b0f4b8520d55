/** The plan as the map shows it: in 方案 and 可达, in a comparison its left side, in 检查 when the plan is what was checked. */
import { useMemo } from 'react';
import type { PlanView } from '../../map/mapView.ts';
import { useCheck } from '../../state/check.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useView } from '../../state/view.ts';
import type { CommunityRow, PlanOverlay } from '../../worker/planProtocol.ts';

export function usePlanView(): PlanView | null {
  const overlay = useShownOverlay();
  const lines = usePlan((state) => state.base?.linesGeoJson);
  return useMemo(() => (overlay && lines ? { baseLines: lines, overlay } : null), [overlay, lines]);
}

/** Communities as named on the map; null: those loaded. */
export function useShownCommunities(): readonly CommunityRow[] | null {
  const overlay = useShownOverlay();
  const state = usePlan((mirror) => mirror.state);
  const compared = useCompare((compare) => (compare.on ? compare.answer : null));
  return useMemo(() => {
    if (!overlay) return null;
    return compared ? compared.rows.flatMap((row) => row.a ?? []) : state?.communities ?? null;
  }, [overlay, compared, state]);
}

function useShownOverlay(): PlanOverlay | null {
  const task = useView((state) => state.task);
  const checksPlan = useCheck((state) => state.reportOf.subject === 'plan');
  const current = usePlan((state) => state.state?.overlay ?? null);
  const compared = useCompare((state) => (state.on ? state.answer?.overlayA ?? null : null));
  if (task === 'plan') return compared ?? current;
  if (task === 'reach') return current;
  return task === 'check' && checksPlan ? current : null;
}
