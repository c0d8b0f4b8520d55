/** Gates set, opened, shut and removed one after the other: what changes by what was touched is the same as all built anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { catchmentFrom } from '../../../src/core/network/catchment.ts';
import { gateChange } from '../../../src/core/network/gateChange.ts';
import { nearestForAnyone, nearestWithResidents, type NearestField } from '../../../src/core/network/nearest.ts';
import { nearestAfter } from '../../../src/core/network/nearestUpdate.ts';
import { ReachEngine } from '../../../src/core/network/reachEngine.ts';
import type { SnappedPoints } from '../../../src/core/network/snap.ts';
import { openNetwork, WalledStreets, walledNetwork, type StreetNetwork } from '../../../src/core/network/streetNetwork.ts';
import type { Gate } from '../../../src/core/network/walls.ts';
import { finish } from '../../../src/core/progress.ts';
import { stepsAt } from '../../builders/network.ts';
import { boxCompound, GATE_STATES, walledTown } from '../../builders/walledTown.ts';

const HOMES = 120;
const FACILITIES = 9;
const STEPS = 7;

/** All that is measured on one network. */
interface Measured {
  readonly engine: ReachEngine;
  readonly homes: SnappedPoints;
  readonly facilities: SnappedPoints;
  readonly anyone: NearestField;
}

const measured = (network: StreetNetwork, homes: Int32Array, facilities: Int32Array): Measured => {
  const engine = new ReachEngine(network);
  const placed = finish(engine.snap(facilities));
  return { engine, homes: finish(engine.snap(homes)), facilities: placed, anyone: nearestForAnyone(network.net, placed.anchors) };
};

function remeasured(before: Measured, network: StreetNetwork, homes: Int32Array, facilities: Int32Array): Measured {
  const change = gateChange(before.engine.network, network)!;
  const engine = new ReachEngine(network);
  const moved: number[] = [];
  const placed = finish(engine.resnap(before.facilities, facilities, change, (point) => { moved.push(point); }));
  return {
    engine, homes: finish(engine.resnap(before.homes, homes, change)), facilities: placed,
    anyone: nearestAfter({ field: before.anyone, net: before.engine.network.net }, network.net, placed.anchors, moved, change),
  };
}

function answers({ engine, homes, facilities, anyone }: Measured, vertices: readonly number[]) {
  const { net, walls, graph } = engine.network;
  const { millimetres, nearest } = catchmentFrom(nearestWithResidents(anyone, engine.doors), net, homes.anchors, 'x');
  const reached = vertices.map((vertex) => {
    engine.reach({ vertex }, 700_000);
    return [...engine.search.reached.subarray(0, engine.search.reachedCount)].map((junction) => `${junction}: ${engine.search.distance[junction]!}`).sort().join();
  });
  return {
    report: walls!.report, reached, homeReport: homes.report, facilityReport: facilities.report, doors: texts(walls!.doors), doorGate: walls!.doorGate.join(), graph: texts(graph), net: texts(net),
    homes: texts({ ...homes, ...homes.anchors }), facilities: texts({ ...facilities, ...facilities.anchors }), anyone: texts(anyone), millimetres: millimetres.join(), nearest: nearest.join(),
  };
}

/** Typed arrays as text: a thousand numbers are compared at once. */
function texts(value: object): Record<string, string> {
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]: [string, unknown]) => (part instanceof Uint32Array || part instanceof Int32Array || part instanceof Uint8Array || part instanceof Float64Array ? [[key, part.join()]] : [])));
}

/** A gate on a street that passes a wall, somewhere on a wall, near one, or nowhere. */
function someGate(random: () => number, boxes: readonly (readonly [number, number, number, number])[], known: readonly Gate[]): Gate {
  const access = GATE_STATES[Math.floor(random() * 3)]!;
  const kind = random();
  const like = known[Math.floor(random() * known.length)];
  if (kind < 0.4 && like) return { ...like, access, x: like.x + Math.floor(random() * 600 - 300) };
  const [west, south, east, north] = boxes[Math.floor(random() * boxes.length)]!;
  const off = random() < 0.3 ? random() * 12 : 0;
  const [along, up] = [west + random() * (east - west), south + random() * (north - south)];
  const [x, y] = kind > 0.95 ? stepsAt(-900, -900) : random() < 0.5 ? stepsAt(along, (random() < 0.5 ? south : north) + off) : stepsAt((random() < 0.5 ? west : east) - off, up);
  return { x, y, access, compound: null };
}

