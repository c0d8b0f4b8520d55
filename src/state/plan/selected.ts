/** The communities selected: the one that the inspector shows first, the others in the order they were added. */
import type { CommunityRow } from '../../worker/planProtocol.ts';
import { useView, type Selection } from '../view.ts';
import { usePlan } from './plan.ts';
import { useTool } from './tool.ts';

export function selectedUnits(selection: Selection = useView.getState().selection, more: readonly number[] = useTool.getState().more): number[] {
  return selection?.kind === 'unit' ? [selection.index, ...more.filter((unit) => unit !== selection.index)] : [];
}

export function selectedRows(): CommunityRow[] {
  const rows = usePlan.getState().state?.communities ?? [];
  return selectedUnits().flatMap((unit) => rows.find((row) => row.unit === unit) ?? []);
}
