/**
 * Takes out drawn lines that divide nothing any more: both sides belong to the same. The faces join, arcs that were split
 * join, vertices that were put into an edge go again. So a boundary moved out and back leaves the coverage as it was.
 */
import type { Arc, MadeVertex, SplitEdge } from './coverage.ts';
import type { CoverageDraft } from './draft.ts';
import { isOfEdge } from './splitEdge.ts';

/** `arcs`: where to look; arcs that are gone are passed over. */
export function heal(draft: CoverageDraft, arcs: Iterable<number>): void {
  const near = [...new Set(arcs)].sort((p, q) => p - q);
  removeIdle(draft, near.filter((id) => isIdle(draft, id)));
  for (const id of near) if (draft.findArc(id)) straighten(draft, id);
}

function removeIdle(draft: CoverageDraft, idle: readonly number[]): void {
  if (idle.length === 0) return;
  const gone = new Set(idle);
  // All loops are walked before any node changes.
  const groups = facesJoined(draft, idle).map((faces) => ({ faces, halves: faces.flatMap((face) => draft.halves(face)) }));
  const nodes = new Set(idle.flatMap((id) => [draft.arc(id).from, draft.arc(id).to]));
  for (const id of nodes) draft.reorder(id, draft.node(id).out.filter((half) => !gone.has(half >> 1)));
  for (const { faces, halves } of groups) {
    const { claimants, base, inParent, parent } = draft.face(faces[0]!);
    draft.retrace(halves.filter((half) => !gone.has(half >> 1)), faces, { claimants, base, inParent, parent });
  }
  for (const id of idle) draft.setArc(id, null);
  for (const id of [...nodes].sort((p, q) => p - q)) settleNode(draft, id);
}

function isIdle(draft: CoverageDraft, id: number): boolean {
  const arc = draft.findArc(id);
  if (arc?.origin !== 'cut') return false;
  const left = draft.face(arc.left);
  const right = draft.face(arc.right);
  return left === right || (sameList(left.claimants, right.claimants) && sameList(left.base, right.base) && left.parent === right.parent && left.inParent === right.inParent);
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, k) => value === b[k]);
}

/** Faces that the idle arcs divide, in groups that become one. */
function facesJoined(draft: CoverageDraft, idle: readonly number[]): number[][] {
  const groupOf = new Map<number, number[]>();
  for (const id of idle) {
    const { left, right } = draft.arc(id);
    const a = groupOf.get(left) ?? [left];
    const b = groupOf.get(right) ?? [right];
    const both = a === b ? a : [...new Set([...a, ...b])];
    for (const face of both) groupOf.set(face, both);
  }
  return [...new Set(groupOf.values())].map((group) => [...group].sort((p, q) => p - q)).sort((p, q) => p[0]! - q[0]!);
}

/** A node without arcs goes; a drawn one between two arcs makes them one. */
function settleNode(draft: CoverageDraft, id: number): void {
  const node = draft.findNode(id);
  if (!node) return;
  if (node.out.length === 0) {
    draft.setNode(id, null);
    return;
  }
  if (node.base || node.out.length !== 2) return;
  const [p, q] = node.out as [number, number];
  if (p >> 1 === q >> 1) return;
  const keep = Math.min(p >> 1, q >> 1);
  const other = Math.max(p >> 1, q >> 1);
  const a = draft.arc(keep);
  const b = draft.arc(other);
  if (a.origin !== b.origin || a.legal !== b.legal || a.matched !== b.matched) return;
  // The joined arc runs the way of the one that stays.
  const keptEndsHere = a.to === id && node.out.includes(2 * keep + 1);
  const sameWay = keptEndsHere ? b.from === id && node.out.includes(2 * other) : b.to === id && node.out.includes(2 * other + 1);
  const bXy = sameWay ? b.xy : reversed(b.xy);
  const far = sameWay === keptEndsHere ? b.to : b.from;
  const first = keptEndsHere ? a.xy : bXy;
  const second = keptEndsHere ? bXy : a.xy;
  const xy = new Int32Array(first.length + second.length - 2);
  xy.set(first);
  xy.set(second.subarray(2), first.length);
  const joint = node.splits.map((edge) => ({ x: node.x, y: node.y, edge }));
  const joined: Arc = { ...a, from: keptEndsHere ? a.from : far, to: keptEndsHere ? far : a.to, xy, made: [...a.made, ...b.made, ...joint] };
  draft.setArc(keep, joined);
  draft.setArc(other, null);
  draft.setNode(id, null);
  const half = (each: number) => (each >> 1 !== other ? each : 2 * keep + ((each & 1) === (sameWay ? 0 : 1) ? 0 : 1));
  draft.setNode(far, { ...draft.node(far), out: draft.node(far).out.map(half) });
  for (const face of new Set([a.left, a.right])) {
    const { loops } = draft.face(face);
    if (loops.some((loop) => loop >> 1 === other)) draft.setFace(face, { ...draft.face(face), loops: loops.map(half) });
  }
  straighten(draft, keep);
}

