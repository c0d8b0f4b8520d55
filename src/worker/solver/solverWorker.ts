/** The exact solver in a worker of its own: it computes for seconds without a breath, and is stopped by ending the worker. */
import type { ExactAnswer, ExactQuestion } from '../../core/siting/exact.ts';
import { loadExactSolver } from '../../io/siting/highs.ts';
import type { FromSolver, ToSolver } from './solverMessages.ts';

declare const self: DedicatedWorkerGlobalScope;

const NOT_LOADED: ExactAnswer = { status: 'unavailable', bound: null, chosen: null };
let solver: ((question: ExactQuestion) => ExactAnswer) | null = null;

self.onmessage = ({ data }: MessageEvent<ToSolver>) => {
  if (data.type === 'load') void load(data.wasm);
  else data.port.onmessage = ({ data: question }: MessageEvent<ExactQuestion>) => { data.port.postMessage(solver?.(question) ?? NOT_LOADED); };
};

async function load(wasm: ArrayBuffer): Promise<void> {
  try {
    solver = await loadExactSolver(() => Promise.resolve(new Uint8Array(wasm)));
    post({ type: 'ready' });
  } catch (error) {
    post({ type: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
}

function post(message: FromSolver): void {
  self.postMessage(message);
}
