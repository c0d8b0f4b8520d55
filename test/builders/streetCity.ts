/** A made-up city of streets for benchmarks: a jittered grid of 60 m with arterials, some streets missing, some bent; and homes along it. */
import { seededRandom } from '../../data/generator/random.ts';
import type { StreetSource } from '../../src/core/network/buildGraph.ts';
import { stepsAt } from './network.ts';

const PITCH_METRES = 60;
/** Every eighth street is an arterial and never missing. */
const ARTERIAL_EVERY = 8;
const MISSING_SHARE = 0.28;
const JITTER_METRES = 8;

export interface StreetCity {
  readonly source: StreetSource;
  readonly sideMetres: number;
}

/** About `nodes` nodes, four links for three of them. */
export function streetCity(nodes: number, seed: number): StreetCity {
  const random = seededRandom(seed);
  const side = Math.ceil(Math.sqrt(nodes));
  const coordinates = new Int32Array(2 * side * side);
  const pairs: number[] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const node = row * side + column;
      const [x, y] = stepsAt(column * PITCH_METRES + (random() * 2 - 1) * JITTER_METRES, row * PITCH_METRES + (random() * 2 - 1) * JITTER_METRES);
      coordinates[2 * node] = x;
      coordinates[2 * node + 1] = y;
      if (column > 0 && (row % ARTERIAL_EVERY === 0 || random() > MISSING_SHARE)) pairs.push(node - 1, node);
      if (row > 0 && (column % ARTERIAL_EVERY === 0 || random() > MISSING_SHARE)) pairs.push(node - side, node);
    }
  }
  return {
    source: { nodeIds: Float64Array.from({ length: side * side }, (_, k) => k + 1), coordinates, pairs: Uint32Array.from(pairs), barred: new Uint32Array(0) },
    sideMetres: (side - 1) * PITCH_METRES,
  };
}

/** Places all over a square, in steps, interleaved. */
export function scattered(count: number, sideMetres: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const places = new Int32Array(2 * count);
  for (let k = 0; k < count; k++) places.set(stepsAt(random() * sideMetres, random() * sideMetres), 2 * k);
  return places;
}
