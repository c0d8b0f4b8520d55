/**
 * A line along a narrow ring: one of its two long sides. Drawn wide, it stands for a gap of a few metres on a map of
 * the whole district; close up the ring itself is drawn.
 */
type Position = number[];

export function spine(ring: readonly Position[]): Position[] {
  const open = ring.slice(0, -1);
  if (open.length < 3) return [...ring];
  const a = farthest(open, open[0]!);
  const b = farthest(open, open[a]!);
  const [from, to] = a < b ? [a, b] : [b, a];
  const side = open.slice(from, to + 1);
  const other = [...open.slice(to), ...open.slice(0, from + 1)];
  return side.length >= other.length ? side : other;
}

function farthest(ring: readonly Position[], [x, y]: Position): number {
  let best = 0;
  let longest = -1;
  ring.forEach((position, index) => {
    const distance = (position[0]! - x!) ** 2 + (position[1]! - y!) ** 2;
    if (distance > longest) {
      longest = distance;
      best = index;
    }
  });
  return best;
}
