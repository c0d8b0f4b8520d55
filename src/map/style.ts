/** The map's style: sources by name, layers from the ground up. No glyph server, no sprite, no address. */
import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';
import { contextLayers, contextNameLayers } from './layers/context.ts';
import { boundaryLayers, veilLayers } from './layers/boundaries.ts';
import { defectLayers } from './layers/defects.ts';
import { graticuleLayers } from './layers/graticule.ts';
import { markerLayers } from './layers/markers.ts';
import { nameLayers } from './layers/names.ts';
import { draftLayers, handleLayers } from './layers/draft.ts';
import { paintLayers } from './layers/paint.ts';
import { planAreaLayers, planGroundLayers, planLineLayers, planSelectedLayers } from './layers/plan.ts';
import { gainLayers } from './layers/gains.ts';
import { reachAreaLayers, reachPointLayers } from './layers/reach.ts';
import { reachChangeLayers, reachChangePointLayers } from './layers/reachChange.ts';
import { tintLayers } from './layers/tints.ts';
import { selectedUnitLayers, unitGroundLayers, unitLayers } from './layers/units.ts';
import { hiddenAtFirst } from './visibility.ts';

export const NO_FEATURES: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

const SOURCES = [
  'units', 'boundaries', 'context', 'buildings', 'veil', 'names', 'defects', 'markers', 'selected-marker', 'graticule',
  'plan-units', 'plan-lines', 'plan-new-lines', 'plan-former', 'plan-moved', 'plan-open', 'paint', 'draft-lines', 'draft-moved', 'sketch', 'handles',
  'reach-homes', 'reach-bands', 'reach-labels', 'reach-facilities', 'reach-marks', 'reach-gains', 'reach-changed', 'reach-change-facilities',
] as const;
export type SourceName = (typeof SOURCES)[number];

const DEEPEST: ReadonlySet<SourceName> = new Set([
  'units', 'boundaries', 'defects', 'veil', 'plan-units', 'plan-lines', 'plan-new-lines', 'plan-former', 'plan-moved', 'plan-open', 'draft-lines', 'draft-moved', 'sketch', 'handles',
]);

/** Properties that are a feature's id. */
const PROMOTED: Partial<Record<SourceName, string>> = { units: 'index', 'plan-units': 'index', paint: 'id' };

export function mapStyle(colour: Palette): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(SOURCES.map((name) => [name, {
      type: 'geojson',
      data: NO_FEATURES,
      // Tiles are cut to 1/16 pixel: at the deepest level a gap of centimetres must still be one.
      maxzoom: DEEPEST.has(name) ? 22 : 18,
      ...(PROMOTED[name] === undefined ? {} : { promoteId: PROMOTED[name] }),
    }])),
    layers: hiddenAtFirst([
      { id: 'ground', type: 'background', paint: { 'background-color': colour.ground } },
      ...unitGroundLayers(colour),
      ...planGroundLayers(colour),
      ...tintLayers(colour),
      ...contextLayers(colour),
      ...veilLayers(colour),
      ...graticuleLayers(colour),
      ...reachAreaLayers(colour),
      ...reachChangeLayers(colour),
      ...unitLayers(colour),
      ...planAreaLayers(colour),
      ...paintLayers(colour),
      ...planLineLayers(colour),
      ...boundaryLayers(colour),
      ...selectedUnitLayers(colour),
      ...planSelectedLayers(colour),
      ...defectLayers(colour),
      ...draftLayers(colour),
      ...contextNameLayers(colour),
      ...nameLayers(colour),
      ...markerLayers(colour),
      ...handleLayers(colour),
      ...gainLayers(colour),
      ...reachPointLayers(colour),
      ...reachChangePointLayers(colour),
    ]),
  };
}
