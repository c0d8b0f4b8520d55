/** Keys while a tool is in hand. A tool's key that did something goes no further: Esc does not also clear the selection. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** True: the key was taken. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

/** Keys count on the map, and anywhere in the page that is no field, list or button. */
export function listenToKeys(map: MapLibreMap, handle: KeyHandler): () => void {
  const controller = new AbortController();
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('[role="dialog"]')) return;
    if (!(onMap(map, event.target) || event.target === document.body)) return;
    if (!handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { signal: controller.signal, capture: true });
  return () => { controller.abort(); };
}

export function onMap(map: MapLibreMap, target: EventTarget | null): boolean {
  return target instanceof Node && map.getCanvasContainer().contains(target);
}
