/**
 * A clean coverage as the planter walks it: who lies on the other side of an edge,
 * which runs of edges two units share, what lies near a place.
 */
import Flatbush from 'flatbush';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { contains, segmentsMeet } from '../ring.ts';
import { openSteps, sameStep, type Step } from '../steps.ts';
import { EdgeOwners } from './edgeOwners.ts';

export type Shapes = FeatureCollection<Polygon | MultiPolygon, Record<string, unknown>>;
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface GroundUnit {
  index: number;
  /** polygons → rings → vertices, open. */
  polygons: Step[][][];
  /** The only ring of a unit that has one polygon and no hole, else null: such units are not altered. */
  ring: Step[] | null;
  box: Box;
}

/** Beyond an edge lies nobody, or ground that is declared to be no unit's. */
export const NOBODY = -1;
export const DECLARED = -2;

/** Consecutive vertices that a unit shares with one other unit, or with `NOBODY` or `DECLARED`, in the unit's direction. */
export interface Chain {
  unit: number;
  other: number;
  points: Step[];
}

export class Ground {
  readonly units: GroundUnit[];
  private readonly owners: EdgeOwners;
  private readonly boxes: Flatbush;

  constructor(shapes: Shapes, declared: Shapes = { type: 'FeatureCollection', features: [] }) {
    this.units = shapes.features.map((feature, index) => {
      const { geometry } = feature;
      const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((p) => p.map(openSteps));
      const plain = polygons.length === 1 && polygons[0]!.length === 1;
      return { index, polygons, ring: plain ? polygons[0]![0]! : null, box: boxOf(polygons.flatMap((p) => p[0]!)) };
    });
    this.boxes = new Flatbush(Math.max(1, this.units.length));
    for (const { box } of this.units) this.boxes.add(...box);
    this.boxes.finish();
    const others = declared.features.map(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).map(openSteps));
    const rings = [...this.units.flatMap((unit) => unit.polygons.flat()), ...others.flat()];
    this.owners = new EdgeOwners(rings.reduce((sum, ring) => sum + ring.length, 0));
    for (const unit of this.units) this.own(unit.polygons.flat(), unit.index);
    for (const other of others) this.own(other, DECLARED);
  }

  /** The unit on the right of a → b, or `NOBODY`, or `DECLARED`. */
  beyond(a: Step, b: Step): number {
    return this.owners.get(b, a) ?? NOBODY;
  }

  neighbours(unit: number): Set<number> {
    const out = new Set<number>();
    for (const ring of this.units[unit]!.polygons.flat()) {
      ring.forEach((step, i) => {
        const other = this.beyond(step, ring[(i + 1) % ring.length]!);
        if (other >= 0) out.add(other);
      });
    }
    return out;
  }

  chains(unit: number): Chain[] {
    const ring = this.units[unit]!.ring;
    if (ring === null) return [];
    const n = ring.length;
    const others = ring.map((step, i) => this.beyond(step, ring[(i + 1) % n]!));
    const start = others.findIndex((other, i) => other !== others[(i + n - 1) % n]);
    if (start < 0) return [];
    const chains: Chain[] = [];
    for (let k = 0; k < n; k++) {
      const i = (start + k) % n;
      const last = chains.at(-1);
      if (last !== undefined && last.other === others[i]) last.points.push(ring[(i + 1) % n]!);
      else chains.push({ unit, other: others[i]!, points: [ring[i]!, ring[(i + 1) % n]!] });
    }
    return chains;
  }

  /** Do the segments of `run` stay clear of every edge, but for edges that end where the run ends? */
  isClear(run: readonly Step[]): boolean {
    const from = run[0]!;
    const to = run[run.length - 1]!;
    const box = boxOf(run);
    const ends = (a: Step): boolean => sameStep(a, from) || sameStep(a, to);
    for (const unit of this.unitsNear(box)) {
      for (const ring of unit.polygons.flat()) {
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
          const a = ring[j]!;
          const b = ring[i]!;
          if (ends(a) || ends(b)) continue;
          for (let k = 0; k + 1 < run.length; k++) {
            if (segmentsMeet(run[k]!, run[k + 1]!, a, b)) return false;
          }
        }
      }
    }
    return true;
  }

  /** The first unit whose ground holds the place, or -1. */
  unitAt(place: Step): number {
    const box: Box = [place[0], place[1], place[0], place[1]];
    const found = this.unitsNear(box).find((unit) => unit.polygons.some(([shell, ...holes]) => contains(shell!, place) && !holes.some((hole) => contains(hole, place))));
    return found?.index ?? -1;
  }

  private unitsNear(box: Box): GroundUnit[] {
    return this.boxes.search(...box).sort((a, b) => a - b).map((index) => this.units[index]!);
  }

  private own(rings: readonly Step[][], owner: number): void {
    for (const ring of rings) {
      ring.forEach((step, i) => { this.owners.set(step, ring[(i + 1) % ring.length]!, owner); });
    }
  }
}

export function boxOf(points: readonly Step[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
