/** A file read into typed arrays, with its attributes as they stood. */
import type { PolygonLayer } from '../core/coverage/layer.ts';
import type { ReadProblem } from './problem.ts';

export interface SourceLayer {
  fileName: string;
  /** The bytes as they came: untouched units are written back from here, byte for byte. */
  bytes: Uint8Array;
  encoding: 'utf-8' | 'gb18030';
  layer: PolygonLayer;
  /** Attributes of each unit, as parsed. Keys are not trusted: read them with Object.hasOwn. */
  properties: readonly Readonly<Record<string, unknown>>[];
  /** Index in the file's `features` of each unit: points, lines and refused features are no units. */
  featureIndex: Uint32Array;
  /** Start and end byte of each unit's feature. Length 2 × units. */
  featureRange: Float64Array;
  /** Count of features in the file, units or not. */
  featureCount: number;
  problems: ReadProblem[];
  /** West, south, east, north in degrees; null without vertices. */
  bounds: [number, number, number, number] | null;
}
