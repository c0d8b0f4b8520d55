/** A solver at the other end of a port: its answer arrives, work breathes meanwhile, a cancel is heard, one that never answers is left. */
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/progress.ts';
import { askExactly, type ExactAnswer } from '../../../src/core/siting/exact.ts';
import { drive, WorkCancelled } from '../../../src/worker/driver.ts';
import { remoteSolver, type SolverPort } from '../../../src/worker/solver/remoteSolver.ts';

const QUESTION = { model: 'End', start: [], seconds: 2, absoluteGap: 0 };
const ANSWER: ExactAnswer = { status: 'optimal', bound: 7, chosen: ['x0'] };

function portThat(answers: (give: (answer: ExactAnswer) => void) => void): SolverPort {
  const port: SolverPort = {
    onmessage: null,
    postMessage: () => { answers((answer) => { (port.onmessage as ((event: { data: ExactAnswer }) => void) | null)?.({ data: answer }); }); },
  };
  return port;
}

describe('remoteSolver', () => {
  it('gives what comes back, at once or later, and tells how far the time has run', async () => {
    expect(finish(askExactly(remoteSolver(portThat((give) => { give(ANSWER); })), QUESTION))).toEqual(ANSWER);
    const told: (number | null)[] = [];
    const later = remoteSolver(portThat((give) => { setTimeout(() => { give(ANSWER); }, 30); }));
    expect(await drive(askExactly(later, QUESTION), ({ fraction }) => { told.push(fraction); }, () => false)).toEqual(ANSWER);
    expect(told.some((fraction) => fraction !== null && fraction >= 0 && fraction <= 1)).toBe(true);
  });

  it('a cancel is heard while it waits', async () => {
    let cancelled = false;
    setTimeout(() => { cancelled = true; }, 20);
    await expect(drive(askExactly(remoteSolver(portThat(() => undefined)), QUESTION), () => undefined, () => cancelled)).rejects.toThrow(WorkCancelled);
  });

  it('a solver that keeps no time is not waited for', () => {
    let now = 0;
    expect(finish(askExactly(remoteSolver(portThat(() => undefined), () => (now += 1_000)), QUESTION))).toEqual({ status: 'limit', bound: null, chosen: null });
  });
});
