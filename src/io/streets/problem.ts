/** What reading streets found wrong; the sentence is in the catalogue under `streets.<code>`. */
export const STREET_PROBLEM_CODES = [
  // the file as a whole
  'empty', 'tooLarge', 'notStreets', 'cut', 'damaged', 'requiredFeature', 'compression', 'tooWide', 'tooManyNodes', 'noStreets',
  // what was left out, or taken with a grain of salt
  'missingNodes', 'misplacedNodes', 'repeatedNodes', 'noAttributes', 'islands', 'badLine', 'projected', 'swapped', 'tooManyLines',
] as const;
export type StreetProblemCode = (typeof STREET_PROBLEM_CODES)[number];

export interface StreetProblem {
  readonly code: StreetProblemCode;
  /** `refused`: the network must not be used as if it were whole, even where part of it was read. */
  readonly severity: 'refused' | 'warning' | 'information';
  readonly file: string;
  /** Index of the line in a GeoJSON file. */
  readonly feature?: number;
  readonly found: string;
  readonly expected: string;
  /** Byte offset of the block that it is about. */
  readonly byte?: number;
}
