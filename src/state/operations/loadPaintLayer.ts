/** Fetches the ground that can be painted: compounds, street blocks, grids, census blocks or faces. */
import type { PaintKind } from '../../worker/planProtocol.ts';
import { askPlan } from '../plan/askPlan.ts';
import { useTool } from '../plan/tool.ts';
import { cancelTry } from './tryCommand.ts';

export async function loadPaintLayer(kind: PaintKind): Promise<void> {
  cancelTry();
  useTool.setState({ paintKind: kind, paintLayer: null, picked: new Map(), hovered: null });
  const answer = await askPlan('planPaintLayer', { kind });
  if (useTool.getState().paintKind !== kind || answer === undefined) return;
  useTool.setState({ paintLayer: answer === null ? 'missing' : { kind, geojson: answer.geojson } });
}
