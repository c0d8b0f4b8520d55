/** A sample 26 × 12, drawn with the map's own strokes. */
import type { ReactNode } from 'react';
import { BOUNDARY_STYLES } from '../../map/layers/boundaries.ts';
import { DEFECT_STROKES } from '../../map/layers/defects.ts';
import { DRAFT_LINE } from '../../map/layers/draft.ts';
import { FORMER_LINE, NEW_LINE } from '../../map/layers/plan.ts';
import type { DefectGroup } from '../../map/mapView.ts';

export type PlanItem = 'newLine' | 'formerLine' | 'moved' | 'refusedLine' | 'vertex' | 'fixedVertex' | 'paint' | 'unassigned' | 'contested' | 'beyondLine';
export type LegendItem = DefectGroup | PlanItem | 'parties' | 'selected' | 'declared' | 'district' | 'subdistrict' | 'community' | 'rail';

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
    case 'newLine': case 'formerLine': case 'moved': case 'refusedLine': case 'vertex': case 'fixedVertex': case 'paint': case 'unassigned': case 'contested': case 'beyondLine':
      return planDrawing(item);
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

const STRIPES = 'M-2 12 10 0M6 12 18 0M14 12 26 0M22 12 34 0';

function planDrawing(item: PlanItem): ReactNode {
  const area = (ground: string, line: string, width: number) => (
    <>
      <rect x="1" y="1" width="24" height="10" fill={ground} />
      <path d={STRIPES} stroke={line} strokeWidth={width} />
      <rect x="1" y="1" width="24" height="10" fill="none" stroke={line} strokeWidth="1.4" />
    </>
  );
  switch (item) {
    case 'newLine': return <path d="M0 6h26" stroke="var(--acc)" strokeWidth={NEW_LINE.width} />;
    case 'refusedLine': return <path d="M0 6h26" stroke="var(--over-f)" strokeWidth={DRAFT_LINE.width} />;
    case 'formerLine': return <path d="M0 6h26" stroke="var(--ink3)" strokeWidth={FORMER_LINE.width} strokeDasharray={FORMER_LINE.dash.join(' ')} />;
    case 'moved': return <path d={STRIPES} stroke="var(--acc)" strokeWidth="1.3" />;
    case 'vertex': return <><rect x="4" y="2.5" width="7" height="7" fill="#fff" stroke="var(--acc)" strokeWidth="1.6" /><circle cx="19" cy="6" r="2.6" fill="#fff" stroke="var(--acc)" strokeWidth="1.4" /></>;
    case 'fixedVertex': return <rect x="9.5" y="2.5" width="7" height="7" fill="var(--map-ground)" stroke="var(--ink3)" strokeWidth="1.6" />;
    case 'paint': return <rect x="2" y="1.5" width="22" height="9" fill="var(--acc)" fillOpacity=".28" stroke="var(--acc)" strokeWidth="1.6" />;
    case 'unassigned': return area('var(--over-bg)', 'var(--over-f)', 2.2);
    case 'contested': return area('var(--under-bg)', 'var(--under-f)', 2.2);
    case 'beyondLine': return area('var(--over-bg)', 'var(--over-f)', 1.2);
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
