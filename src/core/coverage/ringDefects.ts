/** Defects that one unit has by itself: S1 to S5, P1, and rings that it holds twice (N3). */
import { localScale } from '../geo/ellipsoid.ts';
import type { Defect, DefectClass, DefectDetail, DefectGeometry } from './defect.ts';
import { degrees } from './faceShape.ts';
import { insidePoints } from './labelPoint.ts';
import { largestInscribedCircle } from './inscribedCircle.ts';
import type { PolygonLayer } from './layer.ts';
import { pointInRing, pointInUnit } from './pointInUnit.ts';
import type { RingFacts } from './rings.ts';
import type { SelfContact } from './selfContact.ts';
import type { Spike } from './spikes.ts';

const SEVERITY: Partial<Record<DefectClass, Defect['severity']>> = { S1: 'error', S2: 'error', S3: 'error' };

export function pointDefect(
  kind: DefectClass, units: number[], geometry: DefectGeometry, at: [number, number], detail?: DefectDetail,
): Defect {
  return {
    id: '', class: kind, severity: SEVERITY[kind] ?? 'warning', units, areaSquareMetres: null, widthMetres: null, lengthMetres: null,
    geometry, location: [degrees(at[0]), degrees(at[1])], sliver: false, borders: [], ...(detail && { detail }),
  };
}

/** S1 and S4. One finding a unit and kind, with every place. */
export function contactDefects(contacts: readonly SelfContact[], touchingParts: ReadonlySet<number>): Defect[] {
  const places = new Map<string, SelfContact[]>();
  for (const contact of contacts) {
    const key = `${contact.unit}:${contact.kind === 'cross' ? 'S1' : 'S4'}`;
    const list = places.get(key);
    if (list) list.push(contact);
    else places.set(key, [contact]);
  }
  const out: Defect[] = [];
  for (const [key, list] of places) {
    const kind = key.endsWith('S1') ? 'S1' : 'S4';
    const { unit } = list[0]!;
    const positions = unique(list.map((c): [number, number] => [degrees(c.x), degrees(c.y)]));
    const geometry: DefectGeometry = positions.length === 1
      ? { type: 'Point', coordinates: [...positions[0]!] }
      : { type: 'MultiPoint', coordinates: positions.map((p) => [...p]) };
    const detail = kind === 'S4' && touchingParts.has(unit) ? 'partsTouch' : undefined;
    out.push(pointDefect(kind, [unit], geometry, [list[0]!.x, list[0]!.y], detail));
  }
  return out;
}

function unique(positions: [number, number][]): [number, number][] {
  const seen = new Set<string>();
  return positions
    .filter((p) => !seen.has(p.join()) && seen.add(p.join()))
    .sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}

export function spikeDefects(spikes: readonly Spike[]): Defect[] {
  return spikes.map((spike) => ({
    ...pointDefect('S2', [spike.unit], {
      type: 'LineString',
      coordinates: [spike.base, spike.tip].map(([x, y]) => [degrees(x), degrees(y)]),
    }, spike.tip, spike.exact ? 'exact' : undefined),
    widthMetres: spike.widthMetres,
    lengthMetres: spike.lengthMetres,
  }));
}

export function ringLineDefect(kind: 'S3' | 'S5' | 'N3', layer: PolygonLayer, facts: RingFacts, ring: number): Defect {
  const positions = ringPositions(layer, facts, ring);
  const at: [number, number] = [layer.coordinates[2 * layer.ringStart[ring]!] ?? 0, layer.coordinates[2 * layer.ringStart[ring]! + 1] ?? 0];
  const geometry: DefectGeometry = kind === 'S5' || positions.length < 2
    ? { type: 'Point', coordinates: [degrees(at[0]), degrees(at[1])] }
    : { type: 'LineString', coordinates: positions };
  return pointDefect(kind, [facts.unitOf[ring]!], geometry, at);
}

