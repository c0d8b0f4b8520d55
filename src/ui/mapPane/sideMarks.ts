/** Where the two sides of a drawn line are marked on screen. */

export interface SideMark {
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly y: number;
}

/** Pixels from the line to the middle of a mark. */
const AWAY = 30;

/** Beside the middle of the line by its length; pixels, y downwards. None for a line without length. */
export function sideMarks(points: readonly { readonly x: number; readonly y: number }[]): readonly SideMark[] {
  const lengths = points.slice(1).map((point, k) => Math.hypot(point.x - points[k]!.x, point.y - points[k]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const k = lengths.findIndex((length) => length > 0 && (left -= length) <= 0);
  if (k < 0) return [];
  const [from, to, length] = [points[k]!, points[k + 1]!, lengths[k]!];
  const share = (left + length) / length;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [x, y] = [from.x + dx * length * share, from.y + dy * length * share];
  // On screen y runs down: left of the way drawn is (dy, −dx).
  return [{ side: 'left', x: x + dy * AWAY, y: y - dx * AWAY }, { side: 'right', x: x - dy * AWAY, y: y + dx * AWAY }];
}
