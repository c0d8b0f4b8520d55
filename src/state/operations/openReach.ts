/** Opens reach for the plan that stands, counts again with other settings, and follows the plan. */
import { useAssess } from '../assess/assess.ts';
import { cancelJob, runJob } from '../jobs.ts';
import { usePlan } from '../plan/plan.ts';
import { askReach } from '../reach/askReach.ts';
import { latestWins } from '../reach/latest.ts';
import { NO_REACH, useReach } from '../reach/reach.ts';
import { reachSettings, readReachSettings, writtenReach, type KeptReach } from '../reach/settings.ts';
import { NO_SITING, useSiting } from '../reach/siting.ts';
import { useSession } from '../session.ts';
import { useView } from '../view.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import { reassess } from './assessPlan.ts';
import { walkAgain } from './walkFrom.ts';
import { saveDecisions } from './saveDecisions.ts';

/** Called once, at the start of the page. */
export function followReach(): void {
  usePlan.subscribe(({ state }, before) => {
    if (state === before.state) return;
    if (!state) closeReach();
    else if (useReach.getState().state) {
      useReach.setState({ stale: true });
      void refreshReach();
    }
  });
  useView.subscribe(({ task }, before) => {
    if (task !== before.task && task === 'reach' && useReach.getState().stale) void refreshReach();
  });
}

/** Reads the files and counts. Long; true when reach stands. */
export async function openReach(): Promise<boolean> {
  const { loaded } = useSession.getState();
  const kept = keptReach();
  if (!loaded || !usePlan.getState().state) return false;
  const settings = reachSettings(kept, ruleMetres());
  useReach.setState({ failure: null });
  const outcome = await runJob('reach', 'reachOpen', settings);
  if (useSession.getState().loaded !== loaded) return false;
  if (outcome.kind === 'failed') useReach.setState({ failure: outcome.message });
  if (outcome.kind === 'refused') useReach.setState({ failure: outcome.problems.map((problem) => problem.code).join(', ') });
  if (outcome.kind !== 'done') return false;
  await take(outcome.value, settings);
  // Whether a community has the circle is one of the rules.
  void reassess();
  return true;
}

/** Another way of walking: kept with the project, then counted. What was cancelled is not kept. */
export async function changeReach(change: Partial<KeptReach>): Promise<void> {
  const before = keptReach();
  const written = writtenReach(useSession.getState().profile, { ...before, ...change });
  useSession.setState({ profile: written });
  if (await openReach()) saveDecisions();
  // A later change has this one in it.
  else if (isWritten(written)) useSession.setState(({ profile }) => ({ profile: writtenReach(profile, before) }));
}

function isWritten({ reach }: Record<string, unknown>): boolean {
  const { profile } = useSession.getState();
  return typeof profile === 'object' && profile !== null && 'reach' in profile && profile.reach === reach;
}

export function keptReach(): KeptReach {
  return readReachSettings(useSession.getState().profile);
}

/** Another category on view. */
export async function chooseCategory(category: string): Promise<void> {
  useReach.setState(({ subject }) => ({ category, view: null, ...(subject?.kind === 'pocket' || subject?.kind === 'home' ? { subject: null } : {}) }));
  await refreshCategory(null);
}

const refreshCategory = latestWins(async (_: null) => {
  const { category } = useReach.getState();
  if (category === null) return;
  const view = await askReach('reachCategory', { category });
  if (view && useReach.getState().category === category) useReach.setState({ view });
});

const refresh = latestWins(async (_: null) => {
  const { settings, state } = useReach.getState();
  if (!settings || !state || useView.getState().task !== 'reach') return;
  useReach.setState({ stale: false });
  const answer = await askReach('reachState', settings);
  if (answer && useReach.getState().state) await take(answer, settings);
});

export function refreshReach(): Promise<void> {
  return refresh(null);
}

async function take(state: ReachState, settings: NonNullable<ReturnType<typeof useReach.getState>['settings']>): Promise<void> {
  useReach.setState(({ category, subject }) => ({
    state, settings, stale: false,
    category: state.categories.some(({ id }) => id === category) ? category : firstCategory(state),
    // Pockets are others by now; a facility that is gone has nothing to tell.
    subject: subject?.kind === 'pocket' || (subject?.kind === 'point' && subject.of?.kind === 'proposed' && !state.proposed.some(({ id }) => subject.of?.kind === 'proposed' && id === subject.of.id)) ? null : subject,
  }));
  await Promise.all([refreshCategory(null), walkAgain()]);
}

/** The basic one that fewest households have; not one for which another will do. */
function firstCategory({ categories, rule }: ReachState): string | null {
  const known = categories.filter(({ id, count }) => count.rate !== null && (rule?.basic.includes(id) ?? true)).sort((a, b) => (a.count.rate ?? 0) - (b.count.rate ?? 0));
  return (known[0] ?? categories[0])?.id ?? null;
}

function ruleMetres(): number | null {
  const value = useAssess.getState().state?.rules.parameters.find(({ id, off }) => id === 'circle.metres' && !off)?.value;
  return typeof value === 'number' ? value : null;
}

function closeReach(): void {
  cancelJob('reach');
  useReach.setState(NO_REACH);
  useSiting.setState(NO_SITING);
}
