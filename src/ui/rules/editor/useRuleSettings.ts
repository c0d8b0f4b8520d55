/** What the project says of its rules, and the profiles that it may choose from; read even while none resolves. */
import { useMemo } from 'react';
import { profilesAtHand } from '../../../state/assess/ownProfiles.ts';
import { readRuleSettings, type RuleSettings } from '../../../state/assess/settings.ts';
import { useSession } from '../../../state/session.ts';
import type { ProfileRole, Wording } from '../../../core/rules/profile.ts';

export interface ProfileChoice {
  readonly id: string;
  readonly title: Wording;
  readonly role: ProfileRole;
  readonly own: boolean;
}

export function useRuleSettings(): { readonly settings: RuleSettings; readonly choices: readonly ProfileChoice[] } {
  const record = useSession((state) => state.profile);
  return useMemo(() => {
    const settings = readRuleSettings(record);
    const own = new Set(settings.own.map(({ id }) => id));
    return { settings, choices: [...profilesAtHand(settings.own).values()].map(({ id, title, role }) => ({ id, title, role, own: own.has(id) })) };
  }, [record]);
}
