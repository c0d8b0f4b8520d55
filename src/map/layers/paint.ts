/** Ground that can be painted with: compounds, blocks, grids, faces; what is collected is hatched. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

function state(name: string): ExpressionSpecification {
  return ['boolean', ['feature-state', name], false];
}

export function paintLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'paint-fill', type: 'fill', source: 'paint',
      paint: { 'fill-color': colour.accent, 'fill-opacity': ['case', state('picked'), 0.28, state('hover'), 0.14, 0.02] },
    },
    {
      id: 'paint-edge', type: 'line', source: 'paint',
      paint: {
        'line-color': ['case', ['any', state('picked'), state('hover')], colour.accent, colour.ink3],
        'line-width': ['case', ['any', state('picked'), state('hover')], 1.8, 0.8],
        'line-opacity': ['case', ['any', state('picked'), state('hover')], 1, 0.6],
      },
    },
  ];
}
