/**
 * What is left when matched edges have cancelled, as segments with their ground
 * on the left, each with the unit (or the parent) that it bounds.
 *
 * Fine steps: a sixteenth of 1e-7 degree, counted from the layer's south-west.
 */
import { NODING_STEPS } from './defect.ts';
import { buildFaces, OUTSIDE } from './faces.ts';
import type { PolygonLayer } from './layer.ts';
import { DROPPED, matchEdges } from './matching.ts';
import { nodeSegments, type Segments } from './noding.ts';
import { surveyRings, type RingFacts } from './rings.ts';
import { ringAreaSquareMetres } from '../geo/ellipsoid.ts';

/** Owner of the segments of the parent's line. */
export const PARENT = -1;

export interface Residue {
  segments: Segments;
  /** Unit of each segment, or PARENT. */
  owner: Int32Array;
  /** Steps of the point where fine steps are counted from. */
  originX: number;
  originY: number;
}

/** The south-west of all layers, in steps. */
export function originOf(layers: readonly (PolygonLayer | null)[]): { x: number; y: number } {
  let west = Infinity;
  let south = Infinity;
  for (const layer of layers) {
    if (layer === null) continue;
    const xy = layer.coordinates;
    for (let i = 0; i < layer.vertexCount; i++) {
      if (xy[2 * i]! < west) west = xy[2 * i]!;
      if (xy[2 * i + 1]! < south) south = xy[2 * i + 1]!;
    }
  }
  return west === Infinity ? { x: 0, y: 0 } : { x: west, y: south };
}

export class ResidueBuilder {
  private x0: number[] = [];
  private y0: number[] = [];
  private x1: number[] = [];
  private y1: number[] = [];
  private owners: number[] = [];
  readonly originX: number;
  readonly originY: number;

  constructor(origin: { x: number; y: number }) {
    this.originX = origin.x;
    this.originY = origin.y;
  }

  /** Every edge of the layer that has no partner. */
  addUnmatched(layer: PolygonLayer, facts: RingFacts, partner: Int32Array, ownerOf: (unit: number) => number): void {
    for (let r = 0; r < facts.ringCount; r++) this.addRing(layer, facts, r, ownerOf(facts.unitOf[r]!), (i) => partner[i]! < 0 && partner[i] !== DROPPED);
  }

  private addRing(layer: PolygonLayer, facts: RingFacts, r: number, owner: number, wanted: (edge: number) => boolean): void {
    const { coordinates: xy, ringStart } = layer;
    const s = facts.sign[r]!;
    if (s === 0) return;
    const first = ringStart[r]!;
    const end = ringStart[r + 1]!;
    for (let i = first; i < end; i++) {
      if (!wanted(i)) continue;
      const j = i + 1 < end ? i + 1 : first;
      const a = s > 0 ? i : j;
      const b = s > 0 ? j : i;
      if (xy[2 * a] === xy[2 * b] && xy[2 * a + 1] === xy[2 * b + 1]) continue;
      this.push(
        (xy[2 * a]! - this.originX) * NODING_STEPS, (xy[2 * a + 1]! - this.originY) * NODING_STEPS,
        (xy[2 * b]! - this.originX) * NODING_STEPS, (xy[2 * b + 1]! - this.originY) * NODING_STEPS, owner,
      );
    }
  }

  /** The outer line of a group of units: edges without a partner inside the group. Returns the edges as text, for comparing. */
  addOuter(layer: PolygonLayer, facts: RingFacts, group: readonly number[], partnerUnit: (edge: number) => number): string[] {
    const inGroup = new Set(group);
    return this.listed(() => {
      for (const unit of group) {
        for (const r of ringsOf(layer, unit)) this.addRing(layer, facts, r, unit, (i) => !inGroup.has(partnerUnit(i)));
      }
    });
  }

  /** All edges of one unit of a layer. */
  addOne(layer: PolygonLayer, facts: RingFacts, unit: number, owner: number): string[] {
    return this.listed(() => { for (const r of ringsOf(layer, unit)) this.addRing(layer, facts, r, owner, () => true); });
  }

  private listed(add: () => void): string[] {
    const from = this.x0.length;
    add();
    return this.x0.slice(from).map((x, k) => `${x},${this.y0[from + k]!},${this.x1[from + k]!},${this.y1[from + k]!}`);
  }

