/** Who works here: typed once, kept on this computer, written to every step. */
import { OPERATOR_LENGTH, setOperator, useOperator } from '../../state/plan/operator.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function OperatorField({ id }: { id: string }) {
  const t = useTranslate();
  const name = useOperator((state) => state.name);
  return (
    <div className="pair operator">
      <label htmlFor={id}>{t('plan.operator')}</label>
      <span className="field text">
        <input id={id} maxLength={OPERATOR_LENGTH} value={name} placeholder={t('plan.unsigned')} onChange={(event) => { setOperator(event.target.value); }} />
      </span>
    </div>
  );
}
