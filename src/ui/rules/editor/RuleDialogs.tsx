/** The dialog about rules that is open, if any. */
import { ExportProfileDialog } from './ExportProfileDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { RemoveProfileDialog } from './RemoveProfileDialog.tsx';
import { closeRuleDialog, useRuleDialog } from './ruleDialog.ts';
import { RuleEditor } from './RuleEditor.tsx';

export function RuleDialogs() {
  const open = useRuleDialog((state) => state.open);
  switch (open?.kind) {
    case 'editor': return <RuleEditor find={open.find} onClose={closeRuleDialog} />;
    case 'export': return <ExportProfileDialog onClose={closeRuleDialog} />;
    case 'remove': return <RemoveProfileDialog profile={open.profile} onClose={closeRuleDialog} />;
    case 'import': return <ImportDialog of={open} onClose={closeRuleDialog} />;
    default: return null;
  }
}
