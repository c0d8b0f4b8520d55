/** Random damage to a coverage: vertices moved by a centimetre to a kilometre, lost, added, swapped. For fuzzing. */
import { generateCity } from '../../data/generator/city.ts';
import { seededRandom } from '../../data/generator/random.ts';
import type { PolygonLayer } from '../../src/core/coverage/layer.ts';
import { layerOf, layerOfGeoJson, stepsOf } from './coverage.ts';

/** Grid steps: from within rounding to farther than a neighbour. */
const SIZES = [1, 3, 20, 200, 2000, 8000];

export interface DamageOptions {
  seed: number;
  communities: number;
  verticesPerCommunity: number;
  hits: number;
}

export function aDamagedCity({ seed, communities, verticesPerCommunity, hits }: DamageOptions): { units: PolygonLayer; parent: PolygonLayer } {
  const city = generateCity({ communities, verticesPerCommunity, seed });
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const units = stepsOf(layerOfGeoJson(city.communities));
  for (let hit = 0; hit < hits; hit++) {
    const ring = units[pick(units.length)]![0]![0]!;
    const at = pick(ring.length);
    const [x, y] = ring[at]!;
    const size = SIZES[pick(SIZES.length)]!;
    const off = (): number => Math.round((2 * random() - 1) * size);
    const kind = pick(6);
    if (kind <= 2) ring[at] = [x + off(), y + off()];
    else if (kind === 3 && ring.length > 5) ring.splice(at, 1);
    else if (kind === 4) {
      const [u, v] = ring[(at + 1) % ring.length]!;
      ring.splice(at + 1, 0, [Math.round((x + u) / 2) + off(), Math.round((y + v) / 2) + off()]);
    } else {
      const other = (at + 2) % ring.length;
      [ring[at], ring[other]] = [ring[other]!, ring[at]!];
    }
  }
  return { units: layerOf(units), parent: layerOfGeoJson(city.parent) };
}
