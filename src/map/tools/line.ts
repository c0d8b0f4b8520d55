/** Drawing a line: clicks add points that snap, double click or Enter ends, Backspace drops the last. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { Command } from '../../core/plan/command.ts';
import { snapOnce, snapPoint } from '../../state/operations/snapPoint.ts';
import { cancelTry, tryCommand } from '../../state/operations/tryCommand.ts';
import { useTool } from '../../state/plan/tool.ts';
import { listenToKeys } from './keys.ts';
import { listenToHand, metresOf, type Hand } from './press.ts';

export interface LineEnd {
  /** What the line would do; null: nothing that can be tried. */
  command: (line: readonly LngLat[]) => Command | null;
  /** The line is drawn. */
  finish: (command: Command, line: readonly LngLat[]) => void;
}

const SNAP_PIXELS = 10;
/** Points closer than this are one: a double click is two clicks on one place. */
const SAME_PIXELS = 3;

export function drawLine(map: MapLibreMap, end: LineEnd, isOn: () => boolean = () => true): () => void {
  const snapped = (hand: Hand, then: (at: LngLat) => void) => {
    snapPoint(hand.at, metresOf(map, SNAP_PIXELS, hand.at), (at, snap) => {
      if (!isOn()) return;
      useTool.setState({ snap });
      then(at);
    });
  };
  const attempt = (point: Hand['point'] | null) => {
    const { line, tip } = useTool.getState();
    const whole = tip ? [...line, tip] : line;
    const command = whole.length > 1 ? end.command(whole) : null;
    if (command) tryCommand(command, point);
  };
  const add = (at: LngLat) => {
    const { line } = useTool.getState();
    const last = line.at(-1);
    if (last && near(map, last, at)) return;
    useTool.setState({ line: [...line, at], tip: null });
  };
  const finish = () => {
    const { line } = useTool.getState();
    const command = line.length > 1 ? end.command(line) : null;
    if (!command) return;
    useTool.setState({ tip: null, snap: null });
    end.finish(command, line);
  };

  // Points are set down in the order of the clicks, and a double click ends after both.
  let clicks = Promise.resolve();
  const setDown = async (hand: Hand) => {
    const { at, snap } = await snapOnce(hand.at, metresOf(map, SNAP_PIXELS, hand.at));
    if (!isOn()) return;
    useTool.setState({ snap });
    add(at);
    attempt(hand.point);
  };

  map.doubleClickZoom.disable();
  const leaveHand = listenToHand(map, {
    hover: (hand) => {
      if (!isOn()) return;
      map.getCanvas().style.cursor = 'crosshair';
      snapped(hand, (tip) => {
        if (useTool.getState().line.length === 0) return;
        useTool.setState({ tip });
        attempt(hand.point);
      });
    },
    click: (hand, twice) => {
      if (!isOn()) return;
      clicks = clicks.then(async () => {
        if (twice) finish();
        else await setDown(hand);
      });
    },
    leave: () => { if (isOn()) useTool.setState({ tip: null, snap: null }); },
  });
  const leaveKeys = listenToKeys(map, (event) => {
    const { line } = useTool.getState();
    if (!isOn() || line.length === 0) return false;
    if (event.key === 'Enter') finish();
    else if (event.key === 'Backspace') {
      useTool.setState({ line: line.slice(0, -1), tip: null });
      if (line.length < 3) cancelTry();
      else attempt(null);
    } else return false;
    return true;
  });
  return () => {
    leaveHand();
    leaveKeys();
    map.doubleClickZoom.enable();
    map.getCanvas().style.cursor = '';
  };
}

function near(map: MapLibreMap, a: LngLat, b: LngLat): boolean {
  const [p, q] = [map.project([a[0], a[1]]), map.project([b[0], b[1]])];
  return Math.hypot(p.x - q.x, p.y - q.y) < SAME_PIXELS;
}
