/** Streets from GeoJSON lines: parsed by the platform, filtered as OSM ways are, welded into a network. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { toCgcs2000 } from '../../core/geo/datum.ts';
import type { Datum } from '../../core/geo/coordinates.ts';
import { acceptsWay, WALK_V1, type WalkFilter } from '../../core/network/walkFilter.ts';
import { weldLines, type StreetLine, type WeldOptions, type WeldReport } from '../../core/network/weld.ts';
import type { Work } from '../../core/progress.ts';
import { isSwappedChina } from '../geojson/explainCoordinates.ts';
import { decideEncoding } from '../textEncoding.ts';
import { StreetFailure } from './failure.ts';
import type { StreetProblem } from './problem.ts';
import type { StreetReading } from './readPbf.ts';
import { streetFileKind } from './streetFileKind.ts';

export interface LineOptions extends WeldOptions {
  readonly filter?: WalkFilter;
  readonly maxBytes?: number;
  readonly maxLines?: number;
  readonly datum?: Datum;
}

export interface LineReading extends StreetReading {
  /** Null when nothing was read. */
  readonly weld: WeldReport | null;
}

const DEFAULT_MAX_LINE_BYTES = 200_000_000;
const DEFAULT_MAX_LINES = 2_000_000;
const LISTED = 20;
/** Columns that hold the class of a street; the second is what extracts in shapefiles call it. */
const CLASS_COLUMNS = ['highway', 'fclass'];
/** Tags by which streets cross without meeting. */
const LEVEL_COLUMNS = ['layer', 'bridge', 'tunnel'];

type Row = Readonly<Record<string, unknown>>;

interface GivenLine {
  readonly feature: number;
  readonly row: Row;
  readonly positions: readonly unknown[];
}

export function* readLines(file: string, given: Uint8Array, options: LineOptions = {}): Work<LineReading> {
  const nothing: LineReading = { source: null, partial: false, problems: [], facts: { nodes: 0, ways: 0, acceptedWays: 0, header: null }, buildings: new Int32Array(0), weld: null };
  const problems: StreetProblem[] = [];
  try {
    yield { phase: 'streets', fraction: 0 };
    const lines = linesOf(parse(file, given, options.maxBytes ?? DEFAULT_MAX_LINE_BYTES));
    const maxLines = options.maxLines ?? DEFAULT_MAX_LINES;
    if (lines.length > maxLines) throw new StreetFailure('tooManyLines', String(lines.length), `≤ ${maxLines}`);
    if (lines.length === 0) throw new StreetFailure('noStreets', '0', 'LineString, MultiLineString');
    const walked = filtered(file, lines, options.filter ?? WALK_V1, problems);
    if (walked.length === 0) throw new StreetFailure('noStreets', String(lines.length), 'highway=*');
    const read = walked.flatMap((line) => readLine(file, line, options.datum ?? 'CGCS2000', problems));
    if (read.length === 0) throw new StreetFailure('noStreets', String(walked.length), '[[108.9, 34.3], …]');
    const { source, report } = yield* weldLines(read, options);
    const facts = { nodes: read.reduce((sum, { coordinates }) => sum + coordinates.length / 2, 0), ways: lines.length, acceptedWays: walked.length, header: null };
    return { ...nothing, source, facts, problems, partial: read.length < walked.length, weld: report };
  } catch (error) {
    if (!(error instanceof StreetFailure)) throw error;
    return { ...nothing, problems: [{ code: error.code, severity: 'refused', file, found: error.found, expected: error.expected }, ...problems] };
  }
}

function parse(file: string, bytes: Uint8Array, maxBytes: number): unknown {
  if (bytes.length === 0) throw new StreetFailure('empty', '0', 'GeoJSON');
  if (bytes.length > maxBytes) throw new StreetFailure('tooLarge', String(bytes.length), String(maxBytes));
  const kind = streetFileKind(file, bytes);
  if (kind !== 'GeoJSON') throw new StreetFailure('notStreets', kind, 'OSM PBF, GeoJSON');
  try {
    return JSON.parse(textOf(bytes).replace(/^\ufeff/, ''));
  } catch (error) {
    throw new StreetFailure('damaged', error instanceof Error ? error.message.slice(0, 120) : 'JSON', 'GeoJSON');
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(decideEncoding(bytes) === 'gb18030' ? 'gb18030' : 'utf-8').decode(bytes);
  }
}

function linesOf(document: unknown): GivenLine[] {
  const features: unknown[] = isRecord(document) && Array.isArray(document.features) ? (document.features as unknown[]) : [document];
  return features.flatMap((given, feature): GivenLine[] => {
    if (!isRecord(given)) return [];
    const geometry = isRecord(given.geometry) ? given.geometry : given;
    const row = isRecord(given.properties) ? given.properties : {};
    const { type, coordinates } = geometry;
    if (!Array.isArray(coordinates)) return [];
    if (type === 'LineString') return [{ feature, row, positions: coordinates }];
    return type === 'MultiLineString' ? (coordinates as unknown[]).map((positions) => ({ feature, row, positions: Array.isArray(positions) ? (positions as unknown[]) : [] })) : [];
  });
}

/** A file that nowhere says what its lines are is walked on wholly, and that is said. */
function filtered(file: string, lines: readonly GivenLine[], filter: WalkFilter, problems: StreetProblem[]): readonly GivenLine[] {
  const column = CLASS_COLUMNS.find((name) => lines.some(({ row }) => text(row, name) !== undefined));
  if (column === undefined) {
    problems.push({ code: 'noAttributes', severity: 'warning', file, found: String(lines.length), expected: 'highway, fclass' });
    return lines;
  }
  return lines.filter(({ row }) => acceptsWay(filter, (key) => text(row, key === 'highway' ? column : key)));
}

function readLine(file: string, { feature, row, positions }: GivenLine, datum: Datum, problems: StreetProblem[]): StreetLine[] {
  const coordinates = new Int32Array(2 * positions.length);
  for (const [k, position] of positions.entries()) {
    const [lng, lat] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof lng !== 'number' || typeof lat !== 'number' || !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      const found = JSON.stringify(position ?? null).slice(0, 80);
      if (typeof lng === 'number' && typeof lat === 'number') refuseWhole(lng, lat, found);
      if (problems.filter(({ code }) => code === 'badLine').length < LISTED) problems.push({ code: 'badLine', severity: 'refused', file, feature, found, expected: '[108.9, 34.3]' });
      return [];
    }
    const [east, north] = toCgcs2000([lng, lat], datum);
    coordinates[2 * k] = Math.round(east * STEPS_PER_DEGREE);
    coordinates[2 * k + 1] = Math.round(north * STEPS_PER_DEGREE);
  }
  return positions.length < 2 ? [] : [{ coordinates, level: LEVEL_COLUMNS.map((name) => level(text(row, name))).join('|') }];
}

/** What is wrong with one position in this way is wrong with the file. */
function refuseWhole(lng: number, lat: number, found: string): void {
  if (Math.abs(lng) > 1000 || Math.abs(lat) > 1000) throw new StreetFailure('projected', found, '[108.9, 34.3]');
  if (isSwappedChina(lng, lat)) throw new StreetFailure('swapped', found, '[108.9, 34.3]');
}

function level(value: string | undefined): string {
  return value === undefined || value === 'no' || value === '0' || value === 'F' || value === 'false' ? '' : value;
}

function text(row: Row, key: string): string | undefined {
  const value = Object.hasOwn(row, key) ? row[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
