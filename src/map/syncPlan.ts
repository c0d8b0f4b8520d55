/** The plan's part of `syncMap`: the overlay, and what it hides of the layers as loaded. */
import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MapView, PlanView } from './mapView.ts';
import { DECLARED } from './layers/plan.ts';
import { setBytes } from './sourceData.ts';
import { setHidden } from './visibility.ts';

/** Community lines as loaded give way to the plan's own. */
const REPLACED = ['boundary-community-case', 'boundary-community', 'boundary-declared-case', 'boundary-declared'];

export function syncPlan(map: MapLibreMap, before: MapView | undefined, view: MapView): void {
  if (before?.plan?.baseLines !== view.plan?.baseLines) setBytes(map, 'plan-lines', view.plan?.baseLines ?? null);
  if (before?.plan?.overlay !== view.plan?.overlay) writeOverlay(map, view.plan);
  if ((before?.plan ?? null) !== view.plan || before?.hidden !== view.hidden) writeHidden(map, view.plan);
  if (before?.selectedGround !== view.selectedGround) map.setFilter('plan-open-selected', ['==', ['get', 'face'], view.selectedGround ?? -1]);
}

/** Units as loaded that the plan leaves as they are. */
export function unhidden(plan: PlanView | null): ExpressionSpecification {
  return ['!', ['in', ['get', 'index'], ['literal', plan?.overlay.hiddenUnits ?? []]]];
}

function writeOverlay(map: MapLibreMap, plan: PlanView | null): void {
  const overlay = plan?.overlay;
  setBytes(map, 'plan-units', overlay?.unitsGeoJson ?? null);
  setBytes(map, 'plan-new-lines', overlay?.linesGeoJson ?? null);
  setBytes(map, 'plan-former', overlay?.formerGeoJson ?? null);
  setBytes(map, 'plan-moved', overlay?.movedGeoJson ?? null);
  setBytes(map, 'plan-open', overlay?.openGeoJson ?? null);
}

function writeHidden(map: MapLibreMap, plan: PlanView | null): void {
  const lines = plan?.overlay.hiddenLines ?? [];
  const shownLine: ExpressionSpecification = ['!', ['in', ['id'], ['literal', lines]]];
  map.setFilter('plan-lines-case', shownLine);
  map.setFilter('plan-lines', ['all', ['!', DECLARED], shownLine]);
  map.setFilter('plan-lines-declared', ['all', DECLARED, shownLine]);
  const shown = plan && plan.overlay.hiddenUnits.length > 0 ? unhidden(plan) : null;
  for (const layer of ['units-ground', 'units-fill', 'units-tint']) map.setFilter(layer, shown);
  const declared: ExpressionSpecification = ['==', ['get', 'role'], 'declared'];
  map.setFilter('declared-fill', shown ? ['all', declared, shown] : declared);
  for (const layer of REPLACED) setHidden(map, layer, 'replaced', plan !== null);
}
