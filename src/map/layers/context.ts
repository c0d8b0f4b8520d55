/** What lies beneath, quiet: no orange, plum or blue but water. Properties `kind`, `class`, `name`. */
import type { LayerSpecification } from 'maplibre-gl';
import { ITALIC_FONT, REGULAR_FONT } from '../fonts.ts';
import type { Palette } from '../palette.ts';
import { isKind, major } from './expressions.ts';

const SOURCE = 'context';
export const BUILDINGS_FROM_ZOOM = 14;

export function contextLayers(colour: Palette): LayerSpecification[] {
  const line = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    { id: 'context-green', type: 'fill', source: SOURCE, filter: isKind('green'), paint: { 'fill-color': colour.green } },
    {
      id: 'context-water', type: 'fill', source: SOURCE,
      filter: ['all', isKind('water'), ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': colour.water, 'fill-outline-color': colour.waterEdge },
    },
    {
      id: 'context-stream', type: 'line', source: SOURCE, layout: line,
      filter: ['all', isKind('water'), ['==', ['geometry-type'], 'LineString']],
      paint: { 'line-color': colour.water, 'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 12, 2, 18, 16] },
    },
    {
      id: 'context-building', type: 'fill', source: 'buildings', minzoom: BUILDINGS_FROM_ZOOM,
      paint: {
        'fill-color': colour.building,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], BUILDINGS_FROM_ZOOM, 0.4, 15.5, 1],
        'fill-outline-color': colour.buildingEdge,
      },
    },
    {
      id: 'context-street-case', type: 'line', source: SOURCE, layout: line, filter: isKind('street'),
      paint: {
        'line-color': colour.streetCase,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'],
          12, ['case', major, 4.2, 2.2], 14, ['case', major, 5.4, 3.2], 17, ['case', major, 15, 8], 19, ['case', major, 40, 22]],
      },
    },
    {
      id: 'context-street', type: 'line', source: SOURCE, layout: line, filter: isKind('street'),
      paint: {
        'line-color': colour.street,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'],
          12, ['case', major, 3, 1.2], 14, ['case', major, 4, 2], 17, ['case', major, 13, 6.4], 19, ['case', major, 37, 20]],
      },
    },
    { id: 'context-rail-case', type: 'line', source: SOURCE, filter: isKind('railway'), paint: { 'line-color': colour.rail, 'line-width': 3 } },
    { id: 'context-rail', type: 'line', source: SOURCE, filter: isKind('railway'), paint: { 'line-color': colour.white, 'line-width': 1.6, 'line-dasharray': [5, 5] } },
  ];
}

export function contextNameLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'context-street-name', type: 'symbol', source: SOURCE, filter: isKind('street'), minzoom: 13.5,
      layout: {
        'symbol-placement': 'line', 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': REGULAR_FONT, 'text-size': 10.5,
        'text-letter-spacing': 0.3, 'text-padding': 12, 'symbol-spacing': 420, 'text-max-angle': 30,
      },
      paint: { 'text-color': colour.streetName, 'text-halo-color': colour.white, 'text-halo-width': 1.8 },
    },
    {
      id: 'context-water-name', type: 'symbol', source: SOURCE, filter: isKind('water'),
      layout: {
        'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': ITALIC_FONT, 'text-size': 13, 'text-letter-spacing': 0.3, 'text-padding': 8,
      },
      paint: { 'text-color': colour.waterName, 'text-halo-color': colour.water, 'text-halo-width': 1.6 },
    },
  ];
}
