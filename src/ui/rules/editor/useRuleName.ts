/** What a rule is called in the profile in use; its id where the profile has none. */
import { useMemo } from 'react';
import type { Command } from '../../../core/plan/command.ts';
import { entriesOf } from '../../../core/rules/changedProfile.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { useLanguage } from '../../../state/language.ts';
import type { EntryRow } from './entryRow.ts';

export type RuleName = (of: EntryRow['of'], id: string) => string;

export function useRuleName(): RuleName {
  const rules = useAssess((mirror) => mirror.state?.rules ?? null);
  const language = useLanguage((state) => state.language);
  return useMemo(() => (of, id) => (rules && entriesOf(rules, of).find((entry) => entry.id === id)?.wording[language]) ?? id, [rules, language]);
}

/** For the names of steps: null, the command is about no rule. */
export function useStepRule(): (command: Command) => string | null {
  const name = useRuleName();
  return useMemo(() => (command) => (command.type === 'changeRule' || command.type === 'restoreRule' ? name(command.of, command.entry) : null), [name]);
}
