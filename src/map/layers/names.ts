/** Names of communities, from points of their own: labels on polygons thin out along tile borders. */
import type { LayerSpecification } from 'maplibre-gl';
import { BOLD_FONT, REGULAR_FONT } from '../fonts.ts';
import type { Palette } from '../palette.ts';

export function nameLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'names', type: 'symbol', source: 'names',
      layout: {
        'text-field': ['step', ['zoom'], ['get', 'short'], 15, ['get', 'full']],
        'text-font': ['case', ['get', 'party'], ['literal', BOLD_FONT], ['literal', REGULAR_FONT]],
        'text-size': 12, 'text-padding': 3,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.5,
        'symbol-sort-key': ['case', ['get', 'party'], 0, 1],
      },
      paint: { 'text-color': colour.ink, 'text-halo-color': colour.white, 'text-halo-width': 1.9, 'text-halo-blur': 0.3 },
    },
  ];
}
