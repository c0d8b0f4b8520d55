/** Boundaries, each with a white casing under it; legal lines dashed, the district's with a band outside. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { isKind } from './expressions.ts';

const SOURCE = 'boundaries';

export interface BoundaryStyle {
  kind: 'district' | 'subdistrict' | 'community' | 'declared';
  width: number;
  /** Pixels on, off, … */
  dash: number[] | null;
  casingWidth: number;
  casingOpacity: number;
}

/** Lowest first. The legend draws the same strokes. */
export const BOUNDARY_STYLES: BoundaryStyle[] = [
  { kind: 'declared', width: 1.1, dash: [4, 3], casingWidth: 2.8, casingOpacity: 0.75 },
  { kind: 'community', width: 1.1, dash: null, casingWidth: 2.8, casingOpacity: 0.75 },
  { kind: 'subdistrict', width: 1.9, dash: [9, 3.5], casingWidth: 3.6, casingOpacity: 0.85 },
  { kind: 'district', width: 2.4, dash: [14, 4, 2.4, 4], casingWidth: 4, casingOpacity: 0.8 },
];

export function boundaryLayers(colour: Palette): LayerSpecification[] {
  return BOUNDARY_STYLES.flatMap(({ kind, width, dash, casingWidth, casingOpacity }): LayerSpecification[] => [
    {
      id: `boundary-${kind}-case`, type: 'line', source: SOURCE, filter: isKind(kind), layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.white, 'line-width': casingWidth, 'line-opacity': casingOpacity },
    },
    {
      id: `boundary-${kind}`, type: 'line', source: SOURCE, filter: isKind(kind), layout: { 'line-join': 'round' },
      paint: {
        'line-color': kind === 'community' || kind === 'declared' ? colour.community : colour.legal,
        'line-width': kind === 'community' ? ['interpolate', ['linear'], ['zoom'], 14, width, 16, 1.5] : width,
        ...(dash ? { 'line-dasharray': dash.map((length) => length / width) } : {}),
      },
    },
  ]);
}

/** Outside the parent: a veil over the surroundings, and a band along the line. */
export function veilLayers(colour: Palette): LayerSpecification[] {
  return [
    { id: 'veil', type: 'fill', source: 'veil', filter: ['==', ['get', 'part'], 'veil'], paint: { 'fill-color': colour.veil, 'fill-opacity': 0.62, 'fill-antialias': false } },
    {
      id: 'band', type: 'line', source: 'veil', filter: ['==', ['get', 'part'], 'band'], layout: { 'line-join': 'round' },
      // Rings run counter-clockwise, so the right-hand side is outside.
      paint: { 'line-color': colour.band, 'line-width': 7, 'line-offset': 3.5, 'line-opacity': 0.2 },
    },
  ];
}
