/** How a run ends. */
import type { ReadProblem } from '../io/problem.ts';

export const ExitCode = {
  /** Done, nothing wrong. */
  clean: 0,
  /** Done, and a geometry error or a firm or general rule fails. */
  found: 1,
  /** The input or the call was refused. */
  refused: 2,
  internal: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The input can't be used; every problem is told on a line of its own. */
export class InputProblems extends Error {
  readonly problems: ReadProblem[];

  constructor(problems: ReadProblem[]) {
    super('input refused');
    this.problems = problems;
  }
}

/** The call itself is wrong: an unknown option, a missing file. */
export class UsageError extends Error {}
