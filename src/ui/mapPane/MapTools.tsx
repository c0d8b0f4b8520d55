/** Tool buttons on the map. */
import { Popover } from 'radix-ui';
import { useSession } from '../../state/session.ts';
import { readBackground } from '../../state/operations/readBackground.ts';
import { flyToBounds, toggleLayer, useView, type LayerSwitch } from '../../state/view.ts';
import { Icon, type IconName } from '../symbols/Icon.tsx';
import { Tip } from '../controls/Tip.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { ToolButtons } from '../plan/ToolButtons.tsx';
import { ReachToolButtons } from '../reach/ReachToolButtons.tsx';
import { hasContext } from './hasContext.ts';
import { focusMap, zoomMap } from './mapHandle.ts';

const SWITCHES: readonly LayerSwitch[] = ['names', 'defects', 'context', 'veil'];

export function MapTools() {
  const t = useTranslate();
  const bounds = useSession((state) => state.loaded?.display.bounds);
  const task = useView((state) => state.task);
  const comparing = useCompare((state) => state.on);
  return (
    <div className="float map-tools" role="toolbar" aria-orientation="vertical" aria-label={t('map.tools')} data-edge="right">
      {task === 'reach' ? <ReachToolButtons /> : task === 'plan' && !comparing ? <ToolButtons /> : <Tool icon="select" label={t('map.select')} pressed onClick={focusMap} />}
      <hr />
      <Tool icon="plus" label={t('map.zoomIn')} onClick={() => { zoomMap(1); }} />
      <Tool icon="minus" label={t('map.zoomOut')} onClick={() => { zoomMap(-1); }} />
      <Tool icon="fit" label={t('map.fit')} onClick={() => { if (bounds) flyToBounds(bounds); }} />
      <hr />
      <LayersTool />
    </div>
  );
}

function Tool({ icon, label, pressed, onClick }: { icon: IconName; label: string; pressed?: boolean; onClick: () => void }) {
  return (
    <Tip text={label} side="left">
      <button type="button" aria-label={label} aria-pressed={pressed} onClick={onClick}><Icon name={icon} /></button>
    </Tip>
  );
}

/** The background may have been cancelled while it was read: who switches it on wants it. */
function toggle(layer: LayerSwitch): void {
  toggleLayer(layer);
  if (layer === 'context') void readBackground();
}

function LayersTool() {
  const t = useTranslate();
  const hidden = useView((state) => state.hiddenLayers);
  const context = useSession((state) => hasContext(state.loaded));
  const hasParent = useSession((state) => (state.loaded?.parents.length ?? 0) > 0);
  const shown = SWITCHES.filter((each) => (each !== 'context' || context) && (each !== 'veil' || hasParent));
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" aria-label={t('map.layers')} title={t('map.layers')}><Icon name="layers" /></button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover" side="left" align="start" sideOffset={6} style={{ width: 168 }}>
          <h3 className="heading">{t('map.layers')}</h3>
          {shown.map((each) => (
            <label key={each} className="pair">
              <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
                <input type="checkbox" className="checkbox" checked={!hidden.has(each)} onChange={() => { toggle(each); }} />
                {t(`layer.${each}`)}
              </span>
            </label>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
