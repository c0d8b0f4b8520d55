/** Signs the conclusion once nothing stands against it; until then the button is greyed and the reason stands beneath. */
import { useState } from 'react';
import type { CheckSummary } from '../../core/coverage/summary.ts';
import { useCheck } from '../../state/check.ts';
import { withdrawSignature } from '../../state/operations/signCheck.ts';
import type { Translate } from '../../i18n/index.ts';
import { Icon } from '../symbols/Icon.tsx';
import { dateTime, figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { SignDialog } from './SignDialog.tsx';

export function SignButton({ summary }: { summary: CheckSummary }) {
  const t = useTranslate();
  const [asking, setAsking] = useState(false);
  const signature = useCheck((state) => state.signature);
  if (signature && summary.readyToSign) {
    return (
      <div className="signed">
        <span><Icon name="pen" small />{t('sign.signed', { role: signature.role, name: signature.name, date: dateTime(signature.signedAt) })}</span>
        <button type="button" className="link" onClick={withdrawSignature}>{t('action.withdraw')}</button>
      </div>
    );
  }
  const reason = blockedBecause(summary, t);
  return (
    <>
      <button
        type="button"
        className={summary.readyToSign ? 'button full primary' : 'button full'}
        disabled={!summary.readyToSign}
        aria-describedby="sign-reason"
        onClick={() => { setAsking(true); }}
      >
        <Icon name={summary.readyToSign ? 'pen' : 'lock'} />{t('sign.button')}
      </button>
      {reason !== '' && <p className="note" id="sign-reason">{reason}</p>}
      {asking && <SignDialog onClose={() => { setAsking(false); }} />}
    </>
  );
}

function blockedBecause({ blockers }: CheckSummary, t: Translate): string {
  return [
    blockers.defectIds.length > 0 ? t('sign.blockedByDefects', { count: figure(blockers.defectIds.length) }) : '',
    blockers.opinionDiffers ? t('sign.blockedByOpinion') : '',
    blockers.areaUnexplained ? t('sign.blockedByArea') : '',
  ].filter((text) => text !== '').join(t('sign.and'));
}
