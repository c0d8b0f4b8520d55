/**
 * From polygons, clean or dirty, to a coverage. All edges are noded together with the legal lines; what a unit claims is the
 * ground that an odd number of its rings enclose, so the result never depends on winding and every input has one.
 */
import { PagedArray } from '../pagedArray.ts';
import type { Work } from '../progress.ts';
import { OUTSIDE_FACE, type Arc, type Coverage, type Face, type LegalLine, type Node } from './coverage.ts';
import { emptySoup, graphOf, nodedSoup, type EdgeSoup } from './edgeSoup.ts';
import { openIndex } from './faceIndex.ts';
import { buildFaces, OUTSIDE, type FaceGraph } from './faces.ts';
import { facesOfUnits } from './faceLists.ts';
import type { PolygonLayer } from './layer.ts';
import { DROPPED, matchEdges } from './matching.ts';
import { boxOf, fromLowest, ringArea } from './ringMeasure.ts';
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
  const graph = graphOf(soup);
  const ones = new Int8Array(soup.count).fill(1);
  const faces = buildFaces(graph, { units: ones, parents: new Int8Array(soup.count) });
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
  return {
    count, x0: soup.x0.slice(0, count), y0: soup.y0.slice(0, count), x1: soup.x1.slice(0, count), y1: soup.y1.slice(0, count),
    labelStart: soup.labelStart.slice(0, count + 1), labels: labels.slice(0, labelCount),
  };
}

interface Claims {
  units: readonly number[];
  parent: number;
  parents: readonly number[];
}

