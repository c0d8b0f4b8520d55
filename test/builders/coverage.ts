/**
 * Coverages for tests, drawn rather than listed.
 *
 *   aCoverage('aab / aab / ccb')       letters are units, rows run north to south, `.` is ground of nobody
 *   aCoverage('a(ab)b')                brackets: a cell that several units hold, an overlap
 *   rectangles({ a: [0, 0, 10, 5] })   west, south, east, north; several boxes make several parts
 *   polygons({ a: [[[0, 0], …]] })     polygons → rings → positions, first ring the shell, not closed
 *
 * Positions are whole grid steps of 1e-7° from `origin`, times `scale` (a cell of a drawing is one `scale`).
 * A drawing puts a vertex at every corner of a cell, so neighbours always match.
 */
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { PolygonLayer } from '../../src/core/coverage/layer.ts';
import { STEPS_PER_DEGREE } from '../../src/core/geo/coordinates.ts';

export type Step = readonly [x: number, y: number];
export type StepRing = readonly Step[];
export type StepPolygon = readonly StepRing[];
/** Of one unit. */
export type StepPolygons = readonly StepPolygon[];

export interface BuildOptions {
  /** Degrees; default the middle of Xi'an's east. */
  origin?: Step;
  /** Grid steps per unit of the drawing. 10,000 steps: 111 m of latitude, 92 m of longitude. */
  scale?: number;
}

export interface BuiltCoverage {
  layer: PolygonLayer;
  /** Names by unit index. */
  names: string[];
  /** Absolute grid steps, as the layer holds them. */
  units: StepPolygons[];
  geojson: FeatureCollection<Polygon | MultiPolygon, { name: string }>;
  /** Unit index of a name; throws on a name that is not there. */
  index(name: string): number;
}

const DEFAULT_ORIGIN: Step = [109.06, 34.28];
const DEFAULT_SCALE = 10_000;

export function aCoverage(drawing: string, options: BuildOptions = {}): BuiltCoverage {
  const cells = readDrawing(drawing);
  const named = new Map([...cells.keys()].sort().map((name) => [name, polygonsOfCells(cells.get(name)!)]));
  return build(named, options);
}

/** Boxes `[west, south, east, north]`, or lists of them for units of several parts. */
export function rectangles(
  boxes: Record<string, readonly [number, number, number, number] | readonly (readonly [number, number, number, number])[]>,
  options: BuildOptions = {},
): BuiltCoverage {
  const named = Object.entries(boxes).map(([name, value]): [string, StepPolygons] => {
    const list = (typeof value[0] === 'number' ? [value] : value) as readonly (readonly [number, number, number, number])[];
    return [name, list.map(([w, s, e, n]) => [[[w, s], [e, s], [e, n], [w, n]]])];
  });
  return build(new Map(named), options);
}

export function polygons(units: Record<string, StepPolygons>, options: BuildOptions = {}): BuiltCoverage {
  return build(new Map(Object.entries(units)), options);
}

/** A layer from absolute grid steps, as the reader would make it. */
export function layerOf(units: readonly StepPolygons[]): PolygonLayer {
  const coordinates: number[] = [];
  const ringStart: number[] = [];
  const polygonStart: number[] = [];
  const unitStart: number[] = [];
  for (const unit of units) {
    unitStart.push(polygonStart.length);
    for (const polygon of unit) {
      polygonStart.push(ringStart.length);
      for (const ring of polygon) {
        ringStart.push(coordinates.length / 2);
        for (const [x, y] of ring) coordinates.push(x, y);
      }
    }
  }
  unitStart.push(polygonStart.length);
  polygonStart.push(ringStart.length);
  ringStart.push(coordinates.length / 2);
  return {
    unitCount: units.length,
    vertexCount: coordinates.length / 2,
    coordinates: Int32Array.from(coordinates),
    ringStart: Uint32Array.from(ringStart),
    polygonStart: Uint32Array.from(polygonStart),
    unitStart: Uint32Array.from(unitStart),
    unclosedRings: [],
  };
}

/** The inverse of `layerOf`. */
export function stepsOf(layer: PolygonLayer): Step[][][][] {
  const units: Step[][][][] = [];
  for (let u = 0; u < layer.unitCount; u++) {
    const unit: Step[][][] = [];
    for (let p = layer.unitStart[u]!; p < layer.unitStart[u + 1]!; p++) {
      const polygon: Step[][] = [];
      for (let r = layer.polygonStart[p]!; r < layer.polygonStart[p + 1]!; r++) {
        const ring: Step[] = [];
        for (let v = layer.ringStart[r]!; v < layer.ringStart[r + 1]!; v++) {
          ring.push([layer.coordinates[2 * v]!, layer.coordinates[2 * v + 1]!]);
        }
        polygon.push(ring);
      }
      unit.push(polygon);
    }
    units.push(unit);
  }
  return units;
}

/** GeoJSON positions rounded to the grid; closing positions dropped, rings without one noted. */
export function layerOfGeoJson(collection: FeatureCollection<Polygon | MultiPolygon>): PolygonLayer {
  const unclosedRings: number[] = [];
  let ringCount = 0;
  const onGrid = (positions: Position[]): Step[] => {
    const ring = positions.map(([lng, lat]): Step => [Math.round(lng! * STEPS_PER_DEGREE), Math.round(lat! * STEPS_PER_DEGREE)]);
    const [first, last] = [ring[0], ring.at(-1)];
    if (first?.[0] === last?.[0] && first?.[1] === last?.[1]) ring.pop();
    else unclosedRings.push(ringCount);
    ringCount++;
    return ring;
  };
  const units = collection.features.map(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) => polygon.map(onGrid)));
  return { ...layerOf(units), unclosedRings };
}

