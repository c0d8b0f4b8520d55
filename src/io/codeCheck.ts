/** Names and codes of a layer once it is known which columns hold them: who has neither, whose code does not fit the others (rules.md §11). */
import { compareCodes, type CodeUnit } from './codeAgreement.ts';
import type { FieldMap } from './fields.ts';
import { fieldText } from './fieldValues.ts';
import { ProblemList } from './problemList.ts';
import type { ReadProblem } from './problem.ts';
import type { SourceLayer } from './sourceLayer.ts';
import { cell } from './unitLabel.ts';

export function checkCodes(source: Pick<SourceLayer, 'fileName' | 'properties' | 'featureIndex'>, fields: FieldMap): ReadProblem[] {
  const problems = new ProblemList(source.fileName);
  const units = source.properties.map((row, unit): CodeUnit => ({
    feature: source.featureIndex[unit]!,
    code: cell(row, fields.code),
    name: fieldText(cell(row, fields.name)).value,
    subdistrict: fieldText(cell(row, fields.subdistrict)).value,
    district: fieldText(cell(row, fields.district)).value,
    kind: kindOf(fieldText(cell(row, fields.kind)).value),
  }));
  for (const { feature, code, name } of units) {
    if (name === null && fieldText(code).value === null) {
      problems.add(feature, { code: 'missingId', severity: 'warning', field: 'properties', found: '—', expected: [fields.code, fields.name].filter(Boolean).join(', ') || 'code, name' });
    }
  }
  const codes = fields.code === undefined ? [] : compareCodes(units, source.fileName, { ...fields, code: fields.code });
  return [...problems.all(), ...codes];
}

const URBAN = new Set(['urban', '城市', '城镇', '城市社区', '城镇社区', '居委会', '社区', '城区']);
const RURAL = new Set(['rural', '农村', '乡村', '农村社区', '村委会', '行政村', '村']);

/** Urban or rural as files write it; null for anything else. */
export function kindOf(text: string | null): 'urban' | 'rural' | null {
  const plain = text?.trim().toLowerCase() ?? '';
  if (URBAN.has(plain)) return 'urban';
  return RURAL.has(plain) ? 'rural' : null;
}
