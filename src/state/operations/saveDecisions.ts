/** Writes the decisions that stand; says so when this computer would not keep them. */
import { useCheck } from '../check.ts';
import { writeDecisions } from '../decisions.ts';
import { useSession } from '../session.ts';

export function saveDecisions(): void {
  const { fingerprint, profile } = useSession.getState();
  if (fingerprint === null) return;
  const { acceptances, tolerances, signature } = useCheck.getState();
  void writeDecisions(fingerprint, { acceptances: [...acceptances], tolerances, signature, profile })
    .then((saved) => { useCheck.setState(saved ? { unsaved: false, savedAt: new Date().toISOString() } : { unsaved: true }); });
}
