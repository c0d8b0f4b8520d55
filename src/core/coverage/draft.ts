/**
 * A coverage being edited: reads fall through to the coverage it began from, writes stay here, `finish` makes the new value.
 * Whoever edits keeps arcs, nodes and faces in step; `finish` keeps the lists and the index.
 */
import { OUTSIDE_FACE, type Arc, type Coverage, type Face, type Node } from './coverage.ts';
import { updateLists } from './faceLists.ts';
import { reindex } from './faceIndex.ts';
import { inOrder, loopsArea, orderedLoops } from './loops.ts';
import { boxOf, inRing, stepArea } from './ringMeasure.ts';
import { TooFine } from './sound.ts';

/** What a face is besides its outline. */
export type FaceNature = Pick<Face, 'claimants' | 'base' | 'inParent' | 'parent'>;

export class CoverageDraft {
  private readonly arcs = new Map<number, Arc | null>();
  private readonly nodes = new Map<number, Node | null>();
  private readonly faces = new Map<number, Face | null>();
  private arcCount: number;
  private nodeCount: number;
  private faceCount: number;

  constructor(readonly origin: Coverage) {
    this.arcCount = origin.arcs.length;
    this.nodeCount = origin.nodes.length;
    this.faceCount = origin.faces.length;
  }

  findArc(id: number): Arc | null {
    const own = this.arcs.get(id);
    return own !== undefined ? own : this.origin.arcs.get(id);
  }

  arc(id: number): Arc {
    const arc = this.findArc(id);
    if (!arc) throw new Error(`Arc ${id} is gone.`);
    return arc;
  }

  findNode(id: number): Node | null {
    const own = this.nodes.get(id);
    return own !== undefined ? own : this.origin.nodes.get(id);
  }

  node(id: number): Node {
    const node = this.findNode(id);
    if (!node) throw new Error(`Node ${id} is gone.`);
    return node;
  }

  findFace(id: number): Face | null {
    const own = this.faces.get(id);
    return own !== undefined ? own : this.origin.faces.get(id);
  }

  face(id: number): Face {
    const face = this.findFace(id);
    if (!face) throw new Error(`Face ${id} is gone.`);
    return face;
  }

  setArc(id: number, arc: Arc | null): void {
    this.arcs.set(id, arc);
  }

  addArc(arc: Arc): number {
    this.arcs.set(this.arcCount, arc);
    return this.arcCount++;
  }

  setNode(id: number, node: Node | null): void {
    this.nodes.set(id, node);
  }

  addNode(node: Node): number {
    this.nodes.set(this.nodeCount, node);
    return this.nodeCount++;
  }

  setFace(id: number, face: Face | null): void {
    this.faces.set(id, face);
  }

  start(half: number): number {
    const arc = this.arc(half >> 1);
    return (half & 1) === 0 ? arc.from : arc.to;
  }

  left(half: number): number {
    const arc = this.arc(half >> 1);
    return (half & 1) === 0 ? arc.left : arc.right;
  }

  next(half: number): number {
    const { out } = this.node(this.start(half ^ 1));
    const at = out.indexOf(half ^ 1);
    if (at < 0) throw new Error(`Half-arc ${half ^ 1} is not at its node.`);
    return out[(at + out.length - 1) % out.length]!;
  }

  loop(half: number): number[] {
    const loop: number[] = [];
    let at = half;
    do {
      loop.push(at);
      at = this.next(at);
    } while (at !== half);
    return loop;
  }

  halves(face: number): number[] {
    return this.face(face).loops.flatMap((loop) => this.loop(loop));
  }

  ring(halves: readonly number[]): number[] {
    const ring: number[] = [];
    for (const half of halves) {
      const { xy } = this.arc(half >> 1);
      if ((half & 1) === 0) for (let i = 0; i < xy.length - 2; i++) ring.push(xy[i]!);
      else for (let i = xy.length - 2; i > 0; i -= 2) ring.push(xy[i]!, xy[i + 1]!);
    }
    return ring;
  }

  /** Puts the half-arcs of a node in order anew, after arcs came or went. */
  reorder(id: number, halves: readonly number[]): void {
    const node = this.node(id);
    const out = halves.map((half) => {
      const { xy } = this.arc(half >> 1);
      return (half & 1) === 0 ? { half, x: xy[2]!, y: xy[3]! } : { half, x: xy[xy.length - 4]!, y: xy[xy.length - 3]! };
    });
    this.nodes.set(id, { ...node, out: inOrder(node.x, node.y, out) });
  }

