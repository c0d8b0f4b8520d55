/** The plan over the communities as loaded: changed units and lines, former lines, moved ground, open ground. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

/** Pixels. The legend draws the same. */
export const FORMER_LINE = { width: 1.4, dash: [4, 3] };
export const NEW_LINE = { width: 2.2, casing: 5 };

/** Border of ground declared to be of no community, as in the layers as loaded. */
export const DECLARED: ExpressionSpecification = ['==', ['get', 'kind'], 'declared'];
const DECLARED_LINE = { width: 1.1, dash: [4, 3] };

const STOOD: ExpressionSpecification = ['==', ['get', 'stood'], true];
const IS_NEW: ExpressionSpecification = ['!', STOOD];
const NONE: ExpressionSpecification = ['==', ['get', 'index'], -1];

function state(name: string): ExpressionSpecification {
  return ['boolean', ['feature-state', name], false];
}

export function planGroundLayers(colour: Palette): LayerSpecification[] {
  return [{ id: 'plan-units-ground', type: 'fill', source: 'plan-units', paint: { 'fill-color': colour.block, 'fill-antialias': false } }];
}

export function planAreaLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'plan-units-fill', type: 'fill', source: 'plan-units',
      paint: {
        'fill-antialias': false,
        'fill-color': ['case', state('selected'), colour.accent, state('hover'), colour.ink, colour.accent],
        'fill-opacity': ['case', state('selected'), 0.1, state('hover'), 0.05, 0],
      },
    },
    { id: 'plan-declared-fill', type: 'fill', source: 'plan-units', filter: ['==', ['get', 'role'], 'declared'], paint: { 'fill-pattern': 'hatch-declared' } },
    { id: 'plan-moved', type: 'fill', source: 'plan-moved', paint: { 'fill-pattern': 'hatch-moved', 'fill-opacity': 0.8 } },
    {
      id: 'plan-open-fill', type: 'fill', source: 'plan-open',
      paint: { 'fill-pattern': ['match', ['get', 'state'], 'contested', 'hatch-overlap', 'beyond', 'hatch-beyond', 'hatch-gap'] },
    },
    {
      id: 'plan-open-edge', type: 'line', source: 'plan-open',
      paint: { 'line-color': ['match', ['get', 'state'], 'contested', colour.under, colour.over], 'line-width': 1.4 },
    },
  ];
}

/** What stands of the base: its own layer, and what the overlay draws of it where a line was split. */
export function planLineLayers(colour: Palette): LayerSpecification[] {
  const join = { 'line-join': 'round' } as const;
  const standing = (id: string, source: string, filter: ExpressionSpecification): LayerSpecification[] => [
    { id: `${id}-case`, type: 'line', source, filter, layout: join, paint: { 'line-color': colour.white, 'line-width': 2.8, 'line-opacity': 0.75 } },
    {
      id, type: 'line', source, filter: ['all', ['!', DECLARED], filter], layout: join,
      paint: { 'line-color': colour.community, 'line-width': ['interpolate', ['linear'], ['zoom'], 14, 1.1, 16, 1.5] },
    },
    {
      id: `${id}-declared`, type: 'line', source, filter: ['all', DECLARED, filter], layout: join,
      paint: { 'line-color': colour.community, 'line-width': DECLARED_LINE.width, 'line-dasharray': DECLARED_LINE.dash.map((length) => length / DECLARED_LINE.width) },
    },
  ];
  return [
    ...standing('plan-lines', 'plan-lines', ['!', ['in', ['id'], ['literal', []]]]),
    ...standing('plan-stood', 'plan-new-lines', STOOD),
    {
      id: 'plan-former', type: 'line', source: 'plan-former',
      paint: { 'line-color': colour.ink3, 'line-width': FORMER_LINE.width, 'line-dasharray': FORMER_LINE.dash.map((length) => length / FORMER_LINE.width) },
    },
  ];
}

/** Selection as weight, and the new lines on top of it: they are what one works on. */
export function planSelectedLayers(colour: Palette): LayerSpecification[] {
  const join = { 'line-join': 'round' } as const;
  return [
    { id: 'plan-unit-selected-case', type: 'line', source: 'plan-units', filter: NONE, layout: join, paint: { 'line-color': colour.white, 'line-width': 5 } },
    { id: 'plan-unit-selected', type: 'line', source: 'plan-units', filter: NONE, layout: join, paint: { 'line-color': colour.ink, 'line-width': 2.4 } },
    { id: 'plan-open-selected', type: 'line', source: 'plan-open', filter: ['==', ['get', 'face'], -1], layout: join, paint: { 'line-color': colour.ink, 'line-width': 2.4 } },
    { id: 'plan-new-lines-case', type: 'line', source: 'plan-new-lines', filter: IS_NEW, layout: join, paint: { 'line-color': colour.white, 'line-width': NEW_LINE.casing, 'line-opacity': 0.85 } },
    { id: 'plan-new-lines', type: 'line', source: 'plan-new-lines', filter: ['all', ['!', DECLARED], IS_NEW], layout: join, paint: { 'line-color': colour.accent, 'line-width': NEW_LINE.width } },
    {
      id: 'plan-new-lines-declared', type: 'line', source: 'plan-new-lines', filter: ['all', DECLARED, IS_NEW], layout: join,
      paint: { 'line-color': colour.accent, 'line-width': NEW_LINE.width, 'line-dasharray': DECLARED_LINE.dash.map((length) => length / NEW_LINE.width) },
    },
  ];
}
