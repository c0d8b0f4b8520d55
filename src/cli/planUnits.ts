/** What a file says of its units, for opening a plan. */
import type { SourceUnit } from '../core/plan/open.ts';
import { readCode } from '../io/codes.ts';
import type { FieldMap } from '../io/fields.ts';
import { fieldText } from '../io/fieldValues.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { settlementKind } from '../io/settlementKind.ts';
import { cell, unitLabels } from '../io/unitLabel.ts';

export function planUnits(source: SourceLayer, fields: FieldMap, role: SourceUnit['role']): SourceUnit[] {
  const labels = unitLabels(source, fields);
  return source.properties.map((properties, unit): SourceUnit => {
    const text = (column: string | undefined) => fieldText(cell(properties, column)).value;
    const kind = text(fields.kind);
    return {
      label: labels[unit]!, name: text(fields.name), code: readCode(cell(properties, fields.code)).code, role,
      groundKind: role === 'declared' ? kind : null, kind: settlementKind(kind), subdistrict: text(fields.subdistrict),
    };
  });
}
