/** Tries a command on the head without committing: at most one is under way, and the latest wins. */
import type { Command } from '../../core/plan/command.ts';
import { askPlan } from '../plan/askPlan.ts';
import { NO_DRAFT, useDraft } from '../plan/draft.ts';

let underWay = false;
let waiting: Command | null = null;
/** Tells an answer that was overtaken by a cancel. */
let turn = 0;

export function tryCommand(command: Command, point: { x: number; y: number } | null): void {
  useDraft.setState(({ point: before }) => ({ command, point: point ?? before }));
  waiting = command;
  if (!underWay) void run();
}

/** Nothing is tried any more; an answer that still comes is dropped. */
export function cancelTry(): void {
  turn++;
  waiting = null;
  useDraft.setState(NO_DRAFT);
}

async function run(): Promise<void> {
  underWay = true;
  try {
    while (waiting) {
      const command = waiting;
      const mine = turn;
      waiting = null;
      const answer = await askPlan('planTry', { command });
      if (mine === turn && answer) useDraft.setState({ answer });
    }
  } finally {
    underWay = false;
  }
}
