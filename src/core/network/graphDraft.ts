/** A street graph being cut at walls and linked to gates: edges fall into pieces, pieces are joined by doors. */
import type { StreetGraph } from './streetGraph.ts';

interface Cut {
  readonly share: number;
  readonly wall: { readonly compound: number; readonly enters: boolean; readonly gate: number } | null;
  /** Vertex that stands here, of a foot; of a wall the two sides are made when the pieces are laid. */
  readonly vertex: number;
}

export interface Foot {
  readonly vertex: number;
  readonly x: number;
  readonly y: number;
}

type LengthOf = (x1: number, y1: number, x2: number, y2: number) => number;

export interface BuiltDraft {
  readonly graph: StreetGraph;
  readonly vertexCompound: Int32Array;
  readonly edgeCompound: Int32Array;
  readonly doorEdges: Uint32Array;
  readonly doorCompound: Uint32Array;
  readonly doorGate: Int32Array;
  readonly doorInside: Uint32Array;
}

const OUTSIDE = -1;
const DOOR = -2;

export class GraphDraft {
  readonly #base: StreetGraph;
  readonly #cuts = new Map<number, Cut[]>();
  readonly #startsIn = new Map<number, readonly number[]>();
  /** Of added vertices. */
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  readonly #component: number[] = [];
  readonly #compound: number[] = [];
  readonly #links: { from: number; to: number; millimetres: number; compound: number }[] = [];
  readonly #doors: { outside: number; inside: number; compound: number; gate: number }[] = [];

  constructor(base: StreetGraph) {
    this.#base = base;
  }

  passWall(edge: number, share: number, compound: number, enters: boolean, gate: number): void {
    this.#cut(edge, { share, wall: { compound, enters, gate }, vertex: -1 });
  }

  /** Compounds in which the edge's first vertex lies. */
  startsInside(edge: number, compounds: readonly number[]): void {
    if (compounds.length > 0) this.#startsIn.set(edge, compounds);
  }

  /** A vertex on an edge, to which a gate is linked. */
  foot(edge: number, share: number): Foot {
    const [x, y] = this.#pointOn(edge, share);
    const vertex = this.#add(x, y, this.#base.component[this.#base.edgeFrom[edge]!]!, OUTSIDE);
    this.#cut(edge, { share, wall: null, vertex });
    return { vertex, x, y };
  }

