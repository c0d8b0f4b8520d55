/** Rows of the communities and of the ground that holds them, as the page lists them. */
import { DEFAULT_TOLERANCES } from '../core/coverage/defect.ts';
import { labelPoint } from '../core/coverage/labelPoint.ts';
import type { PolygonLayer } from '../core/coverage/layer.ts';
import { surveyRings, type RingFacts } from '../core/coverage/rings.ts';
import { STEPS_PER_DEGREE } from '../core/geo/coordinates.ts';
import type { FieldMap } from '../io/fields.ts';
import { fieldNumber, fieldText } from '../io/fieldValues.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { cell, unitLabel } from '../io/unitLabel.ts';
import type { LayerRole, Loaded, UnitSummary } from './protocol.ts';

export function unitSummaries(source: SourceLayer, fields: FieldMap, role: LayerRole): UnitSummary[] {
  return source.properties.map((properties, unit) => {
    const text = (column: string | undefined) => fieldText(cell(properties, column)).value;
    const number = (column: string | undefined) => fieldNumber(cell(properties, column)).value;
    return {
      index: -1,
      label: unitLabel(properties, fields, source.featureIndex[unit]!),
      code: text(fields.code), name: text(fields.name), subdistrict: text(fields.subdistrict),
      role: role === 'declared' ? 'declared' as const : 'community' as const,
      kind: text(fields.kind),
      households: number(fields.households), people: number(fields.people),
      areaSquareMetres: 0, bounds: null, labelPoint: null, parts: 0,
      properties: { ...properties },
    };
  });
}

export function finishSummary(unit: UnitSummary, index: number, units: PolygonLayer, facts: RingFacts): void {
  unit.index = index;
  unit.areaSquareMetres = facts.unitArea[index]!;
  unit.parts = units.unitStart[index + 1]! - units.unitStart[index]!;
  const at = labelPoint(units, facts, index);
  if (!at) return;
  unit.labelPoint = [at[0] / STEPS_PER_DEGREE, at[1] / STEPS_PER_DEGREE];
  const box = facts.unitBox;
  unit.bounds = [0, 1, 2, 3].map((k) => box[4 * index + k]! / STEPS_PER_DEGREE) as [number, number, number, number];
}

export function parentsOf(source: SourceLayer, fields: FieldMap): Loaded['parents'] {
  const { unitArea } = surveyRings(source.layer, DEFAULT_TOLERANCES.gridMetres);
  return source.properties.map((properties, unit) => ({
    name: fieldText(cell(properties, fields.name)).value ?? unitLabel(properties, fields, source.featureIndex[unit]!),
    code: fieldText(cell(properties, fields.code)).value,
    areaSquareMetres: unitArea[unit]!,
  }));
}
