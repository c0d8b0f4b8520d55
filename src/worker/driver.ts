/** Drives a piece of work, letting messages in now and then so that a cancel is heard. */
import type { Progress, Work } from '../core/progress.ts';

export class WorkCancelled extends Error {}

/** Milliseconds after which what waits for something outside is asked again all the same. */
const WAIT_MS = 200;
/** Milliseconds between two breaths: short enough that a cancel feels immediate. */
const BREATH_MS = 40;

export async function drive<T>(work: Work<T>, report: (progress: Progress) => void, cancelled: () => boolean): Promise<T> {
  let last = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const { until } = step.value;
    if (!until && performance.now() - last < BREATH_MS) continue;
    report({ phase: step.value.phase, fraction: step.value.fraction });
    await (until ? Promise.race([until, pause(WAIT_MS)]) : pause(0));
    if (cancelled()) {
      // Runs the work's own clean-up.
      work.return(undefined as T);
      throw new WorkCancelled();
    }
    last = performance.now();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
