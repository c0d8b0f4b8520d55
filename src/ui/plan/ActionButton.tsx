/** A button that says why it can't be pressed: it stays within reach of the keyboard, and its reason is read out. */
import { useId, type ReactNode } from 'react';
import { Tip } from '../controls/Tip.tsx';
import { useTranslate } from '../words/useTranslate.ts';

interface Props {
  /** Null: it can be pressed. */
  reason: string | null;
  className?: string;
  label?: string;
  tip?: string;
  pressed?: boolean;
  side?: 'top' | 'right' | 'bottom' | 'left';
  onClick: () => void;
  children: ReactNode;
}

export function ActionButton({ reason, className = 'button small', label, tip, pressed, side = 'top', onClick, children }: Props) {
  const t = useTranslate();
  const id = useId();
  const blocked = reason !== null;
  const text = blocked ? (tip === undefined ? reason : t('action.tipBlocked', { tip, reason })) : tip;
  const button = (
    <button
      type="button"
      className={blocked ? `${className} blocked` : className}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={blocked}
      aria-describedby={blocked ? id : undefined}
      onClick={() => { if (!blocked) onClick(); }}
    >
      {children}
    </button>
  );
  return (
    <>
      {text === undefined ? button : <Tip text={text} side={side}>{button}</Tip>}
      {blocked && <span id={id} className="hidden-visually">{reason}</span>}
    </>
  );
}
