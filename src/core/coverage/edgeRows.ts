import { turn, type PlaneGraph } from './noding.ts';

/** Edges by rows of equal height, for rays to the west from places that are known beforehand: other rows stay empty. */
export class EdgeRows {
  private readonly start: Int32Array;
  private readonly items: Int32Array;
  private readonly south: number;
  private readonly height: number;
  private readonly rows: number;

  /** `heights`: where rays will be asked for. */
  constructor(private readonly graph: PlaneGraph, kept: Uint8Array, heights: readonly number[]) {
    const { nodeY, edgeFrom, edgeTo, edgeCount } = graph;
    let south = Infinity;
    let north = -Infinity;
    for (let n = 0; n < graph.nodeCount; n++) {
      if (nodeY[n]! < south) south = nodeY[n]!;
      if (nodeY[n]! > north) north = nodeY[n]!;
    }
    this.rows = Math.max(1, Math.min(1 << 14, edgeCount >> 2));
    this.south = south;
    this.height = (north - south) / this.rows + 1e-9 * (north - south) + 1e-9;
    const isAsked = new Uint8Array(this.rows);
    for (const y of heights) isAsked[this.row(y)] = 1;
    /** Rows asked for to the south of each row. */
    const askedBelow = new Int32Array(this.rows + 1);
    for (let r = 0; r < this.rows; r++) askedBelow[r + 1] = askedBelow[r]! + isAsked[r]!;
    const crossing: number[] = [];
    const start = new Int32Array(this.rows + 2);
    for (let e = 0; e < edgeCount; e++) {
      if (kept[e] === 0) continue;
      const a = this.row(nodeY[edgeFrom[e]!]!);
      const b = this.row(nodeY[edgeTo[e]!]!);
      const low = Math.min(a, b);
      const high = Math.max(a, b);
      if (askedBelow[high + 1] === askedBelow[low]) continue;
      crossing.push(e, low, high);
      for (let r = low; r <= high; r++) start[r + 2]! += isAsked[r]!;
    }
    for (let r = 2; r < start.length; r++) start[r]! += start[r - 1]!;
    const items = new Int32Array(start[this.rows + 1]!);
    for (let k = 0; k < crossing.length; k += 3) {
      for (let r = crossing[k + 1]!; r <= crossing[k + 2]!; r++) if (isAsked[r] === 1) items[start[r + 1]!++] = crossing[k]!;
    }
    this.start = start;
    this.items = items;
  }

  private row(y: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((y - this.south) / this.height)));
  }

  /**
   * The half-edge whose left side faces the point, of the nearest edge strictly
   * west on the line a hair above y; -1 when there is none.
   */
  edgeWestOf(x: number, y: number): number {
    const { nodeX, nodeY, edgeFrom, edgeTo } = this.graph;
    const r = this.row(y);
    let best = -1;
    let bestX = -Infinity;
    let bestSlope = 0;
    for (let k = this.start[r]!; k < this.start[r + 1]!; k++) {
      const e = this.items[k]!;
      const a = edgeFrom[e]!;
      const b = edgeTo[e]!;
      const ya = nodeY[a]!;
      const yb = nodeY[b]!;
      if (ya > y === yb > y) continue;
      const low = ya < yb ? a : b;
      const high = ya < yb ? b : a;
      // West of the point: the point lies to the right of the edge taken upwards.
      const side = turn(nodeX[low]!, nodeY[low]!, nodeX[high]!, nodeY[high]!, x, y);
      if (side >= 0) continue;
      const slope = (nodeX[high]! - nodeX[low]!) / (nodeY[high]! - nodeY[low]!);
      const at = nodeX[low]! + slope * (y - nodeY[low]!);
      if (best < 0 || at > bestX + 1e-7 || (at > bestX - 1e-7 && slope > bestSlope)) {
        // The downward half-edge has the east on its left.
        best = low === a ? 2 * e + 1 : 2 * e;
        bestX = at;
        bestSlope = slope;
      }
    }
    return best;
  }
}
