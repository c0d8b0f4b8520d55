/** The card beside the cursor while something is drawn, dragged or painted: figures before → after, or why it can't be done. */
import { useLayoutEffect, useRef, useState } from 'react';
import { useDraft } from '../../state/plan/draft.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { usePlanDialog } from '../../state/plan/dialog.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { DraftSides } from './DraftSides.tsx';
import { rejectionText } from './planWords.ts';

/** From the cursor, so that the hand and the vertex stay in sight. */
const AWAY = 28;

export function DraftCard() {
  const t = useTranslate();
  const card = useRef<HTMLDivElement>(null);
  const { command, answer, point } = useDraft();
  const quiet = usePlan((mirror) => mirror.asking !== null);
  const dialog = usePlanDialog((state) => state.open !== null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const pane = card.current?.parentElement;
    if (!card.current || !pane || !point) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    // Flips at the pane's edge; leaves the tools at the right alone.
    const left = point.x + AWAY + width > pane.clientWidth - 52 ? point.x - AWAY - width : point.x + AWAY;
    const top = point.y + AWAY + height > pane.clientHeight - 8 ? point.y - AWAY - height : point.y + AWAY;
    setPlace({ left: Math.max(8, left), top: Math.max(8, Math.min(top, pane.clientHeight - height - 8)) });
  }, [point, answer]);
  if (!command || !answer || !point || quiet || dialog) return null;
  return (
    <div ref={card} className={answer.ok ? 'float draft-card' : 'float draft-card refused'} style={place} role="status" aria-live="polite">
      {answer.ok ? <DraftSides answer={answer} /> : <p className="alarm">✕ {t('draft.refused', { reason: rejectionText(t, answer.rejection) })}</p>}
    </div>
  );
}