function changed(random: () => number, gates: readonly Gate[], boxes: readonly (readonly [number, number, number, number])[], first: readonly Gate[]): Gate[] {
  const at = Math.floor(random() * gates.length);
  const act = gates.length === 0 ? 0 : random();
  if (act < 0.45) return [someGate(random, boxes, first), ...gates];
  if (act < 0.75) return gates.map((gate, k) => (k === at ? { ...gate, access: GATE_STATES[Math.floor(random() * 3)]! } : gate));
  return gates.filter((_, k) => k !== at);
}

describe('gates that change', () => {
  it('give the same network, doors, homes, nearest facilities and reached sets as all built anew; taken back, those of the start', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = seededRandom(seed);
      const { graph, boxes, gates: drawn } = walledTown(seed);
      // One without a street inside, and one so long that its far end is out of reach of the street that passes the other.
      const all = [...boxes, [305, 305, 335, 350], [-500, 100, 1.9, 200]] as const;
      const [x, y] = stepsAt(0, 100);
      const first = [...drawn, { x, y, access: 'residents', compound: null } as const];
      const compounds = all.map((box) => boxCompound(box));
      const places = (count: number) => Int32Array.from(Array.from({ length: count }, () => (random() < 0.2 ? stepsAt(random() * 500 - 500, 150) : stepsAt(random() * 900 - 90, random() * 900 - 90))).flat());
      const [homes, facilities] = [places(HOMES), places(FACILITIES)];
      const vertices = Array.from({ length: 3 }, () => Math.floor(random() * graph.vertexCount));
      const streets = new WalledStreets(graph, compounds);
      let gates: readonly Gate[] = first;
      let local = measured(streets.withGates(gates), homes, facilities);
      const start = answers(local, vertices);
      for (let step = 0; step <= STEPS; step++) {
        gates = step === STEPS ? first : changed(random, gates, all, first);
        local = remeasured(local, streets.withGates(gates), homes, facilities);
        expect(answers(local, vertices)).toEqual(answers(measured(walledNetwork(graph, compounds, gates), homes, facilities), vertices));
      }
      expect(answers(local, vertices)).toEqual(start);
    }), { seed: 31, numRuns: 8 });
  });

  it('homes hang where a grid of the whole network hangs them', () => {
    const { graph, boxes, gates } = walledTown(5);
    const random = seededRandom(5);
    const compounds = [...boxes, [305, 305, 335, 350] as const].map((box) => boxCompound(box));
    const network = walledNetwork(graph, compounds, [...Array.from({ length: 12 }, () => someGate(random, boxes, [])), ...gates]);
    const homes = Int32Array.from(Array.from({ length: 400 }, () => stepsAt(random() * 1200 - 200, random() * 1200 - 200)).flat());
    // A copy is a value from elsewhere: nothing is known of how it was laid.
    const copy = { ...network, walls: { ...network.walls! } };
    expect(finish(new ReachEngine(network).snap(homes))).toEqual(finish(new ReachEngine(copy).snap(homes)));
    expect(gateChange(copy, network)).toBeNull();
  });

  it('other streets, or no walls: nothing is told', () => {
    const { graph, boxes, gates } = walledTown(6);
    const compounds = boxes.map((box) => boxCompound(box));
    expect(gateChange(openNetwork(graph), openNetwork(graph))).toBeNull();
    expect(gateChange(walledNetwork(graph, compounds, gates), walledNetwork(graph, compounds, gates))).toBeNull();
    const streets = new WalledStreets(graph, compounds);
    expect(gateChange(streets.withGates(gates), streets.withGates(gates))).toMatchObject({ junctionsBefore: [], junctionsNow: [], boxes: [], compounds: new Set() });
  });
});
