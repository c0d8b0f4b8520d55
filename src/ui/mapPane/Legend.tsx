/** Every colour on the map that means something, and nothing else: areas and defects first, boundaries last. */
import { useState } from 'react';
import { DEFECT_GROUP, type DefectGroup, type MapView } from '../../map/mapView.ts';
import { useSession } from '../../state/session.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { OpenGround } from '../../worker/planProtocol.ts';
import { ColourMenu } from '../rules/ColourMenu.tsx';
import { ReachLegend } from '../reach/ReachLegend.tsx';
import { ReachChangeLegend } from '../reachChange/ReachChangeLegend.tsx';
import { TintSample } from '../rules/TintSample.tsx';
import { useTints } from '../rules/useTints.ts';
import { useView } from '../../state/view.ts';
import { hasContext } from './hasContext.ts';
import { LegendSample, type LegendItem } from './LegendSample.tsx';

const GROUPS: readonly DefectGroup[] = ['gap', 'overlap', 'beyond', 'line', 'point', 'part', 'shift'];

const NO_GROUND: readonly OpenGround[] = [];

export function Legend({ view }: { view: MapView }) {
  const t = useTranslate();
  // On a low screen it would cover the map.
  const [open, setOpen] = useState(() => !matchMedia('(max-height: 640px)').matches);
  const items = useLegendItems(view);
  const colours = useTints()?.legend ?? [];
  const planning = useView((state) => state.task === 'plan') && view.plan !== null;
  if (items.length === 0) return null;
  return (
    <section className="float legend" data-edge="left" aria-label={t('legend.title')}>
      <h2>
        {t('legend.title')}
        <button type="button" className="icon-button" aria-expanded={open} aria-label={t(open ? 'legend.fold' : 'legend.unfold')} onClick={() => { setOpen(!open); }}>
          <Icon name={open ? 'chevronDown' : 'chevronUp'} small />
        </button>
      </h2>
      {open && (
        <>
          {planning && <ColourMenu />}
          <ul>
            {view.reach && <ReachLegend of={view.reach} />}
            {view.reachChange && <ReachChangeLegend />}
            {colours.map(({ tint, label }) => <li key={label}><TintSample of={tint} />{label}</li>)}
            {items.map((item) => <li key={item}><LegendSample of={item} />{t(`legend.${item}`)}</li>)}
          </ul>
        </>
      )}
    </section>
  );
}

function useLegendItems(view: MapView): LegendItem[] {
  const loaded = useSession((state) => state.loaded);
  const open = usePlan((state) => state.state?.open ?? NO_GROUND);
  const declaresGround = usePlan((state) => (state.state?.totals.declared.faces ?? 0) > 0);
  const compared = useCompare((state) => (state.on ? state.answer : null));
  if (!loaded) return [];
  const groups = new Set(view.hidden.has('defects') ? [] : view.defects.map((defect) => DEFECT_GROUP[defect.class]));
  const subdistricts = new Set(loaded.units.map((unit) => unit.subdistrict));
  const showsContext = hasContext(loaded) && !view.hidden.has('context');
  const states = new Set(view.plan ? open.map((ground) => ground.state) : []);
  const overlays = view.plan === null ? [] : [view.plan.overlay, ...(compared ? [compared.overlayB] : [])];
  const former = overlays.some((overlay) => hasFeatures(overlay.formerGeoJson));
  const moved = overlays.some((overlay) => hasFeatures(overlay.movedGeoJson));
  const drafts = hasFeatures(view.draft.lines) || view.draft.sketch.length > 0;
  const asked: [LegendItem, boolean][] = [
    ['newLine', overlays.some((overlay) => hasNewLine(overlay.linesGeoJson)) || drafts || view.draft.handles.length > 0],
    ['formerLine', former],
    ['moved', moved || hasFeatures(view.draft.moved)],
    ['refusedLine', view.draft.rejected],
    ['vertex', view.draft.handles.length > 0],
    ['fixedVertex', view.draft.handles.some((handle) => handle.kind === 'fixed')],
    ['paint', view.paint.geojson !== null],
    ['unassigned', states.has('unassigned')],
    ['contested', states.has('contested')],
    ['beyondLine', states.has('beyond')],
    ...GROUPS.map((group): [LegendItem, boolean] => [group, groups.has(group)]),
    ['parties', view.partyA !== null],
    ['selected', view.selectedUnit !== null],
    ['declared', loaded.units.some((unit) => unit.role === 'declared') || (view.plan !== null && declaresGround)],
    ['district', loaded.parents.length > 0],
    ['subdistrict', subdistricts.size > 1],
    ['community', true],
    ['rail', showsContext && loaded.layers.some((layer) => layer.role === 'context' && /rail|铁路/i.test(layer.fileName))],
  ];
  return asked.flatMap(([item, shown]) => (shown ? [item] : []));
}

/** A collection written without features is this long at most. */
const EMPTY_BYTES = 64;

/** Lines that only changed in part or in what they border on are drawn as they were. A merger has no line of its own. */
function hasNewLine(geojson: ArrayBuffer): boolean {
  const known = NEW_LINES.get(geojson);
  if (known !== undefined) return known;
  const has = new TextDecoder().decode(geojson).includes('"stood":false');
  NEW_LINES.set(geojson, has);
  return has;
}

const NEW_LINES = new WeakMap<ArrayBuffer, boolean>();

function hasFeatures(geojson: ArrayBuffer | null): boolean {
  return geojson !== null && geojson.byteLength > EMPTY_BYTES;
}
