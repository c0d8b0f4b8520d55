/** A number with its unit. What is typed counts when it is a number within the limits; else the field says so and nothing changes. */
import { useState } from 'react';
import { figure } from '../words/figures.ts';
import { typedNumber } from './typedNumber.ts';

interface Props {
  label: string;
  unit: string;
  value: number;
  decimals: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

export function NumberField({ label, unit, value, decimals, min, max, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? value : typedNumber(draft);
  const wrong = typed === null || typed < min || typed > max;

  const commit = () => {
    if (draft !== null && typed !== null && !wrong && typed !== value) onChange(typed);
    setDraft(null);
  };
  return (
    <span className={wrong ? 'field wrong' : 'field'}>
      <input
        aria-label={label}
        aria-invalid={wrong}
        inputMode="decimal"
        value={draft ?? figure(value, decimals)}
        onChange={(event) => { setDraft(event.target.value); }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      <span className="unit">{unit}</span>
    </span>
  );
}
