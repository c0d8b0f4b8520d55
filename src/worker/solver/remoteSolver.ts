/** A solver at the other end of a port. The work waits for its answer and breathes meanwhile, so that a cancel is heard. */
import type { ExactAnswer, ExactSolver } from '../../core/siting/exact.ts';

/** Beyond the seconds that the question gives: a solver that keeps no time limit is not waited for. */
const GRACE_SECONDS = 5;
const MILLISECONDS = 1000;
const NOTHING: ExactAnswer = { status: 'limit', bound: null, chosen: null };

export type SolverPort = Pick<MessagePort, 'postMessage' | 'onmessage'>;

export function remoteSolver(port: SolverPort, clock: () => number = () => performance.now()): ExactSolver {
  return function* (question) {
    const box: { answer: ExactAnswer | null } = { answer: null };
    const until = new Promise<void>((resolve) => {
      port.onmessage = ({ data }: MessageEvent<ExactAnswer>) => {
        box.answer = data;
        resolve();
      };
    });
    port.postMessage(question);
    const started = clock();
    for (;;) {
      const seconds = (clock() - started) / MILLISECONDS;
      if (box.answer !== null) return box.answer;
      if (seconds > question.seconds + GRACE_SECONDS) return NOTHING;
      yield { phase: 'sitingProof', fraction: Number.isFinite(question.seconds) ? Math.min(1, seconds / question.seconds) : null, until };
    }
  };
}
