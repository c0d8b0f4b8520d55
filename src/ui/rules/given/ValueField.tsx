/** The field for a value of a fact: a number with its unit, a choice of words, a date, or words. */
import type { Givable } from '../../../core/facts/givable.ts';
import { Choose } from '../../controls/Choose.tsx';
import { TextField } from '../../plan/dialogs/CommandForm.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { unitText } from '../ruleWords.ts';
import { choiceText, factValueText, rangeText } from './givenWords.ts';

interface Props {
  id: string;
  givable: Givable;
  typed: string;
  wrong: boolean;
  onType: (typed: string) => void;
}

export function ValueField({ id, givable, typed, wrong, onType }: Props) {
  const t = useTranslate();
  if (givable.type === 'truth' || (givable.type === 'word' && givable.words !== null)) {
    const options = givable.type === 'truth'
      ? ['true', 'false'].map((value) => ({ value, label: factValueText(t, givable.fact, value === 'true') }))
      : (givable.words ?? []).map((value) => ({ value, label: choiceText(t, givable.fact, value) }));
    return <Choose id={id} label={t('given.value')} value={typed === '' ? null : typed} options={options} onChange={onType} placeholder={t('given.choose')} />;
  }
  if (givable.type === 'word') return <TextField id={id} value={typed} onChange={onType} length={200} />;
  return (
    <div>
      <span className={wrong ? 'field wrong' : 'field'}>
        <input id={id} aria-invalid={wrong} aria-describedby={`${id}-range`} inputMode={givable.type === 'number' ? 'decimal' : undefined} maxLength={20} value={typed} onChange={(event) => { onType(event.target.value); }} />
        {givable.type === 'number' && <span className="unit">{unitText(t, givable.unit)}</span>}
      </span>
      <span className="note" id={`${id}-range`}>{rangeText(t, givable)}</span>
    </div>
  );
}
