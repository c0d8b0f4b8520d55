/** The profile in use with what the open scenario tries in it, as a profile of the bureau's own that reads anywhere. */
import type { Profile, Wording } from '../../core/rules/profile.ts';
import { readProfile, type ProfileProblem } from '../../core/rules/readProfile.ts';
import { askAssess } from '../assess/askAssess.ts';
import { folded } from '../assess/ownProfiles.ts';
import { ruleSettings } from './assessPlan.ts';

export type ExportOutcome = { readonly ok: true; readonly text: string; readonly profile: Profile } | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

export async function exportProfile(id: string, title: Wording): Promise<ExportOutcome> {
  const answer = await askAssess('assessExportProfile', { id, title });
  if (!answer) return { ok: false, problems: [] };
  if (answer.profile === null) return { ok: false, problems: answer.problems };
  const reading = readProfile(folded(answer.profile, ruleSettings().own));
  return reading.ok ? { ok: true, text: `${JSON.stringify(reading.profile, null, 2)}\n`, profile: reading.profile } : { ok: false, problems: reading.problems };
}
