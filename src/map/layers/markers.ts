/** Numbers of defects, on a short leader so that the number does not cover what it names; the selected one black and ringed. */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { BOLD_FONT } from '../fonts.ts';
import { MARKER_OFFSET, type Corner } from '../markerDirection.ts';
import type { Palette } from '../palette.ts';

const TEXT_SIZE = 11;
/** The selected number stands on top of its ring, pixels above the defect. */
const SELECTED_LIFT = 24;
const ANCHOR: Record<Corner, string> = { ne: 'bottom-left', se: 'top-left', sw: 'top-right', nw: 'bottom-right' };

export function markerLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'defect-marker', type: 'symbol', source: 'markers',
      layout: { ...layout('marker-'), 'symbol-sort-key': ['get', 'rank'], 'icon-padding': 0, 'text-padding': 0 },
      paint: { 'text-color': ['case', ['get', 'open'], colour.ink, colour.ink3] },
    },
    {
      id: 'selected-ring-case', type: 'circle', source: 'selected-marker',
      paint: { 'circle-radius': 17, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': colour.white, 'circle-stroke-width': 4 },
    },
    {
      id: 'selected-ring', type: 'circle', source: 'selected-marker',
      paint: { 'circle-radius': 17.6, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': colour.ink, 'circle-stroke-width': 2 },
    },
    {
      id: 'selected-marker', type: 'symbol', source: 'selected-marker',
      layout: {
        'icon-image': ['concat', 'marker-selected-', ['get', 'digits']],
        'icon-offset': [0, -SELECTED_LIFT],
        'text-field': ['get', 'number'], 'text-font': BOLD_FONT, 'text-size': TEXT_SIZE, 'text-offset': [0, -SELECTED_LIFT / TEXT_SIZE],
        'icon-allow-overlap': true, 'text-allow-overlap': true,
      },
      paint: { 'text-color': colour.white },
    },
  ];
}

function layout(prefix: string): SymbolLayerSpecification['layout'] {
  return {
    'icon-image': ['concat', prefix, ['get', 'corner'], '-', ['get', 'digits']],
    'icon-anchor': byCorner((corner) => ANCHOR[corner]) as ExpressionSpecification,
    'text-field': ['get', 'number'],
    'text-font': BOLD_FONT,
    'text-size': TEXT_SIZE,
    'text-anchor': 'center',
    'text-offset': byCorner((corner) => ['literal', MARKER_OFFSET[corner].map((pixels) => pixels / TEXT_SIZE)]) as ExpressionSpecification,
  };
}

function byCorner(value: (corner: Corner) => unknown): unknown {
  return ['match', ['get', 'corner'], 'se', value('se'), 'sw', value('sw'), 'nw', value('nw'), value('ne')];
}
