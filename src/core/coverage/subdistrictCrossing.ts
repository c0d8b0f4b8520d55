/**
 * Communities that reach into the ground of another subdistrict. Where the
 * parent is a layer of subdistricts, each community belongs to the one that
 * holds its middle; what it covers of another is beyond its own legal line,
 * though inside the district and claimed by no one else.
 */
import type { CheckTolerances, Defect } from './defect.ts';
import { defectFaces, faceDefect } from './faceDefects.ts';
import { buildFaces } from './faces.ts';
import { labelPoint } from './labelPoint.ts';
import type { PolygonLayer } from './layer.ts';
import { nodeSegments } from './noding.ts';
import { pointInUnit } from './pointInUnit.ts';
import { originOf, PARENT, ResidueBuilder } from './residue.ts';
import type { RingFacts } from './rings.ts';

/** An overlap already found: its ground and its claimants. */
export interface KnownOverlap {
  units: readonly number[];
  areaSquareMetres: number;
}

export function subdistrictCrossings(
  units: PolygonLayer, facts: RingFacts, partner: Int32Array, parent: PolygonLayer, parentFacts: RingFacts,
  skipUnits: ReadonlySet<number>, overlaps: readonly KnownOverlap[], tolerances: CheckTolerances,
): Defect[] {
  if (parent.unitCount < 2) return [];
  const origin = originOf([parent]);
  const home = homes(units, facts, parent, parentFacts, skipUnits);
  const groups: number[][] = Array.from({ length: parent.unitCount }, () => []);
  home.forEach((k, unit) => groups[k]?.push(unit));
  const ringOf = new Int32Array(units.vertexCount);
  for (let r = 0; r < facts.ringCount; r++) ringOf.fill(r, units.ringStart[r], units.ringStart[r + 1]);
  const partnerUnit = (edge: number) => (partner[edge]! >= 0 ? facts.unitOf[ringOf[partner[edge]!]!]! : -1);
  const defects: Defect[] = [];
  for (let k = 0; k < parent.unitCount; k++) {
    // Edges shared with a community of another subdistrict count as its outer line.
    const builder = new ResidueBuilder(origin);
    const unitEdges = builder.addOuter(units, facts, groups[k]!, partnerUnit);
    const parentEdges = builder.addOne(parent, parentFacts, k, PARENT);
    if (sameEdges(unitEdges, parentEdges)) continue;
    const residue = builder.finish();
    const graph = nodeSegments(residue.segments);
    const weights = { units: new Int8Array(residue.owner.length), parents: new Int8Array(residue.owner.length) };
    residue.owner.forEach((owner, i) => { (owner === PARENT ? weights.parents : weights.units)[i] = 1; });
    const faces = buildFaces(graph, weights);
    for (const item of defectFaces(faces, residue, units, facts, true, tolerances.gridMetres)) {
      if (item.kind !== 'beyond' || item.shape.widthMetres <= tolerances.matchMetres) continue;
      const { insideX, insideY } = item.shape;
      const elsewhere = Array.from({ length: parent.unitCount }, (_, other) => other)
        .some((other) => other !== k && pointInUnit(parent, parentFacts, other, insideX, insideY));
      // An overlap across the line is told as an overlap.
      const told = overlaps.some((o) => Math.abs(o.areaSquareMetres - item.shape.areaSquareMetres) < 0.01 && item.units.every((u) => o.units.includes(u)));
      if (elsewhere && !told) defects.push({ ...faceDefect(item, faces, residue, facts, tolerances, 0), detail: 'subdistrict' });
    }
  }
  return defects;
}

/** The subdistrict that holds the middle of each unit; -1 for none. */
function homes(units: PolygonLayer, facts: RingFacts, parent: PolygonLayer, parentFacts: RingFacts, skipUnits: ReadonlySet<number>): Int32Array {
  const home = new Int32Array(units.unitCount).fill(-1);
  for (let u = 0; u < units.unitCount; u++) {
    if (skipUnits.has(u)) continue;
    const at = labelPoint(units, facts, u);
    if (!at) continue;
    for (let k = 0; k < parent.unitCount && home[u]! < 0; k++) if (pointInUnit(parent, parentFacts, k, at[0], at[1])) home[u] = k;
  }
  return home;
}

function sameEdges(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const set = new Set(a);
  return b.every((edge) => set.has(edge));
}
