/** Legend of the gain map: the classes in people. */
import { useReach } from '../../state/reach/reach.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function GainLegend() {
  const t = useTranslate();
  const state = useReach((mirror) => mirror.state);
  const shown = useSiting((mirror) => (mirror.gainsOn && mirror.gains !== null && mirror.gains.of === state ? mirror.gains.map : null));
  if (!shown || shown.classes.length === 0) return null;
  const { classes, most } = shown;
  return (
    <>
      <li className="legend-title strong">{t('gains.legend')}</li>
      {classes.map((low, k) => {
        const next = classes[k + 1];
        const high = next === undefined ? most : next - 1;
        return <li key={low}><svg viewBox="0 0 26 12" aria-hidden="true"><circle cx="13" cy="6" r="5" fill={`var(--gain-${k + 1})`} stroke="#fff" strokeWidth=".8" /></svg>{low === high ? figure(low) : t('gains.class', { low: figure(low), high: figure(high) })}</li>;
      })}
    </>
  );
}
