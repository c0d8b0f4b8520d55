/** The head of the open scenario as GeoJSON bytes, a file for each that was loaded; untouched communities byte for byte. */
import type { PlanApi } from '../../worker/planProtocol.ts';
import { askPlan } from '../plan/askPlan.ts';

export function exportPlan(): Promise<ReturnType<PlanApi['planExport']> | undefined> {
  return askPlan('planExport', null);
}
