/** Forgets the plan of what was loaded before. */
import { cancelJob } from '../jobs.ts';
import { NO_COMPARISON, useCompare } from '../plan/compare.ts';
import { closePlanDialog } from '../plan/dialog.ts';
import { NO_PLAN, usePlan } from '../plan/plan.ts';
import { NO_REPAIR, useRepair } from '../plan/repair.ts';
import { forgetSavedPlan } from '../plan/saved.ts';
import { dropWork, useTool } from '../plan/tool.ts';
import { NO_TABLE_DRAFT, NO_TABLES, useTableDraft, useTables } from '../tables/tables.ts';
import { cancelTry } from './tryCommand.ts';

export function closePlan(): void {
  cancelJob('plan');
  cancelTry();
  dropWork();
  closePlanDialog();
  usePlan.setState(NO_PLAN);
  useTables.setState(NO_TABLES);
  useTableDraft.setState(NO_TABLE_DRAFT);
  useRepair.setState(NO_REPAIR);
  useCompare.setState(NO_COMPARISON);
  useTool.setState({ tool: 'select', more: [], target: null, paintLayer: null });
  forgetSavedPlan();
}
