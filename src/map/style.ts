/** The map's style: sources by name, layers from the ground up. No glyph server, no sprite, no address. */
import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';
import { contextLayers, contextNameLayers } from './layers/context.ts';
import { boundaryLayers, veilLayers } from './layers/boundaries.ts';
import { defectLayers } from './layers/defects.ts';
import { graticuleLayers } from './layers/graticule.ts';
import { markerLayers } from './layers/markers.ts';
import { nameLayers } from './layers/names.ts';
import { selectedUnitLayers, unitGroundLayers, unitLayers } from './layers/units.ts';

export const NO_FEATURES: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

const SOURCES = ['units', 'boundaries', 'context', 'veil', 'names', 'defects', 'markers', 'selected-marker', 'graticule'] as const;
export type SourceName = (typeof SOURCES)[number];

const DEEPEST: ReadonlySet<SourceName> = new Set(['units', 'boundaries', 'defects', 'veil']);

export function mapStyle(colour: Palette): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(SOURCES.map((name) => [name, {
      type: 'geojson',
      data: NO_FEATURES,
      // Tiles are cut to 1/16 pixel: at the deepest level a gap of centimetres must still be one.
      maxzoom: DEEPEST.has(name) ? 22 : 18,
      ...(name === 'units' ? { promoteId: 'index' } : {}),
    }])),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour.ground } },
      ...unitGroundLayers(colour),
      ...contextLayers(colour),
      ...veilLayers(colour),
      ...graticuleLayers(colour),
      ...unitLayers(colour),
      ...boundaryLayers(colour),
      ...selectedUnitLayers(colour),
      ...defectLayers(colour),
      ...contextNameLayers(colour),
      ...nameLayers(colour),
      ...markerLayers(colour),
    ],
  };
}
