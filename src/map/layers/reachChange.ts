/** Homes that come within reach and homes that fall out of it, in two colours; facilities that stand, come and go. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

/** Pixels. The legend draws the same. The loss is dashed too: colour alone does not tell it. */
export const CHANGE_FILL_OPACITY = 0.5;
export const CHANGE_LINE_WIDTH = 1.8;
export const LOST_DASH = [3, 2];

const AREA: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const POINT: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const change = (of: 'gained' | 'lost'): ExpressionSpecification => ['==', ['get', 'change'], of];

export function reachChangeLayers(colour: Palette): LayerSpecification[] {
  const join = { 'line-join': 'round' } as const;
  const byChange: ExpressionSpecification = ['match', ['get', 'change'], 'gained', colour.willBe, colour.over];
  return [
    { id: 'reach-change-fill', type: 'fill', source: 'reach-changed', filter: AREA, paint: { 'fill-antialias': false, 'fill-color': byChange, 'fill-opacity': CHANGE_FILL_OPACITY } },
    { id: 'reach-change-gained', type: 'line', source: 'reach-changed', filter: ['all', AREA, change('gained')], layout: join, paint: { 'line-color': colour.willBe, 'line-width': CHANGE_LINE_WIDTH } },
    { id: 'reach-change-lost', type: 'line', source: 'reach-changed', filter: ['all', AREA, change('lost')], layout: join, paint: { 'line-color': colour.over, 'line-width': CHANGE_LINE_WIDTH, 'line-dasharray': LOST_DASH } },
    {
      id: 'reach-change-point', type: 'circle', source: 'reach-changed', filter: POINT,
      paint: { 'circle-radius': 3.6, 'circle-color': ['match', ['get', 'change'], 'gained', colour.willBe, colour.white], 'circle-stroke-color': byChange, 'circle-stroke-width': 1.6 },
    },
  ];
}

export function reachChangePointLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'reach-change-facility', type: 'circle', source: 'reach-change-facilities',
      paint: {
        'circle-radius': ['match', ['get', 'state'], 'kept', 3.6, 6],
        'circle-color': ['match', ['get', 'state'], 'added', colour.accent, 'removed', colour.white, colour.ink],
        'circle-stroke-color': ['match', ['get', 'state'], 'removed', colour.over, colour.white], 'circle-stroke-width': ['match', ['get', 'state'], 'removed', 2.2, 1.5],
      },
    },
  ];
}
