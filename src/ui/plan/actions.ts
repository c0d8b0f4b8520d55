/** What can be done to the communities selected: one list for the table's bar, the inspector and the menus. */
import type { CommandType } from '../../core/plan/command.ts';
import { proposeCommand } from '../../state/operations/proposeCommand.ts';
import { setTool } from '../../state/operations/setTool.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import type { ToolName } from '../../state/plan/tool.ts';
import type { CommunityRow } from '../../worker/planProtocol.ts';
import { focusMap } from '../mapPane/mapHandle.ts';

export interface PlanAction {
  id: 'split' | 'carve' | 'merge' | 'handOver' | 'rename' | 'convert' | 'attach' | 'except' | 'lock' | 'unlock';
  type: CommandType;
  /** How many communities it takes. */
  takes: 'one' | 'two' | 'any';
  run: (rows: readonly CommunityRow[]) => void;
}

/** Its keys are the map's. */
const take = (tool: ToolName) => {
  setTool(tool);
  focusMap();
};

const ids = (rows: readonly CommunityRow[]) => rows.map((row) => row.id);

export const PLAN_ACTIONS: readonly PlanAction[] = [
  { id: 'split', type: 'split', takes: 'one', run: () => { take('split'); } },
  { id: 'carve', type: 'splitByGround', takes: 'one', run: () => { take('carve'); } },
  { id: 'merge', type: 'merge', takes: 'two', run: (rows) => { openPlanDialog({ kind: 'merge', communities: ids(rows) }); } },
  { id: 'handOver', type: 'handOver', takes: 'one', run: ([row]) => { openPlanDialog({ kind: 'handOver', community: row!.id, at: null }); } },
  { id: 'rename', type: 'rename', takes: 'one', run: ([row]) => { openPlanDialog({ kind: 'rename', community: row!.id }); } },
  { id: 'convert', type: 'convertVillage', takes: 'one', run: ([row]) => { openPlanDialog({ kind: 'convert', community: row!.id }); } },
  { id: 'attach', type: 'attach', takes: 'one', run: ([row]) => { openPlanDialog({ kind: 'attach', community: row!.id }); } },
  { id: 'except', type: 'declareException', takes: 'any', run: (rows) => { openPlanDialog({ kind: 'except', communities: ids(rows) }); } },
  { id: 'lock', type: 'lock', takes: 'any', run: (rows) => { void proposeCommand({ type: 'lock', communities: ids(rows), locked: true }); } },
  { id: 'unlock', type: 'lock', takes: 'any', run: (rows) => { void proposeCommand({ type: 'lock', communities: ids(rows), locked: false }); } },
];

export const COMMAND_TYPES: readonly CommandType[] = [...new Set(PLAN_ACTIONS.map((action) => action.type))];
