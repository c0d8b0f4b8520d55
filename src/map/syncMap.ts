/** The one function that writes to the map: makes it show `view`, touching only what differs from the last time. */
import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { LayerSwitch } from '../state/view.ts';
import { markerFeatures, shapeFeatures } from './defectFeatures.ts';
import { BUILDINGS_FROM_ZOOM } from './layers/context.ts';
import { graticule } from './graticule.ts';
import type { MapView } from './mapView.ts';
import { setBytes, setData } from './sourceData.ts';
import { NO_FEATURES, type SourceName } from './style.ts';
import { syncDraft } from './syncDraft.ts';
import { syncPlan, unhidden } from './syncPlan.ts';
import { syncReach, syncReachChange } from './syncReach.ts';
import { syncTints } from './syncTints.ts';
import { veilFeatures } from './veil.ts';
import { setHidden } from './visibility.ts';

const SWITCHED_LAYERS: Record<LayerSwitch, RegExp> = {
  names: /^names$/,
  defects: /^(defect-|selected-)/,
  context: /^context-/,
  veil: /^(veil|band)$/,
};

const written = new WeakMap<MapLibreMap, MapView>();

export function syncMap(map: MapLibreMap, view: MapView): void {
  const before = written.get(map);
  written.set(map, view);
  const changed = (...keys: (keyof MapView)[]) => before === undefined || keys.some((key) => before[key] !== view[key]);

  if (changed('display')) writeDisplay(map, view);
  if (changed('background')) writeBackground(map, view);
  if (changed('names', 'partyA', 'partyB')) setData(map, 'names', nameFeatures(view));
  if (changed('defects')) setData(map, 'defects', shapeFeatures(view.defects));
  if (changed('defects', 'names', 'display')) setData(map, 'markers', markers(view, view.defects));
  if (changed('selectedDefect', 'defects')) writeSelectedDefect(map, view);
  if (changed('selectedUnit', 'moreUnits', 'partyA', 'partyB', 'display', 'plan')) writeUnitStates(map, view);
  if (changed('hidden')) writeSwitches(map, view);
  if (changed('tints')) syncTints(map, before?.tints ?? null, view.tints);
  syncPlan(map, before, view);
  syncDraft(map, before, view);
  syncReach(map, before?.reach ?? null, view.reach);
  syncReachChange(map, before?.reachChange ?? null, view.reachChange);
  if (changed('graticule')) setData(map, 'graticule', view.graticule ? graticule(view.graticule) : NO_FEATURES);
}

function writeDisplay(map: MapLibreMap, { display }: MapView): void {
  setBytes(map, 'units', display?.unitsGeoJson ?? null);
  setBytes(map, 'boundaries', display?.boundariesGeoJson ?? null);
  setData(map, 'veil', display ? veilFeatures(display.parentGeoJson) : NO_FEATURES);
}

/** Nothing of the buildings shows from far: the map's worker reads them when one first looks near. */
function writeBackground(map: MapLibreMap, { background }: MapView): void {
  setBytes(map, 'context', background?.contextGeoJson ?? null);
  const write = () => {
    // Other files may have been opened meanwhile.
    const isCurrent = written.get(map)?.background === background;
    if (isCurrent && map.getZoom() < BUILDINGS_FROM_ZOOM) return;
    map.off('zoom', write);
    if (isCurrent) setBytes(map, 'buildings', background?.buildingsGeoJson ?? null);
  };
  setBytes(map, 'buildings', null);
  if (!background) return;
  map.on('zoom', write);
  write();
}

function nameFeatures({ names, partyA, partyB }: MapView): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: names.map(({ short, full, at, unit }) => ({
      type: 'Feature',
      properties: { short, full, party: unit === partyA || unit === partyB },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  };
}

/** Placing thousands of numbers takes a while; a mere selection must not do it again. */
const placed = new WeakMap<MapView['defects'], GeoJSON.FeatureCollection>();

function markers(view: MapView, defects: MapView['defects']): GeoJSON.FeatureCollection {
  const known = placed.get(defects);
  if (known) return known;
  const features = placeMarkers(view, defects);
  placed.set(defects, features);
  return features;
}

function placeMarkers(view: MapView, defects: MapView['defects']): GeoJSON.FeatureCollection {
  const bounds = view.display?.bounds;
  // Where numbers go is settled once, for the whole area in a pane of some 800 pixels.
  const degreesPerPixel = bounds ? Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1]) / 800 : 1;
  return markerFeatures(defects, view.names.map((name) => name.at), degreesPerPixel);
}

function writeSelectedDefect(map: MapLibreMap, view: MapView): void {
  // Its number stands on the ring, not beside it as well.
  map.setFilter('defect-marker', ['!=', ['get', 'id'], view.selectedDefect?.id ?? '']);
  const all = view.selectedDefect ? markers(view, view.defects) : NO_FEATURES;
  const listed = all.features.filter((feature) => feature.properties?.['id'] === view.selectedDefect?.id);
  const features = listed.length > 0 || !view.selectedDefect ? listed : markers(view, [view.selectedDefect]).features;
  setData(map, 'selected-marker', { type: 'FeatureCollection', features });
}

/** Tints are states, too, and stay: only the marks of last time are taken back. */
const MARKS = ['partyA', 'partyB', 'selected'] as const;
const UNIT_SOURCES = ['units', 'plan-units'] as const satisfies SourceName[];
const marked = new WeakMap<MapLibreMap, number[]>();

function writeUnitStates(map: MapLibreMap, view: MapView): void {
  const selected = view.selectedUnit === null ? [] : [view.selectedUnit, ...view.moreUnits];
  for (const unit of marked.get(map) ?? []) for (const source of UNIT_SOURCES) for (const state of MARKS) map.removeFeatureState({ source, id: unit }, state);
  marked.set(map, [view.partyA, view.partyB, ...selected].filter((unit): unit is number => unit !== null && unit >= 0));
  for (const source of UNIT_SOURCES) {
    const set = (unit: number | null, state: string) => {
      if (unit !== null && unit >= 0) map.setFeatureState({ source, id: unit }, { [state]: true });
    };
    set(view.partyA, 'partyA');
    set(view.partyB, 'partyB');
    for (const unit of selected) set(unit, 'selected');
  }
  const chosen: ExpressionSpecification = ['in', ['get', 'index'], ['literal', selected]];
  for (const layer of ['unit-selected-case', 'unit-selected']) map.setFilter(layer, ['all', chosen, unhidden(view.plan)]);
  for (const layer of ['plan-unit-selected-case', 'plan-unit-selected']) map.setFilter(layer, chosen);
}

function writeSwitches(map: MapLibreMap, { hidden }: MapView): void {
  for (const [name, pattern] of Object.entries(SWITCHED_LAYERS)) {
    for (const layer of map.getLayersOrder()) if (pattern.test(layer)) setHidden(map, layer, 'switched', hidden.has(name as LayerSwitch));
  }
}
