/** Takes a tool in hand; what another tool left unfinished is dropped. */
import { dropWork, hasWork, useTool, type ToolName } from '../plan/tool.ts';
import { selectedRows } from '../plan/selected.ts';
import { cancelTry } from './tryCommand.ts';
import { loadPaintLayer } from './loadPaintLayer.ts';

export function setTool(tool: ToolName): void {
  cancelTry();
  dropWork();
  useTool.setState({ tool });
  if (tool === 'paint' || tool === 'carve') {
    const [first] = selectedRows();
    if (tool === 'paint' && first && !first.locked) useTool.setState({ target: first.id });
    void loadPaintLayer(useTool.getState().paintKind);
  }
}

/** Drops the work first, then the tool. True when there was something to drop. */
export function stepBack(): boolean {
  const state = useTool.getState();
  const dirty = hasWork(state);
  if (!dirty && state.tool === 'select') return false;
  if (dirty) {
    cancelTry();
    dropWork();
  } else setTool('select');
  return true;
}
