/** A line that divides the faces it crosses, of the selected communities or of all; nobody gains or loses by it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { proposeCommand } from '../../state/operations/proposeCommand.ts';
import { selectedRows } from '../../state/plan/selected.ts';
import { useTool } from '../../state/plan/tool.ts';
import { drawLine } from './line.ts';

export function cutTool(map: MapLibreMap): () => void {
  return drawLine(map, {
    command: (line) => {
      const within = selectedRows().map((row) => row.id);
      return { type: 'cut', line, ...(within.length > 0 ? { within } : {}) };
    },
    finish: (command) => { void proposeCommand(command).then((done) => { if (done) useTool.setState({ line: [], tip: null }); }); },
  });
}
