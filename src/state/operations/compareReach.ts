/** Sets the reach of two revisions side by side: who gains, who loses, drawn on the map while a table of it is open. */
import { WHOLE_CIRCLE, type ReachChange } from '../../worker/reachChangeProtocol.ts';
import { askReach } from '../reach/askReach.ts';
import { NO_REACH_CHANGE, useReachChange } from '../reach/change.ts';
import { useReach } from '../reach/reach.ts';
import { openReach } from './openReach.ts';

/** Opens reach first where it is not. Long then. */
export async function compareReach(a: number, b: number): Promise<void> {
  const of = { a, b };
  useReachChange.setState(({ of: before, answer, homes }) => (before?.a === a && before.b === b ? { of, answer, homes, working: true } : { ...NO_REACH_CHANGE, of, working: true }));
  const stands = useReach.getState().state !== null || (await openReach());
  const answer = stands && isWanted(of) ? await askReach('reachCompare', of) : undefined;
  if (!isWanted(of)) return;
  useReachChange.setState({ answer: answer ?? null, working: false });
  if (!answer) return;
  const { subject } = useReachChange.getState();
  await chooseChangeSubject(answer.subjects.some(({ id }) => id === subject) ? subject! : firstSubject(answer));
}

/** Another category, or the circle, on the map and in the tables. */
export async function chooseChangeSubject(subject: string): Promise<void> {
  const { of, subject: before } = useReachChange.getState();
  useReachChange.setState(before === subject ? {} : { subject, homes: null });
  if (!of) return;
  const homes = await askReach('reachChangedHomes', { ...of, subject });
  if (isWanted(of) && useReachChange.getState().subject === subject) useReachChange.setState({ homes: homes ?? null });
}

/** The last table of it was closed. */
export function endReachChange(): void {
  useReachChange.setState(NO_REACH_CHANGE);
}

function isWanted(of: { a: number; b: number }): boolean {
  return useReachChange.getState().of === of;
}

/** By which most people gain or lose; where nobody does, the first with data. */
function firstSubject({ subjects }: ReachChange): string {
  const moved = ({ whole: { gained, lost } }: ReachChange['subjects'][number]) => (gained?.people ?? 0) + (lost?.people ?? 0);
  const categories = subjects.filter(({ id, whole }) => id !== WHOLE_CIRCLE && whole.gained !== null);
  const most = categories.reduce<ReachChange['subjects'][number] | undefined>((best, each) => (best && moved(best) >= moved(each) ? best : each), undefined);
  return (most ?? subjects[0])?.id ?? WHOLE_CIRCLE;
}
