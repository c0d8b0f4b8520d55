/** The gain map: every junction where one more facility would newly cover somebody, by how many. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

export const GAIN_LAYER = 'reach-gain';

export function gainLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: GAIN_LAYER, type: 'circle', source: 'reach-gains',
      layout: { 'circle-sort-key': ['get', 'gain'] },
      paint: {
        'circle-color': ['match', ['get', 'class'], 0, colour.gain1, 1, colour.gain2, 2, colour.gain3, 3, colour.gain4, colour.gain5],
        'circle-radius': ['interpolate', ['exponential', 1.6], ['zoom'], 9, 1.2, 12, 3, 15, 7, 18, 14],
        'circle-stroke-color': colour.white, 'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11, 0, 13, 0.8],
      },
    },
    {
      id: 'reach-gain-picked', type: 'circle', source: 'reach-marks', filter: ['==', ['get', 'kind'], 'gain'],
      paint: { 'circle-radius': 9, 'circle-color': 'rgba(0, 0, 0, 0)', 'circle-stroke-color': colour.ink, 'circle-stroke-width': 2.4 },
    },
  ];
}
