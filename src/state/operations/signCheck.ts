/** Signs the result of the check with the role and name as typed. */
import { useCheck } from '../check.ts';
import { saveDecisions } from './saveDecisions.ts';

export function signCheck(role: string, name: string): void {
  useCheck.setState({ signature: { role, name, signedAt: new Date().toISOString() } });
  saveDecisions();
}

export function withdrawSignature(): void {
  useCheck.setState({ signature: null });
  saveDecisions();
}