  linkGate(gate: number, x: number, y: number, compound: number, outer: Foot, inner: Foot | null, lengthOf: LengthOf): void {
    const component = this.#component[outer.vertex - this.#base.vertexCount]!;
    const outside = this.#add(x, y, component, OUTSIDE);
    const inside = this.#add(x, y, component, compound);
    this.#links.push({ from: outer.vertex, to: outside, millimetres: lengthOf(outer.x, outer.y, x, y), compound: OUTSIDE });
    // Without a street inside, a yard of no length is what homes can hang on: not the door itself, whose other side is the street.
    const yard = inner ?? { vertex: this.#add(x, y, component, compound), x, y };
    this.#links.push({ from: inside, to: yard.vertex, millimetres: lengthOf(x, y, yard.x, yard.y), compound });
    this.#doors.push({ outside, inside, compound, gate });
  }

  finish(smaller: (a: number, b: number) => number): BuiltDraft {
    const base = this.#base;
    const edges: { from: number; to: number; millimetres: number; compound: number }[] = [];
    const vertexCompound = new Map<number, number>();
    const labelOf = (inside: ReadonlySet<number>) => [...inside].reduce((best, compound) => (best < 0 ? compound : smaller(best, compound)), OUTSIDE);
    for (let edge = 0; edge < base.edgeCount; edge++) {
      const [from, to, length] = [base.edgeFrom[edge]!, base.edgeTo[edge]!, base.edgeMillimetres[edge]!];
      const inside = new Set(this.#startsIn.get(edge) ?? []);
      let label = labelOf(inside);
      if (label >= 0) vertexCompound.set(from, label);
      let vertex = from;
      let along = 0;
      for (const cut of (this.#cuts.get(edge) ?? []).sort((p, q) => p.share - q.share)) {
        const [x, y] = this.#pointOn(edge, cut.share);
        const here = Math.max(along, Math.round(cut.share * length));
        const before = cut.vertex >= 0 ? cut.vertex : this.#add(x, y, base.component[from]!, label);
        edges.push({ from: vertex, to: before, millimetres: here - along, compound: label });
        along = here;
        vertex = before;
        if (cut.wall === null) {
          this.#compound[cut.vertex - base.vertexCount] = label;
          continue;
        }
        const { compound, enters, gate } = cut.wall;
        if (enters) inside.add(compound);
        else inside.delete(compound);
        label = labelOf(inside);
        vertex = this.#add(x, y, base.component[from]!, label);
        this.#doors.push(enters ? { outside: before, inside: vertex, compound, gate } : { outside: vertex, inside: before, compound, gate });
      }
      edges.push({ from: vertex, to, millimetres: length - along, compound: label });
      if (label >= 0) vertexCompound.set(to, label);
    }
    for (const link of this.#links) edges.push(link);
    const doorsFrom = edges.length;
    for (const { outside, inside } of this.#doors) edges.push({ from: outside, to: inside, millimetres: 0, compound: DOOR });
    return this.#assemble(edges, doorsFrom, vertexCompound);
  }

  #assemble(edges: readonly { from: number; to: number; millimetres: number; compound: number }[], doorsFrom: number, labels: ReadonlyMap<number, number>): BuiltDraft {
    const base = this.#base;
    const vertexCount = base.vertexCount + this.#x.length;
    const nodeIds = new Float64Array(vertexCount);
    const coordinates = new Int32Array(2 * vertexCount);
    const component = new Uint32Array(vertexCount);
    const vertexCompound = new Int32Array(vertexCount).fill(OUTSIDE);
    nodeIds.set(base.nodeIds);
    coordinates.set(base.coordinates);
    component.set(base.component);
    for (const [vertex, compound] of labels) vertexCompound[vertex] = compound;
    this.#x.forEach((x, k) => {
      const vertex = base.vertexCount + k;
      nodeIds[vertex] = -1 - k;
      coordinates[2 * vertex] = x;
      coordinates[2 * vertex + 1] = this.#y[k]!;
      component[vertex] = this.#component[k]!;
      vertexCompound[vertex] = this.#compound[k]!;
    });
    return {
      graph: {
        vertexCount, edgeCount: edges.length, nodeIds, coordinates, component, componentCount: base.componentCount,
        edgeFrom: Uint32Array.from(edges, ({ from }) => from), edgeTo: Uint32Array.from(edges, ({ to }) => to), edgeMillimetres: Uint32Array.from(edges, ({ millimetres }) => millimetres),
      },
      vertexCompound, edgeCompound: Int32Array.from(edges, ({ compound }) => compound),
      doorEdges: Uint32Array.from(this.#doors, (_, k) => doorsFrom + k),
      doorCompound: Uint32Array.from(this.#doors, ({ compound }) => compound), doorGate: Int32Array.from(this.#doors, ({ gate }) => gate),
      doorInside: Uint32Array.from(this.#doors, ({ inside }) => inside),
    };
  }

  #cut(edge: number, cut: Cut): void {
    const list = this.#cuts.get(edge);
    if (list) list.push(cut);
    else this.#cuts.set(edge, [cut]);
  }

  #add(x: number, y: number, component: number, compound: number): number {
    this.#component.push(component);
    this.#compound.push(compound);
    this.#y.push(y);
    return this.#base.vertexCount + this.#x.push(x) - 1;
  }

  #pointOn(edge: number, share: number): [number, number] {
    const { coordinates: xy, edgeFrom, edgeTo } = this.#base;
    const [a, b] = [2 * edgeFrom[edge]!, 2 * edgeTo[edge]!];
    return [Math.round(xy[a]! + share * (xy[b]! - xy[a]!)), Math.round(xy[a + 1]! + share * (xy[b + 1]! - xy[a + 1]!))];
  }
}
