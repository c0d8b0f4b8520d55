/** The dialog about rules that is open, if any. */
import { create } from 'zustand';
import type { ImportOutcome } from '../../../state/operations/importProfile.ts';

export type RuleDialog =
  /** `find`: what is looked for at first, the id of a rule. */
  | { readonly kind: 'editor'; readonly find: string }
  | { readonly kind: 'export' }
  | { readonly kind: 'remove'; readonly profile: string }
  | { readonly kind: 'import'; readonly fileName: string; readonly outcome: Exclude<ImportOutcome, { kind: 'added' | 'known' }> };

export const useRuleDialog = create<{ open: RuleDialog | null }>()(() => ({ open: null }));

export function openRuleDialog(open: RuleDialog): void {
  useRuleDialog.setState({ open });
}

export function openRuleEditor(find = ''): void {
  openRuleDialog({ kind: 'editor', find });
}

export function closeRuleDialog(): void {
  useRuleDialog.setState({ open: null });
}
