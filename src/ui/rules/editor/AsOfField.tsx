/** The day on which targets and money are read: chosen, or the day on which one looks. */
import { useState } from 'react';
import { useAssess } from '../../../state/assess/assess.ts';
import { changeRuleSettings } from '../../../state/operations/assessPlan.ts';
import { useTranslate } from '../../words/useTranslate.ts';

/** The documents begin later; while a year is typed it is smaller. */
const EARLIEST = '1990-01-01';
const LATEST = '2999-12-31';

export function AsOfField({ asOf }: { asOf: string | null }) {
  const t = useTranslate();
  const today = useAssess((mirror) => mirror.state?.asOf ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const type = (day: string) => {
    setTyped(day);
    if (day >= EARLIEST && day <= LATEST) void changeRuleSettings({ asOf: day });
  };
  return (
    <div className="pair">
      <label htmlFor="rules-as-of">{t('rulesMenu.asOf')}</label>
      <span className="rules-day">
        <input id="rules-as-of" className="day" type="date" min={EARLIEST} max={LATEST} value={typed ?? asOf ?? today} onChange={(event) => { type(event.target.value); }} onBlur={() => { setTyped(null); }} />
        <button type="button" className="button small" aria-pressed={asOf === null} disabled={asOf === null} onClick={() => { setTyped(null); void changeRuleSettings({ asOf: null }); }}>{t('rulesMenu.today')}</button>
      </span>
    </div>
  );
}
