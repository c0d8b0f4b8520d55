/** Numbers were typed: who answers, why, and then they are tried as one step of the scenario. */
import { commitCommand } from '../../../state/operations/commitCommand.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import type { Translate } from '../../../i18n/index.ts';
import type { Command } from '../../../core/plan/command.ts';
import type { ProfileProblem } from '../../../core/rules/readProfile.ts';
import { REASON_LENGTH } from '../../plan/dialogs/ReasonField.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { askedNumbers, type Words } from './askedWords.ts';
import { draftCommand, draftProblems, dropDraft, setDraftReason, setDraftRole, useRuleDrafts } from './draft.ts';
import { rowKey, type EntryOf, type EntryRow } from './entryRow.ts';
import { problemWords } from './problemWords.ts';

const ROLE_LENGTH = 60;

export function DraftForm({ row, rules, words }: { row: EntryRow; rules: RulesView; words: Words }) {
  const t = useTranslate();
  const key = rowKey(row);
  const draft = useRuleDrafts((state) => state.byRow.get(key));
  const role = useRuleDrafts((state) => (state.byRow.has(key) ? state.role : ''));
  const working = usePlan((mirror) => mirror.working);
  if (!draft) return null;
  const command = draftCommand(row, draft.values, role, draft.reason);
  const [problem] = draftProblems(rules, row, draft.values);
  const wants = command?.type !== 'changeRule' ? null : problem ? placedText(words, row, problem) : wantsText(t, command);
  const submit = () => {
    if (!command || wants !== null || working) return;
    void commitCommand(command).then((done) => { if (done) dropDraft(row); });
  };
  return (
    <form className="rule-draft" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {command?.type === 'changeRule' && (
        <>
          <span className="field text role"><input aria-label={t('ruleEditor.role')} maxLength={ROLE_LENGTH} value={role} placeholder={t('ruleEditor.rolePlaceholder')} onChange={(event) => { setDraftRole(event.target.value); }} /></span>
          <span className="field text reason"><input aria-label={t('ruleEditor.reason')} maxLength={REASON_LENGTH} value={draft.reason} placeholder={t('ruleEditor.reasonPlaceholder')} onChange={(event) => { setDraftReason(row, event.target.value); }} /></span>
        </>
      )}
      <span className={problem ? 'note alarm grow' : 'note grow'} id={`wants-${key}`} role="status">{wants}</span>
      <button type="button" className="button small" onClick={() => { dropDraft(row); }}>{t('ruleEditor.drop')}</button>
      <button type="submit" className="button small primary" disabled={wants !== null || command === null || working} aria-describedby={`wants-${key}`}>{t(command?.type === 'restoreRule' ? 'ruleEditor.backToProfile' : 'ruleEditor.try')}</button>
    </form>
  );
}

function wantsText(t: Translate, { role, reason }: Extract<Command, { type: 'changeRule' }>): string | null {
  if (role === '') return t('ruleEditor.wantsRole');
  return reason === '' ? t('ruleEditor.wantsReason') : null;
}

/** The place by the name of its field, where it has one. */
function placedText(words: Words, row: EntryRow, problem: ProfileProblem): string {
  const { place, found, expected } = problemWords(words.t, problem);
  const member = problem.member.slice(row.entry.id.length + 1).replace(/\[(\d+)\]/g, '.$1');
  const label = askedNumbers(words, row as EntryOf).find((each) => each.member === member)?.label;
  return words.t('ruleEditor.contradicts', { place: label ?? place, found, expected });
}
