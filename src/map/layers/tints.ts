/** Communities coloured by what the rules say of them, or by a figure in five classes. The palest that still shows; the map beneath stays legible. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

export const TINTS = ['superLarge', 'micro', 'planAhead', 'fail', 'failLighter', 'noData', 'rank1', 'rank2', 'rank3', 'rank4', 'rank5'] as const;
export type Tint = (typeof TINTS)[number];

/** Opacities of a fill colour; the legend draws the same. */
export const TINT_FILLS: Readonly<Record<Tint, { colour: 'over' | 'under' | 'ink3' | 'rank'; opacity: number }>> = {
  superLarge: { colour: 'over', opacity: 0.2 }, micro: { colour: 'under', opacity: 0.2 }, planAhead: { colour: 'under', opacity: 0.1 },
  fail: { colour: 'over', opacity: 0.22 }, failLighter: { colour: 'over', opacity: 0.1 }, noData: { colour: 'ink3', opacity: 0.12 },
  rank1: { colour: 'rank', opacity: 0.08 }, rank2: { colour: 'rank', opacity: 0.22 }, rank3: { colour: 'rank', opacity: 0.38 }, rank4: { colour: 'rank', opacity: 0.56 }, rank5: { colour: 'rank', opacity: 0.76 },
};

export function tintLayers(colour: Palette): LayerSpecification[] {
  const tint: ExpressionSpecification = ['string', ['feature-state', 'tint'], ''];
  const by = <T extends string | number>(value: (name: Tint) => T, otherwise: T) => ['match', tint, ...TINTS.flatMap((name) => [name, value(name)]), otherwise] as unknown as ExpressionSpecification;
  return (['units', 'plan-units'] as const).map((source) => ({
    id: `${source}-tint`, type: 'fill', source,
    paint: { 'fill-antialias': false, 'fill-color': by((name) => colour[TINT_FILLS[name].colour], colour.block), 'fill-opacity': by((name) => TINT_FILLS[name].opacity, 0) },
  }));
}
