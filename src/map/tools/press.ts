/**
 * What a hand does on the map, for tools: hover, press, drag, release. While a tool holds a press the map does not pan.
 * Pointer events serve mouse, pen and finger alike.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../core/geo/coordinates.ts';
import { metresPerPixel } from '../scale.ts';

export interface Hand {
  /** Pixels in the map pane. */
  point: { x: number; y: number };
  at: LngLat;
  shift: boolean;
}

export interface HandEvents {
  hover?: (hand: Hand) => void;
  /** True: the tool takes the press; move and up follow. */
  down?: (hand: Hand) => boolean;
  move?: (hand: Hand) => void;
  /** `dragged`: it went farther than a click does. */
  up?: (hand: Hand, dragged: boolean) => void;
  /** A press that the tool did not take, released where it began. `twice`: the second of a double click. */
  click?: (hand: Hand, twice: boolean) => void;
  leave?: () => void;
}

const CLICK_PIXELS = 4;
/** Two clicks closer in time than this are a double click. */
const TWICE_MS = 400;

export function listenToHand(map: MapLibreMap, events: HandEvents): () => void {
  const canvas = map.getCanvasContainer();
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true };
  let lastClick: { hand: Hand; time: number } | null = null;
  let start: { hand: Hand; taken: boolean; pointer: number } | null = null;

  const handOf = (event: PointerEvent | MouseEvent): Hand => {
    const box = canvas.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const { lng, lat } = map.unproject([point.x, point.y]);
    return { point, at: [lng, lat], shift: event.shiftKey };
  };
  const far = (hand: Hand) => start !== null && Math.hypot(hand.point.x - start.hand.point.x, hand.point.y - start.hand.point.y) > CLICK_PIXELS;
  const release = () => {
    if (start?.taken) {
      map.dragPan.enable();
      map.boxZoom.enable();
    }
    start = null;
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const hand = handOf(event);
    const taken = events.down?.(hand) ?? false;
    start = { hand, taken, pointer: event.pointerId };
    if (!taken) return;
    map.dragPan.disable();
    map.boxZoom.disable();
    canvas.setPointerCapture(event.pointerId);
  }, options);
  canvas.addEventListener('pointermove', (event) => {
    const hand = handOf(event);
    if (start?.taken) events.move?.(hand);
    else if (!start) events.hover?.(hand);
  }, options);
  canvas.addEventListener('pointerup', (event) => {
    if (start?.pointer !== event.pointerId) return;
    const hand = handOf(event);
    const { taken } = start;
    const dragged = far(hand);
    release();
    if (taken) events.up?.(hand, dragged);
    else if (!dragged) {
      const twice = lastClick !== null && event.timeStamp - lastClick.time < TWICE_MS
        && Math.hypot(hand.point.x - lastClick.hand.point.x, hand.point.y - lastClick.hand.point.y) <= CLICK_PIXELS;
      lastClick = twice ? null : { hand, time: event.timeStamp };
      events.click?.(hand, twice);
    }
  }, options);
  canvas.addEventListener('pointercancel', release, options);
  canvas.addEventListener('pointerleave', () => { if (!start) events.leave?.(); }, options);
  return () => {
    release();
    controller.abort();
  };
}

/** Metres that so many pixels are at a place, at the map's zoom. */
export function metresOf(map: MapLibreMap, pixels: number, [, latitude]: LngLat): number {
  return pixels * metresPerPixel(map.getZoom(), latitude);
}
