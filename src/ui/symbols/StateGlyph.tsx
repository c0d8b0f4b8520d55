/** Where a defect stands: a crossed diamond while open, a tick in a ring once decided, a dashed ring for information. */
import type { ReactNode } from 'react';
import type { DefectState } from '../../state/defectRows.ts';

const OPEN = (
  <>
    <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />
    <path d="M4.3 4.3l3.4 3.4M7.7 4.3 4.3 7.7" stroke="#fff" strokeWidth="1.2" />
  </>
);
const TICK = (
  <>
    <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.2" />
    <path d="M3.5 6.2 5.3 8 8.6 4.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
  </>
);
const DECLARED = (
  <>
    <path d="M1 1h10v10H1z" fill="none" stroke="currentColor" strokeWidth="1.2" />
    <path d="M3.5 6.2 5.3 8 8.6 4.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
  </>
);
const NOTE = <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1.6" />;

const GLYPHS: Record<DefectState, ReactNode> = { open: OPEN, accepted: TICK, declared: DECLARED, information: NOTE };

export function StateGlyph({ of }: { of: DefectState }) {
  return <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{GLYPHS[of]}</svg>;
}
