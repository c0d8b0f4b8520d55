/** What the codes of a layer say against one another and against the other fields (rules.md §11). */
import { readCode, type CodeReading } from './codes.ts';
import { fieldText } from './fieldValues.ts';
import type { FieldMap } from './fields.ts';
import type { ProblemCode, ReadProblem } from './problem.ts';
import type { SourceLayer } from './sourceLayer.ts';
import { cell } from './unitLabel.ts';

/** Findings of one kind that are listed one by one; the rest are counted. */
const MOST_LISTED = 20;

export function checkCodes(source: SourceLayer, fields: FieldMap): ReadProblem[] {
  const list = new CodeProblems(source, fields);
  if (fields.code === undefined) return [];
  const readings = source.properties.map((properties) => readCode(cell(properties, fields.code)));
  const isTwelveDigits = readings.filter(({ code }) => code?.length === 12).length * 2 > readings.length;
  const seen = new Map<string, number>();
  const prefixes = new Map<string, Map<string, number>>();
  const subdistrictOf = source.properties.map((properties) => fieldText(cell(properties, fields.subdistrict)).value);
  readings.forEach(({ code, note }, unit) => {
    if (code === null) list.add('missingId', unit, '', '12');
    else {
      const first = seen.get(code);
      if (first === undefined) seen.set(code, unit);
      else list.add('duplicateId', unit, code, `#${source.featureIndex[first]!}`);
    }
    if (note === 'lostDigits') list.add('codeLostDigits', unit, code!, '12');
    else if (isTwelveDigits && code !== null && code.length !== 12) list.add('codeShape', unit, code, '12');
    const subdistrict = subdistrictOf[unit] ?? null;
    if (subdistrict === null || code?.length !== 12) return;
    const counts = prefixes.get(subdistrict) ?? new Map<string, number>();
    counts.set(code.slice(0, 9), (counts.get(code.slice(0, 9)) ?? 0) + 1);
    prefixes.set(subdistrict, counts);
  });
  readings.forEach((reading, unit) => { list.againstOthers(reading, unit, prefixes.get(subdistrictOf[unit] ?? '') ?? null); });
  return list.problems;
}

class CodeProblems {
  readonly problems: ReadProblem[] = [];
  private readonly last = new Map<ProblemCode, { listed: number; problem: ReadProblem }>();
  private readonly source: SourceLayer;
  private readonly fields: FieldMap;

  constructor(source: SourceLayer, fields: FieldMap) {
    this.source = source;
    this.fields = fields;
  }

  add(code: ProblemCode, unit: number, found: string, expected: string): void {
    const before = this.last.get(code);
    if (before && before.listed >= MOST_LISTED) {
      before.problem.more = (before.problem.more ?? 0) + 1;
      return;
    }
    const name = fieldText(cell(this.source.properties[unit]!, this.fields.name)).value;
    const problem: ReadProblem = {
      code, severity: 'warning', file: this.source.fileName, feature: this.source.featureIndex[unit]!, field: `properties.${this.fields.code!}`, found, expected,
      ...(name !== null && { unit: name }),
    };
    this.problems.push(problem);
    this.last.set(code, { listed: (before?.listed ?? 0) + 1, problem });
  }

  /** The nine-digit prefix is the subdistrict's; the last three digits say committee or village. */
  againstOthers({ code, official }: CodeReading, unit: number, prefixes: Map<string, number> | null): void {
    if (code?.length === 12 && prefixes && prefixes.size > 1) {
      const usual = [...prefixes].sort((a, b) => b[1] - a[1])[0]!;
      if (usual[1] > (prefixes.get(code.slice(0, 9)) ?? 0)) this.add('codeParent', unit, code.slice(0, 9), usual[0]);
    }
    const kind = fieldText(cell(this.source.properties[unit]!, this.fields.kind)).value;
    const said = kind === null ? null : /^(?:urban|城)/i.test(kind) ? 'urban' : /^(?:rural|农|乡|村)/i.test(kind) ? 'rural' : null;
    if (official?.kind && said && official.kind !== said) this.add('codeKind', unit, kind!, official.kind);
  }
}
