/** Takes hold of a boundary: its vertices become handles. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { askPlan } from '../plan/askPlan.ts';
import { usePlan } from '../plan/plan.ts';
import { useTool } from '../plan/tool.ts';
import { cancelTry } from './tryCommand.ts';

/** The boundary nearest to a place; farther than `metres` there is none, and the one in hand is let go. */
export async function pickBoundaryAt(at: LngLat, metres: number): Promise<void> {
  const found = await askPlan('planBoundaryAt', { at, metres });
  if (found === undefined || useTool.getState().tool !== 'reshape') return;
  if (found === null) useTool.setState({ boundary: null, handle: null });
  else await pickBoundary(found.units, found.legal);
}

/** `legal`: not known when chosen from a list; a legal line has no vertex that moves. */
export async function pickBoundary(units: [number, number], legal = false): Promise<void> {
  cancelTry();
  const answer = await askPlan('planBoundary', { units });
  if (!answer || useTool.getState().tool !== 'reshape') return;
  const vertices = answer.paths.flatMap((path) => path.vertices);
  const boundary = { units, legal: legal || vertices.every((vertex) => vertex.fixed), paths: answer.paths };
  useTool.setState({ boundary: vertices.length > 0 ? boundary : null, handle: null, moved: null, line: [], tip: null });
}

/** After a step the boundary in hand has other vertices. */
export function refreshBoundary(): void {
  const { boundary, tool } = useTool.getState();
  if (tool === 'reshape' && boundary && usePlan.getState().state) void pickBoundary(boundary.units);
}

export function boundaryIds(): [string, string] | null {
  const { boundary } = useTool.getState();
  const rows = usePlan.getState().state?.communities ?? [];
  const [a, b] = (boundary?.units ?? []).map((unit) => rows.find((row) => row.unit === unit)?.id);
  return a !== undefined && b !== undefined ? [a, b] : null;
}
