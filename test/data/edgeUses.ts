/** Plain measures that the data tests hold the generator to, written without any of its code. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

type Shape = Feature<Polygon | MultiPolygon>;

export function ringsOf(shape: Shape): Position[][] {
  return shape.geometry.type === 'Polygon' ? shape.geometry.coordinates : shape.geometry.coordinates.flat();
}

/** How often each directed edge is used, by its text. */
export function edgeUses(shapes: readonly Shape[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const ring of shapes.flatMap(ringsOf)) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const key = `${String(ring[i])} ${String(ring[i + 1])}`;
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  }
  return uses;
}

/** Edges without a partner in the other direction; throws where an edge is used twice the same way. */
export function unpairedEdges(shapes: readonly Shape[]): Set<string> {
  const uses = edgeUses(shapes);
  const left = new Set<string>();
  for (const [key, count] of uses) {
    if (count > 1) throw new Error(`Edge ${key} is used ${count} times in one direction.`);
    if (!uses.has(key.split(' ').reverse().join(' '))) left.add(key);
  }
  return left;
}

/** Signed area on GRS80, positive counter-clockwise: Lambert's equal-area cylinder of the ellipsoid (Snyder 1987, 3-12). */
export function ellipsoidArea(ring: readonly Position[]): number {
  const semiMajor = 6378137;
  const e2 = 0.006694380022903416;
  const e = Math.sqrt(e2);
  const project = ([lng, lat]: Position): [number, number] => {
    const s = Math.sin((lat! * Math.PI) / 180);
    const q = (1 - e2) * (s / (1 - e2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
    return [(lng! * Math.PI) / 180, q / 2];
  };
  const [ox, oy] = project(ring[0]!);
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = project(ring[i]!);
    const [bx, by] = project(ring[(i + 1) % ring.length]!);
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return (sum / 2) * semiMajor * semiMajor;
}

export function shapeArea(shape: Shape): number {
  return ringsOf(shape).reduce((sum, ring) => sum + ellipsoidArea(ring), 0);
}
