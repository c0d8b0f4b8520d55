/**
 * A uniform grid over the boxes of segments, for finding what may meet. Long segments are walked column by column, so that a
 * diagonal takes few cells.
 */
import type { PointTable } from './pointTable.ts';
import { grown } from './grown.ts';

/** Segments by the end points' coordinates, integers in fine steps. */
export interface Segments {
  count: number;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
}

/** Cells are numbered tile by tile, 16 each way: an outline's cells then stand close together in memory. */
const TILE_BITS = 4;
const TILE_MASK = (1 << TILE_BITS) - 1;

export class SegmentGrid {
  readonly cellCount: number;
  /** Segments of each cell: `items[start[cell]..start[cell + 1]]`, ascending. */
  readonly start: Int32Array;
  readonly items: Int32Array;
  /** Cells that each segment's surroundings touch, each once: `touched[touchedStart[i]..touchedStart[i + 1]]`. */
  readonly touchedStart: Int32Array;
  touched: Int32Array;
  private readonly columns: number;
  private readonly tileColumns: number;
  private readonly rows: number;
  private readonly west: number;
  private readonly south: number;
  private readonly sizeX: number;
  private readonly sizeY: number;
  private readonly s: Segments;
  /** How far round a segment its cells reach, in fine steps. */
  private readonly margin: number;

  constructor(s: Segments, margin: number) {
    this.s = s;
    this.margin = margin;
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    let sumX = 0;
    let sumY = 0;
    for (let i = 0; i < s.count; i++) {
      west = Math.min(west, s.x0[i]!, s.x1[i]!);
      east = Math.max(east, s.x0[i]!, s.x1[i]!);
      south = Math.min(south, s.y0[i]!, s.y1[i]!);
      north = Math.max(north, s.y0[i]!, s.y1[i]!);
      sumX += Math.abs(s.x1[i]! - s.x0[i]!);
      sumY += Math.abs(s.y1[i]! - s.y0[i]!);
    }
    if (s.count === 0) west = south = east = north = 0;
    const width = east - west + 2 * margin + 2;
    const height = north - south + 2 * margin + 2;
    // About a segment's extent each way (the long teeth of a comb take tall cells), but never more than four cells a segment.
    const meanX = Math.max(sumX / (s.count + 1), 1);
    const meanY = Math.max(sumY / (s.count + 1), 1);
    const crowd = Math.max(1, Math.sqrt(((width / meanX) * (height / meanY)) / (4 * s.count + 16)));
    this.sizeX = Math.max(meanX * crowd, width / 65536);
    this.sizeY = Math.max(meanY * crowd, height / 65536);
    this.west = west - margin - 1;
    this.south = south - margin - 1;
    this.columns = Math.floor(width / this.sizeX) + 1;
    this.rows = Math.floor(height / this.sizeY) + 1;
    this.tileColumns = (this.columns + TILE_MASK) >> TILE_BITS;
    this.cellCount = (this.tileColumns * ((this.rows + TILE_MASK) >> TILE_BITS)) << (2 * TILE_BITS);
    this.touched = new Int32Array(3 * s.count + 64);
    const touchedStart = new Int32Array(s.count + 1);
    for (let i = 0; i < s.count; i++) touchedStart[i + 1] = this.touch(i, touchedStart[i]!);
    this.touchedStart = touchedStart;
    const { touched } = this;
    const total = touchedStart[s.count]!;
    const start = new Int32Array(this.cellCount + 2);
    for (let k = 0; k < total; k++) start[touched[k]! + 2]!++;
    for (let c = 2; c < start.length; c++) start[c]! += start[c - 1]!;
    const items = new Int32Array(total);
    for (let i = 0; i < s.count; i++) {
      for (let k = touchedStart[i]!; k < touchedStart[i + 1]!; k++) items[start[touched[k]! + 1]!++] = i;
    }
    this.start = start;
    this.items = items;
  }

  /** Puts the cells that a segment's surroundings touch into `touched`, from `at` on; returns where they end. */
  private touch(i: number, at: number): number {
    let count = at;
    const { x0, y0, x1, y1 } = this.s;
    let ax = (x0[i]! - this.west) / this.sizeX;
    let ay = (y0[i]! - this.south) / this.sizeY;
    let bx = (x1[i]! - this.west) / this.sizeX;
    let by = (y1[i]! - this.south) / this.sizeY;
    if (bx < ax) {
      let swap = ax;
      ax = bx;
      bx = swap;
      swap = ay;
      ay = by;
      by = swap;
    }
    const marginX = this.margin / this.sizeX;
    const marginY = this.margin / this.sizeY;
    const slope = bx > ax ? (by - ay) / (bx - ax) : 0;
    const firstColumn = Math.floor(ax - marginX);
    const lastColumn = Math.floor(bx + marginX);
    for (let column = firstColumn; column <= lastColumn; column++) {
      let low = ay;
      let high = by;
      if (bx > ax) {
        const from = Math.max(ax, column - marginX);
        const to = Math.min(bx, column + 1 + marginX);
        low = ay + slope * (from - ax);
        high = ay + slope * (to - ax);
      }
      if (low > high) {
        const swap = low;
        low = high;
        high = swap;
      }
      const lastRow = Math.floor(high + marginY);
      for (let row = Math.floor(low - marginY); row <= lastRow; row++) {
        if (count === this.touched.length) this.touched = grown(this.touched);
        this.touched[count++] = this.cellAt(column, row);
      }
    }
    return count;
  }

  private cellAt(column: number, row: number): number {
    const tile = (row >> TILE_BITS) * this.tileColumns + (column >> TILE_BITS);
    return (tile << (2 * TILE_BITS)) | ((row & TILE_MASK) << TILE_BITS) | (column & TILE_MASK);
  }

  /** Place of a cell row by row, from the south. */
  rowOrder(cell: number): number {
    const tile = cell >> (2 * TILE_BITS);
    const row = (Math.floor(tile / this.tileColumns) << TILE_BITS) | ((cell >> TILE_BITS) & TILE_MASK);
    return row * this.columns + (((tile % this.tileColumns) << TILE_BITS) | (cell & TILE_MASK));
  }

  /** Nodes of each cell: `cellNodes[cellStart[cell]..cellStart[cell + 1]]`, ascending. */
  bucketNodes(nodes: PointTable): { cellStart: Int32Array; cellNodes: Int32Array } {
    const { west, south, sizeX, sizeY } = this;
    const { count, x, y } = nodes;
    const cellStart = new Int32Array(this.cellCount + 2);
    const cellOf = new Int32Array(count);
    for (let n = 0; n < count; n++) {
      const cell = this.cellAt(Math.floor((x[n]! - west) / sizeX), Math.floor((y[n]! - south) / sizeY));
      cellOf[n] = cell;
      cellStart[cell + 2]!++;
    }
    for (let c = 2; c < cellStart.length; c++) cellStart[c]! += cellStart[c - 1]!;
    const cellNodes = new Int32Array(count);
    for (let n = 0; n < count; n++) cellNodes[cellStart[cellOf[n]! + 1]!++] = n;
    return { cellStart, cellNodes };
  }
}
