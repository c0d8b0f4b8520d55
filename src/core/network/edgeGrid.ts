/**
 * The nearest edge of a point, by a grid of cells that know the edges through them. City streets are so even that a flat grid beats
 * a tree; cells are looked at ring by ring until none further out can hold anything nearer.
 */
import { METRES_PER_STEP, metresPerStepEast, MILLIMETRES_PER_METRE } from './edgeLength.ts';
import type { StreetGraph } from './streetGraph.ts';

const CELL_METRES = 64;
const MOST_CELLS = 4_000_000;

/** May this edge be taken, at this share of its way? Asked only of edges nearer than the best so far. */
export type Accept = (edge: number, share: number) => boolean;

export class EdgeGrid {
  readonly #graph: StreetGraph;
  readonly #west: number;
  readonly #south: number;
  readonly #cellEast: number;
  readonly #cellNorth: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #start: Uint32Array;
  readonly #edges: Uint32Array;
  /** What `nearest` has found. */
  edge = -1;
  alongMillimetres = 0;
  offsetMillimetres = 0;
  share = 0;

  /** `isUsable`: edges that may be snapped to; all where it is left out. */
  constructor(graph: StreetGraph, isUsable: (edge: number) => boolean = () => true) {
    this.#graph = graph;
    const [west, south, east, north] = boundsOf(graph);
    const middle = (south + north) / 2;
    const area = (east - west) * metresPerStepEast(middle) * (north - south) * METRES_PER_STEP;
    const cellMetres = Math.max(CELL_METRES, Math.sqrt(area / MOST_CELLS));
    this.#west = west;
    this.#south = south;
    this.#cellEast = cellMetres / metresPerStepEast(middle);
    this.#cellNorth = cellMetres / METRES_PER_STEP;
    this.#columns = Math.floor((east - west) / this.#cellEast) + 1;
    this.#rows = Math.floor((north - south) / this.#cellNorth) + 1;
    this.#start = new Uint32Array(this.#columns * this.#rows + 1);
    for (let edge = 0; edge < graph.edgeCount; edge++) if (isUsable(edge)) this.#forEachCell(edge, (cell) => { this.#start[cell + 1]!++; });
    for (let cell = 0; cell < this.#columns * this.#rows; cell++) this.#start[cell + 1]! += this.#start[cell]!;
    this.#edges = new Uint32Array(this.#start[this.#columns * this.#rows]!);
    const next = this.#start.slice(0, -1);
    for (let edge = 0; edge < graph.edgeCount; edge++) if (isUsable(edge)) this.#forEachCell(edge, (cell) => { this.#edges[next[cell]!++] = edge; });
  }

  /** False where no edge lies within `mostMetres`. x, y in steps; distances in the plane of the point's own latitude. */
  nearest(x: number, y: number, mostMetres: number, accept: Accept | null = null): boolean {
    const eastMetres = metresPerStepEast(y);
    const column = Math.floor((x - this.#west) / this.#cellEast);
    const row = Math.floor((y - this.#south) / this.#cellNorth);
    // How far the point is from the sides of its own cell, and how much each ring adds.
    const cellEast = this.#cellEast * eastMetres;
    const cellNorth = this.#cellNorth * METRES_PER_STEP;
    const fromWest = (x - this.#west - column * this.#cellEast) * eastMetres;
    const fromSouth = (y - this.#south - row * this.#cellNorth) * METRES_PER_STEP;
    const sideEast = Math.min(fromWest, cellEast - fromWest);
    const sideNorth = Math.min(fromSouth, cellNorth - fromSouth);
    let best = mostMetres * mostMetres;
    this.edge = -1;
    for (let ring = 0; ; ring++) {
      const inside = ring === 0 ? 0 : Math.min(sideEast + (ring - 1) * cellEast, sideNorth + (ring - 1) * cellNorth);
      if (inside * inside > best) break;
      for (let r = Math.max(0, row - ring); r <= Math.min(this.#rows - 1, row + ring); r++) {
        const isEdgeRow = r === row - ring || r === row + ring;
        for (let c = column - ring; c <= column + ring; c += isEdgeRow || ring === 0 ? 1 : 2 * ring) {
          if (c >= 0 && c < this.#columns) best = this.#lookIn(r * this.#columns + c, x, y, eastMetres, best, accept);
        }
      }
    }
    if (this.edge < 0) return false;
    this.alongMillimetres = Math.round(this.share * this.#graph.edgeMillimetres[this.edge]!);
    this.offsetMillimetres = Math.round(Math.sqrt(best) * MILLIMETRES_PER_METRE);
    return true;
  }

  #lookIn(cell: number, x: number, y: number, eastMetres: number, best: number, accept: Accept | null): number {
    const { coordinates, edgeFrom, edgeTo } = this.#graph;
    for (let i = this.#start[cell]!; i < this.#start[cell + 1]!; i++) {
      const edge = this.#edges[i]!;
      const a = 2 * edgeFrom[edge]!;
      const b = 2 * edgeTo[edge]!;
      const ax = (coordinates[a]! - x) * eastMetres;
      const ay = (coordinates[a + 1]! - y) * METRES_PER_STEP;
      const dx = (coordinates[b]! - x) * eastMetres - ax;
      const dy = (coordinates[b + 1]! - y) * METRES_PER_STEP - ay;
      const squared = dx * dx + dy * dy;
      let share = squared === 0 ? 0 : -(ax * dx + ay * dy) / squared;
      share = share < 0 ? 0 : share > 1 ? 1 : share;
      const px = ax + share * dx;
      const py = ay + share * dy;
      const distance = px * px + py * py;
      if (distance > best || (distance === best && this.edge >= 0 && edge >= this.edge)) continue;
      if (accept !== null && !accept(edge, share)) continue;
      best = distance;
      this.edge = edge;
      this.share = share;
    }
    return best;
  }

  /** Cells that the edge runs through, row by row. */
  #forEachCell(edge: number, visit: (cell: number) => void): void {
    const { coordinates, edgeFrom, edgeTo } = this.#graph;
    let ax = (coordinates[2 * edgeFrom[edge]!]! - this.#west) / this.#cellEast;
    let ay = (coordinates[2 * edgeFrom[edge]! + 1]! - this.#south) / this.#cellNorth;
    let bx = (coordinates[2 * edgeTo[edge]!]! - this.#west) / this.#cellEast;
    let by = (coordinates[2 * edgeTo[edge]! + 1]! - this.#south) / this.#cellNorth;
    if (ay > by) [ax, ay, bx, by] = [bx, by, ax, ay];
    const slope = by > ay ? (bx - ax) / (by - ay) : 0;
    const lastRow = Math.min(this.#rows - 1, Math.floor(by));
    for (let row = Math.floor(ay); row <= lastRow; row++) {
      const low = by > ay ? ax + slope * (Math.max(ay, row) - ay) : ax;
      const high = by > ay ? ax + slope * (Math.min(by, row + 1) - ay) : bx;
      const last = Math.min(this.#columns - 1, Math.floor(Math.max(low, high)));
      for (let column = Math.max(0, Math.floor(Math.min(low, high))); column <= last; column++) visit(row * this.#columns + column);
    }
  }
}

/** West, south, east, north of all vertices in steps; zeros where there are none. */
export function boundsOf({ vertexCount, coordinates }: StreetGraph): [number, number, number, number] {
  if (vertexCount === 0) return [0, 0, 0, 0];
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = 0; v < vertexCount; v++) {
    const x = coordinates[2 * v]!;
    const y = coordinates[2 * v + 1]!;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}
