/** Where new facilities of the category on view serve best. Long; can be cancelled: while it is being proved the answer is there, and stays with the bound that it has. */
import { runJob } from '../jobs.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { useReach } from '../reach/reach.ts';
import { useSiting } from '../reach/siting.ts';
import { useSession } from '../session.ts';
import { startSolver, type SolverLink } from '../startSolver.ts';
import { flyToBounds, useView } from '../view.ts';
import type { ReachSite } from '../../worker/sitingProtocol.ts';
import { placeFacility } from './proposeFacility.ts';

/** The phase in which an exact solver is waited for. */
export const PROOF = 'sitingProof';
/** A site and the streets about it. */
const CLOSE = 15;

/** `leastSquareMetres` counts for candidates of a file only; null: any. */
export async function findSites(leastSquareMetres: number | null): Promise<void> {
  const { category, state } = useReach.getState();
  if (category === null || !state) return;
  const { objective, count, from, seconds } = useSiting.getState();
  const solver = startSolver();
  try {
    const outcome = await runJob('reach', 'reachSites', { category, objective, count, from, leastSquareMetres, seconds, solver: solver.port }, [solver.port], stopProof(solver));
    if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
    // For another category or another plan by now.
    if (outcome.kind !== 'done' || useReach.getState().category !== category || useReach.getState().state !== state) return;
    useView.setState({ selection: null });
    useSiting.setState({ found: { sites: outcome.value, category, of: state }, placed: [] });
    useReach.setState({ subject: { kind: 'sites' }, isochrone: null });
    flyToSites(outcome.value.sites);
  } finally {
    solver.end();
  }
}

/** All of them in view. */
function flyToSites(sites: readonly ReachSite[]): void {
  const [lngs, lats] = [sites.map(({ at }) => at[0]), sites.map(({ at }) => at[1])];
  if (sites.length > 0) flyToBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], CLOSE);
}

function stopProof(solver: SolverLink): (phase: string | null) => boolean {
  let stopped = false;
  return (phase) => {
    if (stopped || phase !== PROOF) return false;
    stopped = true;
    solver.stop();
    return true;
  };
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
