/** The decision that stands on a defect, and the way back. */
import type { Acceptance } from '../../core/coverage/accept.ts';
import { withdrawAcceptance } from '../../state/operations/acceptDefect.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function AcceptanceView({ acceptance }: { acceptance: Acceptance }) {
  const t = useTranslate();
  const line = (label: string, value: string) => (value === '' ? null : <div className="pair"><span>{label}</span><span style={{ overflowWrap: 'anywhere' }}>{value}</span></div>);
  return (
    <div className="section last">
      <h3>{t(acceptance.decision === 'declared' ? 'accept.isDeclared' : 'accept.isAccepted')} <span className="unit">{acceptance.date}</span></h3>
      {line(t('accept.reason'), t(`acceptReason.${acceptance.reason}`))}
      {acceptance.groundKind && line(t('accept.kind'), t(`groundKind.${acceptance.groundKind}`))}
      {line(t('accept.note'), acceptance.note)}
      {line(t('accept.role'), acceptance.role)}
      <div className="buttons" style={{ marginTop: 8 }}>
        <button type="button" className="button" onClick={() => { withdrawAcceptance(acceptance.defectId); }}>{t(acceptance.decision === 'declared' ? 'accept.withdrawDeclaration' : 'accept.withdraw')}</button>
      </div>
    </div>
  );
}
