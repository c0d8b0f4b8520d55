/** Thrown inside the reader where a file can be read no further; the reader's door turns it into a problem. */
import type { StreetProblemCode } from './problem.ts';

export class StreetFailure extends Error {
  constructor(readonly code: StreetProblemCode, readonly found: string, readonly expected: string) {
    super(`${code}: found ${found}, expected ${expected}`);
  }
}
