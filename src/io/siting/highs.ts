/** HiGHS as the core's exact solver: loaded when first asked for, runs on the thread that asks. */
import type { Highs, InitOptions, Model } from 'highs';
import type { ExactAnswer, ExactQuestion } from '../../core/siting/exact.ts';

/** The 3.5 MB of wasm, where the program carries them itself. */
export type WasmSource = () => Promise<Uint8Array<ArrayBuffer>>;

const OPTIMAL = 7;
const INFEASIBLE = 8;
const STOPPED_BY_LIMIT = [11, 12, 13, 14, 16, 17];
const FEASIBLE = 2;
const INFINITE = 1e29;

/**
 * Without a source the package finds its wasm by `new URL('highs.wasm', import.meta.url)`: in the package's folder under Node, and on the
 * page where the build has put it (a file beside the page, a data URL inside the one-file page). Rejects where it can't be had.
 */
export async function loadExactSolver(wasm?: WasmSource): Promise<(question: ExactQuestion) => ExactAnswer> {
  const { default: load } = await import('highs');
  const highs = await load(wasm === undefined ? {} : fromModule(await WebAssembly.compile(await wasm())));
  return (question) => solve(highs, question);
}

/** `wasmBinary` is documented but not heeded by 1.15.3; Emscripten's own hook is. */
function fromModule(module: WebAssembly.Module): InitOptions {
  const hook = {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(module, imports).then(done);
    },
  };
  return hook as InitOptions;
}

function solve(highs: Highs, { model: text, start, seconds, absoluteGap }: ExactQuestion): ExactAnswer {
  const model = highs.createModel({ format: 'lp', data: text });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: absoluteGap, random_seed: 0, ...(Number.isFinite(seconds) ? { time_limit: seconds } : {}) });
    if (start.length > 0) begin(model, new Set(start));
    const { modelStatus } = model.run();
    const status = modelStatus === OPTIMAL ? 'optimal' : modelStatus === INFEASIBLE ? 'infeasible' : STOPPED_BY_LIMIT.includes(modelStatus) ? 'limit' : 'failed';
    const bound = Number(model.info.get('mip_dual_bound'));
    return {
      status, bound: (status === 'optimal' || status === 'limit') && Math.abs(bound) < INFINITE ? bound : null,
      chosen: model.info.get('primal_solution_status') === FEASIBLE ? chosenIn(model) : null,
    };
  } catch {
    // A solver out of memory is no reason to lose what was found without it.
    return { status: 'failed', bound: null, chosen: null };
  } finally {
    model.dispose();
  }
}

/** Other 0/1 columns start at 0; what follows from them is left to the solver. */
function begin(model: Model, start: ReadonlySet<string>): void {
  const { numCols } = model.getDimensions();
  const indices: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < numCols; column++) {
    if (model.getColIntegrality(column) === 0) continue;
    indices.push(column);
    values.push(start.has(model.getColName(column)) ? 1 : 0);
  }
  model.setSolution({ indices, values });
}

function chosenIn(model: Model): string[] {
  const chosen: string[] = [];
  model.getSolution().colValue.forEach((value, column) => { if (value > 0.5) chosen.push(model.getColName(column)); });
  return chosen;
}
