/**
 * The door for GeoJSON: bytes in, typed arrays out, every problem named with its place.
 *
 * A hand-written scan, because the positions are nine tenths of a file and JSON.parse would make an
 * array of each. What can be read is read even when something was refused: the caller decides.
 */
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import type { Work } from '../../core/progress.ts';
import { columnsOf } from '../columns.ts';
import { guessFields } from '../fields.ts';
import { fileKind } from '../fileKind.ts';
import type { ReadProblem } from '../problem.ts';
import { ProblemList, type ProblemDraft } from '../problemList.ts';
import type { SourceLayer } from '../sourceLayer.ts';
import { decideEncoding, markLength, wideEncoding } from '../textEncoding.ts';
import { unitLabel } from '../unitLabel.ts';
import { createCollected, type Collected } from './collected.ts';
import { lineOf } from './failure.ts';
import { shorten } from './foundText.ts';
import { judgeLayer } from './judgeLayer.ts';
import { isSpace } from './jsonBytes.ts';
import { readDocument } from './readDocument.ts';
import { createScan, type ScanEncoding } from './scan.ts';

export interface ReadOptions {
  /** Largest file. The page keeps a file, its arrays and its drawing in memory at once. */
  maxBytes?: number;
  maxVertices?: number;
}

export const DEFAULT_MAX_BYTES = 200_000_000;
export const DEFAULT_MAX_VERTICES = 60_000_000;

export interface GeoJsonReading {
  /** Null when nothing was read, or nothing lies in degrees. It may be there although the file is refused. */
  source: SourceLayer | null;
  problems: ReadProblem[];
}

/** Rows from which the columns for names and codes are guessed, to call a problem's unit by its name. */
const ROWS_FOR_NAMES = 200;

export function* readGeoJson(fileName: string, given: Uint8Array, options: ReadOptions = {}): Work<GeoJsonReading> {
  // Node's Buffer searches and slices by ways of its own, which are slower here.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const refusal = refuseUnread(fileName, bytes, options.maxBytes ?? DEFAULT_MAX_BYTES);
  if (refusal) return refuseFile(fileName, refusal);
  yield { phase: 'read', fraction: 0 };
  const maxVertices = options.maxVertices ?? DEFAULT_MAX_VERTICES;
  const collected = yield* collect(fileName, bytes, 'utf-8', maxVertices);
  if (collected.scan.failure?.code !== 'wrongEncoding') return assemble(fileName, collected);

  const byte = collected.scan.failure.at;
  const encoding = decideEncoding(bytes);
  const wrongEncoding: ProblemDraft = { code: 'wrongEncoding', severity: 'refused', found: hexAt(bytes, byte), expected: 'UTF-8', byte, line: lineOf(bytes, byte) };
  if (encoding === null) return refuseFile(fileName, wrongEncoding);
  const again = yield* collect(fileName, bytes, encoding, maxVertices);
  if (encoding === 'gb18030') again.problems.add(null, { ...wrongEncoding, severity: 'warning', found: 'GB18030' });
  else if (!again.problems.hasRefusal()) again.problems.add(null, wrongEncoding);
  return assemble(fileName, again);
}

function* collect(fileName: string, bytes: Uint8Array, encoding: ScanEncoding, maxVertices: number): Work<Collected> {
  const collected = createCollected(fileName, createScan(bytes, markLength(bytes), encoding, maxVertices));
  yield* readDocument(collected);
  return collected;
}

/** What is refused for its size or its first bytes. */
function refuseUnread(fileName: string, bytes: Uint8Array, maxBytes: number): ProblemDraft | null {
  const expected = 'GeoJSON';
  if (isBlank(bytes)) return { code: 'empty', severity: 'refused', found: String(bytes.length), expected };
  if (bytes.length > maxBytes) return { code: 'tooLarge', severity: 'refused', found: String(bytes.length), expected: String(maxBytes) };
  const kind = fileKind(fileName, bytes);
  if (kind) return { code: kind.isHonest ? 'unsupportedFormat' : 'looksLike', severity: 'refused', found: kind.name, expected };
  const wide = wideEncoding(bytes);
  if (wide) return { code: 'wrongEncoding', severity: 'refused', found: wide, expected: 'UTF-8', byte: 0, line: 1 };
  if (bytes.subarray(0, 1024).includes(0)) return { code: 'notText', severity: 'refused', found: hexAt(bytes, bytes.indexOf(0)), expected, byte: bytes.indexOf(0), line: 1 };
  return null;
}

function assemble(fileName: string, collected: Collected): GeoJsonReading {
  const layer = layerOf(collected);
  const { bounds, isPlaced } = judgeLayer(collected, layer);
  const problems = nameUnits(collected);
  const { scan } = collected;
  const source: SourceLayer = {
    fileName,
    bytes: scan.bytes,
    encoding: scan.encoding === 'gb18030' ? 'gb18030' : 'utf-8',
    layer,
    properties: collected.properties,
    ids: collected.ids,
    featureIndex: Uint32Array.from(collected.featureIndex),
    featureRange: Float64Array.from(collected.featureRange),
    featureCount: collected.featureCount,
    refusedIndex: Uint32Array.from(collected.refusedIndex),
    refusedRange: Float64Array.from(collected.refusedRange),
    geometryTypes: collected.geometryTypes,
    problems,
    bounds,
  };
  return { source: collected.featureCount > 0 && isPlaced ? source : null, problems };
}

function layerOf({ scan, unitStart }: Collected): PolygonLayer {
  return {
    unitCount: unitStart.length,
    vertexCount: scan.vertexCount,
    coordinates: scan.coordinates.subarray(0, 2 * scan.vertexCount),
    ringStart: starts(scan.ringStart, scan.ringCount, scan.vertexCount),
    polygonStart: starts(scan.polygonStart, scan.polygonCount, scan.ringCount),
    unitStart: starts(unitStart, unitStart.length, scan.polygonCount),
    unclosedRings: scan.unclosedRings,
  };
}

/** The first `count` starts, then the count of the level below. */
function starts(filled: ArrayLike<number>, count: number, below: number): Uint32Array {
  const array = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) array[i] = filled[i]!;
  array[count] = below;
  return array;
}

/** Says of each problem which unit it is by name, now that the columns are known. */
function nameUnits({ problems, properties, featureIndex, refusedProperties }: Collected): ReadProblem[] {
  const listed = problems.all();
  const named = listed.filter(({ feature }) => feature !== null);
  if (named.length === 0) return listed;
  const fields = guessFields(columnsOf(properties.length > 0 ? properties.slice(0, ROWS_FOR_NAMES) : [...refusedProperties.values()]));
  for (const problem of named) {
    const index = problem.feature!;
    const row = refusedProperties.get(index) ?? properties[featureIndex.indexOf(index)];
    const label = row && unitLabel(row, fields, index);
    if (label !== undefined && label !== `#${index}`) problem.unit = shorten(label);
  }
  return listed;
}

function refuseFile(fileName: string, draft: ProblemDraft): GeoJsonReading {
  const problems = new ProblemList(fileName);
  problems.add(null, draft);
  return { source: null, problems: problems.all() };
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = markLength(bytes); i < bytes.length; i++) if (!isSpace(bytes[i]!)) return false;
  return true;
}

function hexAt(bytes: Uint8Array, at: number): string {
  return `0x${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')}`;
}
