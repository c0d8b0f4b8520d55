/** Into the comparison and out of it. */
import { comparePlans, endComparison } from '../../state/operations/comparePlans.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function CompareSwitch() {
  const t = useTranslate();
  const on = useCompare((compare) => compare.on);
  const state = usePlan((mirror) => mirror.state);
  if (!state) return null;
  const toggle = () => {
    if (on) endComparison();
    else void comparePlans(null, state.current ?? state.scenarios.find((scenario) => !scenario.deleted)?.id ?? null);
  };
  return <button type="button" className={on ? 'tool on' : 'tool'} aria-pressed={on} onClick={toggle}><Icon name="compare" />{t('compare.title')}</button>;
}
