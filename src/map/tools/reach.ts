/**
 * The hand in 可达: a click walks from there, or from the facility that it meets; a proposed facility is dragged and its area follows;
 * with another tool a click sets a facility or a gate. Enter on the map acts in its middle.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { moveFacility, placeFacility } from '../../state/operations/proposeFacility.ts';
import { setGate } from '../../state/operations/setGate.ts';
import { selectPocket } from '../../state/operations/selectReach.ts';
import { dragTo, walkFrom } from '../../state/operations/walkFrom.ts';
import type { LngLat } from '../../core/geo/coordinates.ts';
import { isReadOnly } from '../../state/project/readOnly.ts';
import { useReach } from '../../state/reach/reach.ts';
import { pickGain } from '../../state/operations/showGains.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { GAIN_LAYER } from '../layers/gains.ts';
import { FACILITY_LAYER, PIN_LAYER, POCKET_LAYER } from '../layers/reach.ts';
import { listenToKeys, onMap } from './keys.ts';
import { listenToHand, type Hand } from './press.ts';

const NEAR_PIXELS = 3;

export function reachTool(map: MapLibreMap): () => void {
  let held: string | null = null;
  const pinAt = (hand: Hand): string | null => (useReach.getState().tool === 'walk' && !isReadOnly() ? (hit(map, hand, PIN_LAYER)?.['id'] as string | undefined) ?? null : null);
  const leaveHand = listenToHand(map, {
    hover: (hand) => {
      const gain = useSiting.getState().gainsOn ? hit(map, hand, GAIN_LAYER)?.['gain'] : undefined;
      const hovered = typeof gain === 'number' ? gain : null;
      if (hovered !== useSiting.getState().hovered) useSiting.setState({ hovered });
      map.getCanvas().style.cursor = useReach.getState().tool !== 'walk' ? 'crosshair' : pinAt(hand) !== null ? 'grab' : hovered !== null || hit(map, hand, FACILITY_LAYER, POCKET_LAYER) ? 'pointer' : '';
    },
    down: (hand) => {
      held = pinAt(hand);
      return held !== null;
    },
    move: ({ at }) => {
      if (held !== null) dragTo(held, at);
    },
    up: ({ at }, dragged) => {
      const id = held;
      held = null;
      if (id === null) return;
      if (dragged) void moveFacility(id, at);
      else {
        const stands = useReach.getState().state?.proposed.find((each) => each.id === id);
        useReach.setState({ dragged: null });
        if (stands) void walkFrom(stands.at, { kind: 'proposed', id });
      }
    },
    click: (hand) => {
      const pocket = hit(map, hand, POCKET_LAYER)?.['id'] as string | undefined;
      const facility = hit(map, hand, FACILITY_LAYER);
      const gain = useSiting.getState().gainsOn ? hit(map, hand, GAIN_LAYER)?.['gain'] : undefined;
      if (useReach.getState().tool !== 'walk') act(hand.at);
      else if (pocket !== undefined) selectPocket(Number(pocket));
      else if (facility) void walkFrom(placeOf(map, hand, FACILITY_LAYER) ?? hand.at, { kind: 'facility', name: typeof facility['name'] === 'string' ? facility['name'] : '' });
      else if (typeof gain === 'number') pickGain(placeOf(map, hand, GAIN_LAYER) ?? hand.at, gain);
      else act(hand.at);
    },
  });
  const leaveKeys = listenToKeys(map, (event) => {
    if (event.key === 'Escape' && useReach.getState().tool !== 'walk') {
      useReach.setState({ tool: 'walk' });
      return true;
    }
    if (event.key !== 'Enter' || !onMap(map, event.target)) return false;
    const { lng, lat } = map.getCenter();
    act([lng, lat]);
    return true;
  });
  return () => {
    leaveHand();
    leaveKeys();
    map.getCanvas().style.cursor = '';
  };
}

function act(at: LngLat): void {
  const { tool, state } = useReach.getState();
  if (!state) return;
  if (tool === 'place') void placeFacility(at);
  else if (tool === 'gate') void setGate(at);
  else void walkFrom(at);
}

function near(map: MapLibreMap, { point: { x, y } }: Hand, layers: string[]) {
  return map.queryRenderedFeatures([[x - NEAR_PIXELS, y - NEAR_PIXELS], [x + NEAR_PIXELS, y + NEAR_PIXELS]], { layers })[0];
}

function hit(map: MapLibreMap, hand: Hand, ...layers: string[]): Record<string, unknown> | null {
  return near(map, hand, layers)?.properties ?? null;
}

/** Where the point stands, not where it was clicked. */
function placeOf(map: MapLibreMap, hand: Hand, layer: string): LngLat | null {
  const geometry = near(map, hand, [layer])?.geometry;
  return geometry?.type === 'Point' ? [geometry.coordinates[0]!, geometry.coordinates[1]!] : null;
}
