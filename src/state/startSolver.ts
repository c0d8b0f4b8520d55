/** Starts the exact solver when it is first needed and gives the port to ask it through. Where it can't be had, the port says so. */
import type { ExactAnswer, ExactQuestion } from '../core/siting/exact.ts';
import type { FromSolver, ToSolver } from '../worker/solver/solverMessages.ts';

declare const __SINGLE_FILE__: boolean;

export interface SolverLink {
  /** For the worker that asks; to be transferred. */
  port: MessagePort;
  /** Ends the solver, whatever it is at; who waits for its answer is told that it was stopped. */
  stop: () => void;
  /** Ends the solver. */
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
    // Past the page's hands, but not out of them: it must be able to answer for a solver that was ended.
    const { port1: near, port2: far } = new MessageChannel();
    worker.postMessage({ type: 'serve', port: far } satisfies ToSolver, [far]);
    near.onmessage = ({ data }: MessageEvent<ExactAnswer>) => { if (!ended) own.postMessage(data); };
    own.onmessage = ({ data }: MessageEvent<ExactQuestion>) => { near.postMessage(data); };
  };
  const answer = (status: ExactAnswer['status']) => { own.postMessage({ status, bound: null, chosen: null } satisfies ExactAnswer); };
  begin().catch(() => {
    if (!ended) own.onmessage = () => { answer('unavailable'); };
  });
  const end = () => {
    ended = true;
    worker?.terminate();
  };
  return {
    port,
    stop: () => {
      end();
      // The question under way, and whatever may still be asked.
      own.onmessage = () => { answer('stopped'); };
      answer('stopped');
    },
    end,
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
