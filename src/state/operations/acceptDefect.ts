/** Accepts a defect with a reason, or declares its ground to be of no community. A changed decision takes the signature back. */
import type { Acceptance } from '../../core/coverage/accept.ts';
import { useCheck } from '../check.ts';
import { saveDecisions } from './saveDecisions.ts';

export function acceptDefect(decision: Omit<Acceptance, 'date'>): void {
  const acceptance: Acceptance = { ...decision, date: today() };
  useCheck.setState(({ acceptances }) => ({
    acceptances: [...acceptances.filter((each) => each.defectId !== decision.defectId), acceptance],
    signature: null,
  }));
  saveDecisions();
}

export function withdrawAcceptance(defectId: string): void {
  useCheck.setState(({ acceptances }) => ({
    acceptances: acceptances.filter((each) => each.defectId !== defectId),
    signature: null,
  }));
  saveDecisions();
}

/** The day as the user's calendar has it, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