/** Takes vertices out again that were put into an edge, where nothing near needs them any more. */
function straighten(draft: CoverageDraft, id: number): void {
  for (const vertex of draft.arc(id).made) takeOut(draft, id, vertex);
}

function takeOut(draft: CoverageDraft, id: number, vertex: MadeVertex): void {
  const arc = draft.arc(id);
  const { xy } = arc;
  let at = 2;
  while (at + 2 < xy.length && (xy[at] !== vertex.x || xy[at + 1] !== vertex.y)) at += 2;
  if (at + 2 >= xy.length) return;
  const [ux, uy, wx, wy] = [xy[at - 2]!, xy[at - 1]!, xy[at + 2]!, xy[at + 3]!];
  if (!isOfEdge(draft, arc, vertex.edge, ux, uy) || !isOfEdge(draft, arc, vertex.edge, wx, wy)) return;
  if (!isClear(draft, arc, [ux, uy, wx, wy], vertex.x, vertex.y)) return;
  const straight = new Int32Array(xy.length - 2);
  straight.set(xy.subarray(0, at));
  straight.set(xy.subarray(at + 2), at);
  draft.setArc(id, { ...arc, xy: straight, made: arc.made.filter((each) => each.x !== vertex.x || each.y !== vertex.y) });
  for (const face of new Set([arc.left, arc.right])) draft.remeasure(face);
  for (const end of new Set([arc.from, arc.to])) draft.reorder(end, draft.node(end).out);
}

/** No vertex near is passed by the straight edge within its own pixel, nor lies between it and the bent one. */
function isClear(draft: CoverageDraft, arc: Arc, [ax, ay, bx, by]: SplitEdge, vx: number, vy: number): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const bend = dx * (vy - ay) - dy * (vx - ax);
  const reach = 0.5 * (Math.abs(dx) + Math.abs(dy));
  const box = [Math.min(ax, bx, vx) - 1, Math.min(ay, by, vy) - 1, Math.max(ax, bx, vx) + 1, Math.max(ay, by, vy) + 1] as const;
  for (const face of new Set([arc.left, arc.right])) {
    for (const half of draft.halves(face)) {
      const { xy } = draft.arc(half >> 1);
      for (let i = 0; i < xy.length; i += 2) {
        const x = xy[i]!;
        const y = xy[i + 1]!;
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
        if ((x === ax && y === ay) || (x === bx && y === by) || (x === vx && y === vy)) continue;
        const side = dx * (y - ay) - dy * (x - ax);
        if (Math.abs(side) <= reach) return false;
        if (side > 0 === bend > 0 && Math.abs(side) <= Math.abs(bend)) return false;
      }
    }
  }
  return true;
}

function reversed(xy: Int32Array): Int32Array {
  const out = new Int32Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    out[i] = xy[xy.length - 2 - i]!;
    out[i + 1] = xy[xy.length - 1 - i]!;
  }
  return out;
}
