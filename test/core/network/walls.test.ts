/** Walls, gates and residents, against a graph from which the walled edges were taken out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { placeOfVertex } from '../../../src/core/network/contract.ts';
import type { DoorState } from '../../../src/core/network/doors.ts';
import { lengthMillimetres } from '../../../src/core/network/edgeLength.ts';
import { UNREACHED } from '../../../src/core/network/place.ts';
import { ReachEngine } from '../../../src/core/network/reachEngine.ts';
import type { StreetGraph } from '../../../src/core/network/streetGraph.ts';
import { openNetwork, walledNetwork } from '../../../src/core/network/streetNetwork.ts';
import type { Gate } from '../../../src/core/network/walls.ts';
import { finish } from '../../../src/core/progress.ts';
import { naiveDistances, networkOf, stepsAt } from '../../builders/network.ts';
import { boxCompound, crossings, GATE_STATES as STATES, walledTown as town, type Box, type WalledTown as Town } from '../../builders/walledTown.ts';

/** Edges that are not walked by those who live in `resident` (−1: by anyone). */
function blockedFor({ graph, metres, boxes, gates }: Town, resident: number): (edge: number) => boolean {
  const at = (vertex: number) => metres[graph.nodeIds[vertex]! - 1]!;
  return (edge) => boxes.some((box, compound) => crossings(at(graph.edgeFrom[edge]!), at(graph.edgeTo[edge]!), box).some(([x, y]) => {
    const [sx, sy] = stepsAt(x, y);
    const near = gates.filter((gate) => Math.abs(insideBy(gate, box)) < 1).map((gate) => ({ gate, mm: lengthMillimetres(sx, sy, gate.x, gate.y) })).filter(({ mm }) => mm <= 15_000).sort((p, q) => p.mm - q.mm)[0];
    return near === undefined || near.gate.access === 'closed' || (near.gate.access === 'residents' && compound !== resident);
  }));
}

/** Metres by which a gate lies off the wall of a box. */
function insideBy(gate: Gate, [west, south, east, north]: Box): number {
  const x = (gate.x - stepsAt(0, 0)[0]) * 0.009197;
  const y = (gate.y - stepsAt(0, 0)[1]) * 0.0111195;
  const dx = Math.max(west - x, 0, x - east);
  const dy = Math.max(south - y, 0, y - north);
  return Math.max(dx, dy, Math.min(x - west, east - x, y - south, north - y));
}

const isIn = ([x, y]: readonly [number, number], [west, south, east, north]: Box) => x > west && x < east && y > south && y < north;

describe('walls', () => {
  it('anyone: as on the graph without the walled edges; residents inside: with their own gates besides', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 50_000, max: 1_200_000 }), (seed, limit) => {
      const made = town(seed);
      const engine = new ReachEngine(walledNetwork(made.graph, made.boxes.map((box) => boxCompound(box)), made.gates));
      const start = seed % made.graph.vertexCount;
      const origin = made.metres[made.graph.nodeIds[start]! - 1]!;
      engine.reach({ vertex: start }, limit);
      const anyone = naiveDistances(made.graph, [[start, 0]], blockedFor(made, -1));
      const residents = made.boxes.map((_, compound) => naiveDistances(made.graph, [[start, 0]], blockedFor(made, compound)));
      for (let v = 0; v < made.graph.vertexCount; v++) {
        const home = made.boxes.findIndex((box) => isIn(made.metres[made.graph.nodeIds[v]! - 1]!, box));
        const expected = (home < 0 ? anyone : residents[home]!)[v]!;
        expect(engine.search.atVertex(v)).toBe(expected <= limit ? expected : UNREACHED);
      }
      // One who lives inside, wherever he goes.
      const own = made.boxes.findIndex((box) => isIn(origin, box));
      if (own < 0) return;
      const place = placeOfVertex(engine.network.net, start);
      engine.search.runFromPlace(place.chain, place.offset, 0, limit, own);
      for (let v = 0; v < made.graph.vertexCount; v++) expect(engine.search.atVertex(v)).toBe(residents[own]![v]! <= limit ? residents[own]![v] : UNREACHED);
    }), { seed: 21, numRuns: 60 });
  });

  it('a gate opened or shut is the same as a network built with it so', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const made = town(seed);
      if (made.gates.length === 0) return;
      const compounds = made.boxes.map((box) => boxCompound(box));
      const changed = seed % made.gates.length;
      const engine = new ReachEngine(walledNetwork(made.graph, compounds, made.gates));
      const vertex = (seed * 7) % made.graph.vertexCount;
      for (const access of STATES) {
        engine.setGate(changed, access);
        const fresh = new ReachEngine(walledNetwork(made.graph, compounds, made.gates.map((gate, k) => (k === changed ? { ...gate, access } : gate))));
        engine.reach({ vertex }, 900_000);
        fresh.reach({ vertex }, 900_000);
        expect([...engine.search.distance]).toEqual([...fresh.search.distance]);
      }
    }), { seed: 22, numRuns: 30 });
  });
});

