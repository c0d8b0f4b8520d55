/** The solver inside the command line's one file: its wasm is carried as text and unpacked when it is first asked for. */
import type { ExactSolver } from '../core/siting/exact.ts';
import { loadExactSolver } from '../io/siting/highs.ts';

export function solverOfProgram(): Promise<ExactSolver> {
  return loadExactSolver(async () => {
    const { default: url } = await import('highs/runtime?url&inline');
    return new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  });
}
