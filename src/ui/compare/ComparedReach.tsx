/** Who gains and who loses by reach on the right side against the left, by the rules of the right one. */
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { ReachChanges } from '../reachChange/ReachChanges.tsx';
import { useStateName } from './useStateName.ts';

export function ComparedReach() {
  const name = useStateName();
  const { a, b } = useCompare();
  const scenarios = usePlan((mirror) => mirror.state?.scenarios);
  const head = (scenario: number | null) => scenarios?.find((each) => each.id === scenario)?.head ?? 0;
  return <ReachChanges a={head(a)} b={head(b)} states={{ before: name(a), after: name(b) }} />;
}
