/** A sample 26 × 12, drawn with the map's own strokes. */
import type { ReactNode } from 'react';
import { BOUNDARY_STYLES } from '../../map/layers/boundaries.ts';
import { DEFECT_STROKES } from '../../map/layers/defects.ts';
import type { DefectGroup } from '../../map/mapView.ts';

export type LegendItem = DefectGroup | 'parties' | 'selected' | 'declared' | 'district' | 'subdistrict' | 'community' | 'rail';

const TOKEN: Record<string, string> = { over: 'var(--over-f)', under: 'var(--under-f)', ink2: 'var(--ink2)', white: '#fff' };

export function LegendSample({ of }: { of: LegendItem }) {
  return <svg viewBox="0 0 26 12" aria-hidden="true">{drawing(of)}</svg>;
}

function drawing(item: LegendItem): ReactNode {
  switch (item) {
    case 'gap': case 'overlap': case 'beyond': case 'line': case 'shift':
      return DEFECT_STROKES[item].map((stroke, index) => (
        <path key={index} d="M0 6h26" stroke={TOKEN[stroke.colour]} strokeWidth={stroke.width} strokeDasharray={stroke.dash?.join(' ')} />
      ));
    case 'point':
      return <circle cx="13" cy="6" r="4" fill="#fff" stroke="var(--ink2)" strokeWidth="1.8" />;
    case 'part':
      return <rect x="9" y="2" width="8" height="8" fill="#fff" stroke="var(--ink2)" strokeWidth="1.8" />;
    case 'parties':
      return (
        <>
          <rect x="1" y="1" width="12" height="10" fill="var(--acc)" opacity=".2" />
          <rect x="13" y="1" width="12" height="10" fill="var(--party-b)" opacity=".24" />
        </>
      );
    case 'selected':
      return <rect x="2" y="1.5" width="22" height="9" fill="var(--acc-bg)" stroke="var(--ink)" strokeWidth="2" />;
    case 'declared':
      return (
        <>
          <path d="M2 11 12 1M8 11 18 1M14 11 24 1" stroke="var(--map-street-case)" strokeWidth="1.4" />
          <rect x="1" y="1" width="24" height="10" fill="none" stroke="var(--map-community)" strokeWidth="1.1" strokeDasharray="4 3" />
        </>
      );
    case 'rail':
      return (
        <>
          <path d="M0 6h26" stroke="var(--map-rail)" strokeWidth="3" />
          <path d="M0 6h26" stroke="#fff" strokeWidth="1.6" strokeDasharray="6 6" />
        </>
      );
    default:
      return boundary(item);
  }
}

function boundary(kind: 'district' | 'subdistrict' | 'community'): ReactNode {
  const style = BOUNDARY_STYLES.find((each) => each.kind === kind)!;
  return (
    <>
      {kind === 'district' && <path d="M0 8h26" stroke="var(--map-band)" strokeWidth="7" opacity=".22" />}
      <path
        d="M0 6h26"
        stroke={kind === 'community' ? 'var(--map-community)' : 'var(--map-legal)'}
        strokeWidth={style.width}
        strokeDasharray={style.dash?.join(' ')}
      />
    </>
  );
}
