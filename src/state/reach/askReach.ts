/** Questions about reach to the worker, by name. What breaks is told once, here; the answer is then `undefined`. */
import type { ReachApi } from '../../worker/reachProtocol.ts';
import { ask } from '../jobs.ts';
import { useSession } from '../session.ts';

export async function askReach<N extends keyof ReachApi>(name: N, argument: Parameters<ReachApi[N]>[0]): Promise<ReturnType<ReachApi[N]> | undefined> {
  try {
    return await ask(name, argument);
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
