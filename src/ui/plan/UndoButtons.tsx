/** Undo and redo, each with the name of its step. */
import { redo } from '../../state/operations/redo.ts';
import { undo } from '../../state/operations/undo.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon, type IconName } from '../symbols/Icon.tsx';
import { useStepRule } from '../rules/editor/useRuleName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import type { StepInfo } from '../../worker/planProtocol.ts';
import { lastDone, nextUndone } from './steps.ts';
import { stepText, stepWords } from './planWords.ts';

export function UndoButtons() {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  if (!state) return null;
  return (
    <>
      <span className="separator" />
      <StepButton icon="undo" word={t('plan.undo')} keys="Ctrl+Z" step={lastDone(state)} run={() => { void undo(); }} />
      <StepButton icon="redo" word={t('plan.redo')} keys="Ctrl+Y" step={nextUndone(state)} run={() => { void redo(); }} />
    </>
  );
}

function StepButton({ icon, word, keys, step, run }: { icon: IconName; word: string; keys: string; step: StepInfo | null; run: () => void }) {
  const t = useTranslate();
  const ruleOf = useStepRule();
  const words = step && stepWords(t, step, ruleOf);
  return (
    <Tip text={`${word}${step ? ` ${stepText(t, step, ruleOf)}` : ''} ${keys}`} side="bottom">
      <button type="button" className="tool step" disabled={!step} onClick={run}>
        <Icon name={icon} /><span className="verb">{word}{words && ` ${words.verb}`}</span>{words && <span className="ellipsis object">{words.object}</span>}
      </button>
    </Tip>
  );
}
