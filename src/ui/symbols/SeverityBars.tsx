/** Three bars for an error, two for a warning, one for information. */
import type { Severity } from '../../core/coverage/defect.ts';

const FILLED: Record<Severity, number> = { error: 3, warning: 2, information: 1 };

export function SeverityBars({ of }: { of: Severity }) {
  const fill = (bar: number) => (bar <= FILLED[of] ? 'var(--ink)' : '#d0d5dc');
  return (
    <svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true">
      <rect x="0" y="6" width="3" height="4" fill={fill(1)} />
      <rect x="4" y="3" width="3" height="7" fill={fill(2)} />
      <rect x="8" y="0" width="3" height="10" fill={fill(3)} />
    </svg>
  );
}
