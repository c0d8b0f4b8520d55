/** Where a point goes when it is drawn to vertices, boundaries and streets near by. Off: where it is. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { SnapHit } from '../../worker/planProtocol.ts';
import { askPlan } from '../plan/askPlan.ts';
import { useTool } from '../plan/tool.ts';

let underWay = false;
let waiting: { at: LngLat; metres: number; then: (at: LngLat, snap: SnapHit | null) => void } | null = null;

/** At most one question is under way, and the latest wins; the others are never answered. */
export function snapPoint(at: LngLat, metres: number, then: (at: LngLat, snap: SnapHit | null) => void): void {
  if (!useTool.getState().snapping) {
    then(at, null);
    return;
  }
  waiting = { at, metres, then };
  if (!underWay) void run();
}

/** For a point that is set down: none is left out, whatever moves meanwhile. */
export async function snapOnce(at: LngLat, metres: number): Promise<{ at: LngLat; snap: SnapHit | null }> {
  if (!useTool.getState().snapping) return { at, snap: null };
  const snap = (await askPlan('planSnap', { at, metres })) ?? null;
  return { at: snap?.at ?? at, snap };
}

export function toggleSnapping(): void {
  useTool.setState(({ snapping }) => ({ snapping: !snapping, snap: null }));
}

async function run(): Promise<void> {
  underWay = true;
  try {
    while (waiting) {
      const { at, metres, then } = waiting;
      waiting = null;
      const snap = (await askPlan('planSnap', { at, metres })) ?? null;
      then(snap?.at ?? at, snap);
    }
  } finally {
    underWay = false;
  }
}
