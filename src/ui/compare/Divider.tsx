/** The divider of the two maps: dragged, or moved with the arrow keys. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useCompare } from '../../state/plan/compare.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useStateName } from './useStateName.ts';

const STEP = 0.02;
const FAR_STEP = 0.1;
const clamp = (share: number) => Math.min(0.98, Math.max(0.02, share));

export function Divider() {
  const t = useTranslate();
  const name = useStateName();
  const { a, b, divider } = useCompare();
  const held = useRef(false);
  const set = (share: number) => { useCompare.setState({ divider: clamp(share) }); };
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (held.current && box) set((event.clientX - box.left) / box.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? FAR_STEP : STEP;
    const moves: Partial<Record<string, number>> = { ArrowLeft: divider - step, ArrowRight: divider + step, ArrowDown: divider - step, ArrowUp: divider + step, Home: 0, End: 1 };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  return (
    <div
      className="divider"
      role="slider"
      tabIndex={0}
      aria-label={t('compare.divider')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(divider * 100)}
      aria-valuetext={t('compare.dividerValue', { left: name(a), right: name(b), percent: Math.round(divider * 100) })}
      style={{ left: `${divider * 100}%` }}
      onPointerDown={(event) => { held.current = true; event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerMove={onMove}
      onPointerUp={() => { held.current = false; }}
      onPointerCancel={() => { held.current = false; }}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden="true"><svg viewBox="0 0 16 16" className="icon"><path d="M6 4 2.5 8 6 12M10 4l3.5 4L10 12" /></svg></span>
    </div>
  );
}
