/** The shape of one face: valid polygon rings, area on the ellipsoid, width, length, and who stands round it. */
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';
import { localScale, ringAreaSquareMetres } from '../geo/ellipsoid.ts';
import { NODING_STEPS } from './defect.ts';
import { cycle, origin, type FaceGraph } from './faces.ts';
import { largestInscribedCircle } from './inscribedCircle.ts';
import { PARENT, type Residue } from './residue.ts';

interface Inside {
  widthMetres: number;
  x: number;
  y: number;
}

export interface FaceShape {
  face: number;
  /** Rings of nodes, simple, the outline first; counter-clockwise outline, clockwise holes. */
  rings: number[][];
  areaSquareMetres: number;
  perimeterMetres: number;
  /** Measured when first asked for: most of the cost of a face, and not all faces are asked. */
  readonly widthMetres: number;
  /** A place inside, in steps. */
  readonly insideX: number;
  readonly insideY: number;
  /** Outline lengths, m, by unit whose ground lies on the face's side of the line (it claims the face). */
  claimants: Map<number, number>;
  /** … by unit whose ground lies across the line. */
  neighbours: Map<number, number>;
}

export function shapeOf(faces: FaceGraph, residue: Residue, face: number, thinMetres: number): FaceShape {
  const { graph } = faces;
  const claimants = new Map<number, number>();
  const neighbours = new Map<number, number>();
  const rings: number[][] = [];
  const firstNode = origin(graph, faces.outline[face]!);
  const { east, north } = fineScale(graph.nodeY[firstNode]!, residue);
  let perimeter = 0;
  for (const rim of [faces.outline[face]!, ...faces.holes[face]!]) {
    const walk = cycle(faces, rim);
    for (const h of walk) {
      const a = origin(graph, h);
      const b = origin(graph, h ^ 1);
      const length = Math.hypot((graph.nodeX[b]! - graph.nodeX[a]!) * east, (graph.nodeY[b]! - graph.nodeY[a]!) * north);
      perimeter += length;
      for (let k = graph.useStart[h >> 1]!; k < graph.useStart[(h >> 1) + 1]!; k++) {
        const side = (graph.useForward[k] === 1) === ((h & 1) === 0) ? claimants : neighbours;
        const owner = residue.owner[graph.useSegment[k]!]!;
        side.set(owner, (side.get(owner) ?? 0) + length);
      }
    }
    rings.push(...simpleRings(walk.map((h) => origin(graph, h))));
  }
  // A pinched outline falls into rings: the one that goes round counter-clockwise and widest leads.
  const areas = rings.map((ring) => ringArea(ring, faces, residue));
  const lead = areas.indexOf(Math.max(...areas));
  rings.unshift(...rings.splice(lead, 1));
  const area = Math.max(areas.reduce((sum, a) => sum + a, 0), 0);
  let measured: Inside | null = null;
  const inside = () => (measured ??= measureInside(rings, faces, residue, area, perimeter, thinMetres));
  return {
    face, rings, areaSquareMetres: area, perimeterMetres: perimeter, claimants, neighbours,
    get widthMetres() { return inside().widthMetres; },
    get insideX() { return inside().x; },
    get insideY() { return inside().y; },
  };
}

function measureInside(
  rings: number[][], faces: FaceGraph, residue: Residue, area: number, perimeter: number, thinMetres: number,
): Inside {
  const { nodeX, nodeY } = faces.graph;
  const x0 = nodeX[rings[0]![0]!]!;
  const y0 = nodeY[rings[0]![0]!]!;
  const thin = { widthMetres: perimeter > 0 ? (2 * area) / perimeter : 0, x: toSteps(x0, residue.originX), y: toSteps(y0, residue.originY) };
  // No circle in a polygon is wider than 4 A / P: below the threshold there is no need to look for it.
  if (perimeter === 0 || (4 * area) / perimeter <= thinMetres) return thin;
  const { east, north } = fineScale(y0, residue);
  const circle = largestInscribedCircle(rings.map((ring) => {
    const metres = new Float64Array(2 * ring.length);
    for (let i = 0; i < ring.length; i++) {
      metres[2 * i] = (nodeX[ring[i]!]! - x0) * east;
      metres[2 * i + 1] = (nodeY[ring[i]!]! - y0) * north;
    }
    return metres;
  }));
  if (circle.radius === 0) return thin;
  return { widthMetres: 2 * circle.radius, x: toSteps(x0 + circle.x / east, residue.originX), y: toSteps(y0 + circle.y / north, residue.originY) };
}

/** Metres in a fine step at a latitude in fine steps. */
function fineScale(y: number, residue: Residue): { east: number; north: number } {
  const { east, north } = localScale(toSteps(y, residue.originY));
  return { east: east / NODING_STEPS, north: north / NODING_STEPS };
}

/** Half the outline less the width: the length of a strip, and never less than the width. */
export function lengthAlong(shape: FaceShape): number {
  return Math.max(shape.perimeterMetres / 2 - shape.widthMetres, shape.widthMetres);
}

export function bordersOf(lengths: Map<number, number>): { unit: number; lengthMetres: number }[] {
  return [...lengths]
    .map(([unit, lengthMetres]) => ({ unit: unit === PARENT ? -1 : unit, lengthMetres }))
    .sort((p, q) => q.lengthMetres - p.lengthMetres || p.unit - q.unit);
}

/** Closed rings in degrees; each starts at its south-westernmost position, so that equal shapes read equal. */
export function polygonCoordinates(rings: number[][], faces: FaceGraph, residue: Residue): number[][][] {
  const { nodeX, nodeY } = faces.graph;
  return rings.map((ring) => {
    let lowest = 0;
    for (let i = 1; i < ring.length; i++) {
      const d = nodeX[ring[i]!]! - nodeX[ring[lowest]!]! || nodeY[ring[i]!]! - nodeY[ring[lowest]!]!;
      if (d < 0) lowest = i;
    }
    const out: number[][] = [];
    for (let i = 0; i <= ring.length; i++) {
      const n = ring[(lowest + i) % ring.length]!;
      out.push([degrees(toSteps(nodeX[n]!, residue.originX)), degrees(toSteps(nodeY[n]!, residue.originY))]);
    }
    return out;
  });
}

export function toSteps(fine: number, originSteps: number): number {
  return fine / NODING_STEPS + originSteps;
}

/** Nine decimals hold the fine grid (6e-9 degree) and nothing more. */
export function degrees(steps: number): number {
  return Math.round(steps * (1e9 / STEPS_PER_DEGREE)) / 1e9;
}

function ringArea(ring: number[], faces: FaceGraph, residue: Residue): number {
  const xy = new Float64Array(2 * ring.length);
  ring.forEach((n, i) => {
    xy[2 * i] = toSteps(faces.graph.nodeX[n]!, residue.originX);
    xy[2 * i + 1] = toSteps(faces.graph.nodeY[n]!, residue.originY);
  });
  return ringAreaSquareMetres(xy, 0, ring.length);
}

/** Cuts a walk at nodes that it visits twice: OGC rings touch themselves nowhere. */
function simpleRings(walk: number[]): number[][] {
  if (new Set(walk).size === walk.length) return [walk];
  const rings: number[][] = [];
  const path: number[] = [];
  const at = new Map<number, number>();
  for (const n of walk) {
    const from = at.get(n);
    if (from !== undefined) {
      const ring = path.splice(from);
      for (const m of ring) at.delete(m);
      if (ring.length > 2) rings.push(ring);
    }
    at.set(n, path.length);
    path.push(n);
  }
  if (path.length > 2) rings.push(path);
  return rings;
}
