/** Where new facilities of the category on view serve best. Long; can be cancelled. */
import { runJob } from '../jobs.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { useReach } from '../reach/reach.ts';
import { useSiting } from '../reach/siting.ts';
import { useSession } from '../session.ts';
import { startSolver } from '../startSolver.ts';
import { useView } from '../view.ts';
import { placeFacility } from './proposeFacility.ts';

/** `leastSquareMetres` counts for candidates of a file only; null: any. */
export async function findSites(leastSquareMetres: number | null): Promise<void> {
  const { category, state } = useReach.getState();
  if (category === null || !state) return;
  const { objective, count, from, seconds } = useSiting.getState();
  const solver = startSolver();
  try {
    const outcome = await runJob('reach', 'reachSites', { category, objective, count, from, leastSquareMetres, seconds, solver: solver.port }, [solver.port]);
    if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
    // For another category or another plan by now.
    if (outcome.kind !== 'done' || useReach.getState().category !== category || useReach.getState().state !== state) return;
    useView.setState({ selection: null });
    useSiting.setState({ found: { sites: outcome.value, category, of: state }, placed: [] });
    useReach.setState({ subject: { kind: 'sites' }, isochrone: null });
  } finally {
    solver.end();
  }
}

/** A step of the scenario. */
export async function placeSite(index: number): Promise<boolean> {
  const site = useSiting.getState().found?.sites.sites[index];
  if (!site || isReadOnly() || !(await placeFacility(site.at))) return false;
  useSiting.setState(({ placed }) => ({ placed: [...placed, index] }));
  return true;
}

/** Each a step; stops at the first that is refused. */
export async function placeAllSites(): Promise<void> {
  const { found, placed } = useSiting.getState();
  const left = [...(found?.sites.sites ?? []).keys()].filter((index) => !placed.includes(index));
  for (const index of left) if (!(await placeSite(index))) return;
}

export function openSites(): void {
  useView.setState({ selection: null });
  useReach.setState({ subject: { kind: 'sites' }, isochrone: null });
}
