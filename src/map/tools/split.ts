/** A line through one community: what lies on one side becomes a new one. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { proposedName } from '../../state/plan/proposedName.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { selectedRows } from '../../state/plan/selected.ts';
import { drawLine } from './line.ts';

export function splitTool(map: MapLibreMap): () => void {
  return drawLine(map, {
    command: (line) => {
      const [community] = selectedRows();
      if (!community) return null;
      const taken = new Set(usePlan.getState().state?.communities.map((row) => row.name));
      return { type: 'split', community: community.id, line, name: proposedName(community.name, taken) };
    },
    finish: (_, line) => {
      const [community] = selectedRows();
      if (community) openPlanDialog({ kind: 'split', community: community.id, line });
    },
  });
}
