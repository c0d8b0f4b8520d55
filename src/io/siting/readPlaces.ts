/** Demand points, candidates and facilities for siting: points or parcels of GeoJSON, or a table with longitude and latitude; with their counts and areas. */
import { ringAreaSquareMetres } from '../../core/geo/ellipsoid.ts';
import { STEPS_PER_DEGREE, type Datum } from '../../core/geo/coordinates.ts';
import { layerToCgcs2000, toCgcs2000 } from '../../core/geo/datum.ts';
import { innerPoint } from '../../core/households/innerPoint.ts';
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import { finish } from '../../core/progress.ts';
import { columnsOf } from '../columns.ts';
import { normalColumn, withoutUnit } from '../columnName.ts';
import { FIELD_ALIASES } from '../fieldAliases.ts';
import { fieldNumber, fieldText } from '../fieldValues.ts';
import { readGeoJson } from '../geojson/readGeoJson.ts';
import { pointFeatures } from '../pointFeatures.ts';
import type { ReadProblem } from '../problem.ts';
import { ProblemList } from '../problemList.ts';
import { KIND_FIELDS } from '../tables/kindFields.ts';
import { pointOf } from '../tables/point.ts';
import { TableProblems, type TableProblem } from '../tables/problem.ts';
import { readTable } from '../tables/table.ts';
import { columnReader } from '../tables/tableFacts.ts';
import { cellNumber, cellText } from '../tables/values.ts';
import { markLength } from '../textEncoding.ts';
import { cell } from '../unitLabel.ts';

export interface Place {
  /** As the file calls it; `#` and its feature from 0, or its row from 1, where it does not. */
  readonly id: string;
  /** Steps, CGCS2000. */
  readonly x: number;
  readonly y: number;
  /** Null: the cell says nothing, or nobody asked for it. */
  readonly weight: number | null;
  readonly areaSquareMetres: number | null;
  /** The area is that of the outline: land, not floor. */
  readonly isOutlineArea?: boolean;
}

export interface PlaceReading {
  readonly places: readonly Place[];
  /** Any that is refused: the file must not be used as if it were whole. */
  readonly problems: readonly ReadProblem[];
  readonly tableProblems: readonly TableProblem[];
  /** Rows and features without a place. */
  readonly unplaced: number;
  readonly weightColumn: string | null;
  readonly columns: readonly string[];
}

export interface PlaceOptions {
  readonly datum?: Datum;
  /** Column of the weights; guessed where left out, null: none is wanted. */
  readonly weightColumn?: string | null;
  readonly maxBytes?: number;
}

const BRACE = 123;
const MOST_BYTES = 2_000_000_000;
const NAMES = ['id', '编号', ...KIND_FIELDS.facilities.name, ...KIND_FIELDS.compounds.name, '地块', '地块编号', '地块名称', 'parcel'];
const WEIGHTS = ['weight', '权重', '需求', '需求量', 'demand', ...FIELD_ALIASES.people, ...FIELD_ALIASES.households];
const AREAS = ['areaSquareMetres', 'area', ...KIND_FIELDS.facilities.areaSquareMetres, '地块面积', '可用面积'];
const EXPECTED_WEIGHT = '0, 1, 2 …';

export function readPlaces(file: string, bytes: Uint8Array, options: PlaceOptions = {}): PlaceReading {
  return bytes[markLength(bytes)] === BRACE ? fromGeoJson(file, bytes, options) : fromTable(file, bytes, options);
}

