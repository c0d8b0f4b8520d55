/** Tools of 方案 in the map's tool bar; one that can't be used is greyed with the reason. */
import { setTool } from '../../state/operations/setTool.ts';
import { toggleSnapping } from '../../state/operations/snapPoint.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { TOOL_NAMES, useTool, type ToolName } from '../../state/plan/tool.ts';
import type { CommandType } from '../../core/plan/command.ts';
import { Icon, type IconName } from '../symbols/Icon.tsx';
import { focusMap } from '../mapPane/mapHandle.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ActionButton } from './ActionButton.tsx';
import { useCan } from './useCan.ts';
import { useSelectedRows } from './useSelectedRows.ts';

const ICONS: Record<ToolName, IconName> = { select: 'select', reshape: 'reshape', paint: 'brush', split: 'split', carve: 'carve', cut: 'cut' };
const COMMANDS: Partial<Record<ToolName, CommandType>> = { reshape: 'reshape', paint: 'assign', split: 'split', carve: 'splitByGround', cut: 'cut' };

export function ToolButtons() {
  const t = useTranslate();
  const tool = useTool((state) => state.tool);
  const snapping = useTool((state) => state.snapping);
  const open = usePlan((mirror) => mirror.state !== null);
  const rows = useSelectedRows();
  const ids = rows.map((row) => row.id);
  const canAny = useCan(['reshape', 'assign', 'cut'], []);
  const canOne = useCan(['split', 'splitByGround'], ids);
  const reason = (name: ToolName): string | null => {
    const type = COMMANDS[name];
    if (type === undefined) return null;
    if (!open) return t('plan.notOpen');
    if (name !== 'split' && name !== 'carve') return canAny(type);
    return rows.length === 0 ? t('plan.needs.any') : rows.length > 1 ? t('plan.needs.one') : canOne(type);
  };
  const take = (name: ToolName) => {
    setTool(name);
    focusMap();
  };
  return (
    <>
      {TOOL_NAMES.map((name) => (
        <ActionButton key={name} className="" side="left" label={t(`tool.${name}`)} tip={t(`tool.${name}Help`)} pressed={tool === name} reason={reason(name)} onClick={() => { take(name); }}>
          <Icon name={ICONS[name]} />
        </ActionButton>
      ))}
      <ActionButton className="" side="left" label={t('tool.snap')} tip={`${t(snapping ? 'tool.snapOn' : 'tool.snapOff')} S`} pressed={snapping} reason={null} onClick={toggleSnapping}><Icon name="magnet" /></ActionButton>
    </>
  );
}
