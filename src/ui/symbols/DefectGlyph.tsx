/** A sign for each defect class: form tells them apart, colour repeats it. */
import type { ReactNode } from 'react';
import type { DefectClass } from '../../core/coverage/defect.ts';

const OVER = 'var(--over-f)';
const UNDER = 'var(--under-f)';
const INK = 'var(--ink)';
const GREY = 'var(--ink2)';

const rails = (
  <>
    <path d="M2 9 14 3" stroke={OVER} strokeWidth="4.4" />
    <path d="M2 9 14 3" stroke="#fff" strokeWidth="1.6" />
  </>
);
const ladder = (
  <>
    <path d="M2 9 14 3" stroke={UNDER} strokeWidth="5" />
    <path d="M3.5 6.2l2 4M7 4.6l2 4M10.5 3l2 4" stroke="#fff" strokeWidth="1.1" />
  </>
);

const GLYPHS: Record<DefectClass, ReactNode> = {
  G1: rails,
  G2: <><path d="M2 9 14 3" stroke={INK} strokeWidth="2" /><path d="M4.6 6.8 3.2 3.6M8.6 5 7.2 1.8" stroke={OVER} strokeWidth="2" /></>,
  G3: <rect x="3" y="1.5" width="10" height="9" fill="var(--over-bg)" stroke={OVER} strokeWidth="1.5" strokeDasharray="2.5 1.6" />,
  G4: <><rect x="2.5" y="1" width="11" height="10" fill="none" stroke={GREY} strokeWidth="1.3" /><rect x="6" y="4" width="4.2" height="4" fill="none" stroke={OVER} strokeWidth="1.6" /></>,
  O1: ladder,
  O2: <><rect x="2.5" y="1" width="11" height="10" fill="none" stroke={GREY} strokeWidth="1.3" /><rect x="6" y="4" width="4.2" height="4" fill={UNDER} /></>,
  O3: <><rect x="2" y="1" width="8.5" height="7.5" fill="none" stroke={UNDER} strokeWidth="1.4" /><rect x="5" y="3.5" width="8.5" height="7.5" fill="none" stroke={UNDER} strokeWidth="1.4" /></>,
  O4: <><path d="M2 9 14 3" stroke={INK} strokeWidth="2" /><path d="M6 8l1.6 3M10 6.2l1.6 3" stroke={OVER} strokeWidth="2" /></>,
  N1: <path d="M2 4.6C6 3.6 9 6 14 4.6M2 7.4C6 8.4 9 6 14 7.4" fill="none" stroke={GREY} strokeWidth="1.3" />,
  N2: <><path d="M1.5 5h5M9 7.5h5.5" stroke={GREY} strokeWidth="1.3" /><circle cx="7" cy="5" r="1.7" fill={GREY} /><circle cx="9" cy="7.5" r="1.7" fill="none" stroke={GREY} strokeWidth="1.2" /></>,
  N3: <path d="M2 6h12M4 6l4-4M4 6l4 4M12 6 8 2" fill="none" stroke={GREY} strokeWidth="1.3" />,
  S1: <path d="M3 2.5 13 9.5v-7L3 9.5z" fill="none" stroke={GREY} strokeWidth="1.3" />,
  S2: <path d="M2 10h5L8 1.5 9 10h5" fill="none" stroke={GREY} strokeWidth="1.3" />,
  S3: <path d="M2.5 6.6h11M2.5 5.4h11" fill="none" stroke={GREY} strokeWidth="1.1" />,
  S4: <path d="M8 6C6 1.5 2.5 2 2.5 6S6 10.5 8 6c2-4.5 5.5-4 5.5 0S10 10.5 8 6z" fill="none" stroke={GREY} strokeWidth="1.3" />,
  S5: <path d="M12.5 4V1.5h-9v9h9V8" fill="none" stroke={GREY} strokeWidth="1.4" />,
  P1: <><rect x="2" y="2.5" width="6" height="6" fill="none" stroke={GREY} strokeWidth="1.3" /><rect x="10" y="6.5" width="4" height="4" fill={GREY} /></>,
  D1: <><rect x="2" y="1.5" width="7.5" height="6.5" fill="none" stroke={GREY} strokeWidth="1.2" strokeDasharray="1.8 1.4" /><rect x="6" y="4" width="7.5" height="6.5" fill="none" stroke={UNDER} strokeWidth="1.5" /></>,
};

export function DefectGlyph({ of }: { of: DefectClass }) {
  return <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">{GLYPHS[of]}</svg>;
}
