/**
 * The reader's place in the bytes and what it has collected so far.
 *
 * Invariants: `at` never moves behind a byte it has not judged; the `…Count`s say how much of
 * the growing arrays is filled; a feature that is refused is rolled back to its mark.
 */

import { ProblemDrafts } from '../problemList.ts';

/** A file stops being readable at one byte: every later byte would be a guess. */
export interface SyntaxFailure {
  code: 'notJson' | 'nestingTooDeep' | 'tooManyVertices' | 'wrongEncoding';
  at: number;
  /** What the grammar wanted here, as a sign: `:` `]` `"type"`. */
  expected: string;
}

/**
 * How the bytes of strings are read. `utf-8-damaged` is UTF-8 with a few broken bytes:
 * structure can still be told, and only the strings concerned are refused.
 */
export type ScanEncoding = 'utf-8' | 'gb18030' | 'utf-8-damaged';

export interface Scan {
  readonly bytes: Uint8Array;
  /** Of the same bytes, four at a time. */
  readonly view: DataView;
  readonly encoding: ScanEncoding;
  readonly maxVertices: number;
  at: number;
  failure: SyntaxFailure | null;
  /** Set by `skipValue` when it passed NaN or Infinity, which JSON does not have but writers write. */
  oddLiteral: boolean;
  /** Objects that `tryFlatProperties` took in vain. */
  flatFailures: number;
  coordinates: Int32Array;
  vertexCount: number;
  ringStart: Uint32Array;
  ringCount: number;
  polygonStart: Uint32Array;
  polygonCount: number;
  unclosedRings: number[];
  /** Path of the geometry being read, for notes: `geometry`, or `geometry.geometries[2]`. */
  field: string;
  /** What was found within the feature being read. */
  readonly notes: ProblemDrafts;
}

/** Where a feature began, to take back what it added. */
export interface Mark {
  vertexCount: number;
  ringCount: number;
  polygonCount: number;
  unclosedCount: number;
}

/** `[116.41095,39.90159],` is 21 bytes; files with fewer digits make the array grow. */
const USUAL_VERTEX_BYTES = 20;
const FEWEST_VERTICES = 1024;

export function createScan(bytes: Uint8Array, start: number, encoding: ScanEncoding, maxVertices: number): Scan {
  const vertices = Math.min(Math.ceil(bytes.length / USUAL_VERTEX_BYTES) + FEWEST_VERTICES, maxVertices + FEWEST_VERTICES);
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    encoding,
    maxVertices,
    at: start,
    failure: null,
    oddLiteral: false,
    flatFailures: 0,
    coordinates: new Int32Array(2 * vertices),
    vertexCount: 0,
    ringStart: new Uint32Array(FEWEST_VERTICES),
    ringCount: 0,
    polygonStart: new Uint32Array(FEWEST_VERTICES),
    polygonCount: 0,
    unclosedRings: [],
    field: 'geometry',
    notes: new ProblemDrafts(),
  };
}

/** Notes the first failure and answers false, so that callers can `return fail(…)`. */
export function fail(scan: Scan, code: SyntaxFailure['code'], at: number, expected: string): false {
  scan.failure ??= { code, at, expected };
  return false;
}

export function growCoordinates(scan: Scan): Int32Array {
  const grown = new Int32Array(Math.ceil(scan.coordinates.length * 0.75) * 2);
  grown.set(scan.coordinates);
  scan.coordinates = grown;
  return grown;
}

export function pushRing(scan: Scan, firstVertex: number): void {
  if (scan.ringCount === scan.ringStart.length) scan.ringStart = doubled(scan.ringStart);
  scan.ringStart[scan.ringCount++] = firstVertex;
}

export function pushPolygon(scan: Scan, firstRing: number): void {
  if (scan.polygonCount === scan.polygonStart.length) scan.polygonStart = doubled(scan.polygonStart);
  scan.polygonStart[scan.polygonCount++] = firstRing;
}

export function markOf(scan: Scan): Mark {
  return {
    vertexCount: scan.vertexCount,
    ringCount: scan.ringCount,
    polygonCount: scan.polygonCount,
    unclosedCount: scan.unclosedRings.length,
  };
}

export function rollBack(scan: Scan, mark: Mark): void {
  scan.vertexCount = mark.vertexCount;
  scan.ringCount = mark.ringCount;
  scan.polygonCount = mark.polygonCount;
  scan.unclosedRings.length = mark.unclosedCount;
}

function doubled(array: Uint32Array): Uint32Array {
  const grown = new Uint32Array(array.length * 2);
  grown.set(array);
  return grown;
}
