/** Tools of 可达 in the map's tool bar. */
import { useReach, type ReachTool } from '../../state/reach/reach.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon, type IconName } from '../symbols/Icon.tsx';
import { focusMap } from '../mapPane/mapHandle.ts';
import { useTranslate } from '../words/useTranslate.ts';

const ICONS: Record<ReachTool, IconName> = { walk: 'walk', place: 'pin', gate: 'gate' };

export function ReachToolButtons() {
  const t = useTranslate();
  const tool = useReach((mirror) => mirror.tool);
  const open = useReach((mirror) => mirror.state !== null);
  const canGate = useReach((mirror) => mirror.state?.walls !== null && mirror.settings?.walled === true && mirror.state?.network !== null);
  const readOnly = useSaving((saving) => saving.otherTab !== null);
  const blocked: Record<ReachTool, boolean> = { walk: !open, place: !open || readOnly, gate: !open || !canGate };
  return (Object.keys(ICONS) as ReachTool[]).map((each) => (
    <Tip key={each} text={t(`reachPage.tool.${each}`)} side="left">
      <button type="button" aria-label={t(`reachPage.tool.${each}`)} aria-pressed={tool === each} disabled={blocked[each]} onClick={() => { useReach.setState({ tool: each }); focusMap(); }}><Icon name={ICONS[each]} /></button>
    </Tip>
  ));
}
