/** Collects ground with the brush, and hands it over. */
import type { Command } from '../../core/plan/command.ts';
import { askPlan } from '../plan/askPlan.ts';
import { usePlan } from '../plan/plan.ts';
import { useTool, type Picked } from '../plan/tool.ts';
import { proposeCommand } from './proposeCommand.ts';
import { cancelTry, tryCommand } from './tryCommand.ts';

type Point = { x: number; y: number } | null;

/** Adds pieces of ground; with `toggle`, one that is there already is let go. */
export function pick(pieces: readonly Picked[], toggle: boolean, point: Point): void {
  const picked = new Map(useTool.getState().picked);
  for (const piece of pieces) {
    if (toggle && picked.has(piece.id)) picked.delete(piece.id);
    else picked.set(piece.id, piece);
  }
  useTool.setState({ picked });
  void preview(point);
}

export function setPaintTarget(target: string): void {
  useTool.setState({ target });
  void preview(null);
}

/** Commits what is collected. */
export async function handOverPicked(): Promise<void> {
  const command = await paintCommand();
  if (!command) return;
  const { picked } = useTool.getState();
  useTool.setState({ picked: new Map(), hovered: null });
  const done = await proposeCommand(command);
  // Refused or waiting for a decision: what was collected is not lost.
  if (!done && usePlan.getState().refused) useTool.setState({ picked });
}

async function preview(point: Point): Promise<void> {
  const { picked, tool } = useTool.getState();
  if (picked.size === 0 || tool !== 'paint') {
    cancelTry();
    return;
  }
  const command = await paintCommand();
  if (command && useTool.getState().picked === picked) tryCommand(command, point);
}

async function paintCommand(): Promise<Command | null> {
  const { picked, paintKind, target } = useTool.getState();
  if (picked.size === 0 || target === null) return null;
  const ground = await askPlan('planPaintGround', { kind: paintKind, ids: [...picked.keys()] });
  return ground && ground.length > 0 ? { type: 'assign', ground, to: target } : null;
}
