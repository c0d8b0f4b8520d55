/** What moving, adding or deleting a vertex of a boundary is as a command. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { Command } from '../../core/plan/command.ts';
import type { BoundaryVertex } from '../../worker/planProtocol.ts';
import type { Boundary, HandleRef } from './tool.ts';

export interface HandlePlace {
  at: LngLat;
  kind: 'vertex' | 'junction' | 'fixed' | 'middle';
}

/** Handles in the order that Tab goes: along each path, vertex, middle, vertex. */
export function handlesOf(boundary: Boundary): (HandleRef & HandlePlace)[] {
  return boundary.paths.flatMap(({ closed, vertices }, path) => vertices.flatMap((vertex, index): (HandleRef & HandlePlace)[] => {
    const own: HandleRef & HandlePlace = { path, index, middle: false, at: vertex.at, kind: kindOf(vertex, boundary.legal) };
    const next = vertices[index + 1] ?? (closed ? vertices[0] : undefined);
    if (!next || boundary.legal || (vertex.fixed && next.fixed)) return [own];
    return [own, { path, index, middle: true, at: [(vertex.at[0] + next.at[0]) / 2, (vertex.at[1] + next.at[1]) / 2], kind: 'middle' }];
  }));
}

/** Null: this handle does not move. */
export function moveCommand(boundary: Boundary, ids: readonly [string, string], handle: HandleRef, to: LngLat): Command | null {
  const { closed, vertices } = boundary.paths[handle.path]!;
  const vertex = vertices[handle.index]!;
  const { before, after } = around(vertices, handle.index, closed);
  if (boundary.legal) return null;
  if (handle.middle) return after ? { type: 'reshape', communities: ids, path: [vertex.at, to, after.at] } : null;
  if (vertex.fixed) return null;
  if (vertex.junction || !before || !after) return { type: 'moveVertex', from: vertex.at, to };
  return { type: 'reshape', communities: ids, path: [before.at, to, after.at] };
}

/** Null: not a vertex that can go: a middle, an end, a junction. */
export function removeCommand(boundary: Boundary, ids: readonly [string, string], handle: HandleRef): Command | null {
  const { closed, vertices } = boundary.paths[handle.path]!;
  const vertex = vertices[handle.index]!;
  const { before, after } = around(vertices, handle.index, closed);
  if (handle.middle || boundary.legal || vertex.fixed || vertex.junction || !before || !after) return null;
  return { type: 'reshape', communities: ids, path: [before.at, after.at] };
}

export function sameHandle(a: HandleRef | null, b: HandleRef | null): boolean {
  return a === b || (a !== null && b !== null && a.path === b.path && a.index === b.index && a.middle === b.middle);
}

function kindOf(vertex: BoundaryVertex, legal: boolean): HandlePlace['kind'] {
  if (legal || vertex.fixed) return 'fixed';
  return vertex.junction ? 'junction' : 'vertex';
}

function around(vertices: readonly BoundaryVertex[], index: number, closed: boolean): { before: BoundaryVertex | undefined; after: BoundaryVertex | undefined } {
  const last = vertices.length - 1;
  return {
    before: vertices[index - 1] ?? (closed ? vertices[last] : undefined),
    after: vertices[index + 1] ?? (closed ? vertices[0] : undefined),
  };
}
