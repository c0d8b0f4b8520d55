/** Starts the exact solver when it is first needed and gives the port to ask it through. Where it can't be had, the port says so. */
import type { ExactAnswer } from '../core/siting/exact.ts';
import type { FromSolver, ToSolver } from '../worker/solver/solverMessages.ts';

declare const __SINGLE_FILE__: boolean;

export interface SolverLink {
  /** For the worker that asks; to be transferred. */
  port: MessagePort;
  /** Ends the solver, whatever it is at. */
  end: () => void;
}

export function startSolver(): SolverLink {
  const { port1: own, port2: port } = new MessageChannel();
  let worker: Worker | null = null;
  let ended = false;
  const begin = async () => {
    const { default: SolverWorker } = __SINGLE_FILE__ ? await import('../worker/solver/solverWorker.ts?worker&inline') : await import('../worker/solver/solverWorker.ts?worker');
    const { solverBytes } = __SINGLE_FILE__ ? await import('./solverInside.ts') : await import('./solverBeside.ts');
    const wasm = await solverBytes();
    if (ended) return;
    worker = new SolverWorker();
    await loaded(worker, wasm);
    worker.postMessage({ type: 'serve', port: own } satisfies ToSolver, [own]);
  };
  begin().catch(() => {
    own.onmessage = () => { own.postMessage({ status: 'unavailable', bound: null, chosen: null } satisfies ExactAnswer); };
  });
  return {
    port,
    end: () => {
      ended = true;
      worker?.terminate();
    },
  };
}

function loaded(worker: Worker, wasm: ArrayBuffer): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromSolver>) => {
      if (data.type === 'ready') resolve();
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'solver worker failed'));
    };
    worker.postMessage({ type: 'load', wasm } satisfies ToSolver, [wasm]);
  });
}
