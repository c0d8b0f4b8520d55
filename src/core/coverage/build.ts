/**
 * From polygons, clean or dirty, to a coverage. All edges are noded together with the legal lines; what a unit claims is the
 * ground that an odd number of its rings enclose, so the result never depends on winding and every input has one.
 */
import type { Work } from '../progress.ts';
import { assemble, type Claims } from './assemble.ts';
import type { Coverage, LegalLine } from './coverage.ts';
import { emptySoup, graphOf, nodedSoup, type EdgeLabels, type EdgeSoup } from './edgeSoup.ts';
import { OUTSIDE, traceFaces, type TracedFaces } from './faces.ts';
import type { PolygonLayer } from './layer.ts';
import { DROPPED, matchEdges } from './matching.ts';
import { surveyRings, type RingFacts } from './rings.ts';

export interface CoverageInput {
  units: PolygonLayer;
  /** The district, or its subdistricts: legal lines. */
  parent: PolygonLayer | null;
  /** Subdistrict of a unit as its attributes name it: where two differ, their line is legal. Not asked where the parent has several polygons. */
  subdistrictOf?: (unit: number) => string | null;
}

/** Thinnest ring that takes part, metres: the files' own grid. */
const GRID_METRES = 0.011;

export function* buildCoverage({ units, parent, subdistrictOf }: CoverageInput): Work<Coverage> {
  yield { phase: 'plan.node', fraction: 0.05 };
  const facts = surveyRings(units, GRID_METRES);
  const raw = rawSoup(units, facts, parent);
  yield { phase: 'plan.node', fraction: 0.2 };
  const noding = nodedSoup(raw);
  let step = noding.next();
  while (!step.done) {
    yield { phase: 'plan.node', fraction: 0.4 };
    step = noding.next();
  }
  const soup = step.value;
  yield { phase: 'plan.faces', fraction: 0.55 };
  const faces = traceFaces(graphOf(soup));
  yield { phase: 'plan.faces', fraction: 0.75 };
  const claims = claimsOf(soup, faces);
  const several = parent !== null && parent.unitCount > 1;
  const legal = (left: number, right: number): LegalLine | null => {
    const p = claims[left]!.parent;
    const q = claims[right]!.parent;
    if (p !== q) return p < 0 || q < 0 ? 'parent' : 'subdistrict';
    if (several || !subdistrictOf) return null;
    const a = claims[left]!.units;
    const b = claims[right]!.units;
    if (a.length !== 1 || b.length !== 1) return null;
    const here = subdistrictOf(a[0]!);
    const there = subdistrictOf(b[0]!);
    return here !== null && there !== null && here !== there ? 'subdistrict' : null;
  };
  return assemble(faces, claims, legal, parent !== null, units.unitCount);
}

/** Every edge once, labelled with the units (their index) and parents (-1 less theirs) that it bounds. */
function rawSoup(units: PolygonLayer, facts: RingFacts, parent: PolygonLayer | null): EdgeSoup {
  const partner = matchEdges(units, facts, null);
  const parentFacts = parent && surveyRings(parent, GRID_METRES);
  const parentPartner = parent && parentFacts && matchEdges(parent, parentFacts, null);
  const room = units.vertexCount + (parent?.vertexCount ?? 0);
  const soup = emptySoup(room);
  const labels = new Int32Array(2 * room);
  let count = 0;
  let labelCount = 0;
  const add = (layer: PolygonLayer, layerFacts: RingFacts, mates: Int32Array, labelOf: (unit: number) => number) => {
    const { coordinates: xy, ringStart } = layer;
    const ringOf = new Int32Array(layer.vertexCount);
    for (let r = 0; r < layerFacts.ringCount; r++) ringOf.fill(r, ringStart[r], ringStart[r + 1]);
    for (let r = 0; r < layerFacts.ringCount; r++) {
      const first = ringStart[r]!;
      const end = ringStart[r + 1]!;
      for (let i = first; i < end; i++) {
        const mate = mates[i]!;
        // Of a matched pair the first stands for both.
        if (mate === DROPPED || (mate >= 0 && mate < i)) continue;
        const j = i + 1 < end ? i + 1 : first;
        const label = labelOf(layerFacts.unitOf[r]!);
        const other = mate >= 0 ? labelOf(layerFacts.unitOf[ringOf[mate]!]!) : null;
        if (other === label) continue;
        soup.x0[count] = xy[2 * i]!;
        soup.y0[count] = xy[2 * i + 1]!;
        soup.x1[count] = xy[2 * j]!;
        soup.y1[count] = xy[2 * j + 1]!;
        labels[labelCount++] = label;
        if (other !== null) labels[labelCount++] = other;
        soup.labelStart[++count] = labelCount;
      }
    }
  };
  add(units, facts, partner, (unit) => unit);
  if (parent && parentFacts && parentPartner) add(parent, parentFacts, parentPartner, (unit) => -1 - unit);
  return { ...soup, count, labels };
}

/** From the outside inwards: crossing an edge toggles what it bounds. */
function claimsOf(soup: EdgeLabels, faces: TracedFaces): Claims[] {
  const nobody: Claims = { units: [], parent: -1, parents: [] };
  const claims: (Claims | undefined)[] = new Array<Claims | undefined>(faces.faceCount).fill(undefined);
  claims[OUTSIDE] = nobody;
  const queue = [OUTSIDE];
  for (let face = queue.pop(); face !== undefined; face = queue.pop()) {
    const here = claims[face]!;
    const rims = faces.outline[face]! < 0 ? faces.holes[face]! : [faces.outline[face]!, ...faces.holes[face]!];
    for (const rim of rims) {
      let h = rim;
      do {
        const beyond = faces.faceOf[h ^ 1]!;
        if (claims[beyond] === undefined) {
          const e = h >> 1;
          claims[beyond] = toggled(here, soup.labels.subarray(soup.labelStart[e], soup.labelStart[e + 1]));
          queue.push(beyond);
        }
        h = faces.next[h]!;
      } while (h !== rim);
    }
  }
  return claims.map((claim) => claim ?? nobody);
}

function toggled(claims: Claims, labels: Int32Array): Claims {
  const units = new Set(claims.units);
  const parents = new Set(claims.parents);
  for (const label of labels) {
    const set = label >= 0 ? units : parents;
    const value = label >= 0 ? label : -1 - label;
    if (!set.delete(value)) set.add(value);
  }
  const ascending = (set: Set<number>) => [...set].sort((p, q) => p - q);
  const inside = ascending(parents);
  return { units: ascending(units), parents: inside, parent: inside[0] ?? -1 };
}
