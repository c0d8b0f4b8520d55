/** Changes of the scenario that the profile in use can't take: another profile was chosen, or the numbers contradict each other. */
import type { RuleChange } from '../../../core/plan/plan.ts';
import { entriesOf, TRIED } from '../../../core/rules/changedProfile.ts';
import { commitCommand } from '../../../state/operations/commitCommand.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { problemText } from './problemWords.ts';
import { useRuleName } from './useRuleName.ts';

export function Misfits({ rules, fixed }: { rules: RulesView; fixed: string | null }) {
  const t = useTranslate();
  const nameOf = useRuleName();
  if (rules.problems.length === 0) return null;
  const misfits = rules.changes.filter((change) => !isTaken(rules, change));
  return (
    <section className="rule-misfits">
      <h3 className="heading alarm">{t('ruleEditor.misfits', { count: misfits.length })}</h3>
      <ul>{rules.problems.map((problem, index) => <li key={index} className="note">{problemText(t, problem)}</li>)}</ul>
      {misfits.map(({ of, entry, role, reason }) => (
        <div key={`${of} ${entry}`} className="pair">
          <span>{t('ruleEditor.changeLabel', { rule: nameOf(of, entry), role, reason })}</span>
          <button type="button" className="button small" disabled={fixed !== null} title={fixed ?? undefined} onClick={() => { void commitCommand({ type: 'restoreRule', of, entry }); }}>{t('ruleEditor.drop')}</button>
        </div>
      ))}
    </section>
  );
}

function isTaken(rules: RulesView, { of, entry }: RuleChange): boolean {
  return entriesOf(rules, of).some(({ id, from }) => id === entry && from === TRIED);
}
