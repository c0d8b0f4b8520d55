/** A line of text that counts when one leaves it or on Enter; Escape takes back what was typed. */
import { useState } from 'react';

export function LineField({ label, value, maxLength = 40, onChange }: { label: string; value: string; maxLength?: number; onChange: (value: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== value) onChange(draft);
    setDraft(null);
  };
  return (
    <span className="field text line">
      <input
        aria-label={label}
        maxLength={maxLength}
        title={value}
        value={draft ?? value}
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
    </span>
  );
}