/** From the outside inwards: crossing an edge toggles what it bounds. */
function claimsOf(soup: EdgeSoup, faces: FaceGraph): Claims[] {
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

function assemble(
  faceGraph: FaceGraph, claims: readonly Claims[], legal: (left: number, right: number) => LegalLine | null,
  hasParent: boolean, unitCount: number,
): Coverage {
  const { graph, next, faceOf } = faceGraph;
  const origin = (h: number) => ((h & 1) === 0 ? graph.edgeFrom[h >> 1]! : graph.edgeTo[h >> 1]!);
  const degree = new Int32Array(graph.nodeCount);
  for (let e = 0; e < graph.edgeCount; e++) {
    degree[graph.edgeFrom[e]!]!++;
    degree[graph.edgeTo[e]!]!++;
  }
  const nodeId = new Int32Array(graph.nodeCount).fill(-1);
  const nodes: { x: number; y: number; out: { half: number; x: number; y: number }[] }[] = [];
  const nodeAt = (n: number): number => {
    if (nodeId[n]! < 0) {
      nodeId[n] = nodes.length;
      nodes.push({ x: graph.nodeX[n]!, y: graph.nodeY[n]!, out: [] });
    }
    return nodeId[n]!;
  };
  const arcs: Arc[] = [];
  /** Half-arc of each half-edge. */
  const halfOf = new Int32Array(2 * graph.edgeCount).fill(-1);
  const chain = (start: number) => {
    const id = arcs.length;
    const xy: number[] = [graph.nodeX[origin(start)]!, graph.nodeY[origin(start)]!];
    let h = start;
    for (;;) {
      halfOf[h] = 2 * id;
      halfOf[h ^ 1] = 2 * id + 1;
      const end = origin(h ^ 1);
      xy.push(graph.nodeX[end]!, graph.nodeY[end]!);
      if (degree[end] !== 2 || end === origin(start)) break;
      h = next[h]!;
    }
    const from = nodeAt(origin(start));
    const to = nodeAt(origin(h ^ 1));
    const left = faceOf[start]!;
    const right = faceOf[start ^ 1]!;
    nodes[from]!.out.push({ half: 2 * id, x: xy[2]!, y: xy[3]! });
    nodes[to]!.out.push({ half: 2 * id + 1, x: xy[xy.length - 4]!, y: xy[xy.length - 3]! });
    arcs.push({ from, to, left, right, xy: Int32Array.from(xy), origin: 'base', legal: legal(left, right), matched: false, made: [] });
  };
  for (let e = 0; e < graph.edgeCount; e++) {
    for (const h of [2 * e, 2 * e + 1]) if (degree[origin(h)] !== 2 && halfOf[h]! < 0) chain(h);
  }
  // Closed lines without a node: one is set at the lowest vertex.
  for (let e = 0; e < graph.edgeCount; e++) {
    if (halfOf[2 * e]! >= 0) continue;
    let best = 2 * e;
    for (let h = next[2 * e]!; h !== 2 * e; h = next[h]!) {
      const n = origin(h);
      const b = origin(best);
      if (graph.nodeX[n]! < graph.nodeX[b]! || (graph.nodeX[n] === graph.nodeX[b] && graph.nodeY[n]! < graph.nodeY[b]!)) best = h;
    }
    chain(best);
  }
  const finishedNodes: Node[] = nodes.map(({ x, y, out }) => ({ x, y, out: inOrder(x, y, out), base: true, splits: [] }));
  const faces: Face[] = [];
  for (let f = 0; f < faceGraph.faceCount; f++) {
    const rims = faceGraph.outline[f]! < 0 ? faceGraph.holes[f]! : [faceGraph.outline[f]!, ...faceGraph.holes[f]!];
    const rings = rims.map((rim) => ringAlong(rim));
    const { units, parent } = claims[f]!;
    faces.push({
      // Holes by their lowest vertex, so that sums over loops have one order.
      loops: orderedLoops(rims.map((rim) => halfOf[rim]!), rings, f === OUTSIDE_FACE),
      claimants: units, base: units, parent, inParent: hasParent ? parent >= 0 : f !== OUTSIDE_FACE,
      areaSquareMetres: f === OUTSIDE_FACE ? 0 : loopsArea(rings),
      box: f === OUTSIDE_FACE ? [0, 0, 0, 0] : boxOf(rings[0]!),
    });
  }
  return {
    arcs: PagedArray.from<Arc | null>(arcs), nodes: PagedArray.from<Node | null>(finishedNodes), faces: PagedArray.from<Face | null>(faces),
    ...facesOfUnits(faces, unitCount),
    index: openIndex(faces, extentOf(faces)),
  };

  function ringAlong(rim: number): number[] {
    const ring: number[] = [];
    let h = rim;
    do {
      ring.push(graph.nodeX[origin(h)]!, graph.nodeY[origin(h)]!);
      h = next[h]!;
    } while (h !== rim);
    return ring;
  }
}

/** Counter-clockwise from due east, by the next vertex along each half-arc; exact, since steps are whole. */
export function inOrder(x: number, y: number, out: readonly { half: number; x: number; y: number }[]): number[] {
  const upper = (p: { x: number; y: number }) => (p.y > y || (p.y === y && p.x > x) ? 0 : 1);
  return [...out].sort((p, q) => upper(p) - upper(q) || -cross(p.x - x, p.y - y, q.x - x, q.y - y)).map(({ half }) => half);
}

function cross(ux: number, uy: number, vx: number, vy: number): number {
  const value = ux * vy - uy * vx;
  // Products of steps beyond 94 million may round: then whole numbers of any size decide.
  if (Math.abs(value) > 64 || (Math.abs(ux) < 6e7 && Math.abs(uy) < 6e7 && Math.abs(vx) < 6e7 && Math.abs(vy) < 6e7)) return value;
  return Number(BigInt(ux) * BigInt(vy) - BigInt(uy) * BigInt(vx));
}

/** Shell first, holes by their lowest vertex. */
export function orderedLoops(halves: readonly number[], rings: readonly (readonly number[])[], outside: boolean): number[] {
  const keyed = halves.map((half, k) => {
    const ring = fromLowest(rings[k]!);
    return { half, shell: !outside && k === 0, x: ring[0]!, y: ring[1]! };
  });
  return keyed.sort((p, q) => Number(q.shell) - Number(p.shell) || p.x - q.x || p.y - q.y).map(({ half }) => half);
}

/** Shell less holes, m²; summed in the holes' order. */
export function loopsArea(rings: readonly (readonly number[])[]): number {
  const areas = rings.map((ring) => ringArea(ring));
  const holes = areas.slice(1).sort((p, q) => p - q);
  return Math.max(0, holes.reduce((sum, area) => sum + area, areas[0] ?? 0));
}

function extentOf(faces: readonly Face[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let f = 1; f < faces.length; f++) {
    const box = faces[f]!.box;
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return west === Infinity ? [0, 0, 1, 1] : [west, south, east, north];
}
