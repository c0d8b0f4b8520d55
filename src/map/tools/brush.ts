/** Collecting ground: hover shows it, a click takes or lets go, a stroke or a box takes all it meets. */
import type { Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import { pick } from '../../state/operations/collectPaint.ts';
import { useTool, type Picked } from '../../state/plan/tool.ts';
import { listenToKeys } from './keys.ts';
import { listenToHand, type Hand } from './press.ts';

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
  let box: Hand | null = null;
  let stroke = false;
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
      stroke = false;
      box = hand.shift ? hand : null;
      // A press beside all ground moves the map.
      return box !== null || at(hand) !== null;
    },
    move: (hand) => {
      if (box) {
        drawBox(map, box, hand);
        return;
      }
      const piece = at(hand);
      if (!piece || useTool.getState().picked.has(piece.id)) return;
      stroke = true;
      pick([piece], false, hand.point);
    },
    up: (hand, dragged) => {
      if (box) {
        const [a, b] = [box.point, hand.point];
        drawBox(map, null, null);
        box = null;
        const features = map.queryRenderedFeatures([[Math.min(a.x, b.x), Math.min(a.y, b.y)], [Math.max(a.x, b.x), Math.max(a.y, b.y)]], { layers: ['paint-fill'] });
        pick(features.map(pickedOf), false, hand.point);
        return;
      }
      const piece = at(hand);
      if (dragged && stroke) end.stroke();
      else if (piece) pick([piece], true, hand.point);
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
