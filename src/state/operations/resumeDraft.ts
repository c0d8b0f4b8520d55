/** Puts unfinished work that was kept back on screen, as the tool had it. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { autosave } from '../autosave/autosave.ts';
import { usePlan } from '../plan/plan.ts';
import { useTool } from '../plan/tool.ts';
import { useRecovery } from '../project/recovery.ts';
import { useView } from '../view.ts';
import { loadPaintLayer } from './loadPaintLayer.ts';
import { pickBoundary } from './pickBoundary.ts';
import { proposeCommand } from './proposeCommand.ts';
import { setTool } from './setTool.ts';
import { tryCommand } from './tryCommand.ts';

/** `show`: brings a place into view and says where on the map pane it is then. */
export async function resumeDraft(show: (at: LngLat) => { x: number; y: number } | null): Promise<void> {
  const { draft } = useRecovery.getState();
  if (!draft || !usePlan.getState().state) return;
  useRecovery.setState({ draft: null });
  const { tool, selected: [first, ...more], boundary, handle, moved, stretch, line, paintKind, picked, target, lasso, parts, command } = draft;
  useView.setState({ task: 'plan', ...(first === undefined ? {} : { selection: { kind: 'unit', index: first } }) });
  useTool.setState({ paintKind });
  setTool(tool);
  if (tool === 'paint' || tool === 'carve') await loadPaintLayer(paintKind);
  if (boundary) await pickBoundary(boundary);
  useTool.setState({ more, handle, moved, stretch, line, picked: new Map(picked.map((piece) => [piece.id, piece])), target, lasso, parts });
  const at = moved ?? line.at(-1);
  const point = at ? show(at) : null;
  if (command) tryCommand(command, point);
}

/** Carries out the command that the work had come to. */
export async function finishDraft(): Promise<void> {
  const { draft } = useRecovery.getState();
  if (!draft?.command) return;
  useRecovery.setState({ draft: null });
  await proposeCommand(draft.command);
}

export function dropKeptDraft(): void {
  useRecovery.setState({ draft: null });
  autosave.dropDraft();
}
