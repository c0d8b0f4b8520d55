/** Meridians and parallels: something to hold on to where nothing lies beneath. */
import type { LayerSpecification } from 'maplibre-gl';
import { REGULAR_FONT } from '../fonts.ts';
import type { Palette } from '../palette.ts';

export function graticuleLayers(colour: Palette): LayerSpecification[] {
  return [
    { id: 'graticule', type: 'line', source: 'graticule', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colour.graticule, 'line-width': 0.8 } },
    {
      id: 'graticule-label', type: 'symbol', source: 'graticule', filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'], 'text-font': REGULAR_FONT, 'text-size': 10, 'text-anchor': ['get', 'anchor'],
        'text-offset': [0, 0.2], 'text-padding': 2,
      },
      paint: { 'text-color': colour.ink3, 'text-halo-color': colour.ground, 'text-halo-width': 1.5 },
    },
  ];
}
