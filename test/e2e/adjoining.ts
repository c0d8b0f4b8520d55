/** What the sample's files say of its communities: names, bounds, figures, and a boundary that can be taken in hand. */
import { readFileSync } from 'node:fs';

export type At = readonly [number, number];

interface Feature {
  properties: Record<string, string | number>;
  geometry: { type: string; coordinates: number[][][] };
}

export interface Adjoining {
  a: string;
  b: string;
  /** A vertex that only the two share, and those before and behind it. */
  vertex: At;
  before: At;
  behind: At;
  /** On the edge behind the vertex, away from its middle. */
  middle: At;
}

/** Two communities of one subdistrict and a stretch of the boundary between them. */
export function adjoining(): Adjoining {
  const features = sample('communities').filter((feature) => nameOf(feature) !== '' && feature.geometry.type === 'Polygon');
  const holders = new Map<string, Set<Feature>>();
  for (const feature of features) {
    for (const point of feature.geometry.coordinates.flat()) holders.set(point.join(), (holders.get(point.join()) ?? new Set()).add(feature));
  }
  for (const one of features) {
    const ring = one.geometry.coordinates[0]!;
    for (let i = 1; i + 2 < ring.length; i++) {
      const others = [i - 1, i, i + 1].map((k) => [...holders.get(ring[k]!.join())!].filter((each) => each !== one));
      const other = others[1]![0];
      const [o, p, q] = [place(ring[i - 1]!), place(ring[i]!), place(ring[i + 1]!)];
      const isLong = Math.hypot(q[0] - p[0], q[1] - p[1]) > 0.0004;
      if (!other || !isLong || other.properties['街道'] !== one.properties['街道'] || !others.every((list) => list.length === 1 && list[0] === other)) continue;
      return { a: nameOf(one), b: nameOf(other), vertex: p, before: o, behind: q, middle: between(p, q, 0.6) };
    }
  }
  throw new Error('The sample has no such pair.');
}

export function between(p: At, q: At, share: number): At {
  return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
}

export function boundsOf(name: string): [number, number, number, number] {
  const points = community(name).geometry.coordinates.flat();
  const xs = points.map(([x]) => x!);
  const ys = points.map(([, y]) => y!);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function householdsOf(name: string): number {
  return Number(community(name).properties['常住户数']);
}

/** Compounds of a community, each with a place inside it. */
export function compoundsOf(name: string): { name: string; households: number; at: At }[] {
  const code = community(name).properties['社区代码'];
  return sample('compounds').flatMap(({ properties, geometry }) => {
    if (properties['community'] !== code || geometry.type !== 'Polygon') return [];
    const [p, , r] = geometry.coordinates[0]!;
    return [{ name: String(properties['name']), households: Number(properties['households']), at: between(place(p!), place(r!), 0.5) }];
  });
}

export function villages(): string[] {
  return sample('communities').filter(({ properties }) => properties['类型'] === 'rural').map(nameOf);
}

/** Two villages of one township that border on each other. */
export function villagePair(): [string, string] {
  const rural = sample('communities').filter(({ properties }) => properties['类型'] === 'rural');
  for (const one of rural) {
    const own = new Set(one.geometry.coordinates.flat().map((point) => point.join()));
    const other = rural.find((each) => each !== one && each.properties['街道'] === one.properties['街道'] && each.geometry.coordinates.flat().filter((point) => own.has(point.join())).length > 4);
    if (other) return [nameOf(one), nameOf(other)];
  }
  throw new Error('The sample has no such villages.');
}

function community(name: string): Feature {
  const found = sample('communities').find((feature) => nameOf(feature) === name);
  if (!found) throw new Error(`The sample has no ${name}.`);
  return found;
}

function sample(name: string): Feature[] {
  return (JSON.parse(readFileSync(`data/sample/${name}.geojson`, 'utf8')) as { features: Feature[] }).features;
}

function nameOf({ properties }: Feature): string {
  return String(properties['社区名称'] ?? '');
}

function place(point: number[]): At {
  return [point[0]!, point[1]!];
}
