/** Drives a piece of work, letting messages in now and then so that a cancel is heard. */
import type { Progress, Work } from '../core/progress.ts';

export class WorkCancelled extends Error {}

/** Milliseconds between two breaths: short enough that a cancel feels immediate. */
const BREATH_MS = 40;

export async function drive<T>(work: Work<T>, report: (progress: Progress) => void, cancelled: () => boolean): Promise<T> {
  let last = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - last < BREATH_MS) continue;
    report(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (cancelled()) {
      // Runs the work's own clean-up.
      work.return(undefined as T);
      throw new WorkCancelled();
    }
    last = performance.now();
  }
}
