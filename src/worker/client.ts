/**
 * The page's end of the worker: calls that return promises, with progress and
 * a cancel that works even when the worker is deep in a loop.
 */
import type { FromWorker, RequestName, ToWorker, WorkerApi } from './protocol.ts';
import type { ReadProblem } from '../io/problem.ts';

export interface CallOptions {
  onProgress?: (phase: string, fraction: number | null) => void;
  signal?: AbortSignal;
  transfer?: Transferable[];
}

/** The worker refused its input; every problem is listed. */
export class InputRefused extends Error {
  constructor(readonly problems: ReadProblem[]) {
    super('input refused');
    this.name = 'InputRefused';
  }
}

/** The caller, or the user, cancelled. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

export interface WorkerClient {
  call<N extends RequestName>(
    name: N,
    argument: Parameters<WorkerApi[N]>[0],
    options?: CallOptions,
  ): Promise<ReturnType<WorkerApi[N]>>;
  dispose(): void;
}

interface Pending {
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
  onProgress?: CallOptions['onProgress'];
}

export function createWorkerClient(worker: Worker): WorkerClient {
  const pending = new Map<number, Pending>();
  let nextId = 1;

  worker.onmessage = (event: MessageEvent<FromWorker>) => {
    const message = event.data;
    const call = pending.get(message.id);
    if (!call) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.phase, message.fraction);
      return;
    }
    pending.delete(message.id);
    if (message.type === 'done') call.resolve(message.value);
    else if (message.type === 'failed') call.reject(new InputRefused(message.problems));
    else if (message.type === 'cancelled') call.reject(new Cancelled());
    else call.reject(new Error(message.message));
  };
  worker.onerror = (event) => {
    for (const call of pending.values()) call.reject(new Error(event.message || 'worker failed'));
    pending.clear();
  };

  const post = (message: ToWorker, transfer: Transferable[] = []) => {
    worker.postMessage(message, transfer);
  };

  return {
    call(name, argument, options = {}) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        if (options.signal?.aborted) {
          reject(new Cancelled());
          return;
        }
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress: options.onProgress });
        options.signal?.addEventListener('abort', () => { post({ type: 'cancel', id }); }, { once: true });
        post({ type: 'call', id, name, argument }, options.transfer);
      });
    },
    dispose() {
      worker.terminate();
      for (const call of pending.values()) call.reject(new Cancelled());
      pending.clear();
    },
  };
}
