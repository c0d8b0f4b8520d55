/** Questions about rules to the worker, by name. What breaks is told once, here; the answer is then `undefined`. */
import type { AssessApi } from '../../worker/assessProtocol.ts';
import { ask } from '../jobs.ts';
import { useSession } from '../session.ts';

export async function askAssess<N extends keyof AssessApi>(name: N, argument: Parameters<AssessApi[N]>[0]): Promise<ReturnType<AssessApi[N]> | undefined> {
  try {
    return await ask(name, argument);
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
