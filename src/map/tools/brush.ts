/** Collecting ground: hover shows it, a click takes or lets go, a stroke or a box takes all it meets. */
import type { Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import { pick } from '../../state/operations/collectPaint.ts';
import { useTool, type Picked } from '../../state/plan/tool.ts';
import { listenToKeys } from './keys.ts';
import { listenToHand, type Hand } from './press.ts';

/** A hand that stays this near to where it pressed has clicked. */
const CLICK_PIXELS = 4;
const STROKE_PIXELS = 4;

interface BrushEnd {
  /** A stroke was released. */
  stroke: () => void;
  /** Enter. */
  done: () => void;
}

export function brush(map: MapLibreMap, end: BrushEnd, isOn: () => boolean = () => true): () => void {
  const at = ({ point }: Hand): Picked | null => {
    const [feature] = map.queryRenderedFeatures([point.x, point.y], { layers: ['paint-fill'] });
    return feature ? pickedOf(feature) : null;
  };
  const meets = (a: Hand['point'], b: Hand['point']): Picked[] => {
    const box: [[number, number], [number, number]] = [[Math.min(a.x, b.x), Math.min(a.y, b.y)], [Math.max(a.x, b.x), Math.max(a.y, b.y)]];
    return map.queryRenderedFeatures(box, { layers: ['paint-fill'] }).map(pickedOf);
  };
  let box: Hand | null = null;
  /** Where the stroke has come to; null: the hand has not moved off the place it pressed. */
  let last: Hand | null = null;
  let pressed: Hand | null = null;
  const leaveHand = listenToHand(map, {
    hover: (hand) => {
      if (!isOn()) return;
      const hovered = at(hand)?.id ?? null;
      map.getCanvas().style.cursor = hovered === null ? 'crosshair' : 'pointer';
      if (hovered !== useTool.getState().hovered) useTool.setState({ hovered });
    },
    leave: () => { useTool.setState({ hovered: null }); },
    down: (hand) => {
      if (!isOn()) return false;
      last = null;
      pressed = hand;
      box = hand.shift ? hand : null;
      // A press beside all ground moves the map.
      return box !== null || at(hand) !== null;
    },
    move: (hand) => {
      if (box) {
        drawBox(map, box, hand);
        return;
      }
      const from = last ?? pressed;
      if (!from || (last === null && apart(from, hand) <= CLICK_PIXELS)) return;
      last = hand;
      const { picked } = useTool.getState();
      // A quick hand is seen at few places: what lies between them is met, too.
      const met = along(from, hand).flatMap((point) => meets(point, point)).filter(({ id }) => !picked.has(id));
      if (met.length > 0) pick(met, false, hand.point);
    },
    up: (hand, dragged) => {
      const boxed = box;
      box = null;
      if (boxed && dragged) {
        drawBox(map, null, null);
        pick(meets(boxed.point, hand.point), false, hand.point);
        return;
      }
      if (last !== null) {
        end.stroke();
        return;
      }
      const piece = at(hand);
      if (piece) pick([piece], true, hand.point);
    },
  });
  const leaveKeys = listenToKeys(map, (event) => {
    if (!isOn() || event.key !== 'Enter') return false;
    end.done();
    return true;
  });
  return () => {
    leaveHand();
    leaveKeys();
    drawBox(map, null, null);
    map.getCanvas().style.cursor = '';
  };
}

function apart(a: Hand, b: Hand): number {
  return Math.hypot(b.point.x - a.point.x, b.point.y - a.point.y);
}

/** Both ends, and places between them. */
function along(a: Hand, b: Hand): Hand['point'][] {
  const count = Math.max(1, Math.ceil(apart(a, b) / STROKE_PIXELS));
  return Array.from({ length: count + 1 }, (_, k) => ({ x: a.point.x + ((b.point.x - a.point.x) * k) / count, y: a.point.y + ((b.point.y - a.point.y) * k) / count }));
}

function pickedOf({ properties }: MapGeoJSONFeature): Picked {
  return { id: Number(properties['id']), name: String(properties['name'] ?? ''), households: typeof properties['households'] === 'number' ? properties['households'] : null };
}

/** The box is the hand's, not the plan's: an element over the map, as the map's own zoom box is. */
function drawBox(map: MapLibreMap, from: Hand | null, to: Hand | null): void {
  const parent = map.getCanvasContainer();
  const known = parent.querySelector<HTMLElement>('.brush-box');
  if (!from || !to) {
    known?.remove();
    return;
  }
  const element = known ?? parent.appendChild(Object.assign(document.createElement('div'), { className: 'brush-box' }));
  element.style.left = `${Math.min(from.point.x, to.point.x)}px`;
  element.style.top = `${Math.min(from.point.y, to.point.y)}px`;
  element.style.width = `${Math.abs(from.point.x - to.point.x)}px`;
  element.style.height = `${Math.abs(from.point.y - to.point.y)}px`;
}
