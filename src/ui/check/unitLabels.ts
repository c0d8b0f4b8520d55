/** What units are called in files that leave the page: name and code where both are known. A check of the plan speaks of the plan's units. */
import { useCheck } from '../../state/check.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { Loaded } from '../../worker/protocol.ts';

export function unitLabels(loaded: Loaded): string[] {
  const labels = loaded.units.map((unit) => label(unit.name, unit.code, unit.label));
  if (useCheck.getState().reportOf.subject !== 'plan') return labels;
  for (const row of usePlan.getState().state?.communities ?? []) labels[row.unit] = label(row.name, row.code, row.id);
  return labels;
}

function label(name: string | null, code: string | null, otherwise: string): string {
  return name !== null && code !== null ? `${name}（${code}）` : name ?? otherwise;
}
