/** What one new facility would newly cover, for every junction: measured, shown, hidden. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { runJob } from '../jobs.ts';
import { useReach } from '../reach/reach.ts';
import { useSiting } from '../reach/siting.ts';
import { useSession } from '../session.ts';
import { flyToPoint, useView } from '../view.ts';

const CLOSE = 15;

/** Of the category on view in the plan as it stands; kept as long as both are the same. What was cancelled is off. */
export async function measureGains(): Promise<void> {
  const { category, state } = useReach.getState();
  if (category === null || !state) return;
  useSiting.setState({ picked: null, hovered: null });
  const { gains } = useSiting.getState();
  if (gains?.of === state && gains.map.category === category) return;
  const outcome = await runJob('reach', 'reachGains', { category });
  if (useReach.getState().category !== category || useReach.getState().state !== state) return;
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  if (outcome.kind === 'done') useSiting.setState({ gains: { map: outcome.value, of: state } });
  else hideGains();
}

export function hideGains(): void {
  useSiting.setState({ gainsOn: false, picked: null, hovered: null });
  if (useReach.getState().subject?.kind === 'gains') useReach.setState({ subject: null });
}

export function openGains(): void {
  useView.setState({ selection: null });
  useReach.setState({ subject: { kind: 'gains' }, isochrone: null });
  // Measured by whoever has the switch: again whenever the category or the plan is another.
  useSiting.setState({ gainsOn: true });
}

export function pickGain(at: LngLat, people: number, fly = false): void {
  useView.setState({ selection: null });
  useReach.setState({ subject: { kind: 'gains' }, isochrone: null });
  useSiting.setState({ picked: { at, people } });
  if (fly) flyToPoint(at, CLOSE);
}
