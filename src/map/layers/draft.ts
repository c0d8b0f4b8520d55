/** Unfinished work: what a command being tried would draw, the line under the hand, and handles on vertices. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

export const DRAFT_LINE = { width: 2.8, casing: 6 };

const handle = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];
const active: ExpressionSpecification = ['get', 'active'];

export function draftLayers(colour: Palette): LayerSpecification[] {
  const join = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const hue: ExpressionSpecification = ['case', ['get', 'rejected'], colour.over, colour.accent];
  return [
    { id: 'draft-moved', type: 'fill', source: 'draft-moved', paint: { 'fill-pattern': 'hatch-moved' } },
    { id: 'draft-lines-case', type: 'line', source: 'draft-lines', layout: join, paint: { 'line-color': colour.white, 'line-width': DRAFT_LINE.casing } },
    { id: 'draft-lines', type: 'line', source: 'draft-lines', layout: join, paint: { 'line-color': colour.accent, 'line-width': DRAFT_LINE.width } },
    { id: 'sketch-area', type: 'fill', source: 'sketch', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour.accent, 'fill-opacity': 0.12 } },
    { id: 'sketch-case', type: 'line', source: 'sketch', layout: join, paint: { 'line-color': colour.white, 'line-width': DRAFT_LINE.casing } },
    { id: 'sketch', type: 'line', source: 'sketch', layout: join, paint: { 'line-color': hue, 'line-width': DRAFT_LINE.width } },
  ];
}

/** Vertices are squares, middles of edges small rings; the one in hand is filled and ringed; fixed ones are grey. */
export function handleLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'handle-middle', type: 'circle', source: 'handles', filter: handle('middle'),
      paint: { 'circle-radius': 2.6, 'circle-color': colour.white, 'circle-stroke-color': colour.accent, 'circle-stroke-width': 1.4 },
    },
    {
      id: 'handle-vertex', type: 'symbol', source: 'handles', filter: ['!', handle('middle')],
      layout: { 'icon-image': ['concat', 'handle-', ['get', 'kind']], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
    {
      id: 'handle-active-ring', type: 'circle', source: 'handles', filter: active,
      paint: { 'circle-radius': 11, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': colour.accent, 'circle-stroke-width': 1.6 },
    },
    {
      id: 'handle-active', type: 'symbol', source: 'handles', filter: active,
      layout: { 'icon-image': 'handle-active', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  ];
}
