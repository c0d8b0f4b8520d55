/** Values of a tag, each ticked or not; others may be typed. */
import { useState } from 'react';
import { toggleValue, type ValueSet, type WalkChoices } from '../../../core/network/walkChoices.ts';
import { useTranslate } from '../../words/useTranslate.ts';

interface Props {
  set: ValueSet;
  choices: WalkChoices;
  /** Offered whether chosen or not. */
  known: readonly string[];
  nameOf: (value: string) => string | null;
  onChange: (choices: WalkChoices) => void;
}

const VALUE_LENGTH = 60;

export function ValueSetField({ set, choices, known, nameOf, onChange }: Props) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const label = t(`walkFilter.set.${set}`);
  const offered = [...known, ...choices[set].filter((value) => !known.includes(value))];
  const add = () => {
    if (typed.trim() === '') return;
    onChange(toggleValue(choices, set, typed.trim(), true));
    setTyped('');
  };
  return (
    <fieldset className="walk-set">
      <legend className="heading">{label}</legend>
      <div className={set === 'classes' ? 'walk-values walk-classes' : 'walk-values'}>
        {offered.map((value) => (
          <label key={value} className="reach-check">
            <input type="checkbox" className="checkbox" checked={choices[set].includes(value)} onChange={(event) => { onChange(toggleValue(choices, set, value, event.target.checked)); }} />
            <span className="ellipsis" title={value}>{nameOf(value) === null ? value : <>{nameOf(value)} <span className="unit">{value}</span></>}</span>
          </label>
        ))}
      </div>
      <div className="walk-own">
        <span className="field text"><input aria-label={t('walkFilter.ownOf', { set: label })} placeholder={t('walkFilter.own')} maxLength={VALUE_LENGTH} value={typed} onChange={(event) => { setTyped(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); add(); } }} /></span>
        <button type="button" className="button small" aria-label={t('walkFilter.addOf', { set: label })} disabled={typed.trim() === ''} onClick={add}>{t('walkFilter.add')}</button>
      </div>
    </fieldset>
  );
}
