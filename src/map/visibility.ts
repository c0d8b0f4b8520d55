/**
 * Which layers show. A layer is hidden as long as there is a reason; each who hides knows of its own alone. Of a source whose layers
 * are all hidden the map cuts no tiles, and most of thirty sources have nothing to show for most of the time.
 */
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { SourceName } from './style.ts';

/** `empty`: its source has had nothing to show yet. `switched`: by the user. `replaced`: the plan's own lines stand in its place. */
type Reason = 'empty' | 'switched' | 'replaced';

const reasons = new WeakMap<MapLibreMap, Map<string, Set<Reason>>>();

/** As every layer of a source begins. */
export function hiddenAtFirst(layers: LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer) => ('source' in layer ? { ...layer, layout: { ...layer.layout, visibility: 'none' } } : layer));
}

export function setHidden(map: MapLibreMap, layer: string, reason: Reason, hidden: boolean): void {
  const own = reasonsOf(map, layer);
  const was = own.size > 0;
  if (hidden) own.add(reason);
  else own.delete(reason);
  if (own.size > 0 !== was) map.setLayoutProperty(layer, 'visibility', was ? 'visible' : 'none');
}

/** Its layers show from now on, if nothing else hides them. */
export function showSource(map: MapLibreMap, source: SourceName): void {
  for (const layer of map.getLayersOrder()) if (map.getLayer(layer)?.source === source) setHidden(map, layer, 'empty', false);
}

function reasonsOf(map: MapLibreMap, layer: string): Set<Reason> {
  const known = reasons.get(map) ?? new Map<string, Set<Reason>>();
  reasons.set(map, known);
  const own = known.get(layer) ?? new Set<Reason>(map.getLayer(layer)?.source ? ['empty'] : []);
  known.set(layer, own);
  return own;
}
