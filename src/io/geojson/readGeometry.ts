/**
 * One geometry object. Polygons go straight into the scan's arrays while its members pass by,
 * whatever their order; anything else is passed over and named.
 */
import { CLOSE_ARRAY, COMMA, nextByte, OPEN_ARRAY, OPEN_OBJECT, skipValue } from './jsonBytes.ts';
import { explainCoordinates, type Explanation } from './explainCoordinates.ts';
import { END, firstKey, nextKey } from './members.ts';
import { markOf, rollBack, type Mark, type Scan } from './scan.ts';
import { scanMultiPolygon, scanPolygon } from './scanPolygons.ts';
import { snippet, valueOf, valueText } from './slice.ts';
import { LINES_AND_POINTS, readTypeValue, type Word } from './words.ts';

export interface GeometryReading {
  /** `none`: null or missing. `refused`: the reasons are in `scan.notes`. */
  kind: 'none' | 'polygons' | 'linesAndPoints' | 'refused';
  /** Type as the file names it, for counting. */
  type: Word | null;
  /** For coordinates that could not be read. */
  explanation: Explanation | null;
}

const NULL_GEOMETRY: GeometryReading = { kind: 'none', type: null, explanation: null };

/** What the members said, before they are put together. */
interface GeometryMembers {
  type: Word | null;
  typeAt: number;
  coordinatesAt: number;
  /** How the coordinates were scanned, if they could be. */
  scannedAs: 'Polygon' | 'MultiPolygon' | null;
  geometriesAt: number;
}

/** Reads the geometry at `scan.at` and leaves it behind; false when the file ends being JSON in it. */
export function readGeometry(scan: Scan, inCollection = false): GeometryReading | false {
  const start = scan.at;
  const mark = markOf(scan);
  if (nextByte(scan) !== OPEN_OBJECT) {
    if (!skipValue(scan)) return false;
    const found = snippet(scan, start, scan.at);
    return found === 'null' ? NULL_GEOMETRY : refused(scan, null, 'wrongGeometryType', scan.field, found, '{ "type": "Polygon", … }');
  }
  const members = readMembers(scan, mark);
  if (members === false) return false;
  const end = scan.at;
  const reading = settle(scan, members, mark, inCollection);
  if (scan.failure) return false;
  scan.at = end;
  return reading;
}

function readMembers(scan: Scan, mark: Mark): GeometryMembers | false {
  const members: GeometryMembers = { type: null, typeAt: -1, coordinatesAt: -1, scannedAs: null, geometriesAt: -1 };
  for (let key = firstKey(scan); key !== END; key = nextKey(scan)) {
    if (key === false) return false;
    const c = nextByte(scan);
    const start = scan.at;
    if (key === 'type') {
      const type = readTypeValue(scan);
      if (type === false) return false;
      members.type = type;
      members.typeAt = start;
    } else if (key === 'coordinates') {
      // Named twice, the last counts, as in JSON.parse.
      if (members.coordinatesAt >= 0) takeBack(scan, mark);
      members.coordinatesAt = start;
      members.scannedAs = c === OPEN_ARRAY ? scanAhead(scan, members.type) : null;
      if (members.scannedAs === null && (scan.failure !== null || !skipValue(scan))) return false;
    } else {
      if (key === 'geometries') members.geometriesAt = start;
      if (!skipValue(scan)) return false;
    }
  }
  return members;
}

/** Scans coordinates before or after their type is known; null, with everything as it was, when they are no polygons. */
function scanAhead(scan: Scan, type: Word | null): 'Polygon' | 'MultiPolygon' | null {
  const as = type ?? guessType(scan);
  if (as !== 'Polygon' && as !== 'MultiPolygon') return null;
  const start = scan.at;
  const mark = markOf(scan);
  if (as === 'Polygon' ? scanPolygon(scan) : scanMultiPolygon(scan)) return as;
  takeBack(scan, mark);
  scan.at = start;
  return null;
}

