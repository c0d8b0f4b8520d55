/** Takes decisions from a file beside those that stand; of two on one defect the file's counts. */
import { readAcceptances, type AcceptProblem } from '../../core/coverage/acceptFile.ts';
import { useCheck } from '../check.ts';
import { saveDecisions } from './saveDecisions.ts';

export async function importAcceptances(file: File): Promise<{ taken: number; problems: AcceptProblem[] }> {
  const { acceptances, problems } = readAcceptances(await file.text());
  if (acceptances.length > 0) {
    const replaced = new Set(acceptances.map((each) => each.defectId));
    useCheck.setState((check) => ({
      acceptances: [...check.acceptances.filter((each) => !replaced.has(each.defectId)), ...acceptances],
      signature: null,
    }));
    saveDecisions();
  }
  return { taken: acceptances.length, problems };
}
