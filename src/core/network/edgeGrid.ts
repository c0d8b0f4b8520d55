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

/** Cells and the edges through each; sides in steps. */
interface Cells {
  readonly west: number;
  readonly south: number;
  readonly cellEast: number;
  readonly cellNorth: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: Uint32Array;
  readonly edges: Uint32Array;
}

export class EdgeGrid {
  readonly #graph: StreetGraph;
  readonly #cells: Cells;
  /** By cell: edges that are not in the cells. */
  readonly #besides = new Map<number, number[]>();
  /** What `nearest` has found. */
  edge = -1;
  alongMillimetres = 0;
  offsetMillimetres = 0;
  share = 0;

  /** `isUsable`: edges that may be snapped to; all where it is left out. `marginMetres`: so far beyond the streets `with` may add others. */
  constructor(graph: StreetGraph, isUsable: (edge: number) => boolean = () => true, marginMetres = 0, cells: Cells | null = null) {
    this.#graph = graph;
    this.#cells = cells ?? cellsOf(graph, isUsable, marginMetres);
  }

  /**
   * The same cells for a graph whose edges differ in those named, new ones among them; null where one lies beyond the cells. What an edge
   * no longer is stays in the cells: whoever asks must not accept it where it is of no length.
   */
  with(graph: StreetGraph, edges: readonly number[]): EdgeGrid | null {
    const grid = new EdgeGrid(graph, undefined, 0, this.#cells);
    for (const edge of edges) {
      if (!isWithin(this.#cells, graph, graph.edgeFrom[edge]!) || !isWithin(this.#cells, graph, graph.edgeTo[edge]!)) return null;
      forEachCell(this.#cells, graph, edge, (cell) => {
        const list = grid.#besides.get(cell);
        if (list) list.push(edge);
        else grid.#besides.set(cell, [edge]);
      });
    }
    return grid;
  }

  /** False where no edge lies within `mostMetres`. x, y in steps; distances in the plane of the point's own latitude. */
  nearest(x: number, y: number, mostMetres: number, accept: Accept | null = null): boolean {
    const { west, south, cellEast: eastSteps, cellNorth: northSteps, columns, rows } = this.#cells;
    const eastMetres = metresPerStepEast(y);
    const column = Math.floor((x - west) / eastSteps);
    const row = Math.floor((y - south) / northSteps);
    // How far the point is from the sides of its own cell, and how much each ring adds.
    const cellEast = eastSteps * eastMetres;
    const cellNorth = northSteps * METRES_PER_STEP;
    const fromWest = (x - west - column * eastSteps) * eastMetres;
    const fromSouth = (y - south - row * northSteps) * METRES_PER_STEP;
    const sideEast = Math.min(fromWest, cellEast - fromWest);
    const sideNorth = Math.min(fromSouth, cellNorth - fromSouth);
    let best = mostMetres * mostMetres;
    this.edge = -1;
    for (let ring = 0; ; ring++) {
      const inside = ring === 0 ? 0 : Math.min(sideEast + (ring - 1) * cellEast, sideNorth + (ring - 1) * cellNorth);
      if (inside * inside > best) break;
      for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        const isEdgeRow = r === row - ring || r === row + ring;
        for (let c = column - ring; c <= column + ring; c += isEdgeRow || ring === 0 ? 1 : 2 * ring) {
          if (c >= 0 && c < columns) best = this.#lookIn(r * columns + c, x, y, eastMetres, best, accept);
        }
      }
    }
    if (this.edge < 0) return false;
    this.alongMillimetres = Math.round(this.share * this.#graph.edgeMillimetres[this.edge]!);
    this.offsetMillimetres = Math.round(Math.sqrt(best) * MILLIMETRES_PER_METRE);
    return true;
  }

  #lookIn(cell: number, x: number, y: number, eastMetres: number, best: number, accept: Accept | null): number {
    const { start, edges } = this.#cells;
    for (let i = start[cell]!; i < start[cell + 1]!; i++) best = this.#lookAt(edges[i]!, x, y, eastMetres, best, accept);
    if (this.#besides.size > 0) for (const edge of this.#besides.get(cell) ?? []) best = this.#lookAt(edge, x, y, eastMetres, best, accept);
    return best;
  }

  #lookAt(edge: number, x: number, y: number, eastMetres: number, best: number, accept: Accept | null): number {
    const { coordinates, edgeFrom, edgeTo } = this.#graph;
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
    if (distance > best || (distance === best && this.edge >= 0 && edge >= this.edge)) return best;
    if (accept !== null && !accept(edge, share)) return best;
    this.edge = edge;
    this.share = share;
    return distance;
  }
}

function cellsOf(graph: StreetGraph, isUsable: (edge: number) => boolean, marginMetres: number): Cells {
  const bounds = boundsOf(graph);
  const middle = (bounds[1] + bounds[3]) / 2;
  const [marginEast, marginNorth] = [marginMetres / metresPerStepEast(middle), marginMetres / METRES_PER_STEP];
  const [west, south, east, north] = [bounds[0] - marginEast, bounds[1] - marginNorth, bounds[2] + marginEast, bounds[3] + marginNorth];
  const area = (east - west) * metresPerStepEast(middle) * (north - south) * METRES_PER_STEP;
  const cellMetres = Math.max(CELL_METRES, Math.sqrt(area / MOST_CELLS));
  const [cellEast, cellNorth] = [cellMetres / metresPerStepEast(middle), cellMetres / METRES_PER_STEP];
  const frame = { west, south, cellEast, cellNorth, columns: Math.floor((east - west) / cellEast) + 1, rows: Math.floor((north - south) / cellNorth) + 1 };
  const count = frame.columns * frame.rows;
  const start = new Uint32Array(count + 1);
  for (let edge = 0; edge < graph.edgeCount; edge++) if (isUsable(edge)) forEachCell(frame, graph, edge, (cell) => { start[cell + 1]!++; });
  for (let cell = 0; cell < count; cell++) start[cell + 1]! += start[cell]!;
  const edges = new Uint32Array(start[count]!);
  const next = start.slice(0, -1);
  for (let edge = 0; edge < graph.edgeCount; edge++) if (isUsable(edge)) forEachCell(frame, graph, edge, (cell) => { edges[next[cell]!++] = edge; });
  return { ...frame, start, edges };
}

function isWithin({ west, south, cellEast, cellNorth, columns, rows }: Cells, { coordinates }: StreetGraph, vertex: number): boolean {
  const [column, row] = [(coordinates[2 * vertex]! - west) / cellEast, (coordinates[2 * vertex + 1]! - south) / cellNorth];
  return column >= 0 && column < columns && row >= 0 && row < rows;
}

/** Cells that the edge runs through, row by row. */
function forEachCell({ west, south, cellEast, cellNorth, columns, rows }: Omit<Cells, 'start' | 'edges'>, { coordinates, edgeFrom, edgeTo }: StreetGraph, edge: number, visit: (cell: number) => void): void {
  let ax = (coordinates[2 * edgeFrom[edge]!]! - west) / cellEast;
  let ay = (coordinates[2 * edgeFrom[edge]! + 1]! - south) / cellNorth;
  let bx = (coordinates[2 * edgeTo[edge]!]! - west) / cellEast;
  let by = (coordinates[2 * edgeTo[edge]! + 1]! - south) / cellNorth;
  if (ay > by) [ax, ay, bx, by] = [bx, by, ax, ay];
  const slope = by > ay ? (bx - ax) / (by - ay) : 0;
  const lastRow = Math.min(rows - 1, Math.floor(by));
  for (let row = Math.floor(ay); row <= lastRow; row++) {
    const low = by > ay ? ax + slope * (Math.max(ay, row) - ay) : ax;
    const high = by > ay ? ax + slope * (Math.min(by, row + 1) - ay) : bx;
    const last = Math.min(columns - 1, Math.floor(Math.max(low, high)));
    for (let column = Math.max(0, Math.floor(Math.min(low, high))); column <= last; column++) visit(row * columns + column);
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