/** Three brackets open a Polygon, four a MultiPolygon. */
function guessType(scan: Scan): Word | null {
  const { bytes } = scan;
  let brackets = 0;
  for (let i = scan.at; brackets < 5 && (bytes[i] === OPEN_ARRAY || bytes[i]! <= 32); i++) if (bytes[i] === OPEN_ARRAY) brackets++;
  return brackets === 3 ? 'Polygon' : brackets === 4 ? 'MultiPolygon' : null;
}

function settle(scan: Scan, members: GeometryMembers, mark: Mark, inCollection: boolean): GeometryReading {
  const { type, coordinatesAt } = members;
  if (type === 'Polygon' || type === 'MultiPolygon') {
    if (members.scannedAs === type) return { kind: 'polygons', type, explanation: null };
    takeBack(scan, mark);
    if (coordinatesAt < 0) return refused(scan, type, 'badCoordinates', `${scan.field}.coordinates`, '—', '[…]');
    scan.at = coordinatesAt;
    if (members.scannedAs !== null && scanAhead(scan, type) === type) return { kind: 'polygons', type, explanation: null };
    return scan.failure ? NULL_GEOMETRY : explain(scan, type, coordinatesAt);
  }
  takeBack(scan, mark);
  if (LINES_AND_POINTS.includes(type)) return { kind: 'linesAndPoints', type, explanation: null };
  if (type === 'GeometryCollection') return readCollection(scan, members, inCollection);
  return refused(scan, null, 'wrongGeometryType', `${scan.field}.type`, valueText(scan, members.typeAt), 'Polygon, MultiPolygon');
}

function explain(scan: Scan, type: 'Polygon' | 'MultiPolygon', coordinatesAt: number): GeometryReading {
  scan.at = coordinatesAt;
  const levels = type === 'Polygon' ? 3 : 4;
  const explanation = explainCoordinates(valueOf(scan), levels, `${scan.field}.coordinates`, scan.notes);
  return { kind: 'refused', type, explanation };
}

/** A collection that holds only polygons is one unit of several parts. Collections inside are refused, so this goes one level deep. */
function readCollection(scan: Scan, members: GeometryMembers, inCollection: boolean): GeometryReading {
  const type = 'GeometryCollection';
  const outer = scan.field;
  if (inCollection) return refused(scan, type, 'geometryCollection', outer, 'GeometryCollection', 'Polygon, MultiPolygon');
  scan.at = members.geometriesAt;
  if (members.geometriesAt < 0 || nextByte(scan) !== OPEN_ARRAY) {
    return refused(scan, type, 'geometryCollection', `${outer}.geometries`, '—', '[…]');
  }
  scan.at++;
  let count = 0;
  for (let c = nextByte(scan); c !== CLOSE_ARRAY; c = nextByte(scan)) {
    if (c === COMMA) scan.at++;
    scan.field = `${outer}.geometries[${count}]`;
    const member = readGeometry(scan, true);
    const field = scan.field;
    scan.field = outer;
    if (member === false) return NULL_GEOMETRY;
    if (member.kind === 'refused') return { ...member, type };
    if (member.kind !== 'polygons') return refused(scan, type, 'geometryCollection', field, member.type ?? 'null', 'Polygon, MultiPolygon');
    count++;
  }
  if (count > 0) {
    scan.notes.add({ code: 'geometryCollection', severity: 'warning', field: outer, found: `GeometryCollection (${count})`, expected: 'MultiPolygon' });
  }
  return { kind: 'polygons', type, explanation: null };
}

function refused(scan: Scan, type: Word | null, code: 'badCoordinates' | 'wrongGeometryType' | 'geometryCollection', field: string, found: string, expected: string): GeometryReading {
  scan.notes.add({ code, severity: 'refused', field, found, expected });
  return { kind: 'refused', type, explanation: null };
}

function takeBack(scan: Scan, mark: Mark): void {
  rollBack(scan, mark);
  scan.notes.clear();
}
