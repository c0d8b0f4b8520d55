/**
 * Defects, told apart by form as well as hue: rails for gaps, a ladder for overlaps, ticks for what lies beyond the parent.
 * Width is exaggerated from afar; close up the true polygon is hatched.
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { byState, closeUp, fromAfar, isGroup, isShape } from './expressions.ts';

const SOURCE = 'defects';

interface Stroke {
  colour: keyof Palette;
  width: number;
  dash?: number[];
}

/** Strokes of each group, lowest first; widths and dashes in pixels. The legend draws the same. */
export const DEFECT_STROKES: Record<'gap' | 'overlap' | 'beyond' | 'line' | 'shift', Stroke[]> = {
  gap: [{ colour: 'over', width: 5.4 }, { colour: 'white', width: 2 }],
  overlap: [{ colour: 'under', width: 6 }, { colour: 'white', width: 6, dash: [1.2, 3.2] }],
  beyond: [{ colour: 'white', width: 6 }, { colour: 'over', width: 6, dash: [2.4, 2.4] }],
  line: [{ colour: 'white', width: 5 }, { colour: 'ink2', width: 2.6 }],
  shift: [{ colour: 'white', width: 4.4 }, { colour: 'under', width: 2.2, dash: [6, 3] }],
};

const EXAGGERATED = ['line', 'gap', 'overlap', 'beyond'] as const;

export function defectLayers(colour: Palette): LayerSpecification[] {
  return [...closeUpLayers(colour), ...EXAGGERATED.flatMap((group) => strokes(colour, group)), ...shiftLayers(colour), ...pointLayers(colour)];
}

/** Layers that a click may hit. */
export const DEFECT_HIT_LAYERS = [
  'defect-area', ...EXAGGERATED.map((group) => `defect-${group}-0`), 'defect-shift-0', 'defect-point', 'defect-part', 'defect-marker',
];

function strokes(colour: Palette, group: keyof typeof DEFECT_STROKES): LayerSpecification[] {
  return DEFECT_STROKES[group].map((stroke, index): LayerSpecification => ({
    id: `defect-${group}-${index}`, type: 'line', source: SOURCE,
    filter: ['all', isShape('spine'), isGroup(group), fromAfar],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour[stroke.colour], 'line-width': stroke.width, 'line-opacity': byState,
      ...(stroke.dash ? { 'line-dasharray': stroke.dash.map((length) => length / stroke.width) } : {}),
    },
  }));
}

/** A displaced unit is as large as itself: its outline, whatever the scale. */
function shiftLayers(colour: Palette): LayerSpecification[] {
  return strokes(colour, 'shift').map((layer) => ({ ...layer, filter: ['all', isShape('area'), isGroup('shift')] as ExpressionSpecification } as LayerSpecification));
}

function closeUpLayers(colour: Palette): LayerSpecification[] {
  const shown: ExpressionSpecification = ['all', isShape('area'), isGroup('gap', 'overlap', 'beyond', 'line'), closeUp];
  const hue: ExpressionSpecification = ['match', ['get', 'group'], 'overlap', colour.under, 'line', colour.ink2, colour.over];
  return [
    {
      id: 'defect-area', type: 'fill', source: SOURCE, filter: shown,
      paint: {
        'fill-pattern': ['match', ['get', 'group'], 'overlap', 'hatch-overlap', 'beyond', 'hatch-beyond', 'line', 'hatch-line', 'hatch-gap'],
        'fill-opacity': byState,
      },
    },
    { id: 'defect-area-edge', type: 'line', source: SOURCE, filter: shown, paint: { 'line-color': hue, 'line-width': 1.2, 'line-opacity': byState } },
  ];
}

function pointLayers(colour: Palette): LayerSpecification[] {
  return [
    {
      id: 'defect-point', type: 'circle', source: SOURCE, filter: ['all', isShape('point'), ['!', isGroup('part')]],
      paint: {
        'circle-radius': 4, 'circle-color': colour.white, 'circle-stroke-color': colour.ink2, 'circle-stroke-width': 1.8,
        'circle-opacity': byState, 'circle-stroke-opacity': byState,
      },
    },
    {
      id: 'defect-part', type: 'symbol', source: SOURCE, filter: ['all', isShape('point'), isGroup('part')],
      layout: { 'icon-image': 'part', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  ];
}
