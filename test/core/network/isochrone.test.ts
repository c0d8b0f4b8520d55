/** The drawn area against the counted one, and its shape: holes, several parts, rings the right way round. */
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { ReachEngine } from '../../../src/core/network/reachEngine.ts';
import { openNetwork, walledNetwork } from '../../../src/core/network/streetNetwork.ts';
import { finish } from '../../../src/core/progress.ts';
import { UNREACHED } from '../../../src/core/network/place.ts';
import { networkOf, stepsAt, WEST, SOUTH } from '../../builders/network.ts';

const METRE = 1000;

function grid(side: number, pitch: number, skip: (column: number, row: number) => boolean = () => false) {
  const metres: [number, number][] = [];
  const links: [number, number][] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      metres.push([column * pitch, row * pitch]);
      if (skip(column, row)) continue;
      if (column > 0 && !skip(column - 1, row)) links.push([row * side + column, row * side + column - 1]);
      if (row > 0 && !skip(column, row - 1)) links.push([row * side + column, (row - 1) * side + column]);
    }
  }
  return networkOf(metres, links);
}

function contains({ coordinates }: MultiPolygon, x: number, y: number): boolean {
  let inside = false;
  for (const ring of coordinates.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i] as [number, number], ring[j] as [number, number]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

const doubledArea = (ring: number[][]) => ring.reduce((sum, [x, y], i) => {
  const [nx, ny] = ring[(i + 1) % ring.length]!;
  return sum + (x! - WEST / 1e7) * (ny! - SOUTH / 1e7) - (nx! - WEST / 1e7) * (y! - SOUTH / 1e7);
}, 0);

describe('isochronePolygon', () => {
  it('holds the points that are counted in, but for a few at its edge', () => {
    const engine = new ReachEngine(openNetwork(grid(25, 80)));
    const random = seededRandom(3);
    const places = Int32Array.from(Array.from({ length: 3000 }, () => stepsAt(random() * 2000 - 40, random() * 2000 - 40)).flat());
    const points = finish(engine.snap(places));
    engine.reach({ points: engine.snapPoint(...stepsAt(960, 985)), point: 0 }, 700 * METRE);
    const polygon = engine.polygon()!;
    let [inside, wrong] = [0, 0];
    for (let k = 0; k < 3000; k++) {
      const counted = engine.search.toPoint(points.anchors, k) !== UNREACHED;
      if (counted) inside++;
      if (counted !== contains(polygon, places[2 * k]! / 1e7, places[2 * k + 1]! / 1e7)) wrong++;
    }
    expect(inside).toBeGreaterThan(500);
    expect(wrong / inside).toBeLessThan(0.04);
    expect(engine.membersOf(points.anchors)).toHaveLength(inside);
  });

  it('rings are closed and wound as GeoJSON asks; ground without streets is a hole', () => {
    const engine = new ReachEngine(openNetwork(grid(25, 80, (column, row) => column > 8 && column < 16 && row > 8 && row < 16)));
    engine.reach({ points: engine.snapPoint(...stepsAt(400, 960)), point: 0 }, 2500 * METRE);
    const polygon = engine.polygon()!;
    expect(polygon.coordinates).toHaveLength(1);
    expect(polygon.coordinates[0]!.length).toBeGreaterThan(1);
    for (const [k, ring] of polygon.coordinates[0]!.entries()) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(doubledArea(ring) > 0).toBe(k === 0);
    }
    expect(contains(polygon, ...place(960, 960))).toBe(false);
    expect(contains(polygon, ...place(960, 1500))).toBe(true);
  });

  it('smaller limits lie within greater ones; nothing reached, nothing drawn', () => {
    const engine = new ReachEngine(openNetwork(grid(25, 80)));
    const origin = { points: engine.snapPoint(...stepsAt(960, 985)), point: 0 };
    engine.reach(origin, 900 * METRE);
    const [small, large] = [engine.polygon(300 * METRE)!, engine.polygon(900 * METRE)!];
    for (const [lng, lat] of small.coordinates.flat(2)) expect(contains(large, lng!, lat!)).toBe(true);
    engine.reach({ points: engine.snapPoint(...stepsAt(9000, 0)), point: 0 }, 900 * METRE);
    expect(engine.polygon()).toBeNull();
  });

  it('a road far from the rest makes a part of its own', () => {
    // Two streets 600 m apart, joined by one long bend that lies further off.
    const graph = networkOf([[0, 0], [400, 0], [1200, 300], [400, 600], [0, 600]], [[0, 1], [1, 2], [2, 3], [3, 4]]);
    const engine = new ReachEngine(openNetwork(graph));
    finish(engine.prepareRaster({ offStreetMetres: 60, cellMetres: 20 }));
    engine.reach({ points: engine.snapPoint(...stepsAt(0, 0)), point: 0 }, 3000 * METRE);
    expect(engine.polygon()!.coordinates).toHaveLength(1);
    expect(contains(engine.polygon()!, ...place(200, 300))).toBe(false);
    const two = new ReachEngine(openNetwork(networkOf([[0, 0], [300, 0], [300, 500], [0, 500], [300, 250]], [[0, 1], [1, 4], [4, 2], [2, 3]])));
    finish(two.prepareRaster({ offStreetMetres: 60, cellMetres: 20 }));
    two.reach({ points: two.snapPoint(...stepsAt(0, 0)), point: 0 }, 1200 * METRE);
    expect(two.polygon()!.coordinates).toHaveLength(1);
  });

  it('stops at a wall', () => {
    const graph = networkOf([[0, 0], [600, 0]], [[0, 1]]);
    const ring = Int32Array.from([[100, 20], [300, 20], [300, 90], [100, 90]].flatMap(([x, y]) => stepsAt(x!, y!)));
    const drawn = (walled: boolean) => {
      const engine = new ReachEngine(walled ? walledNetwork(graph, [{ name: null, rings: [ring] }], []) : openNetwork(graph));
      engine.reach({ points: engine.snapPoint(...stepsAt(200, 0)), point: 0 }, 250 * METRE);
      return engine.polygon()!;
    };
    expect(contains(drawn(false), ...place(200, 60))).toBe(true);
    expect(contains(drawn(true), ...place(200, 60))).toBe(false);
    expect(contains(drawn(true), ...place(200, -60))).toBe(true);
  });
});

function place(x: number, y: number): [number, number] {
  return stepsAt(x, y).map((steps) => steps / 1e7) as [number, number];
}
