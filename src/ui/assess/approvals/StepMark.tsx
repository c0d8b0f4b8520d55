/** How a step stands, as shape and word: done, done late, late, next, not yet. */
import type { ReactNode } from 'react';
import type { StepState } from '../../../core/rules/approval.ts';

const RING = <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.2" />;
const TICK = <path d="M3.5 6.2 5.3 8 8.6 4.4" fill="none" stroke="currentColor" strokeWidth="1.3" />;

const SHAPES: Record<StepState, { drawing: ReactNode; tone: string }> = {
  done: { drawing: <>{RING}{TICK}</>, tone: 'tone-ok' },
  doneLate: { drawing: <><path d="M6 1.2 10.8 6 6 10.8 1.2 6z" fill="none" stroke="currentColor" strokeWidth="1.3" /><path d="M4 6.1 5.4 7.5 8 4.8" fill="none" stroke="currentColor" strokeWidth="1.2" /></>, tone: 'tone-over' },
  late: { drawing: <><path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" /><path d="M6 3.4v3.2M6 8.2v.6" stroke="#fff" strokeWidth="1.3" /></>, tone: 'tone-over' },
  next: { drawing: <path d="M3.5 2.4 9 6 3.5 9.6z" fill="currentColor" />, tone: 'tone-next' },
  open: { drawing: RING, tone: 'tone-muted' },
};

export function StepMark({ state, words, title }: { state: StepState; words: string; title?: string }) {
  const { drawing, tone } = SHAPES[state];
  return (
    <span className={`verdict ${tone}`} title={title}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{drawing}</svg>
      {state === 'late' ? <b>{words}</b> : words}
    </span>
  );
}
