/**
 * The check's defects against another engine's ground. Pieces are paired by
 * place: each piece of a reported defect has a point inside, and the piece of
 * the other engine that holds this point must have the area of all reported
 * pieces in it together, and must be of the same sort.
 */
import { NODING_METRES } from '../../src/core/coverage/defect.ts';
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

/**
 * Empty when the two agree. Crumbs below the floor or thinner than the grid are
 * nobody's finding. Pieces that meet at a corner are taken together: whether a
 * neck of a hair's width joins them is a matter of rounding.
 */
export function disagreements(result: CheckResult, task: Task, oracle: Oracle): Disagreement[] {
  const ours = result.defects.flatMap((defect) => piecesOf(defect, task.origin));
  const spikes = result.defects.filter((defect) => defect.class === 'S2');
  const grid = result.tolerances.gridMetres;
  const claimed = new Set<number>();
  const found: Disagreement[] = [];
  const theirs: [Sort, Polygon[]][] = [['gap', oracle.heldByNone(task)], ['overlap', oracle.heldTwice(task)], ['beyond', oracle.beyond(task)]];
  for (const [sort, polygons] of theirs) {
    const hairs = polygons.filter((polygon) => isHair(polygon, task.origin, grid));
    for (const ground of [...joinedAtCorners(polygons.filter((polygon) => !hairs.includes(polygon))), ...hairs.map((hair) => [hair])]) {
      const within = ours.map((_, i) => i).filter((i) =>
        ours[i]!.kinds.includes(sort) && ground.some((polygon) => contains(polygon, ours[i]!.inside)));
      for (const i of within) claimed.add(i);
      const mine = within.reduce((sum, i) => sum + ours[i]!.squareMetres, 0);
      const { size, outline } = measure(ground, task.origin);
      const allowed = Math.max(AREA_SHARE * size, AREA_FLOOR, (outline * NODING_METRES) / 2);
      if (Math.abs(mine - size) <= allowed || hairs.includes(ground[0]!)) continue;
      if (within.length === 0 && spikes.some((spike) => ground.every((polygon) => nearSpike(spike, polygon, task.origin)))) continue;
      found.push({
        what: within.length === 0 ? 'missing' : 'area', sort, oursSquareMetres: mine, theirsSquareMetres: size, at: ground[0]![0]![0]!,
        defects: within.map((i) => ours[i]!.defect.id),
      });
    }
  }
  ours.forEach((piece, i) => {
    if (claimed.has(i) || piece.squareMetres < AREA_FLOOR || isHair(piece.polygon, task.origin, grid)) return;
    found.push({
      what: 'invented', sort: piece.kinds[0]!, oursSquareMetres: piece.squareMetres, theirsSquareMetres: 0, at: piece.inside, defects: [piece.defect.id],
    });
  });
  return found;
}

function joinedAtCorners(polygons: Polygon[]): Polygon[][] {
  const leader = polygons.map((_, i) => i);
  const find = (i: number): number => (leader[i] === i ? i : (leader[i] = find(leader[i]!)));
  const seen = new Map<string, number>();
  polygons.forEach((polygon, i) => {
    for (const [x, y] of polygon.flat()) {
      // Within a step either way: a corner in two cells is entered in both.
      for (const key of [[0, 0], [0, 1], [1, 0], [1, 1]].map(([dx, dy]) => `${Math.floor(x + dx! / 2)},${Math.floor(y + dy! / 2)}`)) {
        const other = seen.get(key);
        if (other === undefined) seen.set(key, i);
        else leader[find(i)] = find(other);
      }
    }
  });
  const groups = new Map<number, Polygon[]>();
  polygons.forEach((polygon, i) => groups.set(find(i), [...(groups.get(find(i)) ?? []), polygon]));
  return [...groups.values()];
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

/** Thinner than the grid: the check takes such ground for a vertex that its neighbour lacks. */
function isHair(polygon: Polygon, origin: Point, gridMetres: number): boolean {
  const { size, outline } = measure([polygon], origin);
  return (2 * size) / outline < gridMetres;
}

function measure(polygons: Polygon[], origin: Point): { size: number; outline: number } {
  const { east, north } = localScale(origin[1]);
  const outline = polygons.flat().reduce((sum, ring) => sum + ring.reduce((length, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return length + Math.hypot((u - x) * east, (v - y) * north);
  }, 0), 0);
  return { size: polygons.reduce((sum, polygon) => sum + squareMetres(polygon, origin), 0), outline };
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
