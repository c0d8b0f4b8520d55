/**
 * A day that is a step of the scenario: picked from the calendar it counts at once, typed it counts on Enter or when one leaves the
 * field, for a date half typed is another date. Empty takes it back; Esc leaves what stood.
 */
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from '../../words/useTranslate.ts';

const TABLE_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

interface Props {
  label: string;
  /** `YYYY-MM-DD`; null: none. */
  value: string | null;
  /** Why it can't be changed; null: it can. */
  blocked: string | null;
  late?: boolean;
  onCommit: (date: string | null) => void;
}

export function DateField({ label, value, blocked, late = false, onCommit }: Props) {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<{ of: string | null; text: string } | null>(null);
  const typed = useRef(false);
  // What was typed belongs to the value that stood then: another value, by undo or by another field, replaces it.
  const text = draft?.of === value ? draft.text : (value ?? '');
  const commit = (next: string) => {
    typed.current = false;
    setDraft(null);
    if (next !== (value ?? '')) onCommit(next === '' ? null : next);
  };
  const leave = () => {
    // Half a date, or one of another century, is no wish to take the old one back.
    if (field.current?.validity.valid === false) restore();
    else commit(text);
  };
  // Half a date looks empty from here: the field itself must be told.
  const restore = () => {
    typed.current = false;
    setDraft(null);
    if (field.current) field.current.value = value ?? '';
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Arrows count days here; the table must not move its row.
    if (TABLE_KEYS.has(event.key)) event.stopPropagation();
    if (event.key === 'Enter') leave();
    else if (event.key === 'Escape') restore();
    else typed.current = event.key !== 'Tab';
  };
  return (
    <span className={['date-field', text === '' ? 'none' : '', late ? 'late' : '', blocked === null ? '' : 'off'].filter(Boolean).join(' ')}>
      <input
        ref={field}
        type="date"
        aria-label={label}
        title={blocked ?? label}
        min="1990-01-01"
        max="2100-12-31"
        disabled={blocked !== null}
        value={text}
        aria-description={late ? t('rules.step.late') : undefined}
        onPointerDown={() => { typed.current = false; }}
        onClick={(event) => { event.stopPropagation(); }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const next = event.target.value;
          if (typed.current) setDraft({ of: value, text: next });
          else commit(next);
        }}
        onBlur={leave}
      />
      <span className="shown" aria-hidden="true">{text === '' ? '—' : text}</span>
    </span>
  );
}
