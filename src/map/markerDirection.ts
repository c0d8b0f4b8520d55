/** To which corner of a defect its number goes: where it lies least on names, other defects and other numbers. */
import type { LngLat } from '../core/geo/coordinates.ts';

export type Corner = 'ne' | 'se' | 'sw' | 'nw';

/** From the defect to the middle of its number, in pixels; y goes down. */
export const MARKER_OFFSET: Record<Corner, [number, number]> = {
  ne: [17, -11], se: [17, 11], sw: [-17, 11], nw: [-17, -11],
};

/** Beyond so many the numbers thin out anyway. */
const MOST = 400;

export function markerCorners(
  places: readonly LngLat[],
  names: readonly LngLat[],
  degreesPerPixel: number,
): Corner[] {
  const squeeze = Math.cos(((places[0]?.[1] ?? 0) * Math.PI) / 180);
  const toPixels = ([lng, lat]: LngLat): [number, number] => [(lng * squeeze) / degreesPerPixel, -lat / degreesPerPixel];
  const avoid = [...places.slice(0, MOST), ...names.slice(0, 2000)].map(toPixels);
  return places.map((place, index) => {
    if (index >= MOST) return 'ne';
    const [x, y] = toPixels(place);
    const near = avoid.filter(([ax, ay]) => Math.abs(ax - x) < 48 && Math.abs(ay - y) < 48);
    const corner = (Object.keys(MARKER_OFFSET) as Corner[])
      .map((each) => ({ each, crowding: crowding(x + MARKER_OFFSET[each][0], y + MARKER_OFFSET[each][1], near) }))
      .reduce((a, b) => (b.crowding < a.crowding - 1e-9 ? b : a)).each;
    avoid.push([x + MARKER_OFFSET[corner][0], y + MARKER_OFFSET[corner][1]]);
    return corner;
  });
}

/** Names and numbers are wider than high, hence the stretched distance. */
function crowding(x: number, y: number, others: readonly [number, number][]): number {
  return others.reduce((sum, [ox, oy]) => sum + 1 / (1 + ((ox - x) / 18) ** 4 + ((oy - y) / 12) ** 4), 0);
}
