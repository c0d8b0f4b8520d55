/** Long work: one call to the worker under a name, with its progress and its cancel on view. */
import { create } from 'zustand';
import { Cancelled, createWorkerClient, InputRefused, type WorkerClient } from '../worker/client.ts';
import type { RequestName, WorkerApi } from '../worker/protocol.ts';
import type { ReadProblem } from '../io/problem.ts';
import { startWorker } from './startWorker.ts';

export type JobName = 'inspect' | 'load' | 'background' | 'check' | 'opinion' | 'shape' | 'plan' | 'reach' | 'tableFile' | 'tables';

export interface Job {
  /** Catalogue id under `phase.`; null before the worker has said anything. */
  phase: string | null;
  /** 0…1, or null when it cannot be told. */
  fraction: number | null;
  /** By the user's hand: what has an answer already gives it. */
  cancel: () => void;
  /** Nobody wants an answer any more. */
  drop: () => void;
}

export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'cancelled' }
  | { kind: 'refused'; problems: ReadProblem[] }
  | { kind: 'failed'; message: string };

/** A job that is over has no entry. */
type Running = Partial<Record<JobName, Job>>;

export const useJobs = create<{ running: Running }>()(() => ({ running: {} }));

let client: Promise<WorkerClient> | null = null;

/** Runs one request. A job started again under the same name drops the earlier one. `settle`: a cancel in that phase; true where an answer comes at once all the same. */
export async function runJob<N extends RequestName>(
  name: JobName,
  request: N,
  argument: Parameters<WorkerApi[N]>[0],
  transfer: Transferable[] = [],
  settle: (phase: string | null) => boolean = () => false,
): Promise<Outcome<ReturnType<WorkerApi[N]>>> {
  cancelJob(name);
  const controller = new AbortController();
  const drop = () => { controller.abort(); };
  const cancel = () => { if (!settle(useJobs.getState().running[name]?.phase ?? null)) drop(); };
  const job: Job = { phase: null, fraction: null, cancel, drop };
  show(name, job);
  const isCurrent = () => useJobs.getState().running[name]?.cancel === job.cancel;
  try {
    const value = await (await worker()).call(request, argument, {
      signal: controller.signal,
      transfer,
      onProgress: (phase, fraction) => { if (isCurrent()) show(name, { ...job, phase, fraction }); },
    });
    // An answer that crossed the cancel on its way is not wanted any more.
    return controller.signal.aborted ? { kind: 'cancelled' } : { kind: 'done', value };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    if (error instanceof InputRefused) return { kind: 'refused', problems: error.problems };
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    if (isCurrent()) show(name, undefined);
  }
}

/** A short question to the worker, without progress. */
export async function ask<N extends RequestName>(
  request: N,
  argument: Parameters<WorkerApi[N]>[0],
  signal?: AbortSignal,
): Promise<ReturnType<WorkerApi[N]>> {
  return (await worker()).call(request, argument, { signal });
}

export function cancelJob(name: JobName): void {
  useJobs.getState().running[name]?.drop();
}

/** Whether anything runs at all. */
export function isBusy(running: Running): boolean {
  return Object.keys(running).length > 0;
}

/** Has the worker start while the page is still being drawn. */
export function startEarly(): void {
  // A failure is told by the first call, which tries again.
  worker().catch(() => undefined);
}

function worker(): Promise<WorkerClient> {
  client ??= startWorker().then(createWorkerClient, (error: unknown) => {
    // Its file did not arrive; the next call tries again.
    client = null;
    throw error;
  });
  return client;
}

function show(name: JobName, job: Job | undefined): void {
  useJobs.setState(({ running: { [name]: _, ...others } }) => ({ running: job ? { ...others, [name]: job } : others }));
}
