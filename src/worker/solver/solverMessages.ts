/** Between the page and the solver's worker. Questions and answers go through the port, past the page. */
export type ToSolver =
  | { type: 'load'; wasm: ArrayBuffer }
  | { type: 'serve'; port: MessagePort };

export type FromSolver =
  | { type: 'ready' }
  | { type: 'broken'; message: string };