function build(named: ReadonlyMap<string, StepPolygons>, options: BuildOptions): BuiltCoverage {
  const scale = options.scale ?? DEFAULT_SCALE;
  const [lng, lat] = options.origin ?? DEFAULT_ORIGIN;
  const x0 = Math.round(lng * STEPS_PER_DEGREE);
  const y0 = Math.round(lat * STEPS_PER_DEGREE);
  const place = ([x, y]: Step): Step => [x0 + Math.round(x * scale), y0 + Math.round(y * scale)];
  const names = [...named.keys()];
  const units = [...named.values()].map((unit) => unit.map((polygon) => polygon.map((ring) => ring.map(place))));
  return {
    layer: layerOf(units),
    names,
    units,
    geojson: {
      type: 'FeatureCollection',
      features: units.map((unit, i) => ({ type: 'Feature', properties: { name: names[i]! }, geometry: geometryOf(unit) })),
    },
    index(name) {
      const at = names.indexOf(name);
      if (at < 0) throw new Error(`No unit called ${name}; there are ${names.join(', ')}.`);
      return at;
    },
  };
}

function geometryOf(unit: StepPolygons): Polygon | MultiPolygon {
  const closed = (ring: StepRing): Position[] =>
    [...ring, ring[0]!].map(([x, y]) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]);
  const all = unit.map((polygon) => polygon.map(closed));
  return all.length === 1 ? { type: 'Polygon', coordinates: all[0]! } : { type: 'MultiPolygon', coordinates: all };
}

/** Cells by letter. The last row lies on y = 0. */
function readDrawing(drawing: string): Map<string, Set<string>> {
  const rows = drawing.split('/').map((row) => row.trim().match(/\([^)]*\)|\S/g) ?? []);
  const cells = new Map<string, Set<string>>();
  rows.forEach((row, i) => {
    row.forEach((cell, x) => {
      for (const name of cell.replace(/[().]/g, '')) {
        if (!cells.has(name)) cells.set(name, new Set());
        cells.get(name)!.add(`${x},${rows.length - 1 - i}`);
      }
    });
  });
  return cells;
}

/** Outlines of a set of cells as valid polygons: shells anticlockwise, parts and holes touch at points only. */
function polygonsOfCells(cells: ReadonlySet<string>): Step[][][] {
  const rings = traceOutlines(cells).flatMap(splitAtRepeats).map(fromSouthWest);
  const shells = rings.filter((ring) => doubleArea(ring) > 0).map((shell) => [shell]);
  for (const hole of rings.filter((ring) => doubleArea(ring) < 0)) {
    const around = shells.filter(([shell]) => encloses(shell!, hole));
    around.sort(([a], [b]) => doubleArea(a!) - doubleArea(b!));
    around[0]!.push(hole);
  }
  return shells;
}

/** Directed outline of the cells, interior on the left; at a crossing the walk keeps left. */
function traceOutlines(cells: ReadonlySet<string>): Step[][] {
  const from = new Map<string, Step[]>();
  const add = (x0: number, y0: number, x1: number, y1: number): void => {
    const key = `${x0},${y0}`;
    from.set(key, [...(from.get(key) ?? []), [x1, y1]]);
  };
  for (const key of cells) {
    const [x, y] = key.split(',').map(Number) as [number, number];
    if (!cells.has(`${x},${y - 1}`)) add(x, y, x + 1, y);
    if (!cells.has(`${x + 1},${y}`)) add(x + 1, y, x + 1, y + 1);
    if (!cells.has(`${x},${y + 1}`)) add(x + 1, y + 1, x, y + 1);
    if (!cells.has(`${x - 1},${y}`)) add(x, y + 1, x, y);
  }
  const rings: Step[][] = [];
  for (const start of from.keys()) {
    while (from.get(start)!.length > 0) {
      const ring: Step[] = [];
      let at = start.split(',').map(Number) as [number, number];
      let heading: Step = [0, 0];
      do {
        ring.push(at);
        const exits = from.get(`${at[0]},${at[1]}`)!;
        const turn = (to: Step): number => heading[0] * (to[1] - at[1]) - heading[1] * (to[0] - at[0]);
        exits.sort((a, b) => turn(b) - turn(a));
        const next = exits.shift()!;
        heading = [next[0] - at[0], next[1] - at[1]];
        at = [next[0], next[1]];
      } while (`${at[0]},${at[1]}` !== start);
      rings.push(ring);
    }
  }
  return rings;
}

function splitAtRepeats(ring: Step[]): Step[][] {
  const simple: Step[][] = [];
  const path: Step[] = [];
  for (const step of ring) {
    const seen = path.findIndex(([x, y]) => x === step[0] && y === step[1]);
    if (seen >= 0) simple.push(path.splice(seen));
    path.push(step);
  }
  simple.push(path);
  return simple;
}

function fromSouthWest(ring: Step[]): Step[] {
  const first = ring.reduce((best, [x, y], i) => (y < ring[best]![1] || (y === ring[best]![1] && x < ring[best]![0]) ? i : best), 0);
  return [...ring.slice(first), ...ring.slice(0, first)];
}

function doubleArea(ring: StepRing): number {
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return sum + x * v - u * y;
  }, 0);
}

/** Whether the cell just inside the hole's first edge lies within the shell. */
function encloses(shell: StepRing, hole: StepRing): boolean {
  const [[x0, y0], [x1, y1]] = [hole[0]!, hole[1]!];
  // The hole's ground lies to the right of its clockwise walk.
  const px = (x0 + x1) / 2 + (y1 - y0) * 0.25;
  const py = (y0 + y1) / 2 - (x1 - x0) * 0.25;
  let inside = false;
  shell.forEach(([ax, ay], i) => {
    const [bx, by] = shell[(i + 1) % shell.length]!;
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}
