/**
 * What reading a file found wrong: always what, where, what was expected.
 * The sentence is in the catalogue under `problem.<code>`.
 */
export type ProblemSeverity =
  /** The feature, or the file when `feature` is null, cannot be used. */
  | 'refused'
  /** Used, but not as it stands (closed, skipped, repaired): the user must know. */
  | 'warning'
  | 'information';

export const PROBLEM_CODES = [
  // the file as a whole
  'empty', 'tooLarge', 'tooManyVertices', 'notJson', 'truncated', 'notText', 'looksLike', 'wrongEncoding', 'notGeoJson', 'noFeatures', 'noPolygons', 'nestingTooDeep',
  'crsMember', 'crsProjected', 'projectedCoordinates', 'swappedAxes', 'suspectedDatum', 'layerShifted', 'unsupportedFormat',
  // one feature
  'notAFeature', 'nullGeometry', 'emptyGeometry', 'wrongGeometryType', 'mixedGeometry', 'geometryCollection', 'badCoordinates',
  'notANumber', 'outOfRange', 'ringTooShort', 'ringUnclosed', 'zeroPosition', 'windingMixed', 'propertiesNotObject',
  // identity
  'duplicateId', 'missingId', 'codeAsNumber', 'codeLostDigits', 'codeShape', 'codeParent', 'codeKind', 'subdistrictMixed', 'unsafeKey', 'textTooLong', 'unknownCommunity',
  // geojson-validation's own findings, its words in `found`
  'shape',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface ReadProblem {
  code: ProblemCode;
  severity: ProblemSeverity;
  file: string;
  /** Index of the feature in the file from 0; null when it is the file's. */
  feature: number | null;
  /** Name or code of the unit where known, to say it in words. */
  unit?: string;
  /** Field or member: `geometry.coordinates[0][12]`, `properties.code`. */
  field?: string;
  found?: string;
  expected?: string;
  /** Longitude, latitude where there is a place to show. */
  lngLat?: [number, number];
  /** Byte offset, and line from 1, for errors of syntax. */
  byte?: number;
  line?: number;
  /** How many more of the same kind were counted but not listed. */
  more?: number;
}
