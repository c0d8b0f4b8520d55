/** Why: free text that goes into the log and the lists. */
import { useTranslate } from '../../words/useTranslate.ts';
import { FormRow } from './CommandForm.tsx';

export const REASON_LENGTH = 200;

export function ReasonField({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  const t = useTranslate();
  return (
    <FormRow label={t('accept.reason')} id={id}>
      <textarea id={id} className="text" maxLength={REASON_LENGTH} value={value} placeholder={t('accept.notePlaceholder', { count: REASON_LENGTH })} onChange={(event) => { onChange(event.target.value); }} />
    </FormRow>
  );
}
