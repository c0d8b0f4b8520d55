/** The inspector's drawing: one defect and the outlines round it, clipped to a square, in metres from its middle. */
import { localScale } from '../core/geo/ellipsoid.ts';
import { STEPS_PER_DEGREE } from '../core/geo/coordinates.ts';
import type { Defect } from '../core/coverage/defect.ts';
import type { PolygonLayer } from '../core/coverage/layer.ts';
import type { RingFacts } from '../core/coverage/rings.ts';
import type { DefectDetailView } from './protocol.ts';

/** A drawing shows at least this much, metres. */
const LEAST_RADIUS = 8;
const MOST_RADIUS = 2000;
/** A strip is shown where it is widest, this many widths across. */
const WIDTHS_SHOWN = 4;

type Point = [number, number];

export function defectView(defect: Defect, units: PolygonLayer, facts: RingFacts, parent: PolygonLayer | null): DefectDetailView {
  const [lng, lat] = defect.location;
  const x0 = lng * STEPS_PER_DEGREE;
  const y0 = lat * STEPS_PER_DEGREE;
  const { east, north } = localScale(y0);
  const place = (x: number, y: number): Point => [(x - x0) * east, (y - y0) * north];
  const rings = ringsOf(defect).map((ring) => ring.map(([x, y]) => place(x! * STEPS_PER_DEGREE, y! * STEPS_PER_DEGREE)));
  const reach = Math.max(0, ...rings.flat().map(([x, y]) => Math.max(Math.abs(x), Math.abs(y)))) * 1.15;
  const width = defect.class === 'D1' ? reach : (defect.widthMetres ?? 0);
  const radiusMetres = Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, Math.min(reach, WIDTHS_SHOWN * width)));
  // Beyond the frame, which is wider than high: the cut itself must not show as a line.
  const clip = radiusMetres * 2.6;
  const out: DefectDetailView = { defectId: defect.id, radiusMetres, rings: [], defect: { rings: rings.map((ring) => clipRing(ring, clip)) } };
  const draw = (layer: PolygonLayer, ring: number, unit: number, side: DefectDetailView['rings'][number]['side']) => {
    const points: Point[] = [];
    for (let i = layer.ringStart[ring]!; i < layer.ringStart[ring + 1]!; i++) {
      points.push(place(layer.coordinates[2 * i]!, layer.coordinates[2 * i + 1]!));
    }
    const clipped = clipRing(points, clip);
    if (clipped.length > 2) out.rings.push({ unit, side, points: clipped });
  };
  const boxX = clip / east;
  const boxY = clip / north;
  for (let u = 0; u < units.unitCount; u++) {
    const box = facts.unitBox;
    if (box[4 * u]! > x0 + boxX || box[4 * u + 2]! < x0 - boxX || box[4 * u + 1]! > y0 + boxY || box[4 * u + 3]! < y0 - boxY) continue;
    const side = u === defect.units[0] ? 'a' : u === defect.units[1] ? 'b' : 'other';
    for (let r = units.polygonStart[units.unitStart[u]!]!; r < units.polygonStart[units.unitStart[u + 1]!]!; r++) draw(units, r, u, side);
  }
  if (parent) for (let r = 0; r + 1 < parent.ringStart.length; r++) draw(parent, r, -1, 'parent');
  return out;
}

function ringsOf({ geometry }: Defect): number[][][] {
  switch (geometry.type) {
    case 'Polygon': return geometry.coordinates;
    case 'MultiPolygon': return geometry.coordinates.flat();
    case 'MultiLineString': return geometry.coordinates;
    case 'LineString': return [geometry.coordinates];
    case 'MultiPoint': return geometry.coordinates.map((p) => [p]);
    case 'Point': return [[geometry.coordinates]];
  }
}

/** Sutherland and Hodgman 1974, against the square of half side `half`. */
function clipRing(ring: Point[], half: number): Point[] {
  let points = ring;
  for (const [axis, sign] of [[0, 1], [0, -1], [1, 1], [1, -1]] as const) {
    const inside = (p: Point) => sign * p[axis] <= half;
    const next: Point[] = [];
    points.forEach((p, i) => {
      const q = points[(i + points.length - 1) % points.length]!;
      if (inside(p) !== inside(q)) {
        const t = (sign * half - q[axis]) / (p[axis] - q[axis]);
        next.push([q[0] + t * (p[0] - q[0]), q[1] + t * (p[1] - q[1])]);
      }
      if (inside(p)) next.push(p);
    });
    points = next;
  }
  return points;
}
