/** One feature: its members in any order, its geometry read, its properties and id left as stretches of bytes. */
import { nextByte, OPEN_OBJECT, skipValue } from './jsonBytes.ts';
import { END, firstKey, nextKey } from './members.ts';
import { tryFlatProperties, type Properties } from './flatProperties.ts';
import { readGeometry, type GeometryReading } from './readGeometry.ts';
import { rollBack, type Mark, type Scan } from './scan.ts';
import { readTypeValue, type Word } from './words.ts';

export interface FeatureReading {
  start: number;
  end: number;
  /** False for null, a number, an array…: then nothing else of this is filled. */
  isObject: boolean;
  /** A geometry without a feature round it: its missing attributes are no surprise. */
  isBare: boolean;
  type: Word | null;
  typeAt: number;
  /** Null when the member is missing. */
  geometry: GeometryReading | null;
  propertiesAt: number;
  propertiesEnd: number;
  /** Already parsed, if they could be on the way. */
  properties: Properties | null;
  /** NaN or Infinity stands in the properties. */
  oddProperties: boolean;
  idAt: number;
  idEnd: number;
}

/** Reads the feature at `scan.at` and leaves it behind; false when the file ends being JSON in it. `mark` is where it began to collect. */
export function readFeature(scan: Scan, mark: Mark): FeatureReading | false {
  const isObject = nextByte(scan) === OPEN_OBJECT;
  const feature: FeatureReading = {
    start: scan.at, end: -1, isObject, isBare: false, type: null, typeAt: -1, geometry: null,
    propertiesAt: -1, propertiesEnd: -1, properties: null, oddProperties: false, idAt: -1, idEnd: -1,
  };
  scan.notes.clear();
  if (!(isObject ? readMembers(scan, feature, mark) : skipValue(scan))) return false;
  feature.end = scan.at;
  return feature;
}

function readMembers(scan: Scan, feature: FeatureReading, mark: Mark): boolean {
  for (let key = firstKey(scan); key !== END; key = nextKey(scan)) {
    if (key === false) return false;
    nextByte(scan);
    const start = scan.at;
    if (key === 'geometry') {
      // Named twice, the last counts.
      if (feature.geometry) {
        rollBack(scan, mark);
        scan.notes.clear();
      }
      const geometry = readGeometry(scan);
      if (geometry === false) return false;
      feature.geometry = geometry;
    } else if (key === 'type') {
      const type = readTypeValue(scan);
      if (type === false) return false;
      feature.type = type;
      feature.typeAt = start;
    } else if (key === 'properties') {
      scan.oddLiteral = false;
      feature.properties = tryFlatProperties(scan);
      if (feature.properties === null && !skipValue(scan)) return false;
      feature.oddProperties = scan.oddLiteral;
      feature.propertiesAt = start;
      feature.propertiesEnd = scan.at;
    } else {
      if (!skipValue(scan)) return false;
      if (key === 'id') {
        feature.idAt = start;
        feature.idEnd = scan.at;
      }
    }
  }
  return true;
}