/** One street past a compound without streets of its own: a gate to the north, far from it, one to the south. */
const street = networkOf([[0, 0], [500, 0], [500, 300], [0, 300]], [[0, 1], [1, 2], [2, 3]]);
const yard = boxCompound([50, 40, 250, 260]);
const home = Int32Array.from(stepsAt(100, 60));
const gate = (x: number, y: number, access: DoorState): Gate => ({ x: stepsAt(x, y)[0], y: stepsAt(x, y)[1], access, compound: null });

describe('a compound without mapped streets', () => {
  const toStreet = (gates: Gate[], vertex = 0) => {
    const engine = new ReachEngine(walledNetwork(street, [yard], gates));
    const points = engine.snapPoint(home[0]!, home[1]!);
    engine.reach({ vertex: [...street.nodeIds].indexOf(vertex + 1) }, 2_000_000);
    return engine.search.toPoint(points.anchors, 0);
  };

  it('its homes leave by its gates, whichever is nearer, and not through the wall', () => {
    const bySouth = toStreet([gate(200, 40, 'residents')]);
    // 200 m along the street, 40 m to the gate, then the straight way to the home.
    expect(bySouth / 1000).toBeCloseTo(200 + 40 + Math.hypot(100, 20), -0.5);
    const byBoth = toStreet([gate(200, 40, 'residents'), gate(60, 40, 'open')]);
    expect(byBoth / 1000).toBeCloseTo(60 + 40 + Math.hypot(40, 20), -0.5);
    expect(toStreet([gate(200, 40, 'closed')])).toBe(UNREACHED);
    expect(toStreet([])).toBe(UNREACHED);
  });

  it('without walls the same home hangs on the street beside it', () => {
    const engine = new ReachEngine(openNetwork(street));
    const points = engine.snapPoint(home[0]!, home[1]!);
    expect(points.compound[0]).toBe(-1);
    engine.reach({ vertex: [...street.nodeIds].indexOf(1) }, 2_000_000);
    expect(engine.search.toPoint(points.anchors, 0) / 1000).toBeCloseTo(160, -0.5);
  });

  it('a long way to the gate says nothing of the datum where others stand at the street', () => {
    const engine = new ReachEngine(walledNetwork(street, [yard], [gate(200, 40, 'open')]));
    const [inside, outside] = [engine.snapPoint(home[0]!, home[1]!), stepsAt(480, 10)];
    expect(inside.report).toMatchObject({ unsnapped: 0, datumSuspected: true });
    const both = finish(engine.snap([home[0]!, home[1]!, home[0]!, home[1]!, ...outside])).report;
    expect(both).toMatchObject({ points: 3, unsnapped: 0, datumSuspected: false });
    expect(both.medianMetres).toBeCloseTo(10, 0);
  });

  it('strangers do not enter by a gate for residents: a facility inside serves its residents alone', () => {
    const engine = new ReachEngine(walledNetwork(street, [yard], [gate(200, 40, 'residents')]));
    const inside = engine.snapPoint(home[0]!, home[1]!);
    const outside = engine.snapPoint(...stepsAt(480, 10));
    engine.reach({ points: inside, point: 0 }, 2_000_000);
    expect(engine.search.toPoint(outside.anchors, 0)).toBe(UNREACHED);
    engine.reach({ points: inside, point: 0, asResident: true }, 2_000_000);
    expect(engine.search.toPoint(outside.anchors, 0)).toBeLessThan(500_000);
    engine.setGate(0, 'open');
    engine.reach({ points: inside, point: 0 }, 2_000_000);
    expect(engine.search.toPoint(outside.anchors, 0)).toBeLessThan(500_000);
  });

  it('a path mapped to one gate does not take the other gates away', () => {
    // Paths in from two sides that end before they meet; another gate has none. Outside a street runs round.
    const around: [number, number][] = [[0, 0], [300, 0], [300, 300], [0, 300], [150, 0], [150, 100], [300, 150], [200, 150]];
    const ring: [number, number][] = [[0, 4], [4, 1], [1, 6], [6, 2], [2, 3], [3, 0]];
    const court = boxCompound([50, 40, 250, 260]);
    const [south, east, west] = [gate(150, 40, 'residents'), gate(250, 150, 'open'), gate(50, 150, 'residents')];
    const walks = (links: [number, number][]) => {
      const used = new Set(links.flat());
      const kept = around.flatMap((_, k) => (used.has(k) ? [k] : []));
      const graph = networkOf(kept.map((k) => around[k]!), links.map(([a, b]) => [kept.indexOf(a), kept.indexOf(b)]));
      const engine = new ReachEngine(walledNetwork(graph, [court], [south, east, west]));
      const [inside, outside] = [engine.snapPoint(...stepsAt(150, 110)), engine.snapPoint(...stepsAt(310, 160))];
      engine.reach({ points: inside, point: 0 }, 2_000_000);
      return engine.search.toPoint(outside.anchors, 0) / 1000;
    };
    const [none, one, both] = [walks(ring), walks([...ring, [4, 5]]), walks([...ring, [4, 5], [6, 7]])];
    // By the open gate: straight to it, 50 m to the street, 14 m along it and off it.
    expect(none).toBeCloseTo(Math.hypot(100, 40) + 50 + 20, -0.5);
    // A stranger leaves by no gate for residents: the path to it helps him nothing, and costs him nothing.
    expect([one, both].map(Math.round)).toEqual([Math.round(none), Math.round(none)]);
  });

  it('tells compounds without a gate, gates astray, gates without a street', () => {
    const report = (gates: Gate[], compounds = [yard]) => walledNetwork(street, compounds, gates).walls!.report;
    expect(report([])).toEqual({ withoutGate: [0], gatesAstray: [], gatesWithoutStreet: [], gateCompound: [], cuts: 0 });
    expect(report([gate(400, 150, 'open')])).toMatchObject({ withoutGate: [0], gatesAstray: [0], gateCompound: [-1] });
    const far = boxCompound([2000, 2000, 2100, 2100]);
    expect(report([gate(2000, 2050, 'open')], [far])).toMatchObject({ withoutGate: [], gatesWithoutStreet: [0] });
  });

  it('a street along the wall, or a hair within it, is not cut', () => {
    const line = networkOf([[0, 0], [300, 0]], [[0, 1]]);
    expect(walledNetwork(line, [boxCompound([100, -0.5, 200, 100])], []).walls!.report.cuts).toBe(0);
    expect(walledNetwork(line, [boxCompound([100, -5, 200, 100])], []).walls!.report.cuts).toBe(2);
  });
});

