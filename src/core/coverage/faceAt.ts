/** Which face holds a place. */
import { loopOf, OUTSIDE_FACE, ringOf, type Coverage } from './coverage.ts';
import { inRing } from './ringMeasure.ts';

/** The face that holds a point, steps; the outside where none does. */
export function faceAt(coverage: Coverage, x: number, y: number): number {
  const { index } = coverage;
  const column = Math.floor((x - index.west) / index.cell);
  const row = Math.floor((y - index.south) / index.cell);
  if (column < 0 || row < 0 || column >= index.columns || row >= index.rows) return OUTSIDE_FACE;
  for (const id of index.cells.get(row * index.columns + column)) {
    const face = coverage.faces.get(id)!;
    if (x < face.box[0] || x > face.box[2] || y < face.box[1] || y > face.box[3]) continue;
    let inside = false;
    for (const loop of face.loops) if (inRing(ringOf(coverage, loopOf(coverage, loop)), x, y)) inside = !inside;
    if (inside) return id;
  }
  return OUTSIDE_FACE;
}
