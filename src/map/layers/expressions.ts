/** Small filters that several layers use. */
import type { ExpressionSpecification } from 'maplibre-gl';

export function isKind(kind: string): ExpressionSpecification {
  return ['==', ['get', 'kind'], kind];
}

export function isGroup(...groups: string[]): ExpressionSpecification {
  return ['in', ['get', 'group'], ['literal', groups]];
}

export function isShape(shape: string): ExpressionSpecification {
  return ['==', ['get', 'shape'], shape];
}

/** Streets that are drawn wider. */
export const major: ExpressionSpecification = [
  'in', ['coalesce', ['get', 'class'], ['get', 'highway'], ''],
  ['literal', ['major', 'arterial', 'motorway', 'trunk', 'primary', 'secondary']],
];

/** Exaggerated from afar, true close up: filters are judged at whole zoom levels. */
export const fromAfar: ExpressionSpecification = ['<', ['zoom'], ['get', 'trueFrom']];
export const closeUp: ExpressionSpecification = ['>=', ['zoom'], ['get', 'trueFrom']];

/** What has been accepted is still there, but quieter. */
export const byState: ExpressionSpecification = ['case', ['get', 'open'], 1, 0.42];
