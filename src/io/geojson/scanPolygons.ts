/**
 * Polygon and MultiPolygon coordinates: the brackets round the rings, and what is to be said of a
 * ring that is read but not as it stands.
 */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { CLOSE_ARRAY, COMMA, nextByte, OPEN_ARRAY } from './jsonBytes.ts';
import { fail, pushPolygon, pushRing, type Scan } from './scan.ts';
import { scanRing } from './scanRing.ts';

/** Reads a MultiPolygon's coordinates from their `[` to behind their `]`. False: something else stands there. */
export function scanMultiPolygon(scan: Scan): boolean {
  if (!enter(scan)) return false;
  let polygon = 0;
  for (let c = nextByte(scan); c !== CLOSE_ARRAY; c = nextByte(scan)) {
    if (polygon > 0 && !passComma(scan, c)) return false;
    if (!scanPolygon(scan, polygon)) return false;
    polygon++;
  }
  scan.at++;
  return true;
}

/**
 * The same for a Polygon's coordinates, or one polygon of many. Rings without a position are left out,
 * a polygon without a shell altogether. `polygon` is only for the notes: -1 for a Polygon.
 */
export function scanPolygon(scan: Scan, polygon = -1): boolean {
  if (!enter(scan)) return false;
  const firstRing = scan.ringCount;
  let ring = 0;
  let hasShell = true;
  for (let c = nextByte(scan); c !== CLOSE_ARRAY; c = nextByte(scan)) {
    if (ring > 0 && !passComma(scan, c)) return false;
    if (!enter(scan)) return false;
    const firstVertex = scan.vertexCount;
    if (!scanRing(scan)) return false;
    if (scan.vertexCount > scan.maxVertices) return fail(scan, 'tooManyVertices', scan.at, String(scan.maxVertices));
    if (ring === 0) hasShell = scan.vertexCount > firstVertex;
    if (!hasShell) scan.vertexCount = firstVertex;
    closeRing(scan, firstVertex, polygon, ring);
    ring++;
  }
  scan.at++;
  if (scan.ringCount > firstRing) pushPolygon(scan, firstRing);
  return true;
}

/** Drops the closing vertex, notes what is odd, and stores the ring unless it is empty. */
function closeRing(scan: Scan, first: number, polygon: number, ring: number): void {
  const { coordinates } = scan;
  const positions = scan.vertexCount - first;
  const last = scan.vertexCount - 1;
  const closed =
    positions < 2 || (coordinates[2 * first] === coordinates[2 * last] && coordinates[2 * first + 1] === coordinates[2 * last + 1]);
  if (closed && positions > 1) scan.vertexCount--;
  if (!closed) {
    note(scan, 'ringUnclosed', first, polygon, ring, positions);
    scan.unclosedRings.push(scan.ringCount);
  }
  if (scan.vertexCount - first < 3) note(scan, 'ringTooShort', first, polygon, ring, positions);
  if (positions > 0) pushRing(scan, first);
}

function note(scan: Scan, code: 'ringUnclosed' | 'ringTooShort', first: number, polygon: number, ring: number, positions: number): void {
  const { coordinates, notes } = scan;
  if (notes.countIfFull(code)) return;
  const path = polygon < 0 ? `[${ring}]` : `[${polygon}][${ring}]`;
  const lngLat = positions > 0 ? degreesOf(coordinates, first) : undefined;
  notes.add({
    code,
    severity: 'warning',
    field: `${scan.field}.coordinates${path}`,
    found: code === 'ringTooShort' ? String(positions) : degreesOf(coordinates, first + positions - 1).join(','),
    expected: code === 'ringTooShort' ? '4' : lngLat?.join(','),
    lngLat,
  });
}

function degreesOf(coordinates: Int32Array, vertex: number): [number, number] {
  return [coordinates[2 * vertex]! / STEPS_PER_DEGREE, coordinates[2 * vertex + 1]! / STEPS_PER_DEGREE];
}

function enter(scan: Scan): boolean {
  if (nextByte(scan) !== OPEN_ARRAY) return false;
  scan.at++;
  return true;
}

/** Behind a comma another element must follow. */
function passComma(scan: Scan, c: number): boolean {
  if (c !== COMMA) return false;
  scan.at++;
  return nextByte(scan) === OPEN_ARRAY;
}
