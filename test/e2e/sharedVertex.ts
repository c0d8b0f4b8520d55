/** A boundary of the sample district that can be taken in hand: two communities of one subdistrict, a vertex that only they share, a place on the edge behind it. */
import { readFileSync } from 'node:fs';

type At = readonly [number, number];
interface Feature {
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: number[][][] };
}

export function sharedVertex(): { name: string; vertex: At; middle: At } {
  const { features } = JSON.parse(readFileSync('data/sample/communities.geojson', 'utf8')) as { features: Feature[] };
  const polygons = features.filter(({ geometry }) => geometry.type === 'Polygon');
  const holders = new Map<string, Feature[]>();
  for (const feature of polygons) {
    for (const key of new Set(feature.geometry.coordinates.flat().map((point) => point.join()))) holders.set(key, [...(holders.get(key) ?? []), feature]);
  }
  for (const one of polygons) {
    const ring = one.geometry.coordinates[0]!;
    for (let i = 1; i + 2 < ring.length; i++) {
      const others = [i - 1, i, i + 1].map((at) => holders.get(ring[at]!.join())!.filter((each) => each !== one));
      const other = others[1]![0];
      const [p, q] = [ring[i]!, ring[i + 1]!];
      const isLong = Math.hypot(q[0]! - p[0]!, q[1]! - p[1]!) > 0.0004;
      const isInner = other && Object.values(one.properties).some((value) => typeof value === 'string' && value.endsWith('街道') && Object.values(other.properties).includes(value));
      if (!isInner || !isLong || !others.every((list) => list.length === 1 && list[0] === other)) continue;
      const name = Object.values(one.properties).find((value) => typeof value === 'string' && /(?:社区|村)$/u.test(value)) as string;
      return { name, vertex: [p[0]!, p[1]!], middle: [(p[0]! * 2 + q[0]! * 3) / 5, (p[1]! * 2 + q[1]! * 3) / 5] };
    }
  }
  throw new Error('The sample has no such boundary.');
}
