/** What a unit is called in every list and message: its code, else its name, else `#` and its index in the file. */
import { readCode } from './codes.ts';
import { fieldText } from './fieldValues.ts';
import type { FieldMap } from './fields.ts';
import type { SourceLayer } from './sourceLayer.ts';

/** `featureIndex` counts the file's features from 0. */
export function unitLabel(properties: Readonly<Record<string, unknown>>, fields: FieldMap, featureIndex: number): string {
  const code = readCode(cell(properties, fields.code)).code ?? fieldText(cell(properties, fields.code)).value;
  return code ?? fieldText(cell(properties, fields.name)).value ?? `#${featureIndex}`;
}

/** Labels of all units of a layer, in their order. */
export function unitLabels(source: Pick<SourceLayer, 'properties' | 'featureIndex'>, fields: FieldMap): string[] {
  return source.properties.map((properties, unit) => unitLabel(properties, fields, source.featureIndex[unit]!));
}

/** The value in a column; undefined where there is none, also for names that every object has. */
export function cell(properties: Readonly<Record<string, unknown>>, column: string | undefined): unknown {
  return column !== undefined && Object.hasOwn(properties, column) ? properties[column] : undefined;
}
