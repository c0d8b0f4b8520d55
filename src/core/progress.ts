/**
 * Long work is a generator that yields where it stands. A worker drives it and
 * lets messages in between two steps, so cancel works; Node drives it to the end.
 */
export interface Progress {
  /** Catalogue id: `phase.<phase>`. */
  phase: string;
  /** 0…1 within the whole job, or null when it can't be told. */
  fraction: number | null;
  /** Something outside is waited for: whoever drives the work need not come back before it is there. */
  until?: Promise<unknown>;
}

export type Work<T> = Generator<Progress, T, void>;

/** Runs work to its end without stopping. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
