/** Reshape: click a boundary, then drag, add or delete its vertices, or draw a new stretch of it. The neighbour follows. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../core/geo/coordinates.ts';
import { boundaryIds, pickBoundaryAt } from '../../state/operations/pickBoundary.ts';
import { proposeCommand } from '../../state/operations/proposeCommand.ts';
import { snapPoint } from '../../state/operations/snapPoint.ts';
import { cancelTry, tryCommand } from '../../state/operations/tryCommand.ts';
import { handlesOf, moveCommand, removeCommand, sameHandle } from '../../state/plan/reshapeCommand.ts';
import { useTool, type HandleRef } from '../../state/plan/tool.ts';
import { drawLine, type LineEnd } from './line.ts';
import { listenToKeys } from './keys.ts';
import { listenToHand, metresOf, type Hand } from './press.ts';

const GRAB_PIXELS = 10;
const SNAP_PIXELS = 10;
const FAR_STEP = 10;

export function reshapeTool(map: MapLibreMap): () => void {
  const leaveHandles = handles(map);
  const leaveStretch = drawLine(map, stretchEnd, () => useTool.getState().stretch && useTool.getState().boundary !== null);
  return () => {
    leaveHandles();
    leaveStretch();
  };
}

/** A new stretch: from a place on the boundary to another. */
const stretchEnd: LineEnd = {
  command: (line) => {
    const ids = boundaryIds();
    return ids ? { type: 'reshape', communities: ids, path: line } : null;
  },
  finish: (command) => { void proposeCommand(command).then((done) => { if (done) useTool.setState({ stretch: false }); }); },
};

function handles(map: MapLibreMap): () => void {
  const drawing = () => useTool.getState().stretch;
  const leaveHand = listenToHand(map, {
    down: (hand) => {
      if (drawing()) return false;
      const handle = nearest(map, hand);
      if (!handle) return false;
      useTool.setState({ handle, moved: null });
      return true;
    },
    move: (hand) => {
      snapPoint(hand.at, metresOf(map, SNAP_PIXELS, hand.at), (at, snap) => {
        if (useTool.getState().handle) hold(at, hand.point, snap);
      });
    },
    up: (_, dragged) => { if (dragged) void letGo(); },
    click: (hand, twice) => {
      if (!drawing() && !twice) void pickBoundaryAt(hand.at, metresOf(map, GRAB_PIXELS, hand.at));
    },
    hover: (hand) => { map.getCanvas().style.cursor = !drawing() && nearest(map, hand) ? 'move' : 'crosshair'; },
  });
  const leaveKeys = listenToKeys(map, (event) => !drawing() && onKey(map, event));
  return () => {
    leaveHand();
    leaveKeys();
    map.getCanvas().style.cursor = '';
  };
}

function nearest(map: MapLibreMap, { point }: Hand): HandleRef | null {
  const { boundary } = useTool.getState();
  if (!boundary) return null;
  let best: HandleRef | null = null;
  let distance = GRAB_PIXELS;
  for (const { path, index, middle, at, kind } of handlesOf(boundary)) {
    const place = map.project([at[0], at[1]]);
    // A vertex wins over the middle beside it.
    const away = Math.hypot(place.x - point.x, place.y - point.y) + (middle ? 2 : 0);
    if (away < distance && kind !== 'fixed') {
      best = { path, index, middle };
      distance = away;
    }
  }
  return best;
}

function hold(at: LngLat, point: { x: number; y: number }, snap: ReturnType<typeof useTool.getState>['snap']): void {
  useTool.setState({ moved: at, snap });
  const command = heldCommand();
  if (command) tryCommand(command, point);
}

async function letGo(): Promise<void> {
  const command = heldCommand();
  useTool.setState({ snap: null });
  if (command) await proposeCommand(command);
  // Done: the boundary has other vertices. Refused: the vertex goes back.
  useTool.setState({ moved: null });
}

function heldCommand(): ReturnType<typeof moveCommand> {
  const { boundary, handle, moved } = useTool.getState();
  const ids = boundaryIds();
  return boundary && handle && moved && ids ? moveCommand(boundary, ids, handle, moved) : null;
}

/** Tab goes along the handles, arrows nudge, Enter commits, Delete removes; Esc is the page's. */
function onKey(map: MapLibreMap, event: KeyboardEvent): boolean {
  const { boundary, handle, moved } = useTool.getState();
  if (!boundary) return false;
  if (event.key === 'Tab') return goAlong(map, event.shiftKey ? -1 : 1);
  if (!handle) return false;
  const arrow = ARROWS[event.key];
  if (arrow) return nudge(map, arrow, event.shiftKey ? FAR_STEP : 1);
  if (event.key === 'Enter' && moved) {
    void letGo();
    return true;
  }
  if (event.key === 'Escape' && moved) {
    cancelTry();
    useTool.setState({ moved: null });
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const ids = boundaryIds();
    const command = ids && removeCommand(boundary, ids, handle);
    if (command) void proposeCommand(command).then(() => { useTool.setState({ handle: null, moved: null }); });
    return true;
  }
  return false;
}

const ARROWS: Partial<Record<string, [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Beyond the last handle Tab leaves the map as ever. */
function goAlong(map: MapLibreMap, step: number): boolean {
  const { boundary, handle } = useTool.getState();
  const all = handlesOf(boundary!).filter((each) => each.kind !== 'fixed');
  const current = all.findIndex((each) => sameHandle(each, handle));
  const next = all[handle === null && step < 0 ? all.length - 1 : current + step];
  cancelTry();
  useTool.setState({ handle: next ? { path: next.path, index: next.index, middle: next.middle } : null, moved: null });
  if (next && !map.getBounds().contains([next.at[0], next.at[1]])) map.panTo([next.at[0], next.at[1]], { animate: false });
  return next !== undefined;
}

function nudge(map: MapLibreMap, [dx, dy]: [number, number], pixels: number): boolean {
  const { boundary, handle, moved } = useTool.getState();
  const from = moved ?? handlesOf(boundary!).find((each) => sameHandle(each, handle))?.at;
  if (!from) return false;
  const place = map.project([from[0], from[1]]);
  const point = { x: place.x + dx * pixels, y: place.y + dy * pixels };
  const { lng, lat } = map.unproject([point.x, point.y]);
  hold([lng, lat], point, null);
  return true;
}
