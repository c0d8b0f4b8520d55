/** Each tool is a function that enters it and returns the one that leaves it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ToolName } from '../../state/plan/tool.ts';
import { carveTool } from './carve.ts';
import { cutTool } from './cut.ts';
import { paintTool } from './paint.ts';
import { reshapeTool } from './reshape.ts';
import { splitTool } from './split.ts';

const TOOLS: Record<ToolName, (map: MapLibreMap) => () => void> = {
  // The map's own clicks select.
  select: () => () => undefined,
  reshape: reshapeTool,
  paint: paintTool,
  split: splitTool,
  carve: carveTool,
  cut: cutTool,
};

export function enterTool(map: MapLibreMap, tool: ToolName): () => void {
  return TOOLS[tool](map);
}
