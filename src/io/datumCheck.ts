/** Two layers that would share their lines if one of them were in another datum: said, never mended silently. */
import { suspectDatum } from '../core/geo/datum.ts';
import type { ReadProblem } from './problem.ts';
import type { SourceLayer } from './sourceLayer.ts';

export function datumProblems(child: SourceLayer, parent: SourceLayer): ReadProblem[] {
  const suspicion = suspectDatum(child.layer, parent.layer);
  if (!suspicion) return [];
  const { fileName } = suspicion.layer === 'child' ? child : parent;
  return [{ code: 'suspectedDatum', severity: 'warning', file: fileName, feature: null, found: suspicion.datum, expected: 'CGCS2000' }];
}
