/** A profile's file was chosen: it is in use at once, or a dialog says why not. */
import { importProfile, type ImportOutcome } from '../../../state/operations/importProfile.ts';
import { openRuleDialog } from './ruleDialog.ts';

export async function pickProfile(file: File): Promise<void> {
  importOutcomeDialog(file.name, await importProfile(file));
}

export function importOutcomeDialog(fileName: string, outcome: ImportOutcome): void {
  if (outcome.kind !== 'added' && outcome.kind !== 'known') openRuleDialog({ kind: 'import', fileName, outcome });
}
