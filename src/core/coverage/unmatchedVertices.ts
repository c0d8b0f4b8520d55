/**
 * N2: a vertex of one unit lies on the edge of another that has no vertex there.
 * Such a line is shared in truth but not in the file: moved on one side, it tears.
 */
import type { Defect } from './defect.ts';
import { degrees, toSteps } from './faceShape.ts';
import type { NodedGraph } from './noding.ts';
import { PARENT, type Residue } from './residue.ts';
import { pointDefect } from './ringDefects.ts';

export interface UnmatchedVertices {
  defects: Defect[];
  /** Nodes that are explained: faces thinner than the grid beside them are no defects of their own. */
  nodes: Set<number>;
}

export function findUnmatchedVertices(graph: NodedGraph, residue: Residue, ignoredUnits: ReadonlySet<number>): UnmatchedVertices {
  const ownersAt = ownersOfNodes(graph, residue);
  const bySegment = new Map<number, number[]>();
  for (let k = 0; k < graph.near.length; k += 2) {
    const segment = graph.near[k]!;
    const node = graph.near[k + 1]!;
    const owner = residue.owner[segment]!;
    const owners = ownersAt.get(node);
    if (!owners || owners.has(owner) || ignoredUnits.has(owner)) continue;
    if ([...owners].every((o) => ignoredUnits.has(o))) continue;
    const list = bySegment.get(segment);
    if (list) list.push(node);
    else bySegment.set(segment, [node]);
  }
  const nodes = new Set<number>();
  const defects: Defect[] = [];
  // Two units that are the same on one side of the line (a duplicate) are one finding.
  const seen = new Map<string, Defect>();
  for (const [segment, list] of bySegment) {
    const owner = residue.owner[segment]!;
    const units = new Set<number>();
    if (owner !== PARENT) units.add(owner);
    for (const node of list) {
      nodes.add(node);
      for (const o of ownersAt.get(node)!) if (o !== PARENT) units.add(o);
    }
    const positions = list
      .map((n): [number, number] => [toSteps(graph.nodeX[n]!, residue.originX), toSteps(graph.nodeY[n]!, residue.originY)])
      .sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    const key = positions.join(';');
    const same = seen.get(key);
    if (same) {
      same.units = [...new Set([...same.units, ...units])].sort((a, b) => a - b);
      continue;
    }
    const coordinates = positions.map(([x, y]) => [degrees(x), degrees(y)]);
    const defect = pointDefect('N2', [...units].sort((a, b) => a - b),
      coordinates.length === 1 ? { type: 'Point', coordinates: coordinates[0]! } : { type: 'MultiPoint', coordinates }, positions[0]!);
    seen.set(key, defect);
    defects.push(defect);
  }
  return { defects, nodes };
}

function ownersOfNodes(graph: NodedGraph, residue: Residue): Map<number, Set<number>> {
  const owners = new Map<number, Set<number>>();
  const wanted = new Set<number>();
  for (let k = 1; k < graph.near.length; k += 2) wanted.add(graph.near[k]!);
  for (let i = 0; i < residue.segments.count; i++) {
    for (const node of [graph.startNode[i]!, graph.endNode[i]!]) {
      if (!wanted.has(node)) continue;
      const set = owners.get(node);
      if (set) set.add(residue.owner[i]!);
      else owners.set(node, new Set([residue.owner[i]!]));
    }
  }
  return owners;
}
