/**
 * Edges between numbered nodes, each once, with every use of it. An edge is looked for at the end that fewer edges meet:
 * in a plane graph those are never many, however many meet at the other.
 */
import { grown } from './grown.ts';

export class EdgeTable {
  private edges = 0;
  private from: Int32Array;
  private to: Int32Array;
  /** Edge + 1 that was last put to a node, and those before it by either of their ends. */
  private readonly latest: Int32Array;
  private beforeAtFrom: Int32Array;
  private beforeAtTo: Int32Array;
  private readonly degree: Int32Array;
  private uses = 0;
  private useEdge: Int32Array;
  private useSegment: Int32Array;

  constructor(nodeCount: number, expected: number) {
    this.latest = new Int32Array(nodeCount);
    this.degree = new Int32Array(nodeCount);
    this.from = new Int32Array(expected + 16);
    this.to = new Int32Array(expected + 16);
    this.beforeAtFrom = new Int32Array(expected + 16);
    this.beforeAtTo = new Int32Array(expected + 16);
    this.useEdge = new Int32Array(expected + 16);
    this.useSegment = new Int32Array(expected + 16);
  }

  /** A segment runs from node a to node b; nothing where they are one. */
  use(a: number, b: number, segment: number): void {
    if (a === b) return;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    let edge = this.find(low, high);
    if (edge < 0) edge = this.add(low, high);
    if (this.uses === this.useEdge.length) {
      this.useEdge = grown(this.useEdge);
      this.useSegment = grown(this.useSegment);
    }
    this.useEdge[this.uses] = edge;
    // The way along the edge as the last bit.
    this.useSegment[this.uses++] = 2 * segment + (a < b ? 1 : 0);
  }

  private find(low: number, high: number): number {
    const { from, to, beforeAtFrom, beforeAtTo } = this;
    const at = this.degree[low]! <= this.degree[high]! ? low : high;
    let edge = this.latest[at]! - 1;
    while (edge >= 0 && (from[edge] !== low || to[edge] !== high)) edge = (from[edge] === at ? beforeAtFrom[edge]! : beforeAtTo[edge]!) - 1;
    return edge;
  }

  private add(low: number, high: number): number {
    if (this.edges === this.from.length) {
      this.from = grown(this.from);
      this.to = grown(this.to);
      this.beforeAtFrom = grown(this.beforeAtFrom);
      this.beforeAtTo = grown(this.beforeAtTo);
    }
    const edge = this.edges++;
    this.from[edge] = low;
    this.to[edge] = high;
    this.beforeAtFrom[edge] = this.latest[low]!;
    this.beforeAtTo[edge] = this.latest[high]!;
    this.latest[low] = edge + 1;
    this.latest[high] = edge + 1;
    this.degree[low]!++;
    this.degree[high]!++;
    return edge;
  }

  finish() {
    const { edges: edgeCount, uses, useEdge } = this;
    const useStart = new Int32Array(edgeCount + 2);
    for (let k = 0; k < uses; k++) useStart[useEdge[k]! + 2]!++;
    for (let e = 2; e < useStart.length; e++) useStart[e]! += useStart[e - 1]!;
    const useSegment = new Int32Array(uses);
    const useForward = new Uint8Array(uses);
    for (let k = 0; k < uses; k++) {
      const at = useStart[useEdge[k]! + 1]!++;
      const use = this.useSegment[k]!;
      useSegment[at] = use >> 1;
      useForward[at] = use & 1;
    }
    return {
      edgeCount, edgeFrom: this.from.subarray(0, edgeCount), edgeTo: this.to.subarray(0, edgeCount), useStart, useSegment, useForward,
    };
  }
}
