/** Communities as areas: tints for hover, selection and the two sides of a defect. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

const SOURCE = 'units';

function state(name: string): ExpressionSpecification {
  return ['boolean', ['feature-state', name], false];
}

/** The ground that communities hold is a shade lighter than the rest: a wide gap shows by itself. */
export function unitGroundLayers(colour: Palette): LayerSpecification[] {
  return [{ id: 'units-ground', type: 'fill', source: SOURCE, paint: { 'fill-color': colour.block, 'fill-antialias': false } }];
}

export function unitLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'units-fill', type: 'fill', source: SOURCE,
      paint: {
        'fill-antialias': false,
        'fill-color': ['case', state('partyB'), colour.partyB, state('selected'), colour.accent, state('hover'), colour.ink, colour.accent],
        'fill-opacity': ['case', ['any', state('partyA'), state('partyB')], 0.13, state('selected'), 0.1, state('hover'), 0.05, 0],
      },
    },
    {
      id: 'declared-fill', type: 'fill', source: SOURCE, filter: ['==', ['get', 'role'], 'declared'],
      paint: { 'fill-pattern': 'hatch-declared' },
    },
  ];
}

/** Weight, not hue: 2.4 ink on 5 white. */
export function selectedUnitLayers(colour: Palette): LayerSpecification[] {
  const none: ExpressionSpecification = ['==', ['get', 'index'], -1];
  return [
    { id: 'unit-selected-case', type: 'line', source: SOURCE, filter: none, layout: { 'line-join': 'round' }, paint: { 'line-color': colour.white, 'line-width': 5 } },
    { id: 'unit-selected', type: 'line', source: SOURCE, filter: none, layout: { 'line-join': 'round' }, paint: { 'line-color': colour.ink, 'line-width': 2.4 } },
  ];
}
