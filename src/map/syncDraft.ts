/** Unfinished work on the map: the part of `syncMap` that runs with every movement of the hand. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../core/geo/coordinates.ts';
import type { DraftView, MapView } from './mapView.ts';
import { setBytes, setData } from './sourceData.ts';

export function syncDraft(map: MapLibreMap, before: MapView | undefined, { draft, paint }: MapView): void {
  const was = before?.draft;
  if (was?.lines !== draft.lines) setBytes(map, 'draft-lines', draft.lines);
  if (was?.moved !== draft.moved) setBytes(map, 'draft-moved', draft.moved);
  if (was?.sketch !== draft.sketch || was.ring !== draft.ring || was.rejected !== draft.rejected) setData(map, 'sketch', sketch(draft));
  if (was?.handles !== draft.handles) setData(map, 'handles', handles(draft));

  const painted = before?.paint;
  if (painted?.geojson !== paint.geojson) setBytes(map, 'paint', paint.geojson);
  if (painted !== paint) writePaintStates(map, paint);
}

function writePaintStates(map: MapLibreMap, { picked, hovered }: MapView['paint']): void {
  map.removeFeatureState({ source: 'paint' });
  for (const id of picked) map.setFeatureState({ source: 'paint', id }, { picked: true });
  if (hovered !== null) map.setFeatureState({ source: 'paint', id: hovered }, { hover: true });
}

function sketch({ sketch: lines, ring, rejected }: DraftView): GeoJSON.FeatureCollection {
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: { rejected }, geometry });
  return {
    type: 'FeatureCollection',
    features: [
      ...(ring && ring.length > 2 ? [feature({ type: 'Polygon', coordinates: [positions([...ring, ring[0]!])] })] : []),
      ...lines.filter((line) => line.length > 1).map((line) => feature({ type: 'LineString', coordinates: positions(line) })),
    ],
  };
}

function handles({ handles: list }: DraftView): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: list.map(({ at, kind, active }) => ({ type: 'Feature', properties: { kind, active }, geometry: { type: 'Point', coordinates: [...at] } })),
  };
}

function positions(line: readonly LngLat[]): number[][] {
  return line.map((at) => [...at]);
}
