/** A number with its unit. What is typed counts when it is a number within the limits; else the field says so and nothing changes. */
import { useState } from 'react';

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
  const typed = draft === null ? value : parse(draft);
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
        value={draft ?? value.toFixed(decimals)}
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

/** Full-width digits come from Chinese input methods. */
function parse(text: string): number | null {
  const plain = text.trim().replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace('。', '.');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}
