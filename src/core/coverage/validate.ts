/** Whether a coverage keeps its invariants, in words for a test: empty when all is well. */
import { halvesOf, leftFace, loopOf, OUTSIDE_FACE, ringOf, startNode, type Coverage } from './coverage.ts';
import { facesNear } from './faceIndex.ts';
import { facesOfUnits } from './faceLists.ts';
import { inOrder, loopsArea } from './loops.ts';
import { stepArea } from './ringMeasure.ts';
import { nodeSegments } from './noding.ts';

/** `noding`: also that no two arcs meet but at nodes; costs a pass over all edges. */
export function validateCoverage(coverage: Coverage, noding = true): string[] {
  const wrong: string[] = [];
  const say = (text: string) => { if (wrong.length < 20) wrong.push(text); };
  const arcs = [...coverage.arcs];
  const faces = [...coverage.faces];
  arcs.forEach((arc, id) => {
    if (!arc) return;
    const from = coverage.nodes.get(arc.from);
    const to = coverage.nodes.get(arc.to);
    const { xy } = arc;
    if (from?.x !== xy[0] || from?.y !== xy[1]) say(`arc ${id} does not start at node ${arc.from}`);
    if (to?.x !== xy[xy.length - 2] || to?.y !== xy[xy.length - 1]) say(`arc ${id} does not end at node ${arc.to}`);
    if (!from?.out.includes(2 * id) || !to?.out.includes(2 * id + 1)) say(`arc ${id} is missing at its nodes`);
    for (const side of [arc.left, arc.right]) if (!faces[side]) say(`arc ${id} bounds face ${side}, which is gone`);
  });
  [...coverage.nodes].forEach((node, id) => {
    if (!node) return;
    if (node.out.length === 0) say(`node ${id} has no arcs`);
    const out = node.out.map((half) => {
      const arc = arcs[half >> 1];
      if (!arc) {
        say(`node ${id} has half-arc ${half}, which is gone`);
        return { half, x: 0, y: 0 };
      }
      if (startNode(coverage, half) !== id) say(`half-arc ${half} does not start at node ${id}`);
      const { xy } = arc;
      return (half & 1) === 0 ? { half, x: xy[2]!, y: xy[3]! } : { half, x: xy[xy.length - 4]!, y: xy[xy.length - 3]! };
    });
    const right = inOrder(node.x, node.y, out);
    if (right.some((half, k) => half !== node.out[k])) say(`node ${id} has its half-arcs out of order`);
  });
  if (wrong.length > 0) return wrong;
  const seen = new Set<number>();
  faces.forEach((face, id) => {
    if (!face) return;
    face.loops.forEach((loop, k) => {
      const halves = loopOf(coverage, loop);
      for (const half of halves) {
        if (seen.has(half)) say(`half-arc ${half} is in two loops`);
        seen.add(half);
        if (leftFace(coverage, half) !== id) say(`half-arc ${half} of face ${id} says face ${leftFace(coverage, half)}`);
      }
      const area = stepArea(ringOf(coverage, halves));
      if (id !== OUTSIDE_FACE && k === 0 ? area <= 0 : area >= 0) say(`loop ${k} of face ${id} goes round the wrong way (${area})`);
    });
    if (id === OUTSIDE_FACE) return;
    const rings = face.loops.map((loop) => ringOf(coverage, loopOf(coverage, loop)));
    if (loopsArea(rings) !== face.areaSquareMetres) say(`face ${id} has area ${face.areaSquareMetres}, its loops ${loopsArea(rings)}`);
    if (!facesNear(coverage.index, face.box).has(id)) say(`face ${id} is not in the index`);
  });
  arcs.forEach((arc, id) => {
    if (arc && (!seen.has(2 * id) || !seen.has(2 * id + 1))) say(`arc ${id} is in no loop`);
  });
  const lists = facesOfUnits(faces, coverage.facesOf.length);
  for (let unit = 0; unit < coverage.facesOf.length; unit++) {
    if (String(lists.facesOf.get(unit)) !== String(coverage.facesOf.get(unit))) say(`faces of unit ${unit}: ${String(coverage.facesOf.get(unit))}, expected ${String(lists.facesOf.get(unit))}`);
    if (unit < coverage.baseFacesOf.length && String(lists.baseFacesOf.get(unit)) !== String(coverage.baseFacesOf.get(unit))) say(`base faces of unit ${unit}`);
  }
  if (String(lists.unsettled) !== String(coverage.unsettled)) say('the list of unsettled faces');
  if (noding) for (const text of meetings(coverage)) say(text);
  return wrong;
}

/** Where arcs meet but at nodes: noding them again must change nothing. */
function meetings(coverage: Coverage): string[] {
  const x0: number[] = [];
  const y0: number[] = [];
  const x1: number[] = [];
  const y1: number[] = [];
  for (const arc of coverage.arcs) {
    if (!arc) continue;
    for (let i = 0; i + 3 < arc.xy.length; i += 2) {
      x0.push(arc.xy[i]!);
      y0.push(arc.xy[i + 1]!);
      x1.push(arc.xy[i + 2]!);
      y1.push(arc.xy[i + 3]!);
    }
  }
  const count = x0.length;
  const graph = nodeSegments({
    count, x0: Float64Array.from(x0), y0: Float64Array.from(y0), x1: Float64Array.from(x1), y1: Float64Array.from(y1),
  });
  const wrong: string[] = [];
  if (graph.edgeCount !== count || graph.useSegment.length !== count) {
    const uses = new Int32Array(count);
    for (const segment of graph.useSegment) uses[segment]!++;
    uses.forEach((n, k) => { if (n !== 1) wrong.push(`edge ${x0[k]!},${y0[k]!} ${x1[k]!},${y1[k]!} is met ${n - 1} times`); });
    if (wrong.length === 0) wrong.push(`${count - graph.edgeCount} edges are laid on others`);
  }
  return wrong;
}

/** For tests that count: half-arcs of all faces. */
export function halfCount(coverage: Coverage): number {
  let count = 0;
  [...coverage.faces].forEach((face, id) => { if (face) count += halvesOf(coverage, id).length; });
  return count;
}
