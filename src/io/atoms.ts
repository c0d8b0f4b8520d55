/**
 * Files and tables of compounds, buildings, grids and census blocks → atoms. A count that can't be read is unknown, and told; a
 * community that is not among those loaded is told, and the atom belongs to where it lies.
 */
import { polygonShape, type Atom, type AtomKind, type AtomShape } from '../core/households/atom.ts';
import type { PolygonLayer } from '../core/coverage/layer.ts';
import { layerToCgcs2000 } from '../core/geo/datum.ts';
import type { Datum } from '../core/geo/coordinates.ts';
import { guessAtomColumns, type AtomColumns, type AtomField } from './atomColumns.ts';
import { readCode } from './codes.ts';
import { columnsOf } from './columns.ts';
import { fieldNumber, fieldText } from './fieldValues.ts';
import { pointFeatures } from './pointFeatures.ts';
import type { ReadProblem } from './problem.ts';
import { ProblemList } from './problemList.ts';
import type { SourceLayer } from './sourceLayer.ts';
import { cell } from './unitLabel.ts';

export interface AtomOptions {
  kind: AtomKind;
  /** Unit index of a community by its code or name as a cell has it; null for none. */
  communityOf: (text: string) => number | null;
  /** As the user chose; guessed where left out. */
  columns?: AtomColumns;
  datum?: Datum;
}

export interface AtomReading {
  atoms: Atom[];
  columns: AtomColumns;
  problems: ReadProblem[];
}

type Row = Readonly<Record<string, unknown>>;

/** Polygons and features without geometry as the reader gave them, and the points that it passed over. In the file's order. */
export function readAtoms(source: SourceLayer, options: AtomOptions): AtomReading {
  const problems = new ProblemList(source.fileName);
  const datum = options.datum ?? 'CGCS2000';
  const layer = layerToCgcs2000(source.layer, datum);
  const hasPoints = (source.geometryTypes.Point ?? 0) + (source.geometryTypes.MultiPoint ?? 0) > 0;
  const points = hasPoints ? pointFeatures(source.bytes, source.encoding, datum, problems) : [];
  const items = [
    ...source.properties.map((row, unit) => ({ feature: source.featureIndex[unit]!, row, shape: shapeOf(layer, unit) })),
    ...points.map(({ feature, x, y, properties }) => ({ feature, row: properties, shape: { type: 'point', x, y } as const })),
  ].sort((p, q) => p.feature - q.feature);
  return finishAtoms(items, options, problems);
}

/** Rows of a table: each follows its community. */
export function atomsOfRows(fileName: string, rows: readonly Row[], options: AtomOptions): AtomReading {
  return finishAtoms(rows.map((row, feature) => ({ feature, row, shape: null })), options, new ProblemList(fileName));
}

/** Finds communities by code, else by a name that only one has. */
export function communityFinder(communities: readonly { readonly code: string | null; readonly name: string | null }[]): (text: string) => number | null {
  const byCode = new Map<string, number>();
  const byName = new Map<string, number | null>();
  communities.forEach(({ code, name }, unit) => {
    if (code !== null && !byCode.has(code)) byCode.set(code, unit);
    if (name !== null) byName.set(name.trim(), byName.has(name.trim()) ? null : unit);
  });
  return (text) => byCode.get(text) ?? byName.get(text) ?? null;
}

/** Atoms of all files together: an id that is taken gets a number behind it, in their order. */
export function withUniqueIds(atoms: readonly Atom[]): Atom[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return atoms.map((atom) => {
    let { id } = atom;
    for (let k = next.get(id) ?? 2; taken.has(id); k++) {
      id = `${atom.id} (${k})`;
      next.set(atom.id, k + 1);
    }
    taken.add(id);
    return id === atom.id ? atom : { ...atom, id };
  });
}

function finishAtoms(items: readonly { feature: number; row: Row; shape: AtomShape | null }[], options: AtomOptions, problems: ProblemList): AtomReading {
  const columns = options.columns ?? guessAtomColumns(columnsOf(items.map(({ row }) => row)));
  const atoms = items.map(({ feature, row, shape }): Atom => {
    const value = (field: AtomField) => cell(row, columns[field]);
    const name = fieldText(value('name')).value;
    const count = (field: 'households' | 'people') => countIn(value(field), feature, columns[field] ?? field, name, problems);
    return {
      id: name ?? `${options.kind} #${feature + 1}`, kind: options.kind, name, shape,
      households: count('households'), people: count('people'),
      community: communityIn(value('community'), options, feature, columns.community ?? 'community', name, problems),
    };
  });
  return { atoms: withUniqueIds(atoms), columns, problems: problems.all() };
}

/** A whole number, or unknown. */
function countIn(value: unknown, feature: number, column: string, unit: string | null, problems: ProblemList): number | null {
  const reading = fieldNumber(value);
  if (reading.value !== null && Number.isSafeInteger(reading.value)) return reading.value;
  if (reading.value !== null || reading.reason !== 'missing') {
    const found = reading.value === null ? reading.found : String(reading.value);
    problems.add(feature, { code: 'notANumber', severity: 'warning', field: `properties.${column}`, found: found || '—', expected: '0, 1, 2 …', ...(unit === null ? {} : { unit }) });
  }
  return null;
}

function communityIn(value: unknown, { communityOf }: AtomOptions, feature: number, column: string, unit: string | null, problems: ProblemList): number | null {
  const text = fieldText(value).value;
  if (text === null) return null;
  const code = readCode(value).code;
  const found = (code === null ? null : communityOf(code)) ?? communityOf(text);
  if (found === null) problems.add(feature, { code: 'unknownCommunity', severity: 'warning', field: `properties.${column}`, found: text.slice(0, 80), ...(unit === null ? {} : { unit }) });
  return found;
}

/** All rings of a unit; null where none encloses anything. */
function shapeOf({ coordinates, ringStart, polygonStart, unitStart }: PolygonLayer, unit: number): AtomShape | null {
  const rings: Int32Array[] = [];
  for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
    const from = ringStart[r]!;
    const to = ringStart[r + 1]!;
    if (to - from >= 3) rings.push(coordinates.slice(2 * from, 2 * to));
  }
  return rings.length > 0 ? polygonShape(rings) : null;
}
