/**
 * A file from its first byte to its last: a FeatureCollection, a bare Feature or geometry, or
 * features one a line. Yields between features, so that a worker can be told to stop.
 */
import type { Work } from '../../core/progress.ts';
import { settleFeature, type Collected } from './collected.ts';
import { judgeCrs } from './crsMember.ts';
import { reportFailure } from './failure.ts';
import { CLOSE_ARRAY, COMMA, nextByte, OPEN_ARRAY, OPEN_OBJECT, skipValue } from './jsonBytes.ts';
import { END, firstKey, nextKey } from './members.ts';
import { readFeature } from './readFeature.ts';
import { readGeometry } from './readGeometry.ts';
import { fail, markOf, rollBack } from './scan.ts';
import { snippet, valueOf, valueText } from './slice.ts';
import { LINES_AND_POINTS, readTypeValue, type Word } from './words.ts';

const BYTES_PER_STEP = 8_000_000;

const GEOMETRIES: readonly (Word | null)[] = ['Polygon', 'MultiPolygon', 'GeometryCollection', ...LINES_AND_POINTS];

/** What the members of the outermost object say it is. */
interface DocumentMembers {
  type: Word | null;
  typeAt: number;
  featuresAt: number;
  /** Members that only TopoJSON or Esri JSON have. */
  sibling: 'TopoJSON' | 'Esri JSON' | null;
}

/** Reads all that can be read; what stopped it is among `collected.problems`. */
export function* readDocument(collected: Collected): Work<void> {
  const { scan } = collected;
  const first = nextByte(scan);
  const start = scan.at;
  if (first === OPEN_OBJECT) {
    const members = yield* readMembers(collected);
    if (members && !collected.stopped) yield* settleDocument(collected, members, start);
  } else if (skipValue(scan)) refuseDocument(collected, snippet(scan, start, scan.at));
  if (collected.stopped) return;
  if (!scan.failure && !Number.isNaN(nextByte(scan))) fail(scan, 'notJson', scan.at, 'EOF');
  if (scan.failure) reportFailure(collected, scan.failure);
}

/** Reads the features on the way; null after a failure. */
function* readMembers(collected: Collected): Work<DocumentMembers | null> {
  const { scan } = collected;
  const members: DocumentMembers = { type: null, typeAt: -1, featuresAt: -1, sibling: null };
  for (let key = firstKey(scan); key !== END; key = nextKey(scan)) {
    if (key === false) return null;
    const c = nextByte(scan);
    const at = scan.at;
    if (key === 'features' && c === OPEN_ARRAY && members.featuresAt < 0 && (members.type === null || members.type === 'FeatureCollection')) {
      members.featuresAt = at;
      if (!(yield* readFeatures(collected))) return null;
    } else if (key === 'type') {
      const type = readTypeValue(scan);
      if (type === false) return null;
      members.type = type;
      members.typeAt = at;
    } else if (key === 'crs') {
      const crs = valueOf(scan);
      if (scan.failure) return null;
      judgeCrs(crs, collected);
    } else {
      if (!skipValue(scan)) return null;
      if (key === 'objects' || key === 'arcs') members.sibling = 'TopoJSON';
      if (key === 'geometryType' || key === 'spatialReference') members.sibling = 'Esri JSON';
      if (key === 'features' && members.type !== 'Feature') {
        refuseDocument(collected, `"features": ${snippet(scan, at, scan.at)}`);
        members.featuresAt = at;
      }
    }
    if (collected.stopped) return null;
  }
  return members;
}

/** From the `[` of `features` to behind its `]`. */
function* readFeatures(collected: Collected): Work<boolean> {
  const { scan } = collected;
  scan.at++;
  if (nextByte(scan) === CLOSE_ARRAY) {
    scan.at++;
    return true;
  }
  let nextStop = scan.at + BYTES_PER_STEP;
  for (;;) {
    if (!readOne(collected)) return false;
    const c = nextByte(scan);
    if (c !== COMMA && c !== CLOSE_ARRAY) return fail(scan, 'notJson', scan.at, ', ]');
    scan.at++;
    if (c === CLOSE_ARRAY) return true;
    if (scan.at < nextStop) continue;
    yield { phase: 'read', fraction: scan.at / scan.bytes.length };
    nextStop = scan.at + BYTES_PER_STEP;
  }
}

function readOne(collected: Collected): boolean {
  const { scan } = collected;
  const mark = markOf(scan);
  collected.inFeature = true;
  const feature = readFeature(scan, mark);
  if (feature === false) {
    rollBack(scan, mark);
    return false;
  }
  settleFeature(collected, feature, mark);
  collected.inFeature = false;
  return !collected.stopped;
}

/** The outermost object is read once through; a bare Feature or geometry is now read for what it is. `scan.at` ends behind it. */
function* settleDocument(collected: Collected, members: DocumentMembers, start: number): Work<void> {
  const { scan } = collected;
  const { type } = members;
  const end = scan.at;
  if (type === 'FeatureCollection') {
    if (members.featuresAt < 0) refuseDocument(collected, 'FeatureCollection { }');
  } else if (type === 'Feature') {
    scan.at = start;
    yield* readLines(collected);
    return;
  } else if (GEOMETRIES.includes(type)) {
    scan.at = start;
    readBareGeometry(collected, start);
  } else refuseDocument(collected, type === 'Topology' ? 'TopoJSON' : (members.sibling ?? `"type": ${valueText(scan, members.typeAt)}`));
  if (!scan.failure) scan.at = end;
}

/** One Feature, or one on each line. */
function* readLines(collected: Collected): Work<void> {
  const { scan } = collected;
  let nextStop = scan.at + BYTES_PER_STEP;
  while (nextByte(scan) === OPEN_OBJECT) {
    if (!readOne(collected)) return;
    if (scan.at < nextStop) continue;
    yield { phase: 'read', fraction: scan.at / scan.bytes.length };
    nextStop = scan.at + BYTES_PER_STEP;
  }
}

/** A geometry without a feature round it is a unit without attributes. */
function readBareGeometry(collected: Collected, start: number): void {
  const { scan } = collected;
  const mark = markOf(scan);
  scan.notes.clear();
  collected.inFeature = true;
  const geometry = readGeometry(scan);
  if (geometry === false) {
    rollBack(scan, mark);
    return;
  }
  settleFeature(collected, {
    start, end: scan.at, isObject: true, type: 'Feature', typeAt: -1, geometry,
    propertiesAt: -1, propertiesEnd: -1, properties: null, oddProperties: false, idAt: -1, idEnd: -1, isBare: true,
  }, mark);
  collected.inFeature = false;
}

function refuseDocument(collected: Collected, found: string): void {
  collected.problems.add(null, { code: 'notGeoJson', severity: 'refused', found, expected: 'FeatureCollection' });
}
