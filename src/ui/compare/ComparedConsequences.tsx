/** What the right side changes against the left, by the rules of the right one. */
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { ConsequenceTables } from '../assess/consequences/ConsequenceTables.tsx';
import { useAnswer } from '../assess/useAnswer.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useStateName } from './useStateName.ts';

export function ComparedConsequences() {
  const t = useTranslate();
  const name = useStateName();
  const { a, b } = useCompare();
  const scenarios = usePlan((mirror) => mirror.state?.scenarios);
  const head = (scenario: number | null) => scenarios?.find((each) => each.id === scenario)?.head ?? 0;
  const answer = useAnswer('assessConsequences', { from: head(a), to: head(b) });
  return <ConsequenceTables of={answer} states={{ before: name(a), after: name(b) }} empty={t('views.consequences.noneCompared')} />;
}
