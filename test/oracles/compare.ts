/**
 * The check's defects against another engine's ground. Pieces are paired by
 * place: each piece of a reported defect has a point inside, and the piece of
 * the other engine that holds this point must have the area of all reported
 * pieces in it together, and must be of the same sort.
 */
import type { CheckResult, Defect } from '../../src/core/coverage/defect.ts';
import { defectKind } from '../../src/core/coverage/defectKind.ts';
import type { DefectKind } from '../../src/core/coverage/defectKind.ts';
import { localScale } from '../../src/core/geo/ellipsoid.ts';
import { STEPS_PER_DEGREE } from '../../src/core/geo/coordinates.ts';
import { squareMetres } from './oracle.ts';
import type { Oracle, Point, Polygon, Task } from './oracle.ts';

const AREA_SHARE = 0.02;
const AREA_FLOOR = 0.05;

export type Sort = 'gap' | 'overlap' | 'beyond';

export interface Disagreement {
  what: 'missing' | 'invented' | 'area';
  sort: Sort;
  oursSquareMetres: number;
  theirsSquareMetres: number;
  at: Point;
  defects: string[];
}

/** Empty when the two agree. Crumbs below the floor or thinner than the grid are nobody's finding. */
export function disagreements(result: CheckResult, task: Task, oracle: Oracle): Disagreement[] {
  const theirs: { sort: Sort; polygon: Polygon }[] = [
    ...oracle.heldByNone(task).map((polygon) => ({ sort: 'gap' as const, polygon })),
    ...oracle.heldTwice(task).map((polygon) => ({ sort: 'overlap' as const, polygon })),
    ...oracle.beyond(task).map((polygon) => ({ sort: 'beyond' as const, polygon })),
  ];
  const ours = result.defects.flatMap((defect) => piecesOf(defect, task.origin));
  const spikes = result.defects.filter((defect) => defect.class === 'S2');
  const claimed = new Set<number>();
  const found: Disagreement[] = [];
  for (const { sort, polygon } of theirs) {
    const size = squareMetres(polygon, task.origin);
    const within: number[] = [];
    ours.forEach((piece, i) => {
      if (piece.kinds.includes(sort) && contains(polygon, piece.inside)) within.push(i);
    });
    for (const i of within) claimed.add(i);
    const mine = within.reduce((sum, i) => sum + ours[i]!.squareMetres, 0);
    if (Math.abs(mine - size) <= Math.max(AREA_SHARE * size, AREA_FLOOR)) continue;
    const at = polygon[0]![0]!;
    if (within.length === 0 && (thin(polygon, task.origin, result.tolerances.gridMetres) || spikes.some((spike) => nearSpike(spike, polygon, task.origin)))) continue;
    found.push({
      what: within.length === 0 ? 'missing' : 'area', sort, oursSquareMetres: mine, theirsSquareMetres: size, at,
      defects: within.map((i) => ours[i]!.defect.id),
    });
  }
  ours.forEach((piece, i) => {
    if (claimed.has(i) || piece.squareMetres < AREA_FLOOR || thin(piece.polygon, task.origin, result.tolerances.gridMetres)) return;
    found.push({
      what: 'invented', sort: piece.kinds[0]!, oursSquareMetres: piece.squareMetres, theirsSquareMetres: 0, at: piece.inside, defects: [piece.defect.id],
    });
  });
  return found;
}

interface Piece {
  defect: Defect;
  polygon: Polygon;
  inside: Point;
  squareMetres: number;
  kinds: Sort[];
}

const SORTS: Partial<Record<DefectKind, Sort[]>> = {
  gap: ['gap'], overlap: ['overlap'], beyond: ['beyond'], near: ['gap', 'overlap', 'beyond'], shift: ['gap', 'overlap', 'beyond'],
};

function piecesOf(defect: Defect, origin: Point): Piece[] {
  const kinds = SORTS[defectKind(defect)];
  const { geometry } = defect;
  if (!kinds || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => {
    const polygon = rings.map((ring) => ring.slice(0, -1).map(([lng, lat]): Point =>
      [lng! * STEPS_PER_DEGREE - origin[0], lat! * STEPS_PER_DEGREE - origin[1]]));
    return { defect, polygon, inside: pointInside(polygon), squareMetres: squareMetres(polygon, origin), kinds };
  });
}

/** The middle of the widest stretch inside, along the parallels between positions. */
function pointInside(polygon: Polygon): Point {
  const heights = [...new Set(polygon.flat().map(([, y]) => y))].sort((a, b) => a - b);
  let best: { width: number; point: Point } = { width: -1, point: polygon[0]![0]! };
  for (let i = 1; i < heights.length; i++) {
    const y = (heights[i - 1]! + heights[i]!) / 2;
    const crossings = polygon.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      // Short bands pinch thin pieces: what counts is room both ways.
      const width = Math.min(crossings[k + 1]! - crossings[k]!, 4 * (heights[i]! - heights[i - 1]!));
      if (width > best.width) best = { width, point: [(crossings[k]! + crossings[k + 1]!) / 2, y] };
    }
  }
  return best.point;
}

function contains(polygon: Polygon, [x, y]: Point): boolean {
  return polygon.flatMap((ring) => crossingsOf(ring, y)).filter((at) => at > x).length % 2 === 1;
}

function crossingsOf(ring: Point[], y: number): number[] {
  return ring.flatMap(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
  });
}

function thin(polygon: Polygon, origin: Point, metres: number): boolean {
  const { east, north } = localScale(origin[1]);
  const outline = polygon.reduce((sum, ring) => sum + ring.reduce((length, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return length + Math.hypot((u - x) * east, (v - y) * north);
  }, 0), 0);
  return (2 * squareMetres(polygon, origin)) / outline < metres;
}

/** The hair-thin ground between a spike's legs is listed as a line. */
function nearSpike({ geometry }: Defect, polygon: Polygon, origin: Point): boolean {
  if (geometry.type !== 'LineString') return false;
  const [a, b] = geometry.coordinates.map(([lng, lat]): Point => [lng! * STEPS_PER_DEGREE - origin[0], lat! * STEPS_PER_DEGREE - origin[1]]);
  return polygon[0]!.every(([x, y]) => {
    const length = Math.hypot(b![0] - a![0], b![1] - a![1]) || 1;
    return Math.abs((b![0] - a![0]) * (y - a![1]) - (b![1] - a![1]) * (x - a![0])) / length < 10;
  });
}
