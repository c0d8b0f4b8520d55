/** A coarser grid than the file's, when the user asks for one: positions are rounded to it before anything is compared. */
import { DEFAULT_TOLERANCES } from './defect.ts';
import type { PolygonLayer } from './layer.ts';

export function onGrid(layer: PolygonLayer, gridMetres: number): PolygonLayer {
  const steps = Math.round(gridMetres / DEFAULT_TOLERANCES.gridMetres);
  if (steps <= 1) return layer;
  return { ...layer, coordinates: layer.coordinates.map((v) => Math.round(v / steps) * steps) };
}
