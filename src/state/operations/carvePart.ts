/** Ground taken out of a community, part by part, until the parts are named and formed. */
import type { GroundRef } from '../../core/plan/command.ts';
import type { LngLat } from '../../core/geo/coordinates.ts';
import { askPlan } from '../plan/askPlan.ts';
import { openPlanDialog } from '../plan/dialog.ts';
import { proposedName } from '../plan/proposedName.ts';
import { usePlan } from '../plan/plan.ts';
import { selectedRows } from '../plan/selected.ts';
import { householdsOf, useTool } from '../plan/tool.ts';

/** What is collected, or the outline drawn, becomes a part; then its name is asked for. */
export async function finishPart(): Promise<void> {
  const { picked, paintKind, lasso, line } = useTool.getState();
  const [community] = selectedRows();
  if (!community) return;
  const ground = lasso ? ringGround(line) : await askPlan('planPaintGround', { kind: paintKind, ids: [...picked.keys()] });
  if (!ground || ground.length === 0) return;
  const households = lasso ? null : householdsOf(picked);
  const { parts } = useTool.getState();
  const taken = new Set([...(usePlan.getState().state?.communities ?? []).map((row) => row.name), ...parts.map((part) => part.name)]);
  useTool.setState({
    parts: [...parts, { name: proposedName(community.name, taken), ground, households }],
    picked: new Map(), hovered: null, line: [], tip: null,
  });
  openPlanDialog({ kind: 'carve', community: community.id });
}

export function renamePart(index: number, name: string): void {
  useTool.setState(({ parts }) => ({ parts: parts.map((part, each) => (each === index ? { ...part, name } : part)) }));
}

export function dropPart(index: number): void {
  useTool.setState(({ parts }) => ({ parts: parts.filter((_, each) => each !== index) }));
}

function ringGround(line: readonly LngLat[]): GroundRef[] {
  return line.length < 3 ? [] : [{ rings: [[...line, line[0]!]] }];
}
