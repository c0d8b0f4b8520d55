/** A town of streets with walled compounds: where streets pass the walls is known from the drawing. */
import { seededRandom } from '../../data/generator/random.ts';
import type { Compound } from '../../src/core/network/compound.ts';
import type { DoorState } from '../../src/core/network/doors.ts';
import type { StreetGraph } from '../../src/core/network/streetGraph.ts';
import type { Gate } from '../../src/core/network/walls.ts';
import { networkOf, stepsAt } from './network.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];
export const GATE_STATES: readonly DoorState[] = ['open', 'residents', 'closed'];

export function boxCompound([west, south, east, north]: Box, name = 'x'): Compound {
  return { name, rings: [Int32Array.from([[west, south], [east, south], [east, north], [west, north]].flatMap(([x, y]) => stepsAt(x!, y!)))] };
}

/** Metres of every vertex in the drawing, by node id. */
export interface WalledTown {
  graph: StreetGraph;
  metres: [number, number][];
  boxes: Box[];
  gates: Gate[];
}

/** 13 × 13 streets 60 m apart, four compounds off the streets' lines, gates at some of the places where a street passes a wall. */
export function walledTown(seed: number): WalledTown {
  const random = seededRandom(seed);
  const side = 13;
  const metres: [number, number][] = [];
  const links: [number, number][] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      metres.push([column * 60, row * 60]);
      if (column > 0 && random() < 0.85) links.push([row * side + column, row * side + column - 1]);
      if (row > 0 && random() < 0.85) links.push([row * side + column, (row - 1) * side + column]);
    }
  }
  // Never within two metres of a street: that near, a street is taken to run outside.
  const between = (line: number) => line * 60 + 2 + random() * 56;
  const boxes = [[0, 0], [6, 0], [0, 6], [6, 6]].map(([x, y]): Box => [between(x!), between(y!), between(x! + 3 + Math.floor(random() * 3)), between(y! + 3 + Math.floor(random() * 3))]);
  const gates: Gate[] = [];
  for (const [a, b] of links) {
    boxes.forEach((box, compound) => {
      for (const [x, y] of crossings(metres[a]!, metres[b]!, box)) {
        if (random() > 0.3) continue;
        const [gx, gy] = stepsAt(x, y);
        gates.push({ x: gx, y: gy, access: GATE_STATES[Math.floor(random() * 3)]!, compound: random() < 0.5 ? compound : null });
      }
    });
  }
  return { graph: networkOf(metres, links), metres, boxes, gates };
}

export function crossings([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], [west, south, east, north]: Box): [number, number][] {
  const points: [number, number][] = [];
  if (ay === by && ay > south && ay < north) for (const x of [west, east]) if (Math.min(ax, bx) < x && x < Math.max(ax, bx)) points.push([x, ay]);
  if (ax === bx && ax > west && ax < east) for (const y of [south, north]) if (Math.min(ay, by) < y && y < Math.max(ay, by)) points.push([ax, y]);
  return points;
}
