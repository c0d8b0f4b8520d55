import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFaces, cycle, origin, OUTSIDE } from '../../../src/core/coverage/faces.ts';
import { nodeSegments, turn, type NodedGraph, type Segments } from '../../../src/core/coverage/noding.ts';

function segments(list: [number, number, number, number][]): Segments {
  const pick = (k: number) => Float64Array.from(list.map((s) => s[k]!));
  return { count: list.length, x0: pick(0), y0: pick(1), x1: pick(2), y1: pick(3) };
}

/** The one invariant: edges meet only at nodes. */
function validate(graph: NodedGraph): void {
  const at = (n: number): [number, number] => [graph.nodeX[n]!, graph.nodeY[n]!];
  for (let e = 0; e < graph.edgeCount; e++) {
    const [ax, ay] = at(graph.edgeFrom[e]!);
    const [bx, by] = at(graph.edgeTo[e]!);
    for (let f = e + 1; f < graph.edgeCount; f++) {
      const [cx, cy] = at(graph.edgeFrom[f]!);
      const [dx, dy] = at(graph.edgeTo[f]!);
      const c = turn(ax, ay, bx, by, cx, cy);
      const d = turn(ax, ay, bx, by, dx, dy);
      const a = turn(cx, cy, dx, dy, ax, ay);
      const b = turn(cx, cy, dx, dy, bx, by);
      if (c * d < 0 && a * b < 0) throw new Error(`Edges ${e} and ${f} cross at no node.`);
    }
  }
}

const loop = (points: [number, number][]): [number, number, number, number][] =>
  points.map((p, i) => [...p, ...points[(i + 1) % points.length]!]);

describe('noding', () => {
  it('a cross gets a node in the middle', () => {
    const graph = nodeSegments(segments([[0, 0, 10, 10], [0, 10, 10, 0]]));
    expect(graph.nodeCount).toBe(5);
    expect(graph.edgeCount).toBe(4);
    validate(graph);
  });

  it('segments on one line are cut at each other\'s ends and merged', () => {
    const graph = nodeSegments(segments([[0, 0, 10, 0], [4, 0, 20, 0]]));
    expect(graph.edgeCount).toBe(3);
    expect([...graph.useStart].slice(0, 4)).toEqual([0, 1, 3, 4]);
  });

  it('an end point beside a segment is told, and is no node of it', () => {
    const graph = nodeSegments(segments([[0, 0, 1000, 0], [500, 6, 500, 400]]), 16);
    expect(graph.near).toHaveLength(2);
    expect(graph.edgeCount).toBe(2);
    expect(nodeSegments(segments([[0, 0, 1000, 0], [500, 30, 500, 400]]), 16).near).toHaveLength(0);
  });

  it('random segments come out noded, whatever they are', () => {
    const coordinate = fc.integer({ min: 0, max: 60 });
    fc.assert(fc.property(fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1, maxLength: 40 }), (list) => {
      validate(nodeSegments(segments(list)));
    }), { seed: 11, numRuns: 1500 });
  });
});

describe('faces', () => {
  const ones = (count: number) => ({ units: new Int8Array(count).fill(1), parents: new Int8Array(count) });

  it('two overlapping squares: two parts claimed once, one claimed twice', () => {
    const list = [...loop([[0, 0], [10, 0], [10, 10], [0, 10]]), ...loop([[5, 5], [15, 5], [15, 15], [5, 15]])];
    const faces = buildFaces(nodeSegments(segments(list)), ones(list.length));
    expect([...faces.units].slice(1).sort()).toEqual([1, 1, 2]);
    expect(faces.units[OUTSIDE]).toBe(0);
  });

  it('a square in a square is nested, not beside', () => {
    const list = [...loop([[0, 0], [30, 0], [30, 30], [0, 30]]), ...loop([[10, 10], [20, 10], [20, 20], [10, 20]])];
    const faces = buildFaces(nodeSegments(segments(list)), ones(list.length));
    expect([...faces.units].slice(1).sort()).toEqual([1, 2]);
    const outer = [...faces.units].indexOf(1);
    expect(faces.holes[outer]).toHaveLength(1);
  });

  it('labels are the winding number, for random closed loops', () => {
    const coordinate = fc.integer({ min: 0, max: 40 });
    const polygon = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 7 });
    fc.assert(fc.property(fc.array(polygon, { minLength: 1, maxLength: 4 }), (polygons) => {
      const list = polygons.flatMap(loop).filter(([a, b, c, d]) => a !== c || b !== d);
      const graph = nodeSegments(segments(list));
      const faces = buildFaces(graph, ones(list.length));
      // Every kept edge: the labels of its two sides differ by its net uses.
      for (let e = 0; e < graph.edgeCount; e++) {
        const left = faces.faceOf[2 * e]!;
        if (left < 0) continue;
        let net = 0;
        for (let k = graph.useStart[e]!; k < graph.useStart[e + 1]!; k++) net += graph.useForward[k] === 1 ? 1 : -1;
        expect(faces.units[left]! - faces.units[faces.faceOf[2 * e + 1]!]!).toBe(net);
      }
      // The signed areas agree: Σ label × area = Σ signed area of the noded loops.
      let byFaces = 0;
      for (let face = 1; face < faces.faceCount; face++) {
        for (const rim of [faces.outline[face]!, ...faces.holes[face]!]) {
          const walk = cycle(faces, rim).map((h) => origin(graph, h));
          walk.forEach((n, i) => {
            const m = walk[(i + 1) % walk.length]!;
            byFaces += (faces.units[face]! * (graph.nodeX[n]! * graph.nodeY[m]! - graph.nodeX[m]! * graph.nodeY[n]!)) / 2;
          });
        }
      }
      let bySegments = 0;
      for (let e = 0; e < graph.edgeCount; e++) {
        for (let k = graph.useStart[e]!; k < graph.useStart[e + 1]!; k++) {
          const a = graph.useForward[k] === 1 ? graph.edgeFrom[e]! : graph.edgeTo[e]!;
          const b = graph.useForward[k] === 1 ? graph.edgeTo[e]! : graph.edgeFrom[e]!;
          bySegments += (graph.nodeX[a]! * graph.nodeY[b]! - graph.nodeX[b]! * graph.nodeY[a]!) / 2;
        }
      }
      expect(byFaces).toBeCloseTo(bySegments, 6);
    }), { seed: 12, numRuns: 1500 });
  });
});