/** Closed, from the south-westernmost position, outlines counter-clockwise: the same however the file starts and winds it. */
function ringPositions(layer: PolygonLayer, facts: RingFacts, ring: number): number[][] {
  const points: number[][] = [];
  for (let i = layer.ringStart[ring]!; i < layer.ringStart[ring + 1]!; i++) {
    points.push([degrees(layer.coordinates[2 * i]!), degrees(layer.coordinates[2 * i + 1]!)]);
  }
  if (points.length < 2) return points;
  if (facts.sign[ring] === -1) points.reverse();
  let lowest = 0;
  points.forEach((p, i) => {
    if ((p[0]! - points[lowest]![0]! || p[1]! - points[lowest]![1]!) < 0) lowest = i;
  });
  const out = [...points.slice(lowest), ...points.slice(0, lowest)];
  out.push(out[0]!);
  return out;
}

/** Rings that one unit holds twice, whole: the later one is left out. */
export function repeatedRings(layer: PolygonLayer, facts: RingFacts): number[] {
  const repeated: number[] = [];
  for (let u = 0; u < layer.unitCount; u++) {
    const first = layer.polygonStart[layer.unitStart[u]!]!;
    const end = layer.polygonStart[layer.unitStart[u + 1]!]!;
    if (end - first < 2) continue;
    const seen = new Map<string, number>();
    for (let r = first; r < end; r++) {
      if (facts.sign[r] === 0) continue;
      const size = layer.ringStart[r + 1]! - layer.ringStart[r]!;
      const key = `${size}:${facts.isShell[r]!}:${Math.round(facts.area[r]! * 1e3)}`;
      const other = seen.get(key);
      if (other !== undefined && signature(layer, other) === signature(layer, r)) repeated.push(r);
      else seen.set(key, r);
    }
  }
  return repeated;
}

function signature(layer: PolygonLayer, ring: number): string {
  const points: string[] = [];
  for (let i = layer.ringStart[ring]!; i < layer.ringStart[ring + 1]!; i++) {
    points.push(`${layer.coordinates[2 * i]!},${layer.coordinates[2 * i + 1]!}`);
  }
  return points.sort().join(';');
}

/** Units with a hole that does not lie in its shell. */
export function holesOutside(layer: PolygonLayer, facts: RingFacts): { unit: number; ring: number }[] {
  const { coordinates: xy, ringStart, polygonStart } = layer;
  const out: { unit: number; ring: number }[] = [];
  for (let p = 0; p + 1 < polygonStart.length; p++) {
    const shell = polygonStart[p]!;
    if (facts.sign[shell] === 0) continue;
    for (let r = shell + 1; r < polygonStart[p + 1]!; r++) {
      if (facts.sign[r] === 0) continue;
      // The middle of an edge: a hole may share vertices with its shell.
      const first = ringStart[r]!;
      let outside = 0;
      const tries = Math.min(3, ringStart[r + 1]! - first - 1);
      for (let k = 0; k < tries; k++) {
        const x = (xy[2 * (first + k)]! + xy[2 * (first + k + 1)]!) / 2;
        const y = (xy[2 * (first + k) + 1]! + xy[2 * (first + k + 1) + 1]!) / 2;
        if (!pointInRing(xy, ringStart[shell]!, ringStart[shell + 1]!, x, y)) outside++;
      }
      if (tries > 0 && outside === tries) out.push({ unit: facts.unitOf[r]!, ring: r });
    }
  }
  return out;
}

function comparePlaces(layer: PolygonLayer, a: number, b: number): number {
  const p = southWest(layer, a);
  const q = southWest(layer, b);
  return p[0] - q[0] || p[1] - q[1];
}

/** The south-westernmost vertex of a polygon's shell. */
function southWest(layer: PolygonLayer, polygon: number): [number, number] {
  const shell = layer.polygonStart[polygon]!;
  let best: [number, number] = [Infinity, Infinity];
  for (let i = layer.ringStart[shell]!; i < layer.ringStart[shell + 1]!; i++) {
    const at: [number, number] = [layer.coordinates[2 * i]!, layer.coordinates[2 * i + 1]!];
    if ((at[0] - best[0] || at[1] - best[1]) < 0) best = at;
  }
  return best;
}

/**
 * P1: parts beside the largest. Real exclaves are information; told apart from
 * them: fragments narrower than a sliver, and parts that lie wholly on another
 * unit's ground.
 */
