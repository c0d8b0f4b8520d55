/** Reach: homes left out, isochrones with their limits written on the line, facilities, proposed ones, pockets by number. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BOLD_FONT, REGULAR_FONT } from '../fonts.ts';
import type { Palette } from '../palette.ts';

/** Pixels. The legend draws the same. */
export const BAND_OPACITY = 0.62;
export const UNKNOWN_HOME = { width: 1.2, dash: [3, 2.4] };
export const GAINED_HOME_WIDTH = 2.2;
export const PIN_LAYER = 'reach-pin';
export const FACILITY_LAYER = 'reach-facility';
export const POCKET_LAYER = 'reach-pocket';

const NOT: ExpressionSpecification = ['==', ['get', 'has'], 'no'];
const UNKNOWN: ExpressionSpecification = ['==', ['get', 'has'], 'unknown'];
const GAINED: ExpressionSpecification = ['get', 'gained'];
const AREA: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const POINT: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const mark = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

export function reachAreaLayers(colour: Palette): LayerSpecification[] {
  const join = { 'line-join': 'round' } as const;
  return [
    {
      id: 'reach-band', type: 'fill', source: 'reach-bands',
      paint: { 'fill-antialias': false, 'fill-opacity': BAND_OPACITY, 'fill-color': ['match', ['get', 'band'], 0, colour.isoNear, 1, colour.isoMiddle, colour.isoFar] },
    },
    { id: 'reach-band-line', type: 'line', source: 'reach-bands', layout: join, paint: { 'line-color': colour.isoLine, 'line-width': 1.3 } },
    { id: 'reach-home-fill', type: 'fill', source: 'reach-homes', filter: ['all', AREA, ['any', NOT, GAINED]], paint: { 'fill-pattern': 'hatch-uncovered' } },
    { id: 'reach-home-edge', type: 'line', source: 'reach-homes', filter: ['all', AREA, NOT], layout: join, paint: { 'line-color': colour.over, 'line-width': 1.1 } },
    {
      id: 'reach-home-unknown', type: 'line', source: 'reach-homes', filter: ['all', AREA, UNKNOWN], layout: join,
      paint: { 'line-color': colour.ink3, 'line-width': UNKNOWN_HOME.width, 'line-dasharray': UNKNOWN_HOME.dash },
    },
    { id: 'reach-home-gained', type: 'line', source: 'reach-homes', filter: ['all', AREA, GAINED], layout: join, paint: { 'line-color': colour.willBe, 'line-width': GAINED_HOME_WIDTH } },
    {
      id: 'reach-home-point', type: 'circle', source: 'reach-homes', filter: ['all', POINT, ['any', NOT, UNKNOWN, GAINED]],
      paint: {
        'circle-radius': 3.4, 'circle-color': ['match', ['get', 'has'], 'no', colour.overBg, colour.white],
        'circle-stroke-color': ['case', GAINED, colour.willBe, NOT, colour.over, colour.ink3], 'circle-stroke-width': 1.3,
      },
    },
    { id: 'reach-home-selected-case', type: 'line', source: 'reach-homes', filter: ['==', ['get', 'id'], -1], layout: join, paint: { 'line-color': colour.white, 'line-width': 5 } },
    { id: 'reach-home-selected', type: 'line', source: 'reach-homes', filter: ['==', ['get', 'id'], -1], layout: join, paint: { 'line-color': colour.ink, 'line-width': 2.4 } },
  ];
}

export function reachPointLayers(colour: Palette): LayerSpecification[] {
  const always = { 'icon-allow-overlap': true, 'text-allow-overlap': true, 'icon-ignore-placement': true, 'text-ignore-placement': true } as const;
  return [
    {
      id: 'reach-no-gate', type: 'circle', source: 'reach-marks', filter: mark('noGate'),
      paint: { 'circle-radius': 4, 'circle-color': colour.white, 'circle-stroke-color': colour.under, 'circle-stroke-width': 1.8 },
    },
    {
      id: 'reach-gate', type: 'circle', source: 'reach-marks', filter: mark('gate'),
      paint: { 'circle-radius': 3.4, 'circle-color': colour.under, 'circle-stroke-color': colour.white, 'circle-stroke-width': 1.4 },
    },
    {
      id: FACILITY_LAYER, type: 'circle', source: 'reach-facilities', filter: ['!', ['get', 'proposed']],
      paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 15, 6], 'circle-color': colour.ink, 'circle-stroke-color': colour.white, 'circle-stroke-width': 1.5 },
    },
    {
      id: 'reach-label', type: 'symbol', source: 'reach-labels',
      layout: {
        'icon-image': 'frame-band', 'text-field': ['get', 'text'], 'text-font': REGULAR_FONT, 'icon-text-fit': 'both', 'text-size': 11, 'icon-padding': 0, 'text-padding': 0,
        // Too far out to keep them apart the widest stands.
        'symbol-sort-key': ['-', ['get', 'band']],
      },
      paint: { 'text-color': colour.isoLine },
    },
    {
      id: POCKET_LAYER, type: 'symbol', source: 'reach-marks', filter: mark('pocket'),
      layout: {
        'icon-image': ['case', ['get', 'selected'], 'frame-pocket-selected', 'frame-pocket'], 'text-field': ['get', 'text'], 'text-font': BOLD_FONT, 'icon-text-fit': 'both', 'text-size': 11,
        // Where they would lie on each other the more populous one stands.
        'symbol-sort-key': ['case', ['get', 'selected'], -1, ['to-number', ['get', 'id']]], 'icon-padding': 0, 'text-padding': 0,
      },
      paint: { 'text-color': ['case', ['get', 'selected'], colour.white, colour.over] },
    },
    {
      id: 'reach-origin', type: 'circle', source: 'reach-marks', filter: mark('origin'),
      paint: { 'circle-radius': 5, 'circle-color': colour.isoLine, 'circle-stroke-color': colour.white, 'circle-stroke-width': 2 },
    },
    {
      id: 'reach-site', type: 'symbol', source: 'reach-marks', filter: mark('site'),
      layout: { 'icon-image': 'frame-site', 'icon-text-fit': 'both', 'text-field': ['get', 'text'], 'text-font': BOLD_FONT, 'text-size': 11, ...always },
      paint: { 'text-color': colour.white },
    },
    {
      id: PIN_LAYER, type: 'symbol', source: 'reach-marks', filter: mark('pin'),
      layout: { 'icon-image': 'pin', 'icon-anchor': 'bottom', 'icon-size': ['case', ['get', 'selected'], 1.2, 1], ...always },
    },
  ];
}