describe('snapping', () => {
  it('agrees with looking at every edge', () => {
    const made = town(4);
    const engine = new ReachEngine(openNetwork(made.graph));
    const random = seededRandom(9);
    const points = Int32Array.from(Array.from({ length: 400 }, () => stepsAt(random() * 1400 - 300, random() * 1400 - 300)).flat());
    const snapped = finish(engine.snap(points));
    for (let k = 0; k < 400; k++) {
      const best = nearestByLooking(made.graph, points[2 * k]!, points[2 * k + 1]!);
      expect(snapped.edge[k]! >= 0).toBe(best <= 200);
      if (best <= 200) expect(snapped.anchors.extra[snapped.anchors.start[k]!]! / 1000).toBeCloseTo(best, 2);
    }
    expect(snapped.report.unsnapped).toBe([...snapped.edge].filter((edge) => edge < 0).length);
  });

  it('islands take nobody; a median far off says that the datum is wrong', () => {
    const graph = networkOf([[0, 0], [100, 0], [200, 0], [0, 150], [10, 150]], [[0, 1], [1, 2], [3, 4]]);
    const engine = new ReachEngine(openNetwork(graph));
    expect(engine.snapPoint(...stepsAt(5, 150)).anchors.extra[0]! / 1000).toBeCloseTo(150, 0);
    expect(engine.snapPoint(...stepsAt(5, 150)).report).toMatchObject({ points: 1, unsnapped: 0, datumSuspected: true });
    expect(engine.snapPoint(...stepsAt(5, 20)).report.datumSuspected).toBe(false);
    expect(engine.snapPoint(...stepsAt(5, 900)).report).toEqual({ points: 1, unsnapped: 1, medianMetres: null, datumSuspected: false });
  });
});

function nearestByLooking(graph: StreetGraph, x: number, y: number): number {
  let best = Infinity;
  for (let e = 0; e < graph.edgeCount; e++) {
    if (graph.component[graph.edgeFrom[e]!] !== 0) continue;
    const metres = (vertex: number) => [(graph.coordinates[2 * vertex]! - x) * 0.01111949 * Math.cos((y * 1e-7 * Math.PI) / 180), (graph.coordinates[2 * vertex + 1]! - y) * 0.01111949] as const;
    const [[ax, ay], [bx, by]] = [metres(graph.edgeFrom[e]!), metres(graph.edgeTo[e]!)];
    const share = Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    best = Math.min(best, Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)));
  }
  return best;
}
