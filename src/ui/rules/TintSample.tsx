/** A sample of a community's colour, as the map draws it. */
import { TINT_FILLS, type Tint } from '../../map/layers/tints.ts';

const TOKEN = { over: 'var(--over-f)', under: 'var(--under-f)', ink3: 'var(--ink3)', rank: 'var(--rank)' };

export function TintSample({ of }: { of: Tint | null }) {
  return (
    <svg viewBox="0 0 26 12" aria-hidden="true">
      <rect x="1" y="1" width="24" height="10" fill="var(--map-block)" stroke="var(--map-community)" strokeWidth="0.8" />
      {of !== null && <rect x="1" y="1" width="24" height="10" fill={TOKEN[TINT_FILLS[of].colour]} opacity={TINT_FILLS[of].opacity} />}
    </svg>
  );
}
