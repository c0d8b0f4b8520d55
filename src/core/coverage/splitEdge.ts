/** Edges that lines have split: a node inside an edge remembers the ends of the edge as it was, however often it is split. */
import type { Arc, SplitEdge } from './coverage.ts';
import type { CoverageDraft } from './draft.ts';

/** Whether a vertex of an arc is an end of the edge, or a node that was put into the same edge. */
export function isOfEdge(draft: CoverageDraft, arc: Arc, edge: SplitEdge, x: number, y: number): boolean {
  if ((x === edge[0] && y === edge[1]) || (x === edge[2] && y === edge[3])) return true;
  return endSplits(draft, arc, x, y).some((each) => sameEdge(each, edge));
}

/** The whole edge that a segment of an arc is part of: the segment itself unless an end of it was put into a longer edge. */
export function wholeEdge(draft: CoverageDraft, arc: Arc, segment: SplitEdge): SplitEdge {
  const [x0, y0, x1, y1] = segment;
  const candidates = [...endSplits(draft, arc, x0, y0), ...endSplits(draft, arc, x1, y1)];
  return candidates.find((edge) => isOfEdge(draft, arc, edge, x0, y0) && isOfEdge(draft, arc, edge, x1, y1)) ?? segment;
}

function endSplits(draft: CoverageDraft, arc: Arc, x: number, y: number): readonly SplitEdge[] {
  const atEnds = [arc.from, arc.to].flatMap((id) => {
    const node = draft.node(id);
    return node.x === x && node.y === y ? node.splits : [];
  });
  return [...atEnds, ...arc.made.filter((vertex) => vertex.x === x && vertex.y === y).map(({ edge }) => edge)];
}

export function sameEdge(a: SplitEdge, b: SplitEdge): boolean {
  return a.every((value, k) => value === b[k]);
}