  /**
   * Makes faces anew from the half-arcs that bound `old` faces: after arcs came (they split) or went (they join).
   * The largest keeps `keep`, the others take the other old numbers, then new ones. Loops that go round the wrong way are
   * holes of the face that holds them, else of `old`'s outside. Returns the faces made.
   */
  retrace(halves: readonly number[], old: readonly number[], nature: FaceNature): number[] {
    const seen = new Set<number>();
    const shells: { loop: number; ring: number[]; area: number; holes: { loop: number; ring: number[] }[] }[] = [];
    const holes: { loop: number; ring: number[] }[] = [];
    for (const half of halves) {
      if (seen.has(half)) continue;
      const loop = this.loop(half);
      for (const each of loop) seen.add(each);
      const ring = this.ring(loop);
      const area = stepArea(ring);
      if (area > 0) shells.push({ loop: half, ring, area, holes: [] });
      else holes.push({ loop: half, ring });
    }
    const outside = old.includes(OUTSIDE_FACE);
    const outer: { loop: number; ring: number[] }[] = [];
    // The smallest shell that holds a hole is its own.
    const bySize = [...shells].sort((p, q) => p.area - q.area);
    for (const hole of holes) {
      const home = bySize.find((shell) => holds(shell.ring, hole.ring));
      if (home) home.holes.push(hole);
      else if (outside) outer.push(hole);
      else throw new TooFine('A hole has lost its face.');
    }
    shells.sort((p, q) => q.area - p.area || p.ring[0]! - q.ring[0]! || p.ring[1]! - q.ring[1]!);
    const numbers = old.filter((id) => id !== OUTSIDE_FACE).sort((p, q) => p - q);
    const made: number[] = [];
    shells.forEach((shell, k) => {
      const id = numbers[k] ?? this.faceCount++;
      const rings = [shell.ring, ...shell.holes.map(({ ring }) => ring)];
      this.faces.set(id, {
        ...nature, loops: orderedLoops([shell.loop, ...shell.holes.map(({ loop }) => loop)], rings, false),
        areaSquareMetres: loopsArea(rings), box: boxOf(shell.ring),
      });
      made.push(id);
    });
    for (const id of numbers.slice(shells.length)) this.faces.set(id, null);
    if (outside) {
      this.faces.set(OUTSIDE_FACE, { ...this.face(OUTSIDE_FACE), loops: orderedLoops(outer.map(({ loop }) => loop), outer.map(({ ring }) => ring), true) });
      for (const { loop } of outer) this.claimLoop(loop, OUTSIDE_FACE, old);
      made.push(OUTSIDE_FACE);
    }
    shells.forEach((shell, k) => { for (const { loop } of [shell, ...shell.holes]) this.claimLoop(loop, made[k]!, old); });
    return made;
  }

  /** Area and box anew, after vertices of its arcs came or went. */
  remeasure(id: number): void {
    if (id === OUTSIDE_FACE) return;
    const face = this.face(id);
    const rings = face.loops.map((loop) => this.ring(this.loop(loop)));
    this.faces.set(id, { ...face, areaSquareMetres: loopsArea(rings), box: boxOf(rings[0]!) });
  }

  private claimLoop(loop: number, face: number, old: readonly number[]): void {
    for (const half of this.loop(loop)) {
      const arc = this.arc(half >> 1);
      const before = (half & 1) === 0 ? arc.left : arc.right;
      if (before === face) continue;
      if (!old.includes(before)) throw new TooFine(`Half-arc ${half} belongs to face ${before}.`);
      this.arcs.set(half >> 1, (half & 1) === 0 ? { ...arc, left: face } : { ...arc, right: face });
    }
  }

  finish(): Coverage {
    const { origin } = this;
    const changed: [number, Face | null, Face | null][] = [];
    for (const [id, face] of this.faces) {
      const before = id < origin.faces.length ? origin.faces.get(id) : null;
      if (before !== face) changed.push([id, before, face]);
    }
    return {
      arcs: origin.arcs.with(this.arcs), nodes: origin.nodes.with(this.nodes), faces: origin.faces.with(this.faces),
      ...updateLists(origin, changed),
      index: reindex(origin.index, changed.filter(([id]) => id !== OUTSIDE_FACE)),
    };
  }

  /** Arcs written so far that still are. */
  changedArcs(): number[] {
    return [...this.arcs].filter(([, arc]) => arc !== null).map(([id]) => id).sort((p, q) => p - q);
  }

  /** Faces written so far. */
  changedFaces(): number[] {
    return [...this.faces.keys()].sort((p, q) => p - q);
  }
}

/**
 * Whether a shell holds a hole of another component. A face has one loop in each connected part of the line work, so a
 * loop that shares a corner with the shell is of the same part and lies outside of it.
 */
function holds(shell: readonly number[], hole: readonly number[]): boolean {
  const corners = new Set<string>();
  for (let i = 0; i < shell.length; i += 2) corners.add(`${shell[i]!},${shell[i + 1]!}`);
  for (let i = 0; i < hole.length; i += 2) if (corners.has(`${hole[i]!},${hole[i + 1]!}`)) return false;
  return inRing(shell, hole[0]!, hole[1]!);
}
