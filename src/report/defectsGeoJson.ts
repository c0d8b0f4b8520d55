/**
 * The defects as a GeoJSON file for other programs (RFC 7946): longitude first,
 * outlines counter-clockwise, holes clockwise, no `crs` member but a note.
 * Properties carry ids for programs and words for people.
 */
import type { Acceptance } from '../core/coverage/accept.ts';
import type { CheckResult, DefectGeometry } from '../core/coverage/defect.ts';
import type { Translate } from '../i18n/index.ts';
import { defectRows, rounded } from './defectRow.ts';
import type { DefectRow } from './defectRow.ts';

export function defectsGeoJson(
  result: CheckResult, labels: readonly string[], acceptances: readonly Acceptance[], t: Translate,
): string {
  const features = defectRows(result, labels, acceptances, t).map((row) => JSON.stringify(featureOf(row)));
  const head = JSON.stringify({ type: 'FeatureCollection', name: 'defects', note: t('report.crsNote') }).slice(0, -1);
  // One feature a line: the file can be read and compared line by line.
  return `${head},"features":[\n${features.join(',\n')}\n]}\n`;
}

function featureOf({ defect, state, severity, acceptance, ...names }: DefectRow): object {
  return {
    type: 'Feature',
    id: defect.id,
    properties: {
      id: defect.id,
      class: defect.class,
      className: names.className,
      detail: defect.detail ?? null,
      severity,
      state,
      stateName: names.stateName,
      units: names.units,
      areaSquareMetres: rounded(defect.areaSquareMetres, 4),
      widthMetres: rounded(defect.widthMetres, 4),
      lengthMetres: rounded(defect.lengthMetres, 3),
      sliver: defect.sliver,
      ...(defect.shift ? { shiftEastMetres: rounded(defect.shift.eastMetres, 3), shiftNorthMetres: rounded(defect.shift.northMetres, 3) } : {}),
      reason: acceptance?.reason ?? null,
      reasonName: names.reasonName || null,
      groundKind: acceptance?.groundKind ?? null,
      note: acceptance?.note ?? null,
      role: acceptance?.role ?? null,
      date: acceptance?.date ?? null,
    },
    geometry: wound(defect.geometry),
  };
}

/** RFC 7946, section 3.1.6. */
export function wound(geometry: DefectGeometry): DefectGeometry {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(woundRing) };
  if (geometry.type === 'MultiPolygon') {
    return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(woundRing)) };
  }
  return geometry;
}

function woundRing(ring: number[][], place: number): number[][] {
  const counterClockwise = doubleArea(ring) > 0;
  return counterClockwise === (place === 0) ? ring : [...ring].reverse();
}

/** About the first position: differences of degrees keep their digits there. */
function doubleArea(ring: number[][]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax! - x0!) * (by! - y0!) - (bx! - x0!) * (ay! - y0!);
  }
  return sum;
}
