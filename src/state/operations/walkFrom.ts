/** Isochrones: from a click, a facility, one that is being dragged. One question is under way, the latest wins. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { askReach } from '../reach/askReach.ts';
import { bandLimits } from '../reach/bands.ts';
import { latestWins } from '../reach/latest.ts';
import { useReach, type ReachSubject } from '../reach/reach.ts';
import { useView } from '../view.ts';

type Point = Extract<NonNullable<ReachSubject>, { kind: 'point' }>;

export async function walkFrom(at: LngLat, of: Point['of'] = null): Promise<void> {
  useView.setState({ selection: null });
  useReach.setState({ subject: { kind: 'point', at, of }, isochrone: null });
  await isochrone(at);
}

/** After the network or the plan changed. */
export async function walkAgain(): Promise<void> {
  const { subject, state, dragged } = useReach.getState();
  if (subject?.kind !== 'point' || dragged) return;
  const proposed = subject.of?.kind === 'proposed' ? subject.of.id : null;
  const at = state?.proposed.find(({ id }) => id === proposed)?.at ?? subject.at;
  if (at !== subject.at) useReach.setState({ subject: { ...subject, at } });
  await isochrone(at);
}

const isochrone = latestWins(async (at: LngLat) => {
  const { settings } = useReach.getState();
  if (!settings) return;
  const answer = await askReach('reachIsochrone', { at, ...bandLimits(settings.limit), asResident: true });
  if (answer && useReach.getState().subject?.kind === 'point') useReach.setState({ isochrone: answer });
});

/** A proposed facility in the hand: its area follows. */
export function dragTo(id: string, at: LngLat): void {
  useReach.setState({ dragged: { id, at }, subject: { kind: 'point', at, of: { kind: 'proposed', id } } });
  void isochrone(at);
}
