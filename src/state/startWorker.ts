/** The one place that knows how our worker is packed: a file of its own, or inside the one-file page. */
declare const __SINGLE_FILE__: boolean;

export async function startWorker(): Promise<Worker> {
  const module = __SINGLE_FILE__
    ? await import('../worker/worker.ts?worker&inline')
    : await import('../worker/worker.ts?worker');
  return new module.default();
}