function pick(columns: readonly string[], aliases: readonly string[]): string | undefined {
  for (const form of [normalColumn, withoutUnit]) {
    for (const alias of aliases) {
      const found = columns.find((column) => form(column) === form(alias));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function weightOf(columns: readonly string[], wanted: string | null | undefined): string | undefined {
  return wanted === null ? undefined : wanted === undefined ? pick(columns, WEIGHTS) : columns.find((column) => column === wanted);
}

interface Item {
  readonly feature: number;
  readonly row: Readonly<Record<string, unknown>>;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly areaSquareMetres: number | null;
}

function fromGeoJson(file: string, bytes: Uint8Array, { datum = 'CGCS2000', weightColumn, maxBytes = MOST_BYTES }: PlaceOptions): PlaceReading {
  const { source, problems: found } = finish(readGeoJson(file, bytes, { maxBytes }));
  // Points are read here beside polygons; lines are not.
  const onlyPlaces = Object.keys(source?.geometryTypes ?? {}).every((type) => /Point|Polygon/.test(type));
  const real = found.filter(({ code }) => code !== 'noPolygons' && !(code === 'mixedGeometry' && onlyPlaces));
  if (source === null || real.some(({ severity, feature }) => severity === 'refused' && feature === null)) {
    return { places: [], problems: source === null ? found : real, tableProblems: [], unplaced: 0, weightColumn: null, columns: [] };
  }
  const problems = new ProblemList(file);
  const layer = layerToCgcs2000(source.layer, datum);
  const hasPoints = (source.geometryTypes.Point ?? 0) + (source.geometryTypes.MultiPoint ?? 0) > 0;
  const points = hasPoints ? pointFeatures(bytes, source.encoding, datum, problems) : [];
  const items: Item[] = [
    ...source.properties.map((row, unit): Item => ({ feature: source.featureIndex[unit]!, row, ...parcel(layer, unit) })),
    ...points.map(({ feature, x, y, properties }): Item => ({ feature, row: properties, at: { x, y }, areaSquareMetres: null })),
  ].sort((a, b) => a.feature - b.feature);
  const columns = columnsOf(items.map(({ row }) => row)).map(({ name }) => name);
  const [id, weight, area] = [pick(columns, NAMES), weightOf(columns, weightColumn), pick(columns, AREAS)];
  const places = items.flatMap(({ feature, row, at, areaSquareMetres }): Place[] => {
    const count = weight === undefined ? null : countIn(cell(row, weight), feature, weight, problems);
    if (at === null) return [];
    const written = fieldNumber(cell(row, area)).value;
    return [{ id: fieldText(cell(row, id)).value ?? `#${feature}`, ...at, weight: count, areaSquareMetres: written ?? areaSquareMetres, ...(written === null && areaSquareMetres !== null ? { isOutlineArea: true } : {}) }];
  });
  return { places, problems: [...real, ...problems.all()], tableProblems: [], unplaced: items.length - places.length, weightColumn: weight ?? null, columns };
}

/** A parcel stands for its middle; its own column of areas, where there is one, goes before what its outline measures. */
function parcel({ coordinates, ringStart, polygonStart, unitStart }: PolygonLayer, unit: number): Pick<Item, 'at' | 'areaSquareMetres'> {
  const rings: Int32Array[] = [];
  let areaSquareMetres = 0;
  for (let polygon = unitStart[unit]!; polygon < unitStart[unit + 1]!; polygon++) {
    for (let r = polygonStart[polygon]!; r < polygonStart[polygon + 1]!; r++) {
      const size = Math.abs(ringAreaSquareMetres(coordinates, ringStart[r]!, ringStart[r + 1]!));
      areaSquareMetres += r === polygonStart[polygon] ? size : -size;
      rings.push(coordinates.slice(2 * ringStart[r]!, 2 * ringStart[r + 1]!));
    }
  }
  const inside = rings.length === 0 ? null : innerPoint(rings);
  return inside === null ? { at: null, areaSquareMetres: null } : { at: { x: Math.round(inside[0]), y: Math.round(inside[1]) }, areaSquareMetres };
}

function countIn(value: unknown, feature: number, column: string, problems: ProblemList): number | null {
  const reading = fieldNumber(value);
  if (reading.value !== null && Number.isSafeInteger(reading.value)) return reading.value;
  if (reading.value !== null || reading.reason !== 'missing') {
    problems.add(feature, { code: 'notANumber', severity: 'refused', field: `properties.${column}`, found: reading.value === null ? reading.found || '—' : String(reading.value), expected: EXPECTED_WEIGHT });
  }
  return null;
}

function fromTable(file: string, bytes: Uint8Array, { datum = 'CGCS2000', weightColumn }: PlaceOptions): PlaceReading {
  const { table, problems: found } = readTable(file.split(/[\\/]/).at(-1)!, bytes);
  if (table === null) return { places: [], problems: [], tableProblems: found, unplaced: 0, weightColumn: null, columns: [] };
  const problems = new TableProblems(table.name);
  const { lng, lat } = KIND_FIELDS.facilities;
  const columns = { lng: pick(table.columns, lng), lat: pick(table.columns, lat), id: pick(table.columns, NAMES), weight: weightOf(table.columns, weightColumn), area: pick(table.columns, AREAS) };
  if (columns.lng === undefined || columns.lat === undefined) problems.add({ code: 'noColumns', severity: 'refused', found: table.columns.join(', '), expected: 'lng, lat' });
  const read = columnReader(table, columns, null, problems);
  const places = table.rows.flatMap((row): Place[] => {
    const weight = columns.weight === undefined ? null : read.number(row, 'weight', cellNumber(read.text(row, 'weight'), true));
    const areaSquareMetres = columns.area === undefined ? null : read.number(row, 'area', cellNumber(read.text(row, 'area'), false));
    const at = columns.lng === undefined || columns.lat === undefined ? null : pointOf(read, row, problems);
    if (at === null) return [];
    const [east, north] = toCgcs2000(at, datum);
    return [{ id: cellText(read.text(row, 'id')) ?? `#${row.row}`, x: Math.round(east * STEPS_PER_DEGREE), y: Math.round(north * STEPS_PER_DEGREE), weight, areaSquareMetres }];
  });
  // A cell that does not read would be people left out unseen: here it refuses the file.
  const told = [...found, ...problems.all()].map((problem) => (READ_AS.has(problem.code) ? { ...problem, severity: 'refused' as const } : problem));
  return { places, problems: [], tableProblems: told, unplaced: table.rows.length - places.length, weightColumn: columns.weight ?? null, columns: table.columns };
}

const READ_AS: ReadonlySet<TableProblem['code']> = new Set(['notANumber', 'negative', 'fraction', 'range', 'unit', 'masked', 'codeLostDigits', 'outOfRange']);