  /**
   * A unit whose outline crosses itself: its ground is what an odd number of
   * its rings enclose, as GIS programs that mend such polygons have it. Returns its area, m².
   */
  addCrossed(layer: PolygonLayer, facts: RingFacts, unit: number, owner: number): number {
    const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
    const raw = new SegmentList();
    for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
      if (facts.sign[r] === 0) continue;
      const end = ringStart[r + 1]!;
      for (let i = ringStart[r]!; i < end; i++) {
        const j = i + 1 < end ? i + 1 : ringStart[r]!;
        raw.push(
          (xy[2 * i]! - this.originX) * NODING_STEPS, (xy[2 * i + 1]! - this.originY) * NODING_STEPS,
          (xy[2 * j]! - this.originX) * NODING_STEPS, (xy[2 * j + 1]! - this.originY) * NODING_STEPS,
        );
      }
    }
    const graph = nodeSegments(raw.finish());
    const ones = new Int8Array(graph.useSegment.length).fill(1);
    const faces = buildFaces(graph, { units: ones, parents: new Int8Array(ones.length) });
    const inside = (face: number) => face !== OUTSIDE && (faces.units[face]! & 1) === 1;
    let area = 0;
    for (let e = 0; e < graph.edgeCount; e++) {
      const left = faces.faceOf[2 * e]!;
      if (left < 0) continue;
      const right = faces.faceOf[2 * e + 1]!;
      if (inside(left) === inside(right)) continue;
      const a = inside(left) ? graph.edgeFrom[e]! : graph.edgeTo[e]!;
      const b = inside(left) ? graph.edgeTo[e]! : graph.edgeFrom[e]!;
      this.push(graph.nodeX[a]!, graph.nodeY[a]!, graph.nodeX[b]!, graph.nodeY[b]!, owner);
    }
    for (let face = 1; face < faces.faceCount; face++) {
      if (!inside(face)) continue;
      for (const h of [faces.outline[face]!, ...faces.holes[face]!]) {
        const ring: number[] = [];
        let at = h;
        do {
          const n = (at & 1) === 0 ? graph.edgeFrom[at >> 1]! : graph.edgeTo[at >> 1]!;
          ring.push(graph.nodeX[n]! / NODING_STEPS + this.originX, graph.nodeY[n]! / NODING_STEPS + this.originY);
          at = faces.next[at]!;
        } while (at !== h);
        area += ringAreaSquareMetres(ring, 0, ring.length / 2);
      }
    }
    return area;
  }

  private push(ax: number, ay: number, bx: number, by: number, owner: number): void {
    this.x0.push(ax);
    this.y0.push(ay);
    this.x1.push(bx);
    this.y1.push(by);
    this.owners.push(owner);
  }

  finish(): Residue {
    return {
      segments: {
        count: this.x0.length,
        x0: Float64Array.from(this.x0), y0: Float64Array.from(this.y0),
        x1: Float64Array.from(this.x1), y1: Float64Array.from(this.y1),
      },
      owner: Int32Array.from(this.owners),
      originX: this.originX,
      originY: this.originY,
    };
  }
}

function ringsOf(layer: PolygonLayer, unit: number): number[] {
  const first = layer.polygonStart[layer.unitStart[unit]!]!;
  const end = layer.polygonStart[layer.unitStart[unit + 1]!]!;
  return Array.from({ length: end - first }, (_, k) => first + k);
}

/** The parent's outer line: lines between subdistricts cancel like any matched edges. */
export function addParent(builder: ResidueBuilder, parent: PolygonLayer, gridMetres: number): RingFacts {
  const facts = surveyRings(parent, gridMetres);
  builder.addUnmatched(parent, facts, matchEdges(parent, facts, null), () => PARENT);
  return facts;
}

class SegmentList {
  private readonly values: number[] = [];

  push(ax: number, ay: number, bx: number, by: number): void {
    if (ax !== bx || ay !== by) this.values.push(ax, ay, bx, by);
  }

  finish(): Segments {
    const count = this.values.length / 4;
    const pick = (offset: number) => Float64Array.from({ length: count }, (_, i) => this.values[4 * i + offset]!);
    return { count, x0: pick(0), y0: pick(1), x1: pick(2), y1: pick(3) };
  }
}
