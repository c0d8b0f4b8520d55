/** A place well inside a shape: the middle of the widest stretch on a few lines across it. */

/** Lines tried, as shares of the height; none runs through a vertex on the grid, all lie half a step off. */
const LINES = [0.5, 0.3, 0.7];

/** In steps, not whole; null for rings without ground. Inside is what an odd number of rings enclose. */
export function innerPoint(rings: readonly ArrayLike<number>[]): [number, number] | null {
  let south = Infinity;
  let north = -Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 2) {
      south = Math.min(south, ring[i]!);
      north = Math.max(north, ring[i]!);
    }
  }
  let best: [number, number] | null = null;
  let width = 0;
  for (const share of LINES) {
    const y = Math.floor(south + share * (north - south)) + 0.5;
    const crossings: number[] = [];
    for (const ring of rings) addCrossings(ring, y, crossings);
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const span = crossings[k + 1]! - crossings[k]!;
      if (span <= width) continue;
      width = span;
      best = [(crossings[k]! + crossings[k + 1]!) / 2, y];
    }
  }
  return best;
}

function addCrossings(ring: ArrayLike<number>, y: number, crossings: number[]): void {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ay = ring[j + 1]!;
    const by = ring[i + 1]!;
    if (ay > y === by > y) continue;
    crossings.push(ring[j]! + ((y - ay) / (by - ay)) * (ring[i]! - ring[j]!));
  }
}
