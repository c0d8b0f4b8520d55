/**
 * A whole made-up city as a perfectly clean coverage: neighbours share identical vertices,
 * the district's outline is the communities' outline, nothing is covered twice.
 * Time and memory grow with the number of vertices.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { sharedLine, type BoundaryStyle } from './boundary.ts';
import { chooseCells, cornersOf, type Honeycomb } from './cells.ts';
import { communityCode, DISTRICT_CODE, DISTRICT_NAME, makeNames } from './names.ts';
import { groupCells, outlineOf } from './outline.ts';
import { gaussian, seededRandom, type Random } from './random.ts';
import { doubleArea } from './ring.ts';
import { closedRing, planeAt, stepOf, type Plane, type Step } from './steps.ts';

export interface CityOptions {
  communities: number;
  /** Mean number of vertices in a community's ring. */
  verticesPerCommunity?: number;
  seed: number;
}

/** Types rather than interfaces: they must pass where any record of attributes is asked for. */
export type CommunityProperties = {
  code: string;
  name: string;
  subdistrict: string;
  district: string;
  kind: 'urban' | 'rural';
  households: number;
  people: number;
};

export type DivisionProperties = { code: string; name: string };

export interface City {
  communities: FeatureCollection<Polygon, CommunityProperties>;
  /** One district polygon. */
  parent: FeatureCollection<Polygon, DivisionProperties>;
  subdistricts: FeatureCollection<Polygon | MultiPolygon, DivisionProperties>;
}

const CENTRE = stepOf(108.95, 34.3);
/** Mean area of a community, square metres. */
const MEAN_AREA = 720_000;
/** Codes leave room for 99 streets, 100 towns and 200 townships. */
const MOST_SUBDISTRICTS = 380;
const USUAL_SUBDISTRICT_SIZE = 14;

export function generateCity({ communities, verticesPerCommunity = 150, seed }: CityOptions): City {
  const comb = chooseCells(communities, seed);
  const plane = planeAt(CENTRE);
  const style: BoundaryStyle = {
    seed,
    sideMetres: Math.sqrt((2 * MEAN_AREA) / (3 * Math.sqrt(3))),
    pieces: Math.max(1, Math.round(verticesPerCommunity / 6)),
  };
  const groupOf = groupCells(comb, Math.max(USUAL_SUBDISTRICT_SIZE, Math.ceil(communities / MOST_SUBDISTRICTS) * 1.2));
  const groups = new Map<number, number[]>();
  for (const cell of comb.cells) {
    const group = groupOf.get(cell);
    if (group === undefined) throw new Error(`Cell ${cell} is cut off from the rest of the city.`);
    groups.set(group, [...(groups.get(group) ?? []), cell]);
  }
  const random = seededRandom(seed);
  const divisions = nameSubdistricts(random, groups.size);
  const names = makeNames(random, communities);
  const next = { index: 0 };
  const features: City['communities']['features'] = [];
  const outlines: City['subdistricts']['features'] = [];
  [...groups.keys()].sort((a, b) => a - b).forEach((group, i) => {
    const division = divisions[i]!;
    const counters = { urban: 0, rural: 0 };
    for (const cell of groups.get(group)!) {
      const ring = ringThrough(comb, plane, style, cornersOf(comb, cell));
      const kind = division.kind === 'rural' && counters.urban > 0 ? 'rural' : 'urban';
      counters[kind]++;
      const name = `${names[next.index++]!}${kind === 'urban' ? '社区' : '村'}`;
      features.push({
        type: 'Feature',
        properties: { code: communityCode(division.code, kind, counters[kind]), name, subdistrict: division.name, district: DISTRICT_NAME, kind, ...sizeOf(random, kind) },
        geometry: { type: 'Polygon', coordinates: [closedRing(ring)] },
      });
    }
    outlines.push({ type: 'Feature', properties: { code: division.code, name: division.name }, geometry: shapeOf(comb, plane, style, groups.get(group)!) });
  });
  return {
    communities: { type: 'FeatureCollection', features },
    parent: { type: 'FeatureCollection', features: [parentOf(comb, plane, style)] },
    subdistricts: { type: 'FeatureCollection', features: outlines },
  };
}

function ringThrough(comb: Honeycomb, plane: Plane, style: BoundaryStyle, nodes: readonly number[]): Step[] {
  const ring: Step[] = [];
  nodes.forEach((node, i) => {
    for (const step of sharedLine(comb, plane, style, node, nodes[(i + 1) % nodes.length]!)) ring.push(step);
  });
  return ring;
}

function parentOf(comb: Honeycomb, plane: Plane, style: BoundaryStyle): Feature<Polygon, DivisionProperties> {
  const geometry = shapeOf(comb, plane, style, comb.cells);
  if (geometry.type !== 'Polygon') throw new Error('The city is in several parts.');
  return { type: 'Feature', properties: { code: DISTRICT_CODE, name: DISTRICT_NAME }, geometry };
}

/** Shells with their holes; groups grow from one seed, so there is rarely more than one shell. */
function shapeOf(comb: Honeycomb, plane: Plane, style: BoundaryStyle, cells: readonly number[]): Polygon | MultiPolygon {
  const rings = outlineOf(comb, cells).map((nodes) => ringThrough(comb, plane, style, nodes));
  const shells = rings.filter((ring) => doubleArea(ring) > 0);
  const holes = rings.filter((ring) => doubleArea(ring) <= 0);
  const polygons: Position[][][] = shells.map((shell) => [closedRing(shell)]);
  if (polygons.length === 1) return { type: 'Polygon', coordinates: [...polygons[0]!, ...holes.map(closedRing)] };
  if (holes.length > 0) throw new Error('A group of cells is in several parts and has holes.');
  return { type: 'MultiPolygon', coordinates: polygons };
}

/** Streets in the first three fifths, then towns, then townships where the town numbers run out. */
function nameSubdistricts(random: Random, count: number): { code: string; name: string; kind: 'urban' | 'rural' }[] {
  const streets = Math.min(99, Math.ceil(count * 0.6));
  return makeNames(random, count).map((name, i) => {
    if (i < streets) return { code: DISTRICT_CODE + String(i + 1).padStart(3, '0'), name: `${name}街道`, kind: 'urban' };
    const number = 100 + i - streets;
    return { code: DISTRICT_CODE + String(number), name: `${name}${number < 200 ? '镇' : '乡'}`, kind: 'rural' };
  });
}

/** Sizes are lognormal: most in 1,000–5,000 households, a few far above and below. */
function sizeOf(random: Random, kind: 'urban' | 'rural'): { households: number; people: number } {
  const households = Math.max(60, Math.round((kind === 'urban' ? 2600 : 900) * Math.exp(0.5 * gaussian(random))));
  return { households, people: Math.round(households * (2.6 + 0.15 * gaussian(random))) };
}
