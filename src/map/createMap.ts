/** Makes the one map of the page and reports what happens on it. */
import { Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl';
import type { LngLat } from '../core/geo/coordinates.ts';
import type { Bounds } from '../state/view.ts';
import { addImages } from './images.ts';
import { REGULAR_FONT } from './fonts.ts';
import { readPalette } from './palette.ts';
import { isUnderTest } from './underTest.ts';
import { mapStyle } from './style.ts';
import { tellWorkerUrl } from './workerUrl.ts';
import { DEFECT_HIT_LAYERS } from './layers/defects.ts';

export interface MapEvents {
  /** After every move, and once at the start. */
  moved: (bounds: Bounds, zoom: number, centre: LngLat) => void;
  cursor: (at: LngLat | null) => void;
  /** A click on a defect, a unit, open ground or nothing; `add` with Shift or Ctrl. */
  picked: (hit: Hit, add: boolean) => void;
  /** WebGL2 is missing, or the context was lost for good. */
  failed: (message: string) => void;
}

export type Hit = { kind: 'defect'; id: string } | { kind: 'unit'; index: number } | { kind: 'ground'; face: number } | null;

/** The whole of China, until there is data. */
const START: Bounds = [73, 17, 136, 54];

/** Resolves when the map can be written to; rejects without WebGL2, which the map itself finds out. */
export async function createMap(container: HTMLElement, events: MapEvents): Promise<MapLibreMap> {
  await tellWorkerUrl();
  const colour = readPalette();
  const map = new MapLibreMap({
    container,
    style: mapStyle(colour),
    bounds: START,
    attributionControl: false,
    pitchWithRotate: false,
    dragRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 2,
    maxZoom: 22,
    fadeDuration: isUnderTest() ? 0 : 150,
    canvasContextAttributes: { antialias: !isUnderTest(), contextType: 'webgl2' },
    localIdeographFontFamily: REGULAR_FONT.join(','),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('aria-label', '');
  addImages(map, colour);
  // A lost context may come before the first frame; pointers have nothing to hit until it.
  map.on('webglcontextlost', () => { events.failed('WebGL context lost'); });
  map.on('error', (event) => { console.error(event.error); });
  // Not its first picture, which would be of no data: what is to be shown is drawn at once.
  await map.once('style.load');
  listen(map, events);
  return map;
}

function listen(map: MapLibreMap, events: MapEvents): void {
  const moved = () => {
    const bounds = map.getBounds();
    const centre = map.getCenter();
    events.moved([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], map.getZoom(), [centre.lng, centre.lat]);
  };
  moved();
  map.on('moveend', moved);
  map.on('resize', moved);

  let hovered: Hit = null;
  const hover = (hit: Hit, on: boolean) => {
    if (hit?.kind !== 'unit') return;
    for (const source of ['units', 'plan-units']) map.setFeatureState({ source, id: hit.index }, { hover: on });
  };
  map.on('mousemove', (event) => {
    events.cursor([event.lngLat.lng, event.lngLat.lat]);
    const hit = hitAt(map, event);
    if (hit?.kind !== hovered?.kind || (hit?.kind === 'unit' && hovered?.kind === 'unit' && hit.index !== hovered.index)) {
      hover(hovered, false);
      hover(hit, true);
    }
    hovered = hit;
    container(map).classList.toggle('pointing', hit !== null);
  });
  map.on('mouseout', () => {
    hover(hovered, false);
    hovered = null;
    events.cursor(null);
  });
  map.on('click', (event) => {
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    events.picked(hitAt(map, event), shiftKey || ctrlKey || metaKey);
  });
}

/** A defect within a few pixels wins over the unit beneath. */
function hitAt(map: MapLibreMap, { point }: MapMouseEvent): Hit {
  const near = map.queryRenderedFeatures([[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]], { layers: DEFECT_HIT_LAYERS });
  const defect = near[0]?.properties['id'] as string | undefined;
  if (defect !== undefined) return { kind: 'defect', id: defect };
  const face = map.queryRenderedFeatures(point, { layers: ['plan-open-fill'] })[0]?.properties['face'] as number | undefined;
  if (face !== undefined) return { kind: 'ground', face };
  const unit = map.queryRenderedFeatures(point, { layers: ['units-fill', 'plan-units-fill'] })[0]?.properties['index'] as number | undefined;
  return unit === undefined ? null : { kind: 'unit', index: unit };
}

function container(map: MapLibreMap): HTMLElement {
  return map.getContainer().parentElement ?? map.getContainer();
}