export function exclaves(
  layer: PolygonLayer, facts: RingFacts, touchingParts: ReadonlySet<number>, sliverMetres: number,
): Defect[] {
  const out: Defect[] = [];
  for (let u = 0; u < layer.unitCount; u++) {
    const first = layer.unitStart[u]!;
    const end = layer.unitStart[u + 1]!;
    if (end - first < 2 || touchingParts.has(u)) continue;
    const parts: { polygon: number; area: number }[] = [];
    for (let p = first; p < end; p++) {
      const shell = layer.polygonStart[p]!;
      if (facts.sign[shell] !== 0) parts.push({ polygon: p, area: facts.area[shell]! });
    }
    // Parts of one size: the main one is told by its place, not by its turn in the file.
    parts.sort((p, q) => (Math.abs(q.area - p.area) > 1e-6 * p.area ? q.area - p.area : comparePlaces(layer, p.polygon, q.polygon)));
    const minor = parts.slice(1).map(({ polygon }) => ({ polygon, ...partShape(layer, facts, polygon) }));
    const fragments = minor.filter((part) => part.widthMetres <= sliverMetres);
    const wide = minor.filter((part) => part.widthMetres > sliverMetres);
    const overlapped = wide.filter((part) => liesOnOthers(layer, facts, u, part));
    const real = wide.filter((part) => !overlapped.includes(part));
    if (real.length > 0) out.push(partsDefect(layer, facts, u, real));
    if (overlapped.length > 0) out.push(partsDefect(layer, facts, u, overlapped, 'overlapped'));
    if (fragments.length > 0) out.push(partsDefect(layer, facts, u, fragments, 'fragment'));
  }
  return out;
}

function liesOnOthers(layer: PolygonLayer, facts: RingFacts, unit: number, part: PartShape): boolean {
  return insidePoints(layer, part.polygon).every(([x, y]) => {
    for (let other = 0; other < layer.unitCount; other++) if (other !== unit && pointInUnit(layer, facts, other, x, y)) return true;
    return false;
  });
}

interface PartShape {
  polygon: number;
  areaSquareMetres: number;
  widthMetres: number;
  x: number;
  y: number;
}

function partShape(layer: PolygonLayer, facts: RingFacts, polygon: number): Omit<PartShape, 'polygon'> {
  const { coordinates: xy, ringStart, polygonStart } = layer;
  const shell = polygonStart[polygon]!;
  const x0 = xy[2 * ringStart[shell]!]!;
  const y0 = xy[2 * ringStart[shell]! + 1]!;
  const { east, north } = localScale(y0);
  const rings: Float64Array[] = [];
  let area = 0;
  for (let r = shell; r < polygonStart[polygon + 1]!; r++) {
    if (facts.sign[r] === 0) continue;
    area += r === shell ? facts.area[r]! : -facts.area[r]!;
    const ring = new Float64Array(2 * (ringStart[r + 1]! - ringStart[r]!));
    for (let i = ringStart[r]!, k = 0; i < ringStart[r + 1]!; i++) {
      ring[k++] = (xy[2 * i]! - x0) * east;
      ring[k++] = (xy[2 * i + 1]! - y0) * north;
    }
    rings.push(ring);
  }
  const circle = largestInscribedCircle(rings);
  return { areaSquareMetres: area, widthMetres: 2 * circle.radius, x: x0 + circle.x / east, y: y0 + circle.y / north };
}

function partsDefect(layer: PolygonLayer, facts: RingFacts, unit: number, parts: PartShape[], detail?: 'fragment' | 'overlapped'): Defect {
  const coordinates = parts.map(({ polygon }) => {
    const rings: number[][][] = [];
    for (let r = layer.polygonStart[polygon]!; r < layer.polygonStart[polygon + 1]!; r++) rings.push(ringPositions(layer, facts, r));
    return rings;
  });
  return {
    ...pointDefect('P1', [unit], { type: 'MultiPolygon', coordinates }, [parts[0]!.x, parts[0]!.y], detail),
    severity: detail ? 'warning' : 'information',
    areaSquareMetres: parts.reduce((sum, part) => sum + part.areaSquareMetres, 0),
    widthMetres: Math.max(...parts.map((part) => part.widthMetres)),
  };
}
