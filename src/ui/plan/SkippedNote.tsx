/** Steps of a kept log that could not be carried out again when the plan was opened. */
import { usePlan } from '../../state/plan/plan.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { rejectionText, stepText } from './planWords.ts';

export function SkippedNote() {
  const t = useTranslate();
  const skipped = usePlan((mirror) => mirror.skipped);
  const fallen = usePlan((mirror) => mirror.fallen);
  if (skipped.length === 0 && fallen.length === 0) return null;
  return (
    <div className="section" role="alert">
      {skipped.length > 0 && <p className="alarm">{t('plan.skipped', { count: skipped.length })}</p>}
      <ul className="note">
        {skipped.slice(0, 8).map(({ entry, rejection }) => <li key={entry.id}>{stepText(t, { command: entry.command, names: [] })}：{rejectionText(t, rejection)}</li>)}
        {fallen.map(({ scenario, name, storedHead, head }) => <li key={`scenario ${scenario}`}>{t('plan.fallen', { name, stored: storedHead, head })}</li>)}
      </ul>
      <button type="button" className="link" onClick={() => { usePlan.setState({ skipped: [], fallen: [] }); }}>{t('action.gotIt')}</button>
    </div>
  );
}
