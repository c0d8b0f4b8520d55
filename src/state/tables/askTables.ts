/** Questions about tables to the worker, by name. What breaks is told once, here; the answer is then `undefined`. */
import type { TableApi } from '../../worker/tableProtocol.ts';
import { ask } from '../jobs.ts';
import { useSession } from '../session.ts';

export async function askTables<N extends keyof TableApi>(name: N, argument: Parameters<TableApi[N]>[0]): Promise<ReturnType<TableApi[N]> | undefined> {
  try {
    return await ask(name, argument);
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
