/** Questions about plans to the worker, by name. What breaks is told once, here; the answer is then `undefined`. */
import type { PlanApi } from '../../worker/planProtocol.ts';
import { ask, runJob, type JobName, type Outcome } from '../jobs.ts';
import { useSession } from '../session.ts';

export type PlanRequest = keyof PlanApi;
type Argument<N extends PlanRequest> = Parameters<PlanApi[N]>[0];
type Answer<N extends PlanRequest> = ReturnType<PlanApi[N]>;

export async function askPlan<N extends PlanRequest>(name: N, argument: Argument<N>): Promise<Answer<N> | undefined> {
  try {
    return await ask(name, argument);
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

/** A long one, with progress and cancel. */
export function runPlanJob<N extends PlanRequest>(job: JobName, name: N, argument: Argument<N>): Promise<Outcome<Answer<N>>> {
  return runJob(job, name, argument);
}
