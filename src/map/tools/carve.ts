/** Takes ground out of a community to form new ones: by compounds, blocks and the like, or by an outline. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { finishPart } from '../../state/operations/carvePart.ts';
import { selectedRows } from '../../state/plan/selected.ts';
import { useTool } from '../../state/plan/tool.ts';
import { proposedName } from '../../state/plan/proposedName.ts';
import { brush } from './brush.ts';
import { drawLine } from './line.ts';

export function carveTool(map: MapLibreMap): () => void {
  const lasso = () => useTool.getState().lasso;
  const done = () => { void finishPart(); };
  const leaveBrush = brush(map, { stroke: () => undefined, done }, () => !lasso());
  const leaveLasso = drawLine(map, {
    command: (line) => {
      const [community] = selectedRows();
      if (!community || line.length < 3) return null;
      const name = proposedName(community.name, new Set());
      return { type: 'splitByGround', community: community.id, parts: [{ name, ground: [{ rings: [[...line, line[0]!]] }] }] };
    },
    finish: done,
  }, lasso);
  return () => {
    leaveBrush();
    leaveLasso();
  };
}
