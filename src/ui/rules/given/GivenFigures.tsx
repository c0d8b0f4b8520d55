/** Figures of a community that people gave by hand in this scenario: each with who and when, to be changed or withdrawn. */
import { commitCommand } from '../../../state/operations/commitCommand.ts';
import { openPlanDialog } from '../../../state/plan/dialog.ts';
import type { Sheet } from '../../../worker/assessProtocol.ts';
import { useBlocked } from '../../assess/useBlocked.ts';
import { ActionButton } from '../../plan/ActionButton.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { factText, factValueText, givenText } from './givenWords.ts';

export function GivenFigures({ sheet }: { sheet: Sheet }) {
  const t = useTranslate();
  const blocked = useBlocked();
  return (
    <div className="section given-figures">
      <div className="pair">
        <h3>{t('given.title')}</h3>
        <ActionButton reason={blocked} onClick={() => { openPlanDialog({ kind: 'giveFact', sheet, used: [], fact: null }); }}>{t('given.add')}</ActionButton>
      </div>
      {sheet.given.length + sheet.merged.length === 0 && <p className="note">{t('given.none')}</p>}
      {sheet.given.map((given) => {
        const fact = factText(t, given.fact);
        return (
          <div key={given.fact} className="finding">
            <div className="pair"><span className="ellipsis">{fact}</span><b className="nowrap">{factValueText(t, given.fact, given.value)}</b></div>
            <p className="note">
              {givenText(t, given)}{' '}
              {blocked === null && <button type="button" className="link" aria-label={t('given.withdrawOf', { fact })} onClick={() => { void commitCommand({ type: 'giveFact', community: sheet.id, fact: given.fact, value: null, source: '' }); }}>{t('given.withdraw')}</button>}
            </p>
          </div>
        );
      })}
      <MergedFigures sheet={sheet} />
    </div>
  );
}

/** What was given of communities before they merged into this one: in its figures, or left behind, in words. */
function MergedFigures({ sheet: { merged } }: { sheet: Sheet }) {
  const t = useTranslate();
  if (merged.length === 0) return null;
  return (
    <>
      <h4>{t('given.merged')}</h4>
      {merged.map((given, index) => (
        <div key={index} className="finding">
          <div className="pair"><span className="ellipsis" title={`${given.community} · ${factText(t, given.fact)}`}>{given.community} · {factText(t, given.fact)}</span><span className="nowrap">{factValueText(t, given.fact, given.value)}</span></div>
          <p className="note"><span className={given.fate === 'incomplete' || given.fate === 'notPassedOn' ? 'alarm' : undefined}>{t(`given.merged.${given.fate}`)}</span> · {givenText(t, given)}</p>
        </div>
      ))}
    </>
  );
}
