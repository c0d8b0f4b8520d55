/** Rectangles of the drawing board as polygons and points on the ground. */
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { doubleArea } from '../ring.ts';
import { closedRing, degreesOf, type Step } from '../steps.ts';
import { courseOf, outlineArcs, type ArcMap } from './arcs.ts';
import type { Block } from './blocks.ts';
import type { LineClass, Rect } from './plan.ts';
import { bend, groundStep, stepAt } from './warp.ts';

export type Properties = Record<string, unknown>;
export type Layer<G extends Geometry = Geometry> = FeatureCollection<G, Properties>;

/** From the middle of a street to the wall behind its pavement, metres. Field tracks wander, so plots keep well clear of them. */
const HALF_WIDTH: Record<LineClass, number> = { primary: 25, secondary: 18, tertiary: 13, residential: 9, track: 36, parcel: 3, river: 68, rail: 22 };

/** What lies behind pavements and banks. */
export function innerRect(map: ArcMap, block: Block): Rect {
  const inset = { u0: 0, v0: 0, u1: 0, v1: 0 };
  for (const arc of map.around(block)) {
    const half = HALF_WIDTH[map.classOf(arc)];
    const side = arc.from[0] === arc.to[0] ? (arc.from[0] === block.u0 ? 'u0' : 'u1') : arc.from[1] === block.v0 ? 'v0' : 'v1';
    inset[side] = Math.max(inset[side], half);
  }
  return { u0: block.u0 + inset.u0, v0: block.v0 + inset.v0, u1: block.u1 - inset.u1, v1: block.v1 - inset.v1 };
}

export function shrunk(rect: Rect, by: number): Rect {
  return { u0: rect.u0 + by, v0: rect.v0 + by, u1: rect.u1 - by, v1: rect.v1 - by };
}

/** The rectangle's ring, with a vertex at least every `piece` metres so that it bends with the town. */
export function rectRing(rect: Rect, piece = 130): Step[] {
  const corners: [number, number][] = [[rect.u0, rect.v0], [rect.u1, rect.v0], [rect.u1, rect.v1], [rect.u0, rect.v1]];
  return corners.flatMap(([u, v], i) => {
    const [nu, nv] = corners[(i + 1) % 4]!;
    const pieces = Math.max(1, Math.round(Math.hypot(nu - u, nv - v) / piece));
    return Array.from({ length: pieces }, (_, k) => stepAt(u + ((nu - u) * k) / pieces, v + ((nv - v) * k) / pieces));
  });
}

/** A house keeps its right angles where the streets around it do not; it stands along its street. */
export function uprightRing(rect: Rect): Step[] {
  const [u, v] = [(rect.u0 + rect.u1) / 2, (rect.v0 + rect.v1) / 2];
  const [x, y] = bend(u, v);
  const [ax, ay] = bend(u - 5, v);
  const [bx, by] = bend(u + 5, v);
  const along = Math.hypot(bx - ax, by - ay);
  const [cos, sin] = [(bx - ax) / along, (by - ay) / along];
  const [long, deep] = [(rect.u1 - rect.u0) / 2, (rect.v1 - rect.v0) / 2];
  const corners = [[-long, -deep], [long, -deep], [long, deep], [-long, deep]] as const;
  return corners.map(([p, q]) => groundStep([x + p * cos - q * sin, y + p * sin + q * cos]));
}

/** The union of blocks; rings run through the same vertices as the blocks' neighbours. */
export function unionOf(map: ArcMap, blocks: readonly Block[]): Polygon | MultiPolygon {
  const rings = outlineArcs(map, blocks).map((arcs) => arcs.flatMap(courseOf));
  const shells = rings.filter((ring) => doubleArea(ring) > 0).map(closedRing);
  const holes = rings.filter((ring) => doubleArea(ring) < 0).map(closedRing);
  if (shells.length === 1) return { type: 'Polygon', coordinates: [shells[0]!, ...holes] };
  if (holes.length > 0) throw new Error('Ground in several parts with holes is not foreseen.');
  return { type: 'MultiPolygon', coordinates: shells.map((shell) => [shell]) };
}

export function polygon(properties: Properties, ring: readonly Step[]): Feature<Polygon, Properties> {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [closedRing(ring)] } };
}

export function lineString(properties: Properties, steps: readonly Step[]): Feature<LineString, Properties> {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: steps.map(degreesOf) } };
}

export function point(properties: Properties, step: Step): Feature<Point, Properties> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: degreesOf(step) } };
}

/** Seven decimals matter where lines must meet; six (0.1 m) are plenty for what only has to be seen. */
export function coarse<G extends Polygon | Point>(feature: Feature<G, Properties>): Feature<G, Properties> {
  const round = ([lng, lat]: Position): Position => [Math.round(lng! * 1e6) / 1e6, Math.round(lat! * 1e6) / 1e6];
  const geometry = feature.geometry.type === 'Point'
    ? { ...feature.geometry, coordinates: round(feature.geometry.coordinates) }
    : { ...feature.geometry, coordinates: feature.geometry.coordinates.map((ring) => ring.map(round)) };
  return { ...feature, geometry };
}

export function layer<G extends Geometry>(features: Feature<G, Properties>[]): Layer<G> {
  return { type: 'FeatureCollection', features };
}
