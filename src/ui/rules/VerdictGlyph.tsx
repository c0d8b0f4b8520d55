/** Verdicts and size classes as shapes: colour only repeats what the shape says. */
import type { ReactNode } from 'react';
import type { SizeClass, Verdict } from '../../core/rules/vocabulary.ts';
import { useTranslate } from '../words/useTranslate.ts';

const TICK = (
  <>
    <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.2" />
    <path d="M3.5 6.2 5.3 8 8.6 4.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
  </>
);
const CROSSED = (
  <>
    <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />
    <path d="M4.3 4.3l3.4 3.4M7.7 4.3 4.3 7.7" stroke="#fff" strokeWidth="1.2" />
  </>
);
const OPEN_DIAMOND = <path d="M6 1.2 10.8 6 6 10.8 1.2 6z" fill="none" stroke="currentColor" strokeWidth="1.3" />;
const ASKED = (
  <>
    <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1.6" />
    <path d="M4.6 4.7c0-1 .7-1.5 1.5-1.5s1.4.5 1.4 1.3c0 1-1.4 1-1.4 2.1M6.1 8.2v.9" fill="none" stroke="currentColor" strokeWidth="1.1" />
  </>
);
const DASH = <path d="M2.5 6h7" stroke="currentColor" strokeWidth="1.3" />;
const DOT = <circle cx="6" cy="6" r="2" fill="currentColor" />;
const UP = <path d="M6 1.6 11.2 10.6H.8z" fill="currentColor" />;
const DOWN = <path d="M6 10.4.8 1.4h10.4z" fill="currentColor" />;
const AHEAD = <path d="M6 10.2 1.4 2h9.2z" fill="none" stroke="currentColor" strokeWidth="1.3" />;

type Shape = { drawing: ReactNode; tone: 'over' | 'under' | 'ok' | 'unknown' | 'muted' };

/** A rule that is meant generally or as a target, and is missed, is drawn lighter than one that is firm. */
export function verdictShape(verdict: Verdict, firm = true): Shape {
  switch (verdict) {
    case 'pass': return { drawing: TICK, tone: 'ok' };
    case 'fail': return { drawing: firm ? CROSSED : OPEN_DIAMOND, tone: 'over' };
    case 'unknown': return { drawing: ASKED, tone: 'unknown' };
    case 'notApplicable': return { drawing: DASH, tone: 'muted' };
    case 'guide': return { drawing: DOT, tone: 'muted' };
  }
}

const CLASS_SHAPES: Record<SizeClass, Shape> = {
  superLarge: { drawing: UP, tone: 'over' }, micro: { drawing: DOWN, tone: 'under' }, inRange: { drawing: TICK, tone: 'ok' },
  planAhead: { drawing: AHEAD, tone: 'under' }, noBand: { drawing: DASH, tone: 'muted' }, unknown: { drawing: ASKED, tone: 'unknown' },
};

export function VerdictGlyph({ of, firm = true, label }: { of: Verdict; firm?: boolean; label?: string }) {
  return <Glyph shape={verdictShape(of, firm)} label={label} />;
}

/** With its word where `words`; else the word is said to those who do not see the shape. */
export function ClassGlyph({ of, words = false }: { of: SizeClass; words?: boolean }) {
  const t = useTranslate();
  const label = t(`rules.class.${of}`);
  return words
    ? <span className={`verdict tone-${CLASS_SHAPES[of].tone}`}><Glyph shape={CLASS_SHAPES[of]} />{label}</span>
    : <Glyph shape={CLASS_SHAPES[of]} label={label} />;
}

function Glyph({ shape: { drawing, tone }, label }: { shape: Shape; label?: string | undefined }) {
  return (
    <span className={`glyph tone-${tone}`} title={label}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{drawing}</svg>
      {label !== undefined && <span className="hidden-visually">{label}</span>}
    </span>
  );
}
