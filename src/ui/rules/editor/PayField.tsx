/** Last year's average pay, from which the pay of community workers is counted. Empty: not known. */
import { useState } from 'react';
import { LARGEST_PAY } from '../../../state/assess/settings.ts';
import { changeRuleSettings } from '../../../state/operations/assessPlan.ts';
import { Tip } from '../../controls/Tip.tsx';
import { typedNumber } from '../../controls/typedNumber.ts';
import { figure } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';

export function PayField({ yuan }: { yuan: number | null }) {
  const t = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const isEmpty = draft !== null && draft.trim() === '';
  const typed = draft === null || isEmpty ? null : typedNumber(draft);
  const wrong = draft !== null && !isEmpty && (typed === null || typed < 0 || typed > LARGEST_PAY);
  const commit = () => {
    if (draft !== null && !wrong && typed !== yuan) void changeRuleSettings({ averagePayYuan: typed });
    setDraft(null);
  };
  return (
    <div className="pair">
      <Tip text={`${t('rulesMenu.pay')}。${t('rulesMenu.payHelp')}`} side="left"><label htmlFor="rules-pay" className="help-word">{t('rulesMenu.payLabel')}</label></Tip>
      <span className={wrong ? 'field wrong' : 'field'}>
        <input
          id="rules-pay"
          inputMode="decimal"
          aria-invalid={wrong}
          placeholder={t('rulesMenu.payEmpty')}
          value={draft ?? (yuan === null ? '' : figure(yuan))}
          onChange={(event) => { setDraft(event.target.value); }}
          onBlur={commit}
          onKeyDown={(event) => { if (event.key === 'Enter') commit(); }}
        />
        <span className="unit nowrap">{t('rulesMenu.payUnit')}</span>
      </span>
    </div>
  );
}
