/** The defect drawn close up, to scale: both sides tinted, vertices marked, width and a scale bar. */
import type { DefectRow } from '../../state/defectRows.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';
import { InsetScale } from './InsetScale.tsx';
import { insetFrame, pathOf, type InsetFrame } from './insetFrame.ts';
import { useDefectDetail } from './useDefectDetail.ts';
import { DEFECT_GROUP } from '../../map/mapView.ts';
import type { DefectDetailView } from '../../worker/protocol.ts';

const WIDTH = 294;
const HEIGHT = 174;

export function InsetDrawing({ row }: { row: DefectRow }) {
  const t = useTranslate();
  const name = useUnitName('full');
  const detail = useDefectDetail(row.defect.id);
  const frame = detail && insetFrame(detail.radiusMetres, WIDTH, HEIGHT);
  return (
    <svg className="inset" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('inset.label', { class: t(`class.${row.defect.class}`), number: row.number })}>
      <Hatches />
      {detail && frame && (
        <>
          <Units detail={detail} frame={frame} row={row} />
          <DefectShape detail={detail} frame={frame} row={row} />
          <Vertices detail={detail} frame={frame} row={row} />
          <g fontSize="11" paintOrder="stroke" stroke="#fff" strokeWidth="3" strokeLinejoin="round">
            {row.unitA !== null && row.unitA >= 0 && <text x="8" y={HEIGHT - 8} fill="var(--acc-text)" fontWeight="700">{name(row.unitA)}</text>}
            {row.unitB !== null && row.unitB >= 0 && <text x={WIDTH - 8} y="15" textAnchor="end" fill="var(--party-b-text)" fontWeight="700">{name(row.unitB)}</text>}
          </g>
          <InsetScale frame={frame} />
        </>
      )}
    </svg>
  );
}

interface PartProps {
  detail: DefectDetailView;
  frame: InsetFrame;
  row: DefectRow;
}

function Units({ detail, frame, row }: PartProps) {
  const units = [...new Set(detail.rings.map((ring) => ring.unit))];
  const path = (unit: number) => detail.rings.filter((ring) => ring.unit === unit).map((ring) => pathOf(frame, ring.points, true)).join('');
  return units.map((unit) => {
    if (unit < 0) {
      return <path key={unit} d={path(unit)} fill="none" stroke="var(--map-legal)" strokeWidth="2.4" strokeDasharray="14 4 2.4 4" />;
    }
    const tint = unit === row.unitA ? 'rgba(28, 104, 186, 0.12)' : unit === row.unitB ? 'rgba(138, 109, 31, 0.13)' : 'none';
    return (
      <g key={unit}>
        <path d={path(unit)} fill={tint} fillRule="evenodd" stroke="#fff" strokeWidth="3" />
        <path d={path(unit)} fill="none" stroke="var(--map-community)" strokeWidth="1.1" />
      </g>
    );
  });
}

function DefectShape({ detail, frame, row }: PartProps) {
  const group = DEFECT_GROUP[row.defect.class];
  const hue = group === 'overlap' || group === 'shift' ? 'var(--under-f)' : group === 'gap' || group === 'beyond' ? 'var(--over-f)' : 'var(--ink2)';
  const { type } = row.defect.geometry;
  if (type === 'Point' || type === 'MultiPoint') {
    return detail.defect.rings.flat().map((point, index) => {
      const [x, y] = frame.place(point);
      return <circle key={index} cx={x} cy={y} r="6" fill="none" stroke={hue} strokeWidth="2" />;
    });
  }
  const closed = type === 'Polygon' || type === 'MultiPolygon';
  const d = detail.defect.rings.map((ring) => pathOf(frame, ring, closed)).join('');
  const pattern = group === 'overlap' ? 'url(#inset-under)' : group === 'shift' || group === 'part' || group === 'line' ? 'none' : 'url(#inset-over)';
  return <path d={d} fill={closed ? pattern : 'none'} fillRule="evenodd" stroke={hue} strokeWidth={closed ? 1.2 : 2.4} />;
}

/** Beyond so many, squares would hide the line. */
const MOST_VERTICES = 60;

function Vertices({ detail, frame, row }: PartProps) {
  return ([['a', row.unitA, 'var(--acc)'], ['b', row.unitB, '#7a5e14']] as const).map(([side, unit, stroke]) => {
    const points = detail.rings.filter((ring) => ring.unit >= 0 && ring.unit === unit)
      .flatMap((ring) => ring.points.map(frame.place))
      .filter(([x, y]) => x > 4 && x < WIDTH - 4 && y > 4 && y < HEIGHT - 4);
    if (points.length > MOST_VERTICES) return null;
    return points.map(([x, y], index) => <rect key={`${side}${index}`} x={x - 3} y={y - 3} width="6" height="6" fill="#fff" stroke={stroke} strokeWidth="1.4" />);
  });
}

function Hatches() {
  const hatch = (id: string, ground: string, line: string) => (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill={ground} />
      <path d="M0 0V6" stroke={line} strokeWidth="2.2" />
    </pattern>
  );
  return <defs>{hatch('inset-over', 'var(--over-bg)', 'var(--over-f)')}{hatch('inset-under', 'var(--under-bg)', 'var(--under-f)')}</defs>;
}
