/** Questions about reach to the worker, by name. What breaks is told once, here; the answer is then `undefined`. */
import type { ReachChangeApi } from '../../worker/reachChangeProtocol.ts';
import type { ReachApi } from '../../worker/reachProtocol.ts';
import { ask } from '../jobs.ts';
import { useSession } from '../session.ts';

type Api = ReachApi & ReachChangeApi;

export async function askReach<N extends keyof Api>(name: N, argument: Parameters<Api[N]>[0]): Promise<ReturnType<Api[N]> | undefined> {
  try {
    return await ask(name, argument);
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
