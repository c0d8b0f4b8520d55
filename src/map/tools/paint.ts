/** Paint: collects ground and gives it to the community chosen before. A stroke is given when it is released. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { handOverPicked } from '../../state/operations/collectPaint.ts';
import { brush } from './brush.ts';

export function paintTool(map: MapLibreMap): () => void {
  const handOver = () => { void handOverPicked(); };
  return brush(map, { stroke: handOver, done: handOver });
}
