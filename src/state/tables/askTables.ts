/** Questions about tables to the worker, by name. What breaks is told once, here; the answer is then `undefined`. */
import type { TableApi } from '../../worker/tableProtocol.ts';
import { ask, runJob } from '../jobs.ts';
import { useSession } from '../session.ts';

export async function askTables<N extends keyof TableApi>(name: N, argument: Parameters<TableApi[N]>[0]): Promise<ReturnType<TableApi[N]> | undefined> {
  try {
    return await ask(name, argument);
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

/** A long one, with progress: a file is read, or tables are joined and used. Undefined too where it was cancelled. */
export async function runTables<N extends 'tableInspect' | 'tablesTry' | 'tablesUse'>(name: N, argument: Parameters<TableApi[N]>[0]): Promise<ReturnType<TableApi[N]> | undefined> {
  const outcome = await runJob(name === 'tableInspect' ? 'tableFile' : 'tables', name, argument);
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  return outcome.kind === 'done' ? outcome.value : undefined;
}
