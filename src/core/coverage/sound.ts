/**
 * Whether an edit has left the faces that it touched sound. Lines laid centimetres apart can be rounded into each other; then
 * the edit is refused as too fine, and nothing has changed.
 */
import { OUTSIDE_FACE } from './coverage.ts';
import type { CoverageDraft } from './draft.ts';
import { nodeSegments } from './noding.ts';
import { stepArea } from './ringMeasure.ts';

/** Thrown inside an edit, caught where commands are applied. */
export class TooFine extends Error {}

export function isSound(draft: CoverageDraft): boolean {
  const arcs = new Set<number>();
  const touched = new Set<number>();
  for (const id of draft.changedArcs()) {
    const { left, right } = draft.arc(id);
    touched.add(left).add(right);
  }
  for (const id of draft.changedFaces()) if (draft.findFace(id)) touched.add(id);
  for (const id of touched) {
    const face = draft.findFace(id);
    if (!face) return false;
    for (const [k, loop] of face.loops.entries()) {
      const halves = draft.loop(loop);
      for (const half of halves) if (draft.left(half) !== id) return false;
      if (id === OUTSIDE_FACE) continue;
      const area = stepArea(draft.ring(halves));
      if (k === 0 ? area <= 0 : area >= 0) return false;
      for (const half of halves) if (isNew(draft, half >> 1)) arcs.add(half >> 1);
    }
  }
  return stayApart(draft, arcs);
}

/** Arcs that came or changed; the others keep apart since they did before. */
function isNew(draft: CoverageDraft, id: number): boolean {
  return id >= draft.origin.arcs.length || draft.origin.arcs.get(id)?.xy !== draft.arc(id).xy;
}

/** Changed arcs meet no arc of the faces beside them but at nodes: noding them again changes nothing. */
function stayApart(draft: CoverageDraft, changed: ReadonlySet<number>): boolean {
  if (changed.size === 0) return true;
  const near = new Set<number>();
  for (const id of changed) {
    const arc = draft.arc(id);
    for (const face of [arc.left, arc.right]) if (face !== OUTSIDE_FACE) for (const half of draft.halves(face)) near.add(half >> 1);
  }
  const x0: number[] = [];
  const y0: number[] = [];
  const x1: number[] = [];
  const y1: number[] = [];
  for (const id of near) {
    const { xy } = draft.arc(id);
    for (let i = 0; i + 3 < xy.length; i += 2) {
      x0.push(xy[i]!);
      y0.push(xy[i + 1]!);
      x1.push(xy[i + 2]!);
      y1.push(xy[i + 3]!);
    }
  }
  const graph = nodeSegments({ count: x0.length, x0: Float64Array.from(x0), y0: Float64Array.from(y0), x1: Float64Array.from(x1), y1: Float64Array.from(y1) });
  return graph.edgeCount === x0.length && graph.useSegment.length === x0.length;
}
